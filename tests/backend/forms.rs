//! Parts of forms in both formats: dots that end at the same places, boxes, columns, signatures, heads, new pages.

use kehoach::document::{Block, Document, Role};
use kehoach::templates::Templates;
use kehoach::text::{Inline, words};
use proptest::prelude::*;

use crate::common::docx::{child, package, words as docx_words};
use crate::common::frames::{Drawn, drawn};
use crate::common::{check, document, pages, small, squeezed};

/// A plan whose last annex is a form.
fn form(body: &str) -> String {
    small(&format!(
        "implementation: ['Theo mẫu kèm theo.']\nappendices:\n  - label: false\n    attached: false\n    body:\n{body}"
    ))
}

fn codes(plan: &str) -> Vec<&'static str> {
    check("a.yaml", plan, &Templates::default()).into_iter().map(|one| one.code.name).collect()
}

/// Where each line of dots ends: in the document, in the DOCX and on the pages, from the left margin.
fn ends(document: &Document, drawn: &Drawn) -> [Vec<f64>; 3] {
    let (mut wanted, mut lefts) = (Vec::new(), Vec::new());
    for part in &document.parts {
        let page = part.page;
        part.paragraphs(&mut |one| {
            let fills = one.text.iter().filter(|inline| **inline == Inline::Fill).count();
            assert_eq!(fills, one.stops.len(), "a stop for each line of dots");
            wanted.extend(one.stops.iter().map(|stop| stop.to_pt()));
            lefts.extend(one.stops.iter().map(|_| page.left.to_pt()));
        });
    }
    let package = package(document);
    let main = package.part("word/document.xml");
    let mut docx = Vec::new();
    for paragraph in main.descendants().filter(|node| node.tag_name().name() == "p") {
        let Some(tabs) = child(paragraph, "pPr").and_then(|properties| child(properties, "tabs")) else {
            continue;
        };
        let own: Vec<_> = tabs.children().filter(|node| node.tag_name().name() == "tab").collect();
        let attribute = |node: roxmltree::Node, name: &str| {
            node.attributes().find(|one| one.name() == name).map(|one| one.value().to_owned()).unwrap()
        };
        assert!(own.iter().all(|tab| attribute(*tab, "leader") == "dot"));
        docx.extend(own.iter().map(|tab| attribute(*tab, "pos").parse::<f64>().unwrap() / 20.0));
        let runs = paragraph.children().filter(|node| node.tag_name().name() == "r");
        let used = runs.flat_map(|run| run.children()).filter(|node| node.tag_name().name() == "tab").count();
        assert_eq!(used, own.len(), "a tab for each stop");
    }
    // Dots begin and end an eighth of an em inside their line.
    let inset = document.layout.style(Role::Body).size.to_pt() / 8.0;
    let is_dots = |width: f64, height: f64| height == 0.0 && width > 30.0;
    let pdf = drawn
        .shapes
        .iter()
        .filter(|shape| is_dots(shape.width, shape.height) && shape.page >= first_page(drawn))
        .map(|shape| shape.x + shape.width + inset)
        .zip(lefts)
        .map(|(end, left)| end - left);
    [wanted, docx, pdf.collect()]
}

/// In points; a DOCX has whole twips.
fn near(one: &[f64], other: &[f64]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| (one - other).abs() < 0.1)
}

/// The page on which the annexes begin: the drawn lines of the head are before it.
fn first_page(drawn: &Drawn) -> usize {
    drawn.runs.iter().find(|run| run.text.starts_with("Nơi nhận")).map_or(0, |run| run.page + 1)
}

#[test]
fn lines_to_fill_in_end_at_the_same_places_in_both_formats() {
    let plan = form(
        "      - fill: 'Họ và tên:'\n      - fill: ['Ngày sinh:', Nơi sinh]\n      - fill: [Một, Hai, Ba, Bốn]\n      - fill: 2\n\
         \x20     - fill: 'Tổng số cử tri của thôn tham gia bỏ phiếu bầu tại hội nghị so với tổng số cử tri là đại diện các hộ gia đình'\n\
         \x20     - fill: ['Một lời hỏi rất dài không còn chỗ cho lời hỏi khác trên dòng', 'Một lời hỏi khác nữa']\n",
    );
    assert_eq!(codes(&plan), [""; 0]);
    let document = document(&plan);
    let [wanted, docx, pdf] = ends(&document, &drawn(&pages(&document)));
    assert_eq!(wanted.len(), 1 + 2 + 4 + 2 + 1 + 2);
    assert!(near(&docx, &wanted), "{docx:?} {wanted:?}");
    assert!(near(&pdf, &wanted), "{pdf:?} {wanted:?}");
    // The last stop of each line is the margin; several on a line have dots of one length.
    let page = document.parts[1].page;
    let margin = page.text_width().to_pt();
    assert!([0, 2, 6, 7, 8, 9, 10, 11].iter().all(|at| wanted[*at] == margin), "{wanted:?}");
    // Each empty line is as high as a line of words.
    let dots: Vec<f64> = drawn(&pages(&document))
        .shapes
        .iter()
        .filter(|shape| shape.width > 400.0 && shape.height == 0.0)
        .map(|shape| shape.y)
        .collect();
    assert!(dots.windows(2).all(|pair| pair[1] - pair[0] > 16.0), "{dots:?}");
}

#[test]
fn dots_are_no_text() {
    let document = document(&form("      - fill: 'Họ và tên:'\n      - fill: 3\n"));
    let text: String = drawn(&pages(&document)).runs.iter().map(|run| run.text.clone()).collect();
    assert!(text.contains("Họ và tên:") && !text.contains(".."), "{text}");
}

#[test]
fn boxes_are_a_list_of_text_in_both_formats() {
    let document = document(&form("      - check: [Đồng ý, Không đồng ý]\n"));
    let [Block::List { items }] = document.parts[1].blocks.as_slice() else { panic!("no list") };
    let said: Vec<String> = items.iter().map(|item| words(&item.paragraph.text)).collect();
    assert_eq!(said, ["□ Đồng ý", "□ Không đồng ý"]);
    assert!(kehoach::internals::covers('□'), "the font has the box");
    let package = package(&document);
    let main = package.part("word/document.xml");
    let docx: Vec<String> =
        main.descendants().filter(|node| node.tag_name().name() == "p").map(docx_words).collect();
    assert!(said.iter().all(|one| docx.contains(one)));
    let pdf: String = drawn(&pages(&document)).runs.iter().map(|run| run.text.clone()).collect();
    assert!(pdf.contains("□ Đồng ý") && pdf.contains("□ Không đồng ý"));
}

#[test]
fn a_head_stands_inside_the_text() {
    let document = document(&form(
        "      - {paragraph: Mẫu số 01, align: right}\n\
         \x20     - letterhead: {issuer: [Xã Hải Lăng, Tổ bầu cử thôn Một], number: …../BB-TBC, place: Hải Lăng, date: 2026-03}\n\
         \x20     - {paragraph: BIÊN BẢN, align: center}\n      - letterhead: {}\n      - {paragraph: ĐƠN, align: center}\n",
    ));
    let mut all = Vec::new();
    document.parts[1].paragraphs(&mut |one| all.push((one.role, words(&one.text))));
    all.retain(|(_, text)| !text.is_empty());
    let head = [
        (Role::ParentBody, "XÃ HẢI LĂNG"),
        (Role::IssuingBody, "TỔ BẦU CỬ THÔN MỘT"),
        (Role::NationalName, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (Role::NationalMotto, "Độc lập - Tự do - Hạnh phúc"),
        (Role::NumberSymbol, "Số: …../BB-TBC"),
        (Role::PlaceDate, "Hải Lăng, ngày \u{a0}\u{a0}\u{a0}\u{a0} tháng 3 năm 2026"),
    ];
    for ((role, text), (wanted_role, wanted)) in all[1..].iter().zip(head) {
        assert_eq!((*role, text.as_str()), (wanted_role, wanted));
    }
    assert_eq!(all[8].0, Role::NationalName, "Quốc hiệu alone");
    let ruled = |text: &str| {
        let mut found = false;
        document.parts[1].paragraphs(&mut |one| found |= words(&one.text) == text && one.rule.is_some());
        found
    };
    assert!(ruled("TỔ BẦU CỬ THÔN MỘT") && ruled("Độc lập - Tự do - Hạnh phúc"));
    for (wrong, code) in [
        ("{place: Hải Lăng}", "missing-key"),
        ("{issuer: A, date: hôm nay}", "date-form"),
        ("{issuer: A, number: ''}", "empty-text"),
        ("{issuer: 'Nghiêngngảnghiêngngảnghiêngngảnghiêngngảnghiêngngả'}", "head-too-wide"),
    ] {
        let found = codes(&form(&format!("      - letterhead: {wrong}\n      - {{paragraph: Một.}}\n")));
        assert!(found.contains(&code), "{wrong}: {found:?}");
    }
}

#[test]
fn a_new_page_begins_where_the_plan_says_in_both_formats() {
    let plan = form(
        "      - {paragraph: Trang một.}\n      - page_break: true\n      - {paragraph: Trang hai.}\n      - page_break: true\n\
         \x20     - table: {columns: [A], rows: [[b]]}\n      - page_break: true\n      - columns: [[], [Trang bốn.]]\n",
    );
    let document = document(&plan);
    let runs = drawn(&pages(&document)).runs;
    let page = |text: &str| runs.iter().find(|run| run.text.starts_with(text)).map(|run| run.page).unwrap();
    let begun = ["Trang một", "Trang hai", "A", "- Trang bốn"].map(page);
    assert!(begun.windows(2).all(|pair| pair[1] == pair[0] + 1), "{begun:?}");
    let package = package(&document);
    let main = package.part("word/document.xml");
    let begins: Vec<String> = main
        .descendants()
        .filter(|node| node.tag_name().name() == "pageBreakBefore")
        .map(|node| docx_words(node.parent().unwrap().parent().unwrap()))
        .collect();
    // Before a table an empty paragraph begins the page: not every word processor looks into a table for that.
    assert_eq!(begins, ["Trang hai.", "", ""]);
    for wrong in [
        "[{page_break: true}, Một]",
        "[Một, {page_break: true}]",
        "[A, {page_break: true}, {page_break: true}, B]",
    ] {
        let plan = small(&format!("body: {wrong}\n")).replace("objectives:", "closing: Hết.\n#");
        assert!(codes(&plan).contains(&"node-form"), "{wrong}");
    }
}

#[test]
fn forms_stand_where_they_may() {
    let all = [
        "fill: Họ và tên",
        "check: [Có, Không]",
        "columns: [[Một], [Hai]]",
        "signatures: [{title: Thư ký}, {title: Chủ tọa}]",
        "letterhead: {issuer: Xã Hải Lăng}",
    ];
    for node in all {
        let elsewhere = small(&format!("sections: [{{title: A, items: [{{{node}}}]}}]\n"));
        assert_eq!(codes(&elsewhere), ["node-form"], "{node}");
        assert_eq!(
            codes(&form(&format!("      - {{{node}}}\n      - {{paragraph: Một.}}\n"))),
            [""; 0],
            "{node}"
        );
        let minutes = crate::common::example("bien-ban")
            .text
            .replace("\nbody:\n", &format!("\nbody:\n  - {{{node}}}\n"));
        assert!(minutes.contains(node) && codes(&minutes).is_empty(), "{node}: {:?}", codes(&minutes));
    }
    for (wrong, code) in [
        ("columns: [[Một], [{signatures: [{title: A}, {title: B}]}]]", "node-form"),
        ("columns: [[Một], [{title: Hai}]]", "node-form"),
        ("columns: [[Một]]", "node-form"),
        ("columns: [[Một], [Hai]], widths: [1]", "table-shape"),
        ("columns: [[Một], [Hai]], widths: [1, 0]", "table-shape"),
        ("signatures: []", "node-form"),
        ("signatures: [{name: A}, {title: B}]", "missing-key"),
        ("fill: []", "empty-part"),
        ("fill: ['']", "empty-text"),
        ("fill: 0", "number-form"),
        ("fill: 1000000", "number-form"),
        ("check: []", "empty-part"),
        ("fill: A, check: [B]", "node-form"),
        ("fill: A, items: [B]", "node-form"),
    ] {
        assert_eq!(
            codes(&form(&format!("      - {{{wrong}}}\n      - {{paragraph: Một.}}\n"))),
            [code],
            "{wrong}"
        );
    }
}

#[test]
fn what_stands_in_a_form_is_no_slip() {
    let plan = form(
        "      - {paragraph: Mẫu số 1a/BC, align: right}\n\
         \x20     - letterhead: {issuer: [UBND XÃ ……, THÔN ……], number: ......./BB-TBC, place: '.........', date: 2026-03}\n\
         \x20     - paragraph: 'Hôm nay, ngày ...../...../2026, tại.............chúng tôi gồm:'\n\
         \x20     - paragraph: '1. Ông (Bà): ………………; chức vụ: …………'\n\
         \x20     - paragraph: ngày.....tháng.....năm.....\n\
         \x20     - paragraph: '(1) Ghi rõ tên cơ quan; (2) Ghi rõ số.'\n\
         \x20     - fill: '1.1. Họ và tên (viết chữ in hoa):'\n\
         \x20     - fill: ['a) Số CCCD:', 'cấp ngày:', nơi cấp]\n\
         \x20     - fill: '- Cha:'\n\
         \x20     - check: ['1. Đồng ý', không đồng ý, Khác (ghi rõ) .........]\n\
         \x20     - columns: [[{fill: 'I. Người khai'}], [{check: ['2. Nam', nữ]}]]\n\
         \x20     - signatures: [{title: KT. CHỦ TỊCH, note: '(Ký, đóng dấu)', name: '…………'}, {title: ĐẠI DIỆN BÊN A}]\n",
    );
    assert_eq!(codes(&plan), [""; 0]);
    // But what prints twice is one, in a column, too.
    assert_eq!(codes(&form("      - columns: [['- Một'], [Hai]]\n")), ["typed-number"]);
}

#[test]
fn columns_are_as_wide_as_the_text_whatever_their_shares() {
    for widths in ["[1, 1]", "[1, 1000000000]", "[3, 1]"] {
        let document = document(&form(&format!(
            "      - columns: [[{{fill: 'Một:'}}, {{fill: 1}}], [{{check: [Hai]}}, {{fill: [Ba, Bốn]}}]]\n        widths: {widths}\n"
        )));
        let Some(Block::Columns(columns)) = document.parts[1].blocks.get(1) else { panic!("no columns") };
        let whole = document.parts[1].page.text_width();
        assert_eq!(columns.widths.iter().copied().sum::<kehoach::length::Length>(), whole, "{widths}");
        let [wanted, docx, _] = ends(&document, &drawn(&pages(&document)));
        assert!(near(&wanted, &docx), "{widths}: {wanted:?} {docx:?}");
    }
}

#[test]
fn one_signer_signs_at_the_right() {
    let document = document(&form(
        "      - {paragraph: Một.}\n      - signatures: [{title: Người làm đơn, name: Nguyễn Văn An}]\n",
    ));
    let page = document.parts[1].page;
    let middle = (page.left + page.text_width().scale(0.5)).to_pt();
    let runs = drawn(&pages(&document)).runs;
    let signer: Vec<_> =
        runs.iter().filter(|run| ["NGƯỜI LÀM ĐƠN", "Nguyễn Văn An"].contains(&&*run.text)).collect();
    assert!(signer.len() == 2 && signer.iter().all(|run| run.x > middle), "{signer:?}");
}

#[test]
fn the_last_row_of_a_table_stands_with_who_signs() {
    for rows in 24..36 {
        let rows: Vec<String> = (1..=rows).map(|n| format!("[{n}, dòng]")).collect();
        let document = document(&form(&format!(
            "      - table: {{columns: [TT, Nội dung], rows: [{}]}}\n      - signatures: [{{title: Người lập}}, {{title: Người duyệt}}]\n",
            rows.join(", ")
        )));
        let runs = drawn(&pages(&document)).runs;
        let last = runs.iter().rfind(|run| run.text == "dòng").unwrap();
        let title = runs.iter().rfind(|run| run.text.contains("NGƯỜI LẬP")).unwrap();
        assert_eq!(last.page, title.page, "{} rows", rows.len());
    }
}

/// Parts of a form, as they are written.
fn part() -> impl Strategy<Value = String> {
    let label = (1usize..14).prop_map(|count| vec!["nội dung"; count].join(" "));
    (0usize..8, label.clone(), label).prop_map(|(which, one, other)| match which {
        0 => format!("      - fill: '{one}:'\n"),
        1 => format!("      - fill: ['{one}:', '{other}', Ba]\n"),
        2 => "      - fill: 3\n".to_owned(),
        3 => format!("      - check: ['{one}', '{other}']\n"),
        4 => format!("      - {{columns: [[{{fill: '{one}'}}, '{other}'], [{{check: ['{one}']}}, {{fill: 2}}]], widths: [2, 1]}}\n"),
        5 => format!("      - {{paragraph: '{one}', align: right}}\n"),
        6 => format!("      - {{note: '{one}', items: ['{other}']}}\n"),
        _ => format!("      - signatures: [{{title: '{one}', note: (Ký)}}, {{title: Chủ tọa, name: Nguyễn Văn An}}]\n"),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_forms_agree_and_keep_to_their_pages(parts in proptest::collection::vec(part(), 1..24)) {
        let text = form(&format!(
            "{}      - {{paragraph: Lập thành hai bản.}}\n      - signatures: [{{title: Người lập, note: (Ký)}}, {{title: Người duyệt, name: Trần Thị Bình}}]\n",
            parts.concat()
        ));
        let document = document(&text);
        let drawn = drawn(&pages(&document));
        let [wanted, docx, _] = ends(&document, &drawn);
        prop_assert_eq!(wanted.len(), docx.len());
        let page = document.parts[1].page;
        let (right, bottom) = ((page.width - page.right).to_pt(), (page.height - page.bottom).to_pt());
        for run in drawn.runs.iter().filter(|run| run.page >= first_page(&drawn) && !run.text.trim().is_empty()) {
            let spaces = run.text.len() - run.text.trim_end_matches(' ').len();
            let end = run.x + run.width - spaces as f64 * run.size * 0.25;
            prop_assert!(end < right + 0.1 && run.baseline < bottom, "{:?}", run);
        }
        for shape in drawn.shapes.iter().filter(|shape| shape.height == 0.0) {
            prop_assert!(shape.x + shape.width < right + 0.1 && shape.y < bottom + 0.1);
        }
        // Every line of dots is drawn, and is long enough to write on.
        let lines = drawn.shapes.iter().filter(|shape| shape.page >= first_page(&drawn) && shape.height == 0.0 && shape.width > 38.0);
        prop_assert_eq!(lines.count(), wanted.len());
        let package = package(&document);
        let main = package.part("word/document.xml");
        let docx: String = main.descendants().filter(|node| node.tag_name().name() == "p").map(docx_words).collect();
        let pdf: String = drawn.runs.iter().filter(|run| run.baseline > page.top.to_pt()).map(|run| run.text.as_str()).collect();
        let last = |all: &str| squeezed(all.split("Theo mẫu kèm theo").last().unwrap_or_default());
        prop_assert_eq!(last(&docx), last(&pdf));
        // Who signs stands together, with the line above.
        let at = |words: &str| drawn.runs.iter().rfind(|run| run.text.contains(words)).unwrap();
        let (above, title, name) = (at("Lập thành hai bản"), at("NGƯỜI LẬP"), at("Trần Thị Bình"));
        prop_assert!(above.page == title.page && title.page == name.page && name.baseline - title.baseline > 70.0);
        prop_assert!((title.baseline - at("NGƯỜI DUYỆT").baseline).abs() < 0.1);
    }
}
