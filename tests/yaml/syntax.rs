//! Plans typed by who does not know YAML: every slip told at once, and what is safe mended.

use insta::assert_snapshot;
use kehoach::diag::{Lang, render_short};
use kehoach::internals::{Yaml, value_of};
use kehoach::templates::Templates;

use crate::common::{check, findings, fix, small};

/// The syntax findings of a plan, one a line.
fn told(text: &str) -> String {
    let found = findings("a.yaml", text, &Templates::default());
    let slips = found.all.iter().filter(|one| one.code.name == "yaml-syntax");
    slips.map(|one| render_short(one, &found.sources, Lang::Vi) + "\n").collect()
}

fn fixed(text: &str) -> String {
    fix("a.yaml", text, &Templates::default()).map_or_else(|| text.to_owned(), |fixed| fixed.text)
}

/// A plan whose objectives are these lines.
fn with(lines: &str) -> String {
    small("").replace("objectives: [Bảo đảm sự phối hợp chặt chẽ.]\n", &format!("objectives:\n{lines}"))
}

/// The texts of a list at the top of a plan; none where it is no list of texts.
fn texts(plan: &str, key: &str) -> Option<Vec<String>> {
    let tree = value_of(plan)?;
    let (_, Yaml::Seq(items)) = tree.get(key)? else { return None };
    items.iter().map(|item| item.value.words().map(str::to_owned)).collect()
}

#[test]
fn all_slips_of_a_file_are_told_at_once() {
    let text = with(
        "  - Mục tiêu: nâng cao chất lượng.\n  - *Lưu ý* các xã khó khăn.\n  - \"Ba cùng\" với nhân dân.\n  - [Khẩn] Họp giao ban.\n\
         \x20 - 100% số xã: hoàn thành.\n  - {{ 1 + 1 }} đồng.\n  - @chuyendoiso\n  -Rà soát.\n  - - Rà soát thêm.\n",
    )
    .replace("subject: Thực", "subject: Kế hoạch: thực")
        + "closing: Thời gian: 7:30 ngày 30/10\narchive:VT\n";
    assert_snapshot!(told(&text), @"
    a.yaml:4:18: lỗi[yaml-syntax]: văn bản có dấu hai chấm phải đặt trong dấu nháy: không thì phần trước nó bị đọc thành một khóa
    a.yaml:7:13: lỗi[yaml-syntax]: văn bản có dấu hai chấm phải đặt trong dấu nháy: không thì phần trước nó bị đọc thành một khóa
    a.yaml:8:5: lỗi[yaml-syntax]: văn bản bắt đầu bằng * phải đặt trong dấu nháy
    a.yaml:9:13: lỗi[yaml-syntax]: văn bản có dấu nháy ở đầu mà sau dấu nháy đóng còn chữ: phải đặt cả văn bản trong dấu nháy
    a.yaml:10:10: lỗi[yaml-syntax]: văn bản bắt đầu bằng ngoặc mà sau ngoặc đóng còn chữ: phải đặt cả văn bản trong dấu nháy
    a.yaml:11:15: lỗi[yaml-syntax]: văn bản có dấu hai chấm phải đặt trong dấu nháy: không thì phần trước nó bị đọc thành một khóa
    a.yaml:12:5: lỗi[yaml-syntax]: văn bản bắt đầu bằng một biểu thức phải đặt trong dấu nháy
    a.yaml:13:5: lỗi[yaml-syntax]: văn bản bắt đầu bằng @ phải đặt trong dấu nháy
    a.yaml:14:3: lỗi[yaml-syntax]: thiếu dấu cách sau dấu gạch đầu dòng
    a.yaml:15:5: lỗi[yaml-syntax]: gạch đầu dòng gõ hai lần: chương trình tự in dấu gạch
    a.yaml:18:19: lỗi[yaml-syntax]: văn bản có dấu hai chấm phải đặt trong dấu nháy: không thì phần trước nó bị đọc thành một khóa
    a.yaml:19:8: lỗi[yaml-syntax]: thiếu dấu cách sau dấu hai chấm của khóa
    ");
    let fixed = fixed(&text);
    assert_eq!(told(&fixed), "");
    assert_eq!(
        texts(&fixed, "objectives").unwrap(),
        [
            "Mục tiêu: nâng cao chất lượng.",
            "*Lưu ý* các xã khó khăn.",
            "“Ba cùng” với nhân dân.",
            "[Khẩn] Họp giao ban.",
            "100% số xã: hoàn thành.",
            "{{ 1 + 1 }} đồng.",
            "@chuyendoiso",
            "Rà soát.",
            "Rà soát thêm.",
        ]
    );
}

#[test]
fn what_has_more_than_one_meaning_is_told_and_left() {
    let text = with(
        "  - \"Nhà nước và nhân dân\n  - [Khẩn\n  - Nội dung\n    - Tập huấn\n  - Rà soát\n    + Cấp xã\n - Lệch.\n  - Báo cáo.\n",
    ) + "closing Kết thúc\nĐoạn dán: không có chỗ.\n";
    assert_snapshot!(told(&text), @r#"
    a.yaml:7:5: lỗi[yaml-syntax]: dấu nháy " mở mà không đóng
    a.yaml:8:5: lỗi[yaml-syntax]: ngoặc [ mở mà không đóng
    a.yaml:10:5: cảnh báo[yaml-syntax]: dòng này bị nối vào văn bản ở dòng trên, không thành gạch đầu dòng con
    a.yaml:12:5: cảnh báo[yaml-syntax]: dòng này bị nối vào văn bản ở dòng trên, không thành gạch đầu dòng con
    a.yaml:13:2: lỗi[yaml-syntax]: tệp không đúng cú pháp YAML: dòng này thụt vào không bằng các khóa cùng phần
    a.yaml:14:3: cảnh báo[yaml-syntax]: dòng này bị nối vào văn bản ở dòng trên, không thành gạch đầu dòng con
    a.yaml:17:1: lỗi[yaml-syntax]: tệp không đúng cú pháp YAML: dòng này thiếu dấu hai chấm sau khóa
    a.yaml:18:9: lỗi[yaml-syntax]: văn bản có dấu hai chấm phải đặt trong dấu nháy: không thì phần trước nó bị đọc thành một khóa
    "#);
    assert_eq!(fixed(&text), text);
}

#[test]
fn white_space_of_word_becomes_plain() {
    let text = with("\u{a0}\u{a0}-\u{a0}Rà soát.\n\u{a0} - Báo\u{a0}cáo.\n\t- Họp.\n")
        .replace("place: Quảng Trị", "place:\u{a0}Quảng Trị");
    assert_eq!(told(&text).lines().count(), 5, "{}", told(&text));
    assert_eq!(fixed(&text), with("  - Rà soát.\n  - Báo cáo.\n  - Họp.\n"));
}

#[test]
fn other_marks_in_the_place_of_dashes_are_mended() {
    let text = with("• Rà soát.\n• Báo cáo.\n");
    assert_eq!(fixed(&text), with("- Rà soát.\n- Báo cáo.\n"));
    let text = with("  – Rà soát.\n  – Báo cáo: hằng tháng.\n");
    assert_eq!(fixed(&text), with("  - Rà soát.\n  - \"Báo cáo: hằng tháng.\"\n"));
    let text = with("  - Rà soát.\n  -Báo cáo.\n");
    assert_eq!(fixed(&text), with("  - Rà soát.\n  - Báo cáo.\n"));
}

#[test]
fn paragraphs_of_a_list_without_dashes_are_told() {
    for (lines, count) in
        [("  Rà soát: các xã.\n  Báo cáo.\n", 1), ("  Rà soát.\n  Báo cáo.\n", 1), ("  [Rà soát]\n", 0)]
    {
        let text = with(lines);
        let found = check("a.yaml", &text, &Templates::default());
        let errors = found.iter().filter(|one| one.message.vi.contains("bắt đầu bằng \"- \"")).count();
        assert_eq!((errors, found.len()), (count, count), "{}", told(&text));
        assert_eq!(fixed(&text), text);
    }
}

/// Line ends of Windows and a byte order mark stay; thousands of slips are told without delay.
#[test]
fn slips_are_mended_in_files_of_any_sort() {
    let text = with("  - Mục tiêu: nâng cao,\n    bền vững: lâu dài.\n  - @a và b\n").replace('\n', "\r\n");
    let text = format!("\u{feff}{text}");
    let wanted = text.replace("@a và b", "\"@a và b\"");
    assert_eq!(kehoach::internals::mended(&text).unwrap().0, wanted, "two colons may be two keys");
    // What has no width and stands after a bracket or a quote.
    for end in ["\u{200b}", "\u{a0}", " \u{feff}", "\u{3000}x"] {
        for item in ["[a] b", "\"a\"", "\"a\" b", "Một: hai"] {
            let mended = kehoach::internals::mended(&with(&format!("  - {item}{end}\n"))).unwrap().0;
            assert_eq!(kehoach::internals::mended(&mended), None, "{mended}");
        }
    }
    let many: String = (0..20_000).map(|n| format!("  - Mục {n}: *a [b\n  - *a\n  - \"a\" b\n")).collect();
    let mended = kehoach::internals::mended(&with(&many)).unwrap();
    assert_eq!(mended.1, 60_000);
    assert_eq!(texts(&mended.0, "objectives").unwrap().len(), 60_000);
}

#[test]
fn a_key_without_its_space_and_the_quotes_of_word_are_told() {
    let text = with("  - title:Hỗ trợ\n    items: [Rà soát.]\n").replace("subject: Thực", "subject:Thực");
    assert_eq!(told(&text).lines().count(), 2, "{}", told(&text));
    assert_eq!(fixed(&text), with("  - title: Hỗ trợ\n    items: [Rà soát.]\n"));
    let text =
        small("").replace("subject: Thực hiện công tác đỡ đầu", "subject: “Thực hiện công tác đỡ đầu”");
    assert_snapshot!(told(&text), @"a.yaml:4:10: cảnh báo[yaml-syntax]: dấu nháy cong “ ” của Word không phải dấu nháy của YAML: chúng sẽ in ra quanh văn bản");
    assert_eq!(fixed(&text), text);
}

#[test]
fn other_mistakes_are_told_beside_the_slips() {
    let text = with("  - \"Nhà nước và nhân dân\n  - Mục tiêu: nâng cao\n").replace("place:", "plce:")
        + "archve: VT\n";
    let found = check("a.yaml", &text, &Templates::default());
    let codes: Vec<&str> = found.iter().map(|one| one.code.name).collect();
    assert_eq!(codes.iter().filter(|code| **code == "yaml-syntax").count(), 2, "{codes:?}");
    assert_eq!(codes.iter().filter(|code| **code == "unknown-key").count(), 2, "{codes:?}");
}

#[test]
fn a_letter_without_a_glyph_is_shown_by_itself() {
    let text = small("closing: Đạt ① và 漢.\n");
    let found = check("a.yaml", &text, &Templates::default());
    let glyphs = found.iter().filter(|one| one.code.name == "missing-glyph");
    let shown: Vec<(&str, &str)> = glyphs
        .map(|one| (&text[one.span.start..one.span.end], one.help.as_ref().unwrap().vi.as_str()))
        .collect();
    assert_eq!(shown, [("①", "gõ \"1\""), ("漢", "bỏ đi, hoặc viết bằng chữ")]);
}

#[test]
fn a_text_of_several_lines_is_quoted_as_one() {
    let text = with("  - Tăng cường tuyên truyền về\n    nông thôn mới: các tiêu chí.\n  - Báo cáo.\n");
    let fixed = fixed(&text);
    assert_eq!(
        fixed,
        with("  - \"Tăng cường tuyên truyền về\n    nông thôn mới: các tiêu chí.\"\n  - Báo cáo.\n")
    );
}

/// YAML that is right and looks like a slip.
#[test]
fn right_yaml_is_left_alone() {
    let text = with(
        "  - \"Một: hai\"   # chú thích: thật\n  - 'Ba: ''bốn'''\n  - >-\n    Năm: sáu\n    - bảy\n  - {title: Tám, items: [Chín, mười]}\n\
         \x20 - &neo Neo ở đây.\n  - *neo\n  - title: Mười\n    items:\n      - \"Mười một:\n        mười hai\"\n      - [a, b\n        ]\n\
         \x20 - table: {columns: [A, B], rows: [[1, 2], ['x: y', \"z\"]]}\n  - table:\n      columns: [A, B]\n      rows:\n        - [x, 1]\n        - - y\n          - 2\n\
         \x20 - Lúc 7:30, tỷ lệ 1:2, xem http://a.vn/b:c\n  # - chú thích: thật\n",
    )
    .replace("      - [a, b\n        ]\n", "")
        + "vars:\n  Tên dài: {x: 1}\n  gio: 7:30\n  a: !!str 5\n";
    assert_eq!(told(&text), "");
    assert_eq!(fixed(&text), text);
}

/// Beginnings, middles and ends of paragraphs as offices write them.
const BEGINNINGS: [&str; 20] = [
    "Mục tiêu chung:",
    "“Ba cùng” với nhân dân:",
    "\"Ba cùng\" với nhân dân,",
    "* Ghi chú:",
    "** Lưu ý",
    "[Khẩn] Họp giao ban",
    "{Dự thảo} Báo cáo",
    "#ChuyenDoiSo là chủ đề,",
    "@UBND xã",
    "% hộ nghèo",
    "& các đơn vị",
    "! Chú ý",
    "> 90% số xã",
    "| Cột một",
    "`Mã` hồ sơ",
    "Thời gian: từ 7:30",
    "'Nông thôn mới'",
    "Đồng chí Nguyễn Văn A - Phó Chủ tịch:",
    "Từ năm 2026 - 2030,",
    "? Hỏi đáp",
];
const MIDDLES: [&str; 6] = [
    "thực hiện theo Quyết định số 1600/QĐ-TTg; kinh phí: 1.250.000.000 đồng (100%)",
    "phòng học #3 và #5, tỷ lệ 1:2, lúc 10:30 ngày 30/10/2026",
    "xem tại https://quangtri.gov.vn/tin?id=5&x=[1] hoặc hop@quangtri.gov.vn",
    "phối hợp với \"các phòng\" (gọi tắt là: phòng) và 'đơn vị' liên quan",
    "2 người*3 ngày*150.000 đồng = 900.000 đồng & các chi phí khác",
    "bảo đảm {đúng, đủ}, [rõ ràng], C:\\Kế hoạch\\a.docx",
];
const ENDS: [&str; 3] = [".", " như sau:", "; đạt 95%!"];

#[test]
fn pasted_paragraphs_read_after_a_fix_as_they_were_pasted() {
    let paragraphs: Vec<String> = (0..BEGINNINGS.len() * 3)
        .map(|n| format!("{} {}{}", BEGINNINGS[n % 20], MIDDLES[(n / 3 + n) % 6], ENDS[n % 3]))
        .collect();
    for (open, close) in [("objectives:\n  - ", "\n  - "), ("objectives:\n- ", "\n- ")] {
        let list = paragraphs.join(close);
        let text = small("").replace(
            "objectives: [Bảo đảm sự phối hợp chặt chẽ.]\n",
            &format!("{open}{list}\nclosing: {}\n", paragraphs[0]),
        );
        let mended = kehoach::internals::mended(&text).unwrap().0;
        assert_eq!(kehoach::internals::mended(&mended), None);
        assert_eq!(texts(&mended, "objectives").unwrap_or_else(|| panic!("{mended}")), paragraphs);
        assert_eq!(kehoach::internals::mended(&mended), None);
        let checked = check("a.yaml", &mended, &Templates::default());
        assert!(checked.iter().all(|one| one.code.name != "yaml-syntax"));
    }
    // As values of keys.
    let nodes: String = paragraphs
        .iter()
        .map(|text| format!("  - title: {text}\n    items:\n      - text: {text}\n"))
        .collect();
    let text = with(&nodes);
    let mended = kehoach::internals::mended(&text).unwrap().0;
    let tree = value_of(&mended).unwrap();
    let Some((_, Yaml::Seq(items))) = tree.get("objectives") else { unreachable!("a list") };
    assert_eq!(items.len(), paragraphs.len());
    for (item, text) in items.iter().zip(&paragraphs) {
        assert_eq!(item.value.get("title").unwrap().1.words(), Some(text.as_str()));
        let Some((_, Yaml::Seq(below))) = item.value.get("items") else { unreachable!("items") };
        assert_eq!(below[0].value.get("text").unwrap().1.words(), Some(text.as_str()));
    }
}
