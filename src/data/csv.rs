//! CSV: comma, semicolon or tab, quotes; a first line "sep=;" says which, as Excel reads it. Every value is a
//! text, so that codes keep their zeros.

use csv::{ByteRecord, ReaderBuilder};

use super::lines::{SheetLine, SheetLines};
use super::list;
use super::part::{LAST, Part};
use super::{Cell, Table};
use crate::diag::{Diagnostic, Sink, codes};
use crate::message;
use crate::source::{SourceId, SourceMap, Span};

/// Reads a whole file. Rows that do not fit are told in `sink` and left out; `None`: the columns are not known.
pub(super) fn table(
    name: &str,
    text: &str,
    part: &Part,
    sources: &mut SourceMap,
    sink: &mut Sink,
) -> Option<Table> {
    let source = sources.add(name, text);
    let mut start = text.len() - text.trim_start_matches('\u{feff}').len();
    let delimiter = match said(&text[start..]) {
        Some((delimiter, len)) => {
            start += len;
            delimiter
        }
        None => delimiter(&text[start..], part),
    };
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(&text.as_bytes()[start..]);
    let (mut all, mut record) = (Vec::new(), ByteRecord::new());
    // Counted as a sheet would: a line break inside quotes begins no row.
    let (mut number, mut counted) = (1, start);
    // Reading from memory does not fail, and a text stays one when it is cut at ASCII.
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let at = record.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or(0)) + start;
        let end = start + usize::try_from(reader.position().byte()).unwrap_or(0);
        let record = CsvRecord { source, text, at, end, delimiter, values: texts(&record) };
        let span = record.span();
        number += if counted < span.start { breaks(&text[counted..span.start]) } else { 0 };
        counted = span.end;
        if !record.is_closed() {
            sink.push(unclosed(span));
            continue;
        }
        if record.values.len() > LAST.1 {
            sink.push(too_wide(span));
            return None;
        }
        let cells =
            record.spans().into_iter().zip(record.values).map(|(span, value)| Cell::of_text(value, span));
        all.push(SheetLine { number, span, cells: cells.collect(), is_hidden: false });
    }
    list::table(SheetLines { all, merges: Vec::new(), is_text: true }, part, sink)
}

/// The line breaks between two records: those of empty lines among them.
fn breaks(between: &str) -> usize {
    between.matches('\n').count().max(between.matches('\r').count())
}

fn too_wide(span: Span) -> Diagnostic {
    let most = LAST.1;
    codes::DATA_COLUMN
        .at(
            Span { end: span.start, ..span },
            message!("dòng này có hơn {most} cột", "this row has more than {most} columns"),
        )
        .help(message!("xem lại dấu phân cách và dấu nháy", "look at the delimiter and the quotes"))
}

fn unclosed(span: Span) -> Diagnostic {
    codes::DATA_ROW.at(span, message!("dấu nháy kép không được đóng", "a double quote is not closed")).help(
        message!(
            "thêm dấu nháy đóng; dấu nháy trong giá trị viết \"\"",
            "close it; a quote inside a value is \"\""
        ),
    )
}

/// The delimiter that a first line "sep=;" says, and how long that line is.
fn said(text: &str) -> Option<(u8, usize)> {
    let line = text.lines().next()?;
    match *line.trim_matches('"').strip_prefix("sep=")?.as_bytes() {
        [delimiter] if delimiter.is_ascii() => {
            let rest = &text[line.len()..];
            let end = rest.find('\n').map_or(rest.len(), |at| at + 1);
            Some((delimiter, line.len() + end))
        }
        _ => None,
    }
}

/// The delimiter that the head has most of: where the head is not named, the first line that has any.
fn delimiter(text: &str, part: &Part) -> u8 {
    let head = part.header_row.as_ref().map(|row| row.value);
    let head = head.or(part.range.as_ref().map(|range| *range.value.rows.start()));
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let (mut quoted, mut row) = (false, 1);
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => {
                if head.map_or_else(|| counts.iter().any(|(_, count)| *count > 0), |head| head == row) {
                    break;
                }
                row += 1;
                counts.iter_mut().for_each(|(_, count)| *count = 0);
            }
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
struct CsvRecord<'a> {
    source: SourceId,
    text: &'a str,
    at: usize,
    end: usize,
    delimiter: u8,
    values: Vec<String>,
}

impl CsvRecord<'_> {
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
    use crate::templates::Data;

    fn read(text: &str) -> (Option<Table>, SourceMap, usize) {
        let (mut sources, mut sink) = (SourceMap::default(), Sink::default());
        let table = table("a.csv", text, &Part::default(), &mut sources, &mut sink);
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
        assert_eq!(read("a,b\n1,\"x\n2,y\n").2, 1);
        assert_eq!(read("a,b\n1\n3,4\n").0.map(|table| table.rows.len()), Some(1));
        assert_eq!(read("").0.map(|table| table.rows.len()), Some(0));
    }
}
