//! Plans full of mistakes, the scan that the project began with, and what officials mistype: each found at its place,
//! and nothing in right texts.

use kehoach::templates::Templates;

use super::{marked, read};
use crate::common::{check, small};

#[test]
fn a_plan_full_of_mistakes_has_each_of_them_found_at_its_place_and_nothing_else() {
    let text = read("mistakes.txt");
    // The first line tells what the marks are.
    let (head, body) = text.split_once('\n').unwrap();
    assert!(head.starts_with('#'));
    let (plan, wanted) = marked(body);
    assert_eq!(wanted.len(), 73, "mistakes");
    let checked = check("mistakes.yaml", &plan, &Templates::default());
    let mut found: Vec<(usize, usize, String)> =
        checked.iter().map(|one| (one.span.start, one.span.end, one.code.name.to_owned())).collect();
    found.sort();
    let show = |all: &[(usize, usize, String)], other: &[(usize, usize, String)]| -> Vec<String> {
        let only = all.iter().filter(|one| !other.contains(one));
        only.map(|(start, end, code)| {
            format!("{code} at {:?} ({start})", plan.get(*start..*end).unwrap_or("?"))
        })
        .collect()
    };
    let (missed, extra) = (show(&wanted, &found), show(&found, &wanted));
    assert!(missed.is_empty() && extra.is_empty(), "missed {missed:#?}\nextra {extra:#?}");
}

/// What the machine misread in the scan of the first plan: the compounds, the abbreviation, the capitals.
#[test]
fn the_misreadings_of_the_scan_are_found() {
    let text = read("scan.yaml");
    let checked = check("scan.yaml", &text, &Templates::default());
    let of = |code: &str| -> Vec<&str> {
        let all = checked.iter().filter(|one| one.code.name == code);
        all.map(|one| &text[one.span.start..one.span.end]).collect()
    };
    let count = |words: &str| of("confusable").iter().filter(|found| **found == words).count();
    assert_eq!(count("đỗ đầu"), text.matches("đỗ đầu").count(), "every one of them");
    assert_eq!(count("Đổi với"), text.matches("Đổi với").count());
    assert_eq!(of("confusable").len(), count("đỗ đầu") + count("Đổi với") + 1, "no false alarm");
    assert_eq!(count("để án"), 1);
    assert_eq!(of("abbreviation"), ["VPDP"]);
    assert_eq!(of("cite-space"), ["1841/QĐ- UBND"]);
    assert_eq!(of("capital-document"), ["Quyết Định"]);
    assert_eq!(of("capital-organisation"), ["Thủ tướng Chính Phủ"]);
}

/// A plan of these items.
fn plan_of(items: &str) -> String {
    let quoted: String = items.lines().map(|line| format!("  - '{}'\n", line.replace('\'', "''"))).collect();
    small("")
        .replace("2020-11-06", "2026-11-06")
        .replace("objectives: [Bảo đảm sự phối hợp chặt chẽ.]\n", &format!("objectives:\n{quoted}"))
}

/// What officials mistype, a line each, with the places marked.
#[test]
fn slips_of_officials_are_found_at_their_places() {
    let (plan, wanted) = marked(&plan_of(&read("slips.txt")));
    assert_eq!(wanted.len(), 119, "slips");
    let checked = check("a.yaml", &plan, &Templates::default());
    let show = |all: &mut dyn Iterator<Item = (usize, usize, String)>| {
        let mut all: Vec<String> = all
            .map(|(start, end, code)| format!("{start:6} {code} {}", plan.get(start..end).unwrap_or("?")))
            .collect();
        all.sort();
        all
    };
    let found = show(
        &mut checked
            .iter()
            .filter(|one| !OF_RIGHT_TEXTS.contains(&one.code.name))
            .map(|one| (one.span.start, one.span.end, one.code.name.to_owned())),
    );
    let wanted = show(&mut wanted.into_iter());
    let missed: Vec<_> = wanted.iter().filter(|one| !found.contains(one)).collect();
    let extra: Vec<_> = found.iter().filter(|one| !wanted.contains(one)).collect();
    assert!(missed.is_empty() && extra.is_empty(), "missed {missed:#?}\nextra {extra:#?}");
}

#[test]
fn paragraphs_need_an_end_mark_where_those_beside_them_have_one() {
    let long = "Các phòng, ban, đơn vị căn cứ chức năng, nhiệm vụ được giao chủ động phối hợp triển khai thực hiện và báo cáo kết quả";
    let found = |items: &str, more: &str| {
        let plan = format!("{}{more}", plan_of(items));
        let all = check("a.yaml", &plan, &Templates::default());
        all.iter().filter(|one| one.code.name == "end-missing").map(|one| 1 + one.labels.len()).sum::<usize>()
    };
    for (items, more, count) in [
        ("Rà soát tiêu chí.\nCông khai kết quả\nPhân công rõ.", "", 1),
        ("Rà soát;\nCông khai\nĐánh giá\nPhân công;\nBáo cáo.", "", 2),
        // Short phrases without any mark; the program ends the last one.
        ("Thành phần: các trưởng phòng\nĐịa điểm: hội trường xã\nThời gian: 8 giờ 00", "", 0),
        ("Rà soát tiêu chí.\nCông khai kết quả", "", 0),
        ("Rà soát tiêu chí.\nCông khai kết quả", "layout: {end_mark: false}\n", 0),
        ("Rà soát.\nĐánh giá.\nCông khai kết quả", "layout: {end_mark: false}\n", 1),
        ("Rà soát.\nĐánh giá.\nCông khai kết quả", "closing: Các phòng thực hiện\n", 1),
        // Forms, headings in capitals, what is in brackets or quotes.
        (
            "Họ và tên: ……\nĐã nộp [x]\nTỔ CHỨC THỰC HIỆN\n(Kèm theo phụ lục.)\nNói: \"dân biết.\"\nHết.",
            "",
            0,
        ),
    ] {
        assert_eq!(found(items, more), count, "{items} {more}");
    }
    assert_eq!(found(&format!("{long}\n{long}\nHết"), ""), 2, "a sentence needs one by itself");
}

/// What is told of right texts all the same: a citation that is not whole, two styles in one document, a law
/// that is no longer in force, quotes that print curved, stars between letters.
const OF_RIGHT_TEXTS: [&str; 7] = [
    "stray-star",
    "cite-parts-text",
    "cite-in-force",
    "range-style",
    "tone-style",
    "straight-quotes",
    "old-commune",
];

#[test]
fn nothing_else_is_found_in_right_texts() {
    let lines = read("right.txt");
    assert_eq!(lines.lines().count(), 207);
    // A formula is asked about, but not changed.
    let plan = plan_of(&lines.replace("x=1;y=2", "x=1"));
    assert!(plan.contains("Bru-Vân Kiều"));
    let found = check("a.yaml", &plan, &Templates::default());
    let other = found.iter().filter(|one| !OF_RIGHT_TEXTS.contains(&one.code.name));
    let told: Vec<String> = other
        .map(|one| {
            format!("{} at {:?}: {}", one.code.name, plan.get(one.span.start..one.span.end), one.message.vi)
        })
        .collect();
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn an_appendix_may_stand_in_the_file_before_the_text_that_mentions_it() {
    let appendix = "appendices: [{title: Danh sách các xã, body: [{paragraph: Xem Phụ lục này.}]}]\n";
    let codes = |text: &str| -> Vec<&str> {
        check("a.yaml", text, &Templates::default()).iter().map(|one| one.code.name).collect()
    };
    let silent = crate::common::small("");
    assert_eq!(
        codes(&format!("{appendix}{silent}")),
        ["appendix-unmentioned"],
        "its own text does not count"
    );
    let mentioned = silent.replace("chặt chẽ.", "chặt chẽ (Phụ lục kèm theo).");
    assert!(codes(&format!("{appendix}{mentioned}")).is_empty());
}
