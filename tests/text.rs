//! What the files say: the PDF's own text is the document's, and no number or date comes from
//! nowhere.

use std::collections::BTreeSet;

use kehoach::backend::pdf;
use kehoach::document::Role;
use kehoach::driver::Format;
use kehoach::templates::Templates;
use kehoach::text::Inline;

use crate::common::{Plan, below, document, documents, drawing, encode, small, squeezed};

/// The text that a reader copies from a PDF, page by page.
fn copied(plan: &Plan) -> String {
    let document = plan.document();
    let artifact = pdf::encode(&document, &drawing()).unwrap();
    let pdf = lopdf::Document::load_mem(&artifact.bytes).unwrap();
    pdf.get_pages().keys().map(|page| pdf.extract_text(&[*page]).unwrap()).collect()
}

#[test]
fn sentences_can_be_copied_from_the_pdf() {
    for plan in documents() {
        let text = squeezed(&copied(&plan));
        let document = plan.document();
        let mut checked = 0;
        for part in &document.parts {
            part.paragraphs(&mut |paragraph| {
                // A page may break inside a paragraph, and a footnote or a page number stand there.
                for inline in &paragraph.text {
                    if let Inline::Text { text: words, .. } = inline {
                        let words = squeezed(&words.replace('\u{2011}', "-"));
                        checked += usize::from(text.contains(&words));
                    }
                }
            });
        }
        let mut all = 0;
        for part in &document.parts {
            part.paragraphs(&mut |paragraph| {
                all += paragraph.text.iter().filter(|inline| matches!(inline, Inline::Text { .. })).count()
            });
        }
        assert!(
            all - checked <= document.parts.len() * 8,
            "{}: {checked} of {all} pieces are found whole",
            plan.name
        );
    }
}

#[test]
fn words_stay_apart_where_a_line_ends() {
    let mut found = 0;
    for plan in documents() {
        let document = plan.document();
        let pages = crate::common::pages(&document);
        let mut text = String::new();
        for run in crate::common::frames::drawn(&pages).runs {
            text.push_str(&run.text);
        }
        let mut checked = 0;
        for part in &document.parts {
            part.paragraphs(&mut |paragraph| {
                if let [Inline::Text { text: words, .. }] = paragraph.text.as_slice()
                    && paragraph.role == Role::Body
                    && text.contains(words.as_str())
                {
                    checked += 1;
                }
            });
        }
        found += checked;
    }
    assert!(found > 20, "{found} paragraphs of several lines are found with their spaces");
}

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
                if paragraph.role == Role::TotalNumber {
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

#[test]
fn plans_at_the_edges_are_built() {
    let mut built = 0;
    for plan in below("tests/plans") {
        let outcome = encode(&plan.at(), &plan.text, &[Format::Docx, Format::Pdf], &Templates::default());
        assert_eq!(outcome.artifacts.len(), 2, "{:#?}", outcome.diagnostics);
        // Their words are put together at random, so that rules on language fire.
        let is_of_tables = |code: &str| ["plain-text", "table-narrow"].contains(&code);
        let of_form = |code: &str| {
            !is_of_tables(code)
                && !kehoach::lint::rule(code).is_some_and(kehoach::lint::Rule::can_be_silenced)
        };
        assert!(outcome.diagnostics.iter().all(|one| !of_form(one.code.name)), "{:#?}", outcome.diagnostics);
        built += 1;
    }
    assert_eq!(built, 5, "what one-file.yaml attaches is a part of it");
}

#[test]
fn tags_stay_valid_where_blocks_meet_the_end_of_a_page() {
    let rows: String = (0..60).map(|n| format!("[{n}, x], ")).collect();
    let table = format!("{{table: {{columns: [A, B], rows: [{rows}]}}}}");
    for text in [
        // A table goes on below a contact foot, with and without a footnote above that.
        small(&format!("contact: {{phone: 0233 1}}\nimplementation: [{{title: Bảng, items: [{table}]}}]")),
        small(&format!("contact: {{phone: 0233 1}}\nimplementation: ['Câu^[chú thích]', {table}]")),
        // Nothing that stays whole may run off a page.
        small(&format!("closing: '{}'", "rất dài ".repeat(2500))),
        small(&format!("preamble: 'Câu^[chú thích] {}'", "rất dài ".repeat(2500))),
        small("").replace("[Ủy ban nhân dân tỉnh]", &format!("[{}]", "Ủy ban nhân dân xã, ".repeat(150))),
        small(&format!(
            "sections: [{{title: A, items: [{{table: {{columns: [A, B], rows: [['{}', b]]}}}}]}}]",
            "dài ".repeat(2500)
        )),
        // A tiêu đề of a điểm below a khoản that has none.
        small("implementation: [{text: Khoản, items: [{title: Tiêu đề, items: [Gạch]}]}]"),
    ] {
        let outcome = encode("a.yaml", &text, &[Format::Pdf], &Templates::default());
        assert_eq!(outcome.artifacts.len(), 1, "{:#?}", outcome.diagnostics);
        let document = document(&text);
        let bottom = (document.parts[0].page.height - document.parts[0].page.bottom).to_pt();
        for run in crate::common::frames::drawn(&crate::common::pages(&document)).runs {
            assert!(run.baseline < bottom, "{:?} runs off page {}", run.text, run.page + 1);
        }
    }
}
