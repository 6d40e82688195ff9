//! What clerks type, and what is printed of it: nothing vanishes, doubles or changes silently.

use kehoach::document::{Block, Document, Role};
use kehoach::templates::Templates;
use kehoach::text::{unbound, words};

use crate::common::{check, document, small};

fn of(document: &Document, role: Role) -> Vec<String> {
    let mut out = Vec::new();
    for part in &document.parts {
        part.paragraphs(&mut |one| out.extend((one.role == role).then(|| unbound(&words(&one.text)))));
    }
    out
}

fn codes(plan: &str) -> Vec<&'static str> {
    let found = check("a.yaml", plan, &Templates::default());
    found.into_iter().map(|one| one.code.name).collect()
}

#[test]
fn the_mark_at_the_end_is_one_typed_or_not() {
    for (typed, printed) in [
        ("Trân trọng đề nghị.", "Trân trọng đề nghị./."),
        ("Trân trọng đề nghị./.", "Trân trọng đề nghị./."),
        ("Trân trọng đề nghị. /.", "Trân trọng đề nghị./."),
        ("Các nội dung khác…", "Các nội dung khác…./."),
        ("Các nội dung khác...", "Các nội dung khác.../."),
    ] {
        let plan = document(&small(&format!("closing: '{typed}'\n")));
        assert_eq!(of(&plan, Role::Body).last().unwrap(), printed);
    }
}

#[test]
fn marks_that_are_printed_are_not_doubled() {
    let plan = small("to: [Ủy ban nhân dân tỉnh;, Sở Tài chính.]\narchive: 'Lưu: VT, TH.'\n")
        .replace(
            "legal_basis: [Căn cứ tình hình thực tế]",
            "legal_basis: [Căn cứ Luật Hợp tác xã;, Theo đề nghị của Trưởng phòng.]",
        )
        .replace(
            "recipients: [Ủy ban nhân dân tỉnh]",
            "recipients: ['Ủy ban nhân dân tỉnh;', 'Sở Tài chính.', 'Lưu trữ…']",
        );
    let plan = document(&plan);
    assert_eq!(of(&plan, Role::AddresseeItem), ["- Ủy ban nhân dân tỉnh;", "- Sở Tài chính."]);
    assert_eq!(of(&plan, Role::LegalBasis), ["Căn cứ Luật Hợp tác xã;", "Theo đề nghị của Trưởng phòng."]);
    assert_eq!(
        of(&plan, Role::Recipient),
        ["- Ủy ban nhân dân tỉnh;", "- Sở Tài chính;", "- Lưu trữ…;", "- Lưu: VT, TH."]
    );
}

#[test]
fn amounts_are_read_and_summed_as_a_clerk_means_them() {
    let table = |rows: &str, total: &str| {
        small(&format!(
            "sections:\n  - title: Kinh phí\n    items:\n      - table: {{columns: [TT, Nội dung, Số tiền], rows: [{rows}]{total}}}\n"
        ))
    };
    let plan = table("[1, a, 1.250], [2, b, \"1.250.000\"], [3, c, 7.5], [4, d, \"7.50\"]", "");
    let printed = document(&plan);
    let cells = [of(&printed, Role::TableNumber), of(&printed, Role::TableText)].concat();
    for wanted in ["1.250", "1.250.000", "7,5", "7.50"] {
        assert!(cells.iter().any(|cell| cell == wanted), "{wanted} in {cells:?}");
    }
    assert_eq!(codes(&plan).iter().filter(|code| **code == "amount-grouping").count(), 1);
    let groups = "[I, Nhóm một, 30], [1, a, 20.5], [2, b, 9.5], [II, Nhóm hai, 100], [1, c, 100]";
    let plan = table(groups, ", total: [Số tiền]");
    assert_eq!(of(&document(&plan), Role::TotalNumber), ["130,0"]);
    assert_eq!(codes(&table(&format!("{groups}, [\"\", Tổng cộng, 130]"), "")), [""; 0]);
    assert_eq!(codes(&table(&format!("{groups}, [\"\", Tổng cộng, 260]"), "")), ["table-sum"]);
}

#[test]
fn dates_are_written_as_in_vietnam() {
    for (typed, printed) in [
        ("09/01/2026", "ngày 09 tháng 01 năm 2026"),
        ("9/1/2026", "ngày 09 tháng 01 năm 2026"),
        ("2026-01-09", "ngày 09 tháng 01 năm 2026"),
        ("11/2025", "ngày      tháng 11 năm 2025"),
        ("2025-11", "ngày      tháng 11 năm 2025"),
        ("2/2025", "ngày      tháng 02 năm 2025"),
    ] {
        let plan = small("").replace("date: 2020-11-06", &format!("date: {typed}"));
        assert_eq!(of(&document(&plan), Role::PlaceDate), [format!("Quảng Trị, {printed}")], "{typed}");
    }
    let code = |typed: &str| codes(&small("").replace("date: 2020-11-06", &format!("date: {typed}")));
    assert_eq!(code("31/02/2026"), ["date-impossible"]);
    assert_eq!(code("13/2026"), ["date-impossible"]);
    for form in ["6.11.2020", "2020/11/06", "06-11-2020", "hôm nay"] {
        assert_eq!(code(form), ["date-form"], "{form}");
    }
}

#[test]
fn empty_parts_and_lists_are_told() {
    let without = |list: &str, key: &str| codes(&small("").replace(list, &format!("{key}: []")));
    assert_eq!(without("recipients: [Ủy ban nhân dân tỉnh]", "recipients"), ["missing-key"]);
    assert_eq!(without("objectives: [Bảo đảm sự phối hợp chặt chẽ.]", "objectives"), ["missing-key"]);
    let appendix = ["empty-part", "appendix-unmentioned"];
    for (part, wanted) in [
        ("appendices: [{title: Danh sách, body: []}]", &appendix[..]),
        ("appendices:\n  - title: Danh sách\n    body: [{when: 1 == 2, paragraph: x}]", &appendix),
        ("sections: [{title: Kinh phí, items: [{table: {columns: [a], rows: []}}]}]", &["empty-part"]),
        ("sections: [{title: Kinh phí, items: [{when: 1 == 2, paragraph: x}]}]", &["empty-part"]),
    ] {
        assert_eq!(codes(&small(&format!("{part}\n"))), wanted, "{part}");
    }
}

#[test]
fn line_breaks_that_are_written_stay() {
    let plan = document(&small(
        "sections:\n  - title: Nội dung\n    items:\n      - |\n        dòng một\n        dòng hai\n",
    ));
    let mut found = false;
    plan.parts[0].paragraphs(&mut |one| {
        found |= one.text.iter().any(|piece| matches!(piece, kehoach::text::Inline::Break))
            && one.role == Role::Dash;
    });
    assert!(found, "two lines");
}

#[test]
fn a_draft_says_so_above_the_head() {
    for (draft, said) in [("true", "DỰ THẢO"), ("3", "DỰ THẢO LẦN 3")] {
        let document = document(&small(&format!("draft: {draft}")));
        let Some(Block::Paragraph(first)) = document.parts[0].blocks.get(1) else { panic!("{draft}") };
        assert_eq!(kehoach::text::words(&first.text), said);
    }
    let document = document(&small("draft: false"));
    assert!(matches!(document.parts[0].blocks.get(1), Some(Block::Columns(_))));
}

#[test]
fn a_second_post_stands_above_the_name() {
    let plan = small("").replace(
        "position: Chủ tịch",
        "position: Trưởng ban, other_post: Chủ tịch Liên minh, name: Trần Văn B",
    );
    let document = document(&plan);
    let Some(Block::Columns(closing)) = document.parts[0].blocks.last() else { panic!() };
    let lines: Vec<String> =
        closing.rows[0][1].paragraphs.iter().map(|one| kehoach::text::words(&one.text)).collect();
    assert!(lines.ends_with(&["Chủ tịch Liên minh".to_owned(), "Trần Văn B".to_owned()]), "{lines:?}");
}
