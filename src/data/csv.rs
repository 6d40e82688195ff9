//! CSV: UTF-8 with or without a byte order mark, comma, semicolon or tab, quotes. Every value is a text, so
//! that codes keep their zeros.

use csv::{ByteRecord, ReaderBuilder};

use super::cell::{header, is_blank};
use super::{Cell, Row, Table};
use crate::diag::{Diagnostic, Sink};
use crate::say;
use crate::source::{SourceId, SourceMap, Span};
use crate::templates::Data;

/// Reads a whole file. Rows that do not fit are told in `sink` and left out; `None`: the columns are not known.
pub fn table(name: &str, text: &str, sources: &mut SourceMap, sink: &mut Sink) -> Option<Table> {
    let source = sources.add(name, text);
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let delimiter = delimiter(&text[start..]);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(&text.as_bytes()[start..]);
    let (mut records, mut record) = (Vec::new(), ByteRecord::new());
    // Reading from memory does not fail, and a text stays one when it is cut at ASCII.
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let at = record.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or(0)) + start;
        let end = start + usize::try_from(reader.position().byte()).unwrap_or(0);
        records.push(Record { source, text, at, end, delimiter, values: texts(&record) });
    }
    let mut records = records.into_iter().filter(|record| !record.values.iter().all(|value| is_blank(value)));
    let Some(head) = records.next() else { return Some(Table::default()) };
    let columns = header(&head.values, &head.spans(), sink)?;
    let mut rows = Vec::new();
    for record in records {
        let cells = record.values.len();
        let extra = record.values.iter().skip(columns.len()).any(|value| !is_blank(value));
        if !record.is_closed() {
            sink.push(unclosed(record.span()));
            continue;
        }
        if cells < columns.len() || extra {
            sink.push(ragged(record.span(), cells, columns.len()));
            continue;
        }
        let span = record.span();
        let cells = record.spans().into_iter().zip(record.values);
        let cells = cells.map(|(span, value)| Some(Cell { value: Data::Text(value), span }));
        rows.push(Row { span, cells: cells.take(columns.len()).collect() });
    }
    Some(Table { columns, rows })
}

fn ragged(span: Span, cells: usize, columns: usize) -> Diagnostic {
    Diagnostic::error(
        "data-row",
        span,
        say!(
            "dòng này có {cells} ô, dòng đầu có {columns} cột",
            "this row has {cells} cells, the first {columns}"
        ),
    )
    .help(say!(
        "giá trị có dấu phân cách hoặc xuống dòng phải đặt trong dấu nháy kép",
        "a value with the delimiter or a line break needs double quotes"
    ))
}

fn unclosed(span: Span) -> Diagnostic {
    Diagnostic::error("data-row", span, say!("dấu nháy kép không được đóng", "a double quote is not closed"))
        .help(say!(
            "thêm dấu nháy đóng; dấu nháy trong giá trị viết \"\"",
            "close it; a quote inside a value is \"\""
        ))
}

/// The delimiter that the first line has most of.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(one, _)| *one == byte).for_each(|(_, count)| *count += 1),
        }
    }
    // The first of those that are equal.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(delimiter, _)| *delimiter)
}

fn texts(record: &ByteRecord) -> Vec<String> {
    record.iter().map(|value| String::from_utf8_lossy(value).trim().to_owned()).collect()
}

/// A row as it stands in the file.
struct Record<'a> {
    source: SourceId,
    text: &'a str,
    at: usize,
    end: usize,
    delimiter: u8,
    values: Vec<String>,
}

impl Record<'_> {
    fn is_closed(&self) -> bool {
        self.text[self.at..self.end].matches('"').count().is_multiple_of(2)
    }

    fn span(&self) -> Span {
        let text = &self.text[self.at..self.end];
        let blank = text.len() - text.trim_start_matches(['\r', '\n']).len();
        let start = self.at + blank;
        Span { source: self.source, start, end: self.at + text.trim_end().len().max(blank) }
    }

    /// The place of each value, quotes included.
    fn spans(&self) -> Vec<Span> {
        let whole = self.span();
        let (mut out, mut start, mut quoted) = (Vec::new(), whole.start, false);
        for (at, byte) in self.text.bytes().enumerate().take(whole.end).skip(whole.start) {
            quoted ^= byte == b'"';
            if byte == self.delimiter && !quoted {
                out.push(Span { start, end: at, ..whole });
                start = at + 1;
            }
        }
        out.push(Span { start, ..whole });
        // Trailing delimiters may have been cut with the white space at the end of the line.
        out.resize(self.values.len(), Span { start: whole.end, ..whole });
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Table>, SourceMap, usize) {
        let (mut sources, mut sink) = (SourceMap::default(), Sink::default());
        let table = table("a.csv", text, &mut sources, &mut sink);
        (table, sources, sink.errors())
    }

    #[test]
    fn values_stay_texts_and_have_their_places() {
        for (mark, end) in [(",", "\n"), (";", "\r\n"), ("\t", "\n")] {
            let text = format!(
                "\u{feff}Mã{mark}Tên xã{mark}Ghi chú{end}08{mark}\"Hải{mark} Lăng\"{mark}\"a \"\"b\"\"{end}c\"{end}{end}10{mark}Cồn Cỏ{mark}{end}"
            );
            let (table, sources, errors) = read(&text);
            let Some(table) = table else { unreachable!("{text}") };
            assert_eq!(
                (table.columns.as_slice(), errors),
                (&["Mã", "Tên xã", "Ghi chú"].map(str::to_owned)[..], 0)
            );
            let cell = |row: usize, column: usize| {
                let cell = table.rows[row].cells[column].as_ref();
                cell.map(|cell| (cell.value.clone(), sources.slice(cell.span).to_owned()))
            };
            let seen = |value: &str, written: &str| Some((Data::Text(value.to_owned()), written.to_owned()));
            assert_eq!(cell(0, 0), seen("08", "08"));
            assert_eq!(cell(0, 1), seen(&format!("Hải{mark} Lăng"), &format!("\"Hải{mark} Lăng\"")));
            assert_eq!(cell(1, 1), seen("Cồn Cỏ", "Cồn Cỏ"));
            assert_eq!(cell(1, 2), seen("", ""));
            assert_eq!(sources.position(table.rows[1].span).line, 5);
        }
    }

    #[test]
    fn what_does_not_fit_is_told() {
        assert_eq!(read("a,b\n1\n1,2,3\n1,2,\n").2, 2);
        assert_eq!(read("a,a\n1,2\n").2, 1);
        assert_eq!(read("a,\n1,2\n").2, 1);
        assert_eq!(read("a,b\n1,\"x\n2,y\n").2, 1);
        assert_eq!(read("a,b\n1\n3,4\n").0.map(|table| table.rows.len()), Some(1));
        assert_eq!(read("").0.map(|table| table.rows.len()), Some(0));
    }
}
