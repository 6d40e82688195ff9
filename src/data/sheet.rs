//! A sheet of an .xlsx workbook. It has no text, so a place in it is a place in a text made of it: one line
//! for each row of the sheet, its cells with tabs between.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data as Held, DataRef, Reader, StyleRange, Xlsx};

use super::cell::{header, is_blank};
use super::{Cell, DataError, Row, Table};
use crate::diag::{Diagnostic, Sink};
use crate::say;
use crate::source::{SourceMap, Span};
use crate::templates::Data;
use crate::vietnamese::Decimal;

/// Reads a sheet, the first if none is named. Rows with an error of the sheet's own are told in `sink` and left
/// out.
pub fn table(
    name: &str,
    bytes: Vec<u8>,
    sheet: Option<&str>,
    sources: &mut SourceMap,
    sink: &mut Sink,
) -> Result<Option<Table>, DataError> {
    let unreadable = |error: calamine::XlsxError| DataError::Workbook(error.to_string());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let sheets = book.sheet_names();
    let Some(found) = sheets.iter().find(|one| sheet.is_none_or(|sheet| *one == sheet)).cloned() else {
        return Err(DataError::Sheet(sheet.unwrap_or_default().to_owned(), sheets));
    };
    let mut cells: BTreeMap<u32, BTreeMap<u32, Held>> = BTreeMap::new();
    // A table may stand anywhere in a sheet.
    let (mut left, mut right) = (u32::MAX, 0);
    let mut reader = book.worksheet_cells_reader(&found).map_err(unreadable)?;
    while let Some(cell) = reader.next_cell().map_err(unreadable)? {
        let (row, column) = cell.get_position();
        if matches!(cell.get_value(), DataRef::Empty) {
            continue;
        }
        (left, right) = (left.min(column), right.max(column + 1));
        cells.entry(row).or_default().insert(column, cell.get_value().clone().into());
    }
    drop(reader);
    // One stray cell at the far end of a sheet makes every row as long.
    let spanned = left.min(right)..right;
    if cells.len() as u64 * spanned.len() as u64 > MAX_CELLS {
        return Err(DataError::Workbook(format!("{} × {} ô (cells)", cells.len(), spanned.len())));
    }
    let styles = book.worksheet_style(&found).map_err(unreadable)?;
    let grid = Grid::new(&cells, &spanned, &styles);
    let source = sources.add(format!("{name}#{found}"), grid.text.as_str());
    let at = |span: &std::ops::Range<usize>| Span { source, start: span.start, end: span.end };
    let mut lines = grid.lines.iter().filter(|line| !line.cells.iter().all(|cell| is_blank(&cell.shown)));
    let Some(head) = lines.next() else { return Ok(Some(Table::default())) };
    let names: Vec<String> = head.cells.iter().map(|cell| cell.shown.clone()).collect();
    let spans: Vec<Span> = head.cells.iter().map(|cell| at(&cell.at)).collect();
    let Some(columns) = header(&names, &spans, sink) else { return Ok(None) };
    let mut rows = Vec::new();
    for line in lines {
        let before = sink.errors();
        for (cell, column) in line.cells.iter().zip(spanned.clone()).skip(columns.len()) {
            if !is_blank(&cell.shown) {
                sink.push(without_column(at(&cell.at), column, line.row));
            }
        }
        for cell in line.cells.iter().filter(|cell| cell.is_error) {
            let shown = &cell.shown;
            sink.push(Diagnostic::error(
                "data-row",
                at(&cell.at),
                say!("ô này có lỗi {shown} trong bảng tính", "this cell holds the error {shown}"),
            ));
        }
        if sink.errors() > before {
            continue;
        }
        let cells = line.cells.iter().take(columns.len());
        let cells = cells.map(|cell| Some(Cell { value: cell.value.clone(), span: at(&cell.at) })).collect();
        rows.push(Row { span: at(&line.at), cells });
    }
    Ok(Some(Table { columns, rows }))
}

fn without_column(span: Span, column: u32, row: usize) -> Diagnostic {
    let cell = format!("{}{row}", letters(column));
    Diagnostic::error(
        "data-row",
        span,
        say!("ô {cell} nằm ngoài các cột có tên", "the cell {cell} lies outside the named columns"),
    )
}

/// "A", "B", … "Z", "AA".
fn letters(column: u32) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap_or(0));
    if column < 26 { last.to_string() } else { format!("{}{last}", letters(column / 26 - 1)) }
}

/// Cells of a sheet above this are a slip.
const MAX_CELLS: u64 = 5_000_000;

/// The columns that the table spans, from 0.
type Columns = std::ops::Range<u32>;

/// The sheet as a text.
struct Grid {
    text: String,
    lines: Vec<Line>,
}

struct Line {
    /// The row's number in the sheet, from 1.
    row: usize,
    at: std::ops::Range<usize>,
    cells: Vec<Shown>,
}

struct Shown {
    at: std::ops::Range<usize>,
    shown: String,
    value: Data,
    is_error: bool,
}

impl Grid {
    fn new(cells: &BTreeMap<u32, BTreeMap<u32, Held>>, columns: &Columns, styles: &StyleRange) -> Self {
        let (mut text, mut lines) = (String::new(), Vec::new());
        let mut next = 0;
        for (&row, cells) in cells {
            // A line of the text for each row of the sheet: the numbers of both are the same.
            text.push_str(&"\n".repeat((row - next) as usize));
            next = row + 1;
            let start = text.len();
            let mut line = Vec::new();
            for column in columns.clone() {
                let held = cells.get(&column).unwrap_or(&Held::Empty);
                if column > columns.start {
                    text.push('\t');
                }
                let code = styles.get((row, column)).and_then(|style| style.number_format.as_ref());
                let (shown, value) = seen(held, code.map_or("", |format| &format.format_code));
                let begin = text.len();
                text.push_str(&shown.replace(['\t', '\n', '\r'], " "));
                let is_error = matches!(held, Held::Error(_));
                line.push(Shown { at: begin..text.len(), shown, value, is_error });
            }
            lines.push(Line { row: row as usize + 1, at: start..text.len(), cells: line });
            text.push('\n');
        }
        Self { text, lines }
    }
}

/// A cell as a person sees it, and what it is to an expression.
fn seen(held: &Held, format: &str) -> (String, Data) {
    let text = |text: String| (text.clone(), Data::Text(text));
    match held {
        Held::Empty => text(String::new()),
        Held::String(words) => text(words.trim().to_owned()),
        Held::Bool(flag) => (flag.to_string(), Data::Flag(*flag)),
        Held::Error(error) => text(error.to_string()),
        Held::DateTime(day) if day.is_datetime() => {
            let (year, month, date, hour, minute, ..) = day.to_ymd_hms_milli();
            let time =
                if day.as_f64().fract() > 0.0 { format!(" {hour:02}:{minute:02}") } else { String::new() };
            // Below one whole day it is a time alone.
            match day.as_f64() < 1.0 {
                true => text(time.trim().to_owned()),
                false => text(format!("{date:02}/{month:02}/{year}{time}")),
            }
        }
        Held::DateTime(span) => text(span.as_f64().to_string()),
        Held::DateTimeIso(words) | Held::DurationIso(words) => text(words.clone()),
        Held::Int(whole) => (whole.to_string(), Data::Whole(*whole)),
        Held::Float(number) => number_seen(*number, format),
    }
}

/// Beyond this a float no longer holds every whole number.
const MAX_WHOLE: f64 = 9e15;

fn number_seen(number: f64, format: &str) -> (String, Data) {
    let decimals = format.split_once('.').map_or(0, |(_, after)| after.matches('0').count());
    if format.ends_with('%') {
        let percent = format!("{:.decimals$}", number * 100.0);
        let shown = Decimal::parse(&percent).map_or(percent, |percent| percent.to_string());
        return (format!("{shown}%"), Data::Text(format!("{shown}%")));
    }
    if number.fract() != 0.0 || number.abs() > MAX_WHOLE {
        return (number.to_string(), Data::Decimal(number));
    }
    let whole = format!("{number:.0}");
    // "00000": a code whose zeros the sheet shows.
    if format.len() > 1 && format.bytes().all(|byte| byte == b'0') {
        let code = format!("{whole:0>width$}", width = format.len());
        return (code.clone(), Data::Text(code));
    }
    let value = whole.parse().map_or(Data::Decimal(number), Data::Whole);
    (whole, value)
}
