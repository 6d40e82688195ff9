//! Lists of data as offices keep them: what the documents print of a workbook or a CSV, and what is told.

use kehoach::diag::Sink;
use kehoach::internals::Batch;
use kehoach::pipeline;
use kehoach::templates::Templates;
use kehoach::text::words;

use crate::common::small;
use crate::common::workbook::{merged, row, workbook};

/// A batch over a data file that lies beside it.
fn load(file: &str, bytes: &[u8], plan: &str) -> Batch {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(file), bytes).unwrap();
    crate::common::load(&folder.path().join("a.yaml").display().to_string(), &small(plan))
}

/// What each document says in its closing, and the findings by code.
fn closings(batch: &Batch) -> Vec<String> {
    let one = |n| {
        let (mut sources, mut sink) = (batch.sources.clone(), Sink::default());
        let made = pipeline::Pipeline::new(batch, &Templates::default()).document(n, &mut sources, &mut sink);
        let Some((_, document)) = made else { panic!("{:#?}", sink.into_sorted()) };
        let mut out = Vec::new();
        document.parts.iter().for_each(|part| part.paragraphs(&mut |one| out.push(words(&one.text))));
        let closing = out.into_iter().rfind(|text| text.starts_with("Kết ")).unwrap();
        closing.trim_start_matches("Kết ").trim_end_matches("./.").to_owned()
    };
    (0..batch.len()).map(one).collect()
}

fn codes(batch: &Batch) -> Vec<&str> {
    batch.findings.iter().map(|one| one.code.name).collect()
}

/// `for_each` over a file, with more of its keys, and a closing.
fn over(file: &str, more: &str, closing: &str) -> String {
    let closing = closing.replace('"', "\\\"");
    format!(
        "for_each: {{as: x, in: \"{file}\", key: \"{{{{ x.ten | slug }}}}\"{more}}}\nclosing: \"Kết {closing}.\"\n"
    )
}

#[test]
fn a_list_of_an_office_gives_its_rows_and_tells_what_is_left_out() {
    let rows = [
        row(1, &["DANH SÁCH CÁC XÃ"]),
        row(3, &["TT", "Tên", "Nguồn vốn", "", "Số hộ", "Huyện"]),
        row(4, &["", "", "Tỉnh", "Xã"]),
        row(5, &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"]),
        row(6, &["I", "Các xã miền núi"]),
        row(7, &["1", "Hướng Lập", "10", "2.5", "812", "Hướng Hóa"]),
        row(8, &["2", "Hướng Phùng", "20", "1", "1250"]),
        row(9, &["3", "Tổng Cọt", "5", "5", "96", "Đakrông"]).replace("<row ", "<row hidden=\"1\" "),
        row(10, &["II", "Các xã đồng bằng"]),
        row(11, &["4", "Tà Tổng", "1", "1", "300", "Hải Lăng"]),
        row(12, &["", "Tổng cộng", "36", "9.5", "2458"]),
        row(14, &["", "", "", "Quảng Trị, ngày 5 tháng 3 năm 2026"]),
        row(15, &["", "NGƯỜI LẬP BIỂU", "", "CHỦ TỊCH"]),
        row(19, &["", "Nguyễn Văn A", "", "Trần Thị B"]),
    ]
    .concat();
    let after = merged(&["A1:F1", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "F7:F8", "B15:C15"]);
    let book = workbook(&rows, &after, &[]);
    let closing =
        "{{ x.ten }} {{ x.huyen }}: {{ x.tinh }} + {{ x.xa }} = {{ x.tinh + x.xa }}, {{ x.so_ho }} hộ";
    let wanted = [
        "Hướng Lập Hướng Hóa: 10 + 2,5 = 12,5, 812 hộ",
        "Hướng Phùng Hướng Hóa: 20 + 1 = 21, 1250 hộ",
        "Tà Tổng Hải Lăng: 1 + 1 = 2, 300 hộ",
    ];
    for more in [", header_row: 3", ", header_row: 4", ", range: A3:F19"] {
        let batch = load("a.xlsx", &book, &over("a.xlsx", more, closing));
        assert_eq!(codes(&batch), ["rows-left-out"], "{:#?}", batch.findings);
        assert_eq!(closings(&batch), wanted, "{more}");
        assert_eq!(
            batch.findings[0].message.vi,
            "8 dòng không phải dữ liệu được bỏ qua: số thứ tự cột (dòng 5), tên nhóm (dòng 6, 10), \
             dòng tổng (dòng 12), dòng ẩn (dòng 9), phần ký (dòng 14–15, 19)"
        );
    }
    let batch =
        load("a.xlsx", &book, &over("a.xlsx", ", header_row: 3, include_hidden: true", "{{ x.ten }}"));
    assert_eq!(closings(&batch), ["Hướng Lập", "Hướng Phùng", "Tổng Cọt", "Tà Tổng"]);
}

#[test]
fn a_head_that_is_elsewhere_is_told_once() {
    let rows =
        [row(1, &["DANH SÁCH"]), row(3, &["TT", "Tên", "Số hộ"]), row(4, &["1", "Hải Lăng", "5"])].concat();
    let book = workbook(&rows, "", &[]);
    let batch = load("a.xlsx", &book, &over("a.xlsx", "", "{{ x.ten }}: {{ x.so_ho }} {{ x.so_ho }}"));
    assert_eq!(codes(&batch), ["unknown-variable"], "{:#?}", batch.findings);
    assert_eq!(batch.findings[0].help.as_ref().unwrap().vi, "thêm vào for_each: header_row: 3");
}

#[test]
fn cells_print_what_excel_shows_and_count_as_what_they_are() {
    let formats = [
        "0.0",
        "0.0%;[Red]-0.0%",
        "#,##0",
        "00000",
        "mm/yyyy",
        "dd/mm/yyyy",
        "[h]:mm",
        "#,##0\\ \"đ\"",
        "0.00%;@",
    ];
    let cell = |column: char, style: usize, value: &str| {
        format!("<c r=\"{column}2\" s=\"{style}\"><v>{value}</v></c>")
    };
    let rows = format!(
        "{}<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Hải Lăng</t></is></c>{}</row>",
        row(1, &["Tên", "b", "c", "d", "e", "f", "g", "h", "i", "k", "l"]),
        [
            cell('B', 1, "12.34"),
            cell('C', 2, "0.125"),
            cell('D', 3, "1234567"),
            cell('E', 4, "45"),
            cell('F', 5, "46000"),
            cell('G', 6, "46000"),
            cell('H', 7, "1.5"),
            cell('I', 8, "20000000"),
            cell('J', 0, "12.299999999999999"),
            cell('K', 0, "46000"),
        ]
        .concat()
    );
    let book = workbook(&rows, "", &formats);
    for (expression, wanted) in [
        ("{{ x.b }}", "12,3"),
        ("{{ x.b * 2 }}", "24,68"),
        ("{{ x.c }}", "12,5%"),
        ("{% if x.c > 0.1 %}trên{% endif %}", "trên"),
        (
            "{{ x.d }} {{ x.d | money }} {{ x.d | words }}",
            "1.234.567 1.234.567 một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy",
        ),
        ("{{ x.e }}", "00045"),
        ("{{ x.f }} {{ x.f | date_long }}", "12/2025 ngày 09 tháng 12 năm 2025"),
        ("{{ x.g }} {{ x.g | date }}", "09/12/2025 09/12/2025"),
        ("{{ x.h }}", "36:00"),
        ("{{ x.i }} {{ x.i // 2 }}", "20.000.000 đ 10000000"),
        ("{{ x.k }}", "12,3"),
        ("{{ x.l | date }}", "09/12/2025"),
        ("{{ x[\"b\"] }} ~ {{ x.b ~ '' }}", "12,3 ~ 12.34"),
    ] {
        let batch = load("a.xlsx", &book, &over("a.xlsx", "", expression));
        assert_eq!(closings(&batch), [wanted], "{expression}");
    }
    let dated = over("a.xlsx", "", "{{ x.ten }}").replace("closing", "legal_basis: [{type: Quyết định, number: 1/QĐ-TTg, date: \"{{ x.l }}\", issuer: Thủ tướng Chính phủ, subject: về việc thử}]\nclosing");
    let dated = small(&dated).replacen("legal_basis: [Căn cứ tình hình thực tế]\n", "", 1);
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.xlsx"), &book).unwrap();
    let batch = crate::common::load(&folder.path().join("a.yaml").display().to_string(), &dated);
    let (mut sources, mut sink) = (batch.sources.clone(), Sink::default());
    let made = pipeline::Pipeline::new(&batch, &Templates::default()).document(0, &mut sources, &mut sink);
    let mut all = String::new();
    made.unwrap().1.parts.iter().for_each(|part| part.paragraphs(&mut |one| all.push_str(&words(&one.text))));
    assert!(all.contains("ngày 09 tháng 12 năm 2025"), "{all}");
}

#[test]
fn amounts_typed_as_text_print_as_typed_and_count() {
    let csv = "Tên;Tiền;Thêm;Mã\nHải Lăng;5.000.000;20.000.000 đ;45\nCồn Cỏ;900.000;100.000 đ;07\n";
    let closing = "{{ x.tien }} + {{ x.them }} = {{ (x.tien + x.them) | money }}{% if x.ma == '45' %}, mã 45{% endif %}";
    let batch = load("a.csv", csv.as_bytes(), &over("a.csv", "", closing));
    assert_eq!(
        closings(&batch),
        ["5.000.000 + 20.000.000 đ = 25.000.000, mã 45", "900.000 + 100.000 đ = 1.000.000"]
    );
    let batch = load(
        "a.csv",
        csv.as_bytes(),
        &over("a.csv", ", where: \"x.tien > 1000000\"", "{{ x.ten }} {{ x.tien | words }}"),
    );
    assert_eq!(closings(&batch), ["Hải Lăng năm triệu"]);
}

#[test]
fn fractions_out_of_data_have_a_comma_in_a_sentence() {
    let plan = "for_each: {as: x, in: [{ten: A, n: 7.5}], key: a}\nvars: {r: 0.25}\nclosing: \"Kết {{ x.n }} và {{ r }}, {{ x.n * 2 }}, {{ x.n / 2 }}.\"\n";
    assert_eq!(closings(&load("b.csv", b"", plan)), ["7,5 và 0,25, 15, 3,75"]);
}

#[test]
fn texts_that_excel_saves_are_read() {
    let text = "Tên\tSố hộ\r\nHải Lăng\t7\r\n";
    let utf16 = |mark: [u8; 2], unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        mark.into_iter().chain(text.encode_utf16().flat_map(unit)).collect()
    };
    let files: [(&str, Vec<u8>); 6] = [
        ("a.csv", utf16([0xff, 0xfe], u16::to_le_bytes)),
        ("a.txt", utf16([0xfe, 0xff], u16::to_be_bytes)),
        ("a.tsv", text.as_bytes().to_vec()),
        (
            "a.csv",
            b"sep=;\r\nT\xc3\xaan;S\xe1\xbb\x91 h\xe1\xbb\x99\r\nH\xe1\xba\xa3i L\xc4\x83ng;7\r\n".to_vec(),
        ),
        ("a.csv", "\u{feff}sep=,\nTên,Số hộ\nHải Lăng,7\n".into()),
        ("a.csv", "Tên,Số hộ,,\n\"Hải Lăng\",7,,\n,,,\n".into()),
    ];
    for (file, bytes) in files {
        let batch = load(file, &bytes, &over(file, "", "{{ x.ten }} {{ x.so_ho }}"));
        assert_eq!(closings(&batch), ["Hải Lăng 7"], "{file} {:#?}", batch.findings);
    }
    let titled = "Danh sách, năm 2026\n\nTT;Tên;Số hộ\n1;Hải Lăng;7\nTổng cộng;;7\n";
    for more in [", header_row: 3", ", range: A3:C9"] {
        let batch = load("a.csv", titled.as_bytes(), &over("a.csv", more, "{{ x.ten }} {{ x.so_ho }}"));
        assert_eq!(closings(&batch), ["Hải Lăng 7"], "{more} {:#?}", batch.findings);
    }
}

/// What looks like something else and is a row.
#[test]
fn rows_without_numbers_of_their_own_are_rows() {
    for (csv, wanted) in [
        ("ten,b,c\n1,2,3\n4,5,6\n", vec!["1", "4"]),
        (
            "ten;viec\nNguyễn Văn A;Chủ tịch\n\nTrần Văn B;Giám đốc\nĐại diện hộ nghèo;Họp\n",
            vec!["Nguyễn Văn A", "Trần Văn B", "Đại diện hộ nghèo"],
        ),
        ("ten\nTổng Cọt\nCộng Hòa\nTà Tổng\n", vec!["Tổng Cọt", "Cộng Hòa", "Tà Tổng"]),
        ("tt,ten\n1,Tổng hợp\n2,Kế toán\n3,Người lập\n", vec!["Tổng hợp", "Kế toán", "Người lập"]),
    ] {
        let batch = load("a.csv", csv.as_bytes(), &over("a.csv", "", "{{ x.ten }}"));
        assert_eq!(closings(&batch), wanted, "{csv}: {:#?}", batch.findings);
    }
}

#[test]
fn columns_are_judged_where_they_are_used() {
    let rows = [
        row(1, &["Tên", "", "Ghi chú", "Ghi chú", "Tiền"]),
        row(2, &["Hải Lăng", "x", "a", "b", "=C1+1"]),
        row(3, &["Cồn Cỏ", "", "", "", "=C1+1"]),
    ]
    .concat();
    let book = workbook(&rows, "", &[]);
    let find = |closing: &str| {
        let batch = load("a.xlsx", &book, &over("a.xlsx", "", closing));
        batch.findings.iter().map(|one| format!("{} {}", one.code.name, one.message.vi)).collect::<Vec<_>>()
    };
    assert_eq!(find("{{ x.ten }}"), Vec::<String>::new());
    assert_eq!(find("{{ x.ten }} {{ x[\"Ghi chú\"] }}"), ["data-column hai cột cùng tên \"Ghi chú\""]);
    assert_eq!(
        find("{{ x.tien }} {{ x.tien | money }} {{ x.ten }}"),
        ["data-row 2 ô của cột \"Tiền\" là công thức chưa có kết quả: ô E2, E3"]
    );
}

#[test]
fn a_workbook_cannot_be_larger_than_a_sheet() {
    let plan = over("a.xlsx", "", "{{ x.ten }}");
    for rows in [
        "<row r=\"4294967294\"><c r=\"A4294967294\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"AAAAAAAAAA1\"><v>1</v></c></row>",
        "<row r=\"1048577\"/>",
        // What stands after a wrong end tag, too.
        "<row r=\"1\"></c></row><row r=\"4294967294\"><c r=\"A4294967294\"><v>1</v></c></row>",
        "<row r=\"1\"></c></row><row r=\"2\"><c r=\"AAAAAAAAAA1\"><v>1</v></c></row>",
    ] {
        let batch = load("a.xlsx", &workbook(rows, "", &[]), &plan);
        assert_eq!(codes(&batch), ["data-unreadable"], "{:#?}", batch.findings);
    }
    let far = format!(
        "{}{}<row r=\"3\"><c r=\"XFD3\"><v>1</v></c></row><row r=\"1048576\"><c r=\"A1048576\"><v>2</v></c></row>",
        row(1, &["Tên"]),
        row(2, &["Hải Lăng"])
    );
    let batch =
        load("a.xlsx", &workbook(&far, "", &[]), &over("a.xlsx", ", where: \"x.ten != ''\"", "{{ x.ten }}"));
    assert_eq!(batch.len(), 2, "{:#?}", batch.findings);
}

#[test]
fn a_part_that_is_not_there_is_told() {
    let csv = "Tên\nHải Lăng\n";
    for (more, code) in [
        (", header_row: 9", "data-column"),
        (", header_row: 0", "unknown-value"),
        (", range: 5", "unknown-value"),
        (", range: A1:A2, header_row: 1", "unknown-value"),
    ] {
        let batch = load("a.csv", csv.as_bytes(), &over("a.csv", more, "{{ x.ten }}"));
        assert_eq!(codes(&batch), [code], "{more}: {:#?}", batch.findings);
    }
    let batch = load("a.json", b"[{\"ten\": \"a\"}]", &over("a.json", ", header_row: 1", "{{ x.ten }}"));
    assert_eq!(codes(&batch), ["data-unreadable"]);
}
