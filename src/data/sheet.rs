//! A sheet of an .xlsx workbook. It has no text, so a place in it is a place in a text made of it: one line
//! for each row of the sheet, its cells with tabs between.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::ops::Range;

use calamine::{Data as Held, DataRef, Reader, Xlsx};
use chrono::NaiveDateTime;

use super::format::{CellFormats, Seen};
use super::lines::{SheetLine, SheetLines, text_of};
use super::package::{self, Marks};
use super::part::{LAST, Part, letters};
use super::{Cell, DataError, Fault, Table, list};
use crate::diag::Sink;
use crate::message;
use crate::source::{SourceMap, Span};
use crate::templates::Data;

/// Reads a sheet, the first if none is named.
pub(super) fn table(
    name: &str,
    bytes: Vec<u8>,
    sheet: Option<&str>,
    part: &Part,
    sources: &mut SourceMap,
    sink: &mut Sink,
) -> Result<Option<Table>, DataError> {
    let unreadable = |error: calamine::XlsxError| DataError::Workbook(error.to_string());
    let mut package = package::open(&bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.as_slice())).map_err(unreadable)?;
    let sheets = book.sheet_names();
    let Some(found) = sheets.iter().find(|one| sheet.is_none_or(|sheet| *one == sheet)).cloned() else {
        return Err(DataError::Sheet(sheet.unwrap_or_default().to_owned(), sheets));
    };
    let marks = package::marks(&mut package, &found)?;
    let mut formats = CellFormats::new(book.has_1904_epoch());
    let mut cells: Rows = BTreeMap::new();
    let mut reader = book.worksheet_cells_reader(&found).map_err(unreadable)?;
    let codes: Vec<String> = reader
        .styles()
        .iter()
        .map(|style| {
            style.number_format.as_ref().map_or_else(String::new, |format| format.format_code.clone())
        })
        .collect();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(unreadable)? {
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize + 1, column as usize + 1);
        // Also in a sheet whose marks were not found: a line is drawn for every row up to this one.
        if row > LAST.0 || column > LAST.1 {
            return Err(package::outside(&format!("{}{row}", letters(column))));
        }
        let fault = match cell.get_value() {
            DataRef::Error(error) => Some(Fault::Error(error.to_string())),
            DataRef::Empty => marks.unworked.contains(&(row, column)).then_some(Fault::Unworked),
            _ => None,
        };
        if fault.is_none() && matches!(cell.get_value(), DataRef::Empty) {
            continue;
        }
        let code = codes.get(style).map_or("", String::as_str);
        let (value, shown) = seen(&cell.get_value().clone().into(), code, &mut formats);
        cells.entry(row).or_default().insert(column, (value, shown, fault));
    }
    drop(reader);
    let width = width(&cells, part);
    let count = cells.len().saturating_mul(width);
    if count > MAX_CELLS {
        return Err(DataError::Bound(message!(
            "trang tính có {count} ô, tối đa {MAX_CELLS}",
            "the sheet has {count} cells, at most {MAX_CELLS}"
        )));
    }
    let lines = lines(cells, width, &marks, &format!("{name}#{found}"), sources);
    Ok(list::table(lines, part, sink))
}

/// Cells of a sheet above this are a slip.
const MAX_CELLS: usize = 5_000_000;

/// The cells by row and column, both from 1.
type Rows = BTreeMap<usize, BTreeMap<usize, Read>>;

/// Lines that may hold the head, or what belongs to it.
const BEGINNING: usize = 20;

/// How many columns are looked at: those of the range, or as far as the head and what stands near it goes. One stray
/// cell at the far end of a sheet would make every row as long.
fn width(cells: &Rows, part: &Part) -> usize {
    if let Some(range) = &part.range {
        return *range.value.columns.end();
    }
    let head = part.header_row.as_ref().map(|row| row.value);
    let first = head.or_else(|| cells.keys().next().copied()).unwrap_or(1);
    let near = cells.range(first.saturating_sub(BEGINNING)..=first + BEGINNING);
    near.filter_map(|(_, row)| row.keys().next_back()).max().copied().unwrap_or(0)
}

/// The sheet as lines, and as a text in `sources`.
fn lines(cells: Rows, width: usize, marks: &Marks, name: &str, sources: &mut SourceMap) -> SheetLines {
    let mut text = String::new();
    // Where the line and its cells stand in the text.
    let mut drawn = Vec::new();
    let mut next = 1;
    for (row, mut held) in cells {
        // A line of the text for each row of the sheet: the numbers of both are the same.
        text.push_str(&"\n".repeat(row - next));
        next = row + 1;
        let start = text.len();
        let mut line = Vec::new();
        for column in 1..=width {
            if column > 1 {
                text.push('\t');
            }
            let (value, shown, fault) = held.remove(&column).unwrap_or_else(empty);
            let says = match &fault {
                Some(Fault::Error(error)) => error.clone(),
                _ => text_of(&value, shown.as_deref()),
            };
            let begin = text.len();
            text.push_str(&says.replace(['\t', '\n', '\r'], " "));
            line.push((begin..text.len(), value, shown, fault));
        }
        drawn.push((row, start..text.len(), line));
        text.push('\n');
    }
    let source = sources.add(name, text);
    let at = |at: Range<usize>| Span { source, start: at.start, end: at.end };
    let all = drawn.into_iter().map(|(number, place, cells)| {
        let cells = cells.into_iter().map(|(place, value, shown, fault)| Cell {
            value,
            shown,
            span: at(place),
            fault,
        });
        let (cells, is_hidden) = (cells.collect(), marks.hidden.contains(&number));
        SheetLine { number, span: at(place), cells, is_hidden }
    });
    SheetLines { all: all.collect(), merges: marks.merges.clone(), is_text: false }
}

/// A cell that was read: what it is, what it shows, what is wrong with it.
type Read = (Data, Option<String>, Option<Fault>);

fn empty() -> Read {
    (Data::Text(String::new()), None, None)
}

/// What a cell is to an expression, and what it shows.
fn seen(held: &Held, code: &str, formats: &mut CellFormats) -> Seen {
    match held {
        Held::Empty => (Data::Text(String::new()), None),
        Held::String(words) => (Data::Text(words.trim().to_owned()), None),
        Held::Bool(flag) => (Data::Flag(*flag), None),
        Held::Error(error) => (Data::Text(error.to_string()), None),
        Held::Int(whole) => formats.see(*whole as f64, code),
        Held::Float(number) => formats.see(*number, code),
        // A day whose format only the country of the reader says.
        Held::DateTime(day) => formats.see(day.as_f64(), if code.is_empty() { "dd/mm/yyyy" } else { code }),
        Held::DateTimeIso(words) => (Data::Text(iso_day(words).unwrap_or_else(|| words.clone())), None),
        Held::DurationIso(words) => (Data::Text(words.clone()), None),
    }
}

/// "2025-12-09T00:00:00" → "09/12/2025".
fn iso_day(words: &str) -> Option<String> {
    let day = NaiveDateTime::parse_from_str(words, "%Y-%m-%dT%H:%M:%S%.f").ok()?;
    let time = if day.time() == chrono::NaiveTime::MIN { "" } else { " %H:%M" };
    Some(day.format(&format!("%d/%m/%Y{time}")).to_string())
}
