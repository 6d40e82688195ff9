//! Numbers and dates: none comes from nowhere, totals are sums, and what is not known leaves room.

use std::collections::BTreeSet;

use kehoach::document::Role;
use kehoach::pipeline::Format;
use kehoach::templates::Templates;

use crate::common::{document, documents, encode, small};

#[test]
fn no_number_comes_from_nowhere() {
    let mut all = 0;
    for plan in documents() {
        let written = plan.written();
        let mut input = digits(&written, false);
        input.extend(digits(&written, true));
        let document = plan.document();
        let mut seen = 0;
        for part in &document.parts {
            part.paragraphs(&mut |paragraph| {
                // What is computed or counted is held in `tables`.
                let is_counted = matches!(paragraph.role, Role::TableOrdinal | Role::TableHead);
                let is_computed = paragraph.role == Role::TableNumber && plan.text.contains("formula:");
                let is_auto = is_counted && plan.text.contains("numbering: auto");
                if paragraph.role == Role::TotalNumber || is_computed || is_auto {
                    return;
                }
                let text = kehoach::text::words(&paragraph.text);
                for number in digits(&text, true) {
                    seen += 1;
                    assert!(
                        input.contains(&number),
                        "{}: {number} in {text:?} is not in the plan",
                        plan.name
                    );
                }
            });
        }
        all += seen;
    }
    assert!(all > 500, "{all} numbers");
}

/// Every run of digits, without leading zeros; `grouped`: points between thousands are passed over.
fn digits(text: &str, grouped: bool) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let mut joined = String::new();
    for (at, c) in text.char_indices() {
        let rest: Vec<char> = text[at..].chars().skip(1).take(4).collect();
        let thousand = rest.len() >= 3
            && rest[..3].iter().all(char::is_ascii_digit)
            && !rest.get(3).is_some_and(char::is_ascii_digit);
        if !(grouped && c == '.' && thousand && joined.ends_with(|c: char| c.is_ascii_digit())) {
            joined.push(c);
        }
    }
    for run in joined.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()) {
        let run = run.trim_start_matches('0');
        out.insert(if run.is_empty() { "0" } else { run }.to_owned());
    }
    out
}

#[test]
fn totals_are_sums() {
    let table = "sections: [{title: Kinh phí, items: [{table: {columns: [Xã, Tiền, Hộ], rows: [[A, 1250000.5, 10], [B, 750000, 20]], total: [Tiền, Hộ]}}]}]";
    let document = document(&small(table));
    let mut totals = Vec::new();
    document.parts[0].paragraphs(&mut |paragraph| {
        if matches!(paragraph.role, Role::TotalNumber | Role::TotalText) {
            totals.push(kehoach::text::words(&paragraph.text));
        }
    });
    assert_eq!(totals, ["Tổng cộng", "2.000.000,5", "30"]);
}

/// Amounts that print as they are typed count as what they say, and a dash is none.
#[test]
fn amounts_typed_as_text_are_added() {
    let table = "sections: [{title: Kinh phí, items: [{table: {columns: [Xã, Tiền], rows: [[A, \"20.000.000 đ\"], [B, 750000], [C, \"-\"], [D, \"1,5\"]], total: [Tiền]}}]}]";
    let mut sums = Vec::new();
    document(&small(table)).parts[0].paragraphs(&mut |one| {
        if one.role == Role::TotalNumber {
            sums.push(kehoach::text::words(&one.text));
        }
    });
    assert_eq!(sums, ["20.750.001,5"]);
}

#[test]
fn what_is_not_known_leaves_room() {
    let plan = "issuer: {name: Liên minh Hợp tác xã, code: LMHTX}\nyear: 2026\nsubject: Hỗ trợ\n\
                objectives: [Hỗ trợ.]\nrecipients: [Các xã]\nsignature: {tm: Liên minh Hợp tác xã}\n";
    let document = document(plan);
    for text in [plan.to_owned(), plan.replace("year: 2026\n", "")] {
        let outcome = encode("a.yaml", &text, &[Format::Docx, Format::Pdf], &Templates::default());
        assert_eq!(outcome.artifacts.len(), 2, "{:#?}", outcome.diagnostics);
    }
    let mut lines = Vec::new();
    document.parts[0]
        .paragraphs(&mut |paragraph| lines.push((paragraph.role, kehoach::text::words(&paragraph.text))));
    let of = |role| {
        lines
            .iter()
            .filter(|(one, _)| *one == role)
            .map(|(_, text)| text.replace('\u{a0}', "_"))
            .collect::<Vec<_>>()
    };
    assert_eq!(of(Role::NumberSymbol), ["Số: ________/KH-LMHTX"]);
    assert_eq!(of(Role::PlaceDate), ["________________, ngày ____ tháng ____ năm 2026"]);
    assert_eq!(of(Role::Authority), ["TM. LIÊN MINH HỢP TÁC XÃ", "_"], "room for the post");
    assert_eq!(of(Role::SignerName), ["_"], "room for the name");
}
