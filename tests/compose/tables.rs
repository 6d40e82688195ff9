//! Tables: heads of several rows, groups, cells over others, computed cells, sums, and what is wrong with them.

use insta::assert_snapshot;
use kehoach::diag::Lang;
use kehoach::document::{Block, Document, Row, Table};
use kehoach::templates::Templates;
use kehoach::text::words;

use crate::common::{check, document, small};

fn plan(table: &str) -> String {
    let table: String = table.lines().map(|line| format!("          {line}\n")).collect();
    small(&format!("implementation:\n  - title: Kinh phí\n    items:\n      - table:\n{table}"))
}

fn tables(document: &Document) -> Vec<&Table> {
    let blocks = document.parts.iter().flat_map(|part| &part.blocks);
    blocks
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect()
}

/// The table as lines of cells: "[2×1] words" covers two columns and one row.
fn shown(text: &str) -> String {
    let document = document(&plan(text));
    let table = tables(&document)[0];
    let mut out = String::new();
    let lines = |all: &[kehoach::document::Paragraph]| -> String {
        all.iter().map(|one| format!("{}\n", words(&one.text))).collect()
    };
    let row = |row: &Row| {
        let cells = row.cells.iter().map(|cell| {
            let texts: Vec<String> = cell.paragraphs.iter().map(|one| words(&one.text)).collect();
            let size = match (cell.columns, cell.rows) {
                (1, 1) => String::new(),
                (columns, rows) => format!("[{columns}×{rows}] "),
            };
            format!("{size}{}", texts.join("¶"))
        });
        format!("{}\n", cells.collect::<Vec<_>>().join(" | "))
    };
    out.push_str(&lines(&table.above));
    out.extend(table.head.iter().map(row));
    out.push_str("--\n");
    out.extend(table.rows.iter().map(row));
    out.push_str(&lines(&table.below));
    out
}

fn findings(text: &str) -> String {
    let found = check("a.yaml", &plan(text), &Templates::default());
    found.iter().map(|one| format!("{}: {}\n", one.code.name, one.message.get(Lang::Vi))).collect()
}

#[test]
fn groups_are_counted_and_summed() {
    assert_snapshot!(shown("\
unit: \"Đơn vị tính: triệu đồng\"
columns: [TT, Nội dung, {title: Nguồn vốn, columns: [Tỉnh, Xã]}, {title: Cộng, formula: row.tinh + row.xa}]
numbering: auto
subtotal: [Tỉnh, Xã, Cộng]
total: [Tỉnh, Xã, Cộng]
in_words: Cộng
rows:
  - group: Tuyên truyền
    rows: [[\"\", In tài liệu, 10, 2.5], [\"\", Hội nghị, 5, 0]]
  - group: Tập huấn
    rows: [[\"\", Lớp cấp xã, 40, 20]]
"), @"
    Đơn vị tính: triệu đồng
    [1×2] TT | [1×2] Nội dung | [2×1] Nguồn vốn | [1×2] Cộng
    Tỉnh | Xã
    --
    I | Tuyên truyền | 15 | 2,5 | 17,5
    1 | In tài liệu | 10 | 2,5 | 12,5
    2 | Hội nghị | 5 | 0 | 5
    II | Tập huấn | 40 | 20 | 60
    1 | Lớp cấp xã | 40 | 20 | 60
    [2×1] Tổng cộng | 55 | 22,5 | 77,5
    (Bằng chữ: Bảy mươi bảy triệu năm trăm nghìn đồng)
    ");
}

#[test]
fn groups_stand_in_groups() {
    assert_snapshot!(shown("\
columns: [TT, Nội dung, Số lượng]
numbering: auto
column_numbers: true
rows:
  - group: A
    rows:
      - {group: B, rows: [[\"\", c, 1], [\"\", d, 2]]}
      - {group: E, rows: [[\"\", f, 3]]}
"), @"
    TT | Nội dung | Số lượng
    (1) | (2) | (3)
    --
    I | [2×1] A
    1 | [2×1] B
    1.1 | c | 1
    1.2 | d | 2
    2 | [2×1] E
    2.1 | f | 3
    ");
}

#[test]
fn cells_cover_columns_and_rows() {
    assert_snapshot!(shown("\
columns: [A, B, C]
merge: [A]
rows:
  - [x, 1, 2]
  - [x, {text: cả hai, span: all}]
  - [y, {text: hai dòng, rows: 2}, 3]
  - [z, 4]
"), @"
    A | B | C
    --
    [1×2] x | 1 | 2
    [2×1] cả hai
    y | [1×2] hai dòng | 3
    z | 4
    ");
}

#[test]
fn cells_are_computed_in_the_order_that_they_need() {
    assert_snapshot!(shown("\
columns:
  - {title: Thuế, formula: row.thanh_tien * 0.1}
  - Số lượng
  - Đơn giá
  - {title: Thành tiền, formula: row.so_luong * row.don_gia, format: money}
  - {title: Tỷ lệ, formula: row.so_luong / 3, format: percent}
  - {title: Trung bình, formula: row.don_gia / 3, format: decimal(2)}
total: [Thuế, Thành tiền]
rows: [[3, 0.1], [\"1.250\", 45000], [\"-\", 7]]
"), @"
    Thuế | Số lượng | Đơn giá | Thành tiền | Tỷ lệ | Trung bình
    --
    0,03 | 3 | 0,1 | 0,3 | 100% | 0,03
    5.625.000 | 1.250 | 45.000 | 56.250.000 | 41.666,67% | 15.000,00
    0 | - | 7 | 0 | 0% | 2,33
    5.625.000,03 |  |  | 56.250.000,3 |  |
    ");
    // Where two are called alike, the upper title stands before.
    assert_snapshot!(shown("\
columns: [{title: Vốn, columns: [Tỉnh]}, {title: Khác, columns: [Tỉnh, {title: Hiệu, formula: row.von_tinh - row.khac_tinh}]}]
rows: [[5, 7.25]]
"), @"
    Vốn | [2×1] Khác
    Tỉnh | Tỉnh | Hiệu
    --
    5 | 7,25 | -2,25
    ");
}

#[test]
fn words_in_quotes_name_no_column() {
    let table = "columns: [A, {title: B, formula: \"row.a ~ ' (row.khong)'\"}]\nrows: [[x]]\n";
    assert!(shown(table).ends_with("x | x (row.khong)\n"), "{}", shown(table));
}

#[test]
fn what_is_wrong_is_told_at_once() {
    assert_snapshot!(findings("\
columns: [TT, Nội dung, {title: Cộng, formula: row.noi}, {title: A, formula: row.b}, {title: B, formula: row.a}]
numbering: auto
total: [Tiền]
merge: [Không]
in_words: Cộng
text_size: 8
rows: [[\"1\", a]]
"), @r#"
    table-formula: bảng không có cột row.noi
    table-formula: các công thức lấy giá trị của nhau thành vòng: cột "A"
    table-total: bảng không có cột "Tiền"
    table-total: bảng không có cột "Không"
    table-shape: cỡ chữ trong bảng ngoài giới hạn
    table-shape: numbering: auto tự ghi số thứ tự, ô này phải để trống
    "#);
    assert_snapshot!(findings("\
columns: [Nội dung, Số, {title: Cộng, formula: row.so}]
numbering: auto
in_words: Số
rows:
  - [a]
  - [a, 1, 2]
  - [{text: a, span: 3}, 1]
  - [{text: a, span: 4}]
  - {group: x, rows: [{group: y, rows: [{group: z, rows: [[a, 1]]}]}]}
  - {group: x, rows: []}
  - {bold: true}
  - [{text: a, rows: 3}, 1]
"), @"
    table-shape: numbering: auto cần cột đầu là TT hoặc STT
    table-shape: dòng này có 1 ô, cần 2
    table-shape: dòng này có 3 ô, cần 2
    table-shape: dòng này có 2 ô, cần 1
    table-shape: dòng này có 1 ô, cần 2
    table-shape: ô bắt đầu ở cột 1 chiếm được 1 đến 3 cột, hoặc all
    table-shape: nhóm lồng quá sâu: nhiều nhất hai bậc
    table-shape: nhóm không có dòng nào
    table-shape: dòng có khóa cần cells, nhóm cần group
    table-shape: ô này chiếm nhiều dòng hơn số dòng còn lại
    ");
}

#[test]
fn a_sum_is_read_out_by_its_unit() {
    for (unit, sum, words) in [
        ("triệu đồng", "179.5", "Một trăm bảy mươi chín triệu năm trăm nghìn đồng"),
        ("đồng", "1250000", "Một triệu hai trăm năm mươi nghìn đồng"),
        ("1.000 đồng", "21", "Hai mươi mốt nghìn đồng"),
        ("Tỷ đồng", "1.05", "Một tỷ không trăm năm mươi triệu đồng"),
    ] {
        let table = format!(
            "unit: \"Đơn vị tính: {unit}\"\ncolumns: [A, B]\ntotal: [B]\nin_words: B\nrows: [[x, {sum}]]\n"
        );
        assert!(shown(&table).ends_with(&format!("(Bằng chữ: {words})\n")), "{}", shown(&table));
    }
    let unknown = "columns: [A, B]\nunit: người\nin_words: B\nrows: [[x, 5]]\n";
    assert_snapshot!(findings(unknown), @"table-total: không rõ số tiền tính bằng gì để viết bằng chữ");
}
