//! Workbooks as tests need them: the rows of one sheet as they stand in its part.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A workbook of one sheet, "Xã": what stands in its `sheetData`, what follows that, and the formats of numbers by
/// the index that a cell's `s` gives, 0 being the general one.
pub fn workbook(rows: &str, after: &str, formats: &[&str]) -> Vec<u8> {
    let escape = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let doc = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    let codes: String = (0..)
        .zip(formats)
        .map(|(n, code)| format!("<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>", 170 + n, escape(code)))
        .collect();
    let styles: String = (0..formats.len())
        .map(|n| format!("<xf numFmtId=\"{}\" applyNumberFormat=\"1\"/>", 170 + n))
        .collect();
    let parts = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned(),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{relations}\"><Relationship Id=\"r1\" Type=\"{doc}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{doc}\"><sheets><sheet name=\"Xã\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{relations}\"><Relationship Id=\"r1\" Type=\"{doc}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{doc}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{main}\"><numFmts>{codes}</numFmts><cellXfs><xf numFmtId=\"0\"/>{styles}</cellXfs></styleSheet>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData>{after}</worksheet>"),
        ),
    ];
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(1));
        out.start_file(name, options).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// A row: what stands in its cells from column A on, empty ones left out; numbers as numbers, `=` before a formula.
pub fn row(number: usize, cells: &[&str]) -> String {
    let cells: String = ('A'..)
        .zip(cells)
        .filter(|(_, text)| !text.is_empty())
        .map(|(column, text)| match text.strip_prefix('=') {
            Some(formula) => format!("<c r=\"{column}{number}\"><f>{formula}</f></c>"),
            None if text.parse::<f64>().is_ok() => format!("<c r=\"{column}{number}\"><v>{text}</v></c>"),
            None => format!("<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        })
        .collect();
    format!("<row r=\"{number}\">{cells}</row>")
}

/// Merged cells, as they stand behind the rows.
pub fn merged(ranges: &[&str]) -> String {
    let all: String = ranges.iter().map(|range| format!("<mergeCell ref=\"{range}\"/>")).collect();
    format!("<mergeCells>{all}</mergeCells>")
}
