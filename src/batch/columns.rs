//! The columns that expressions use, held against the data: those that are not there, have the name of another, or
//! hold what cannot be used. Each is told once, however often it is used.

use std::collections::BTreeMap;

use super::compile::unknown;
use super::labels::also;
use super::rows::Rows;
use crate::data::{Fault, place};
use crate::diag::{Diagnostic, Message, Sink, codes};
use crate::message;
use crate::source::{SourceMap, Span};
use crate::vietnamese::slug;

/// Reports the columns that cannot be used; `used` has each name with the place of its use. False: what the rows
/// say is not known for that.
pub(super) fn check_columns(
    used: &[(&str, Span)],
    rows: &Rows,
    sources: &SourceMap,
    sink: &mut Sink,
) -> bool {
    let mut places: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for (name, span) in used {
        places.entry(name).or_default().push(*span);
    }
    let (known, missing): (Vec<_>, Vec<_>) =
        places.into_iter().partition(|(name, _)| rows.column(name).is_some());
    if let Some(finding) = head_elsewhere(&missing, rows, sources) {
        // What is missing is missing for that.
        sink.push(finding);
        return false;
    }
    for (name, places) in &missing {
        if let [first, others @ ..] = places.as_slice() {
            sink.push(no_column(name, *first, others, rows, sources));
        }
    }
    let mut is_known = true;
    let mut columns: Vec<usize> = known.iter().filter_map(|(name, _)| rows.column(name)).collect();
    columns.sort_unstable();
    columns.dedup();
    for column in columns {
        twice(column, rows, sink);
        is_known &= !faults(column, rows, sources, sink);
    }
    is_known
}

/// Names that stand in a line below the one that was taken for the head.
fn head_elsewhere(missing: &[(&str, Vec<Span>)], rows: &Rows, sources: &SourceMap) -> Option<Diagnostic> {
    let (name, places) = missing.first()?;
    let has = |texts: &[String], name: &str| {
        texts.iter().any(|text| {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            words == name || slug(&words, '_') == name
        })
    };
    let lines = || rows.table.beginning.iter().skip(1);
    let (row, _) = lines().find(|(_, texts)| missing.iter().all(|(name, _)| has(texts, name)))?;
    let data = data_of(rows, sources)?;
    let first = rows.table.beginning.first().map_or(1, |(number, _)| *number);
    let message = message!(
        "{data} không có cột \"{name}\" ở dòng {first}, mà ở dòng {row}",
        "{data} has no column \"{name}\" in row {first}, but in row {row}"
    );
    let finding = codes::UNKNOWN_VARIABLE.at(*places.first()?, message);
    Some(finding.help(message!("thêm vào for_each: header_row: {row}", "add to for_each: header_row: {row}")))
}

/// The file of the data, or the plan that holds the rows itself; none where there are neither columns nor rows.
fn data_of<'s>(rows: &Rows, sources: &'s SourceMap) -> Option<&'s str> {
    let place = rows.table.head.first().copied().or_else(|| rows.table.rows.first().map(|row| row.span));
    place.map(|place| &*sources.get(place.source).name)
}

fn no_column(name: &str, at: Span, others: &[Span], rows: &Rows, sources: &SourceMap) -> Diagnostic {
    let finding = unknown(name, &rows.names(), at);
    let message = match data_of(rows, sources) {
        Some(data) => {
            message!("dữ liệu {data} không có cột \"{name}\"", "the data {data} have no column \"{name}\"")
        }
        None => finding.message.clone(),
    };
    let finding = Diagnostic { message, ..finding };
    let also = |finding: Diagnostic, place: &Span| finding.label(*place, also());
    others.iter().fold(finding, also)
}

/// A column whose name another has, too.
fn twice(column: usize, rows: &Rows, sink: &mut Sink) {
    let name = &rows.table.columns[column];
    let same = rows.table.columns.iter().zip(&rows.table.head).filter(|(other, _)| *other == name);
    let places: Vec<Span> = same.map(|(_, span)| *span).collect();
    if let [first, second, ..] = places.as_slice() {
        sink.push(
            codes::DATA_COLUMN
                .at(*second, message!("hai cột cùng tên \"{name}\"", "two columns are called \"{name}\""))
                .label(*first, message!("cột trước", "the column before"))
                .help(message!("đặt cho mỗi cột một tên riêng", "give each column a name of its own")),
        );
    }
}

/// Cells shown in one message.
const SHOWN: usize = 5;

/// Reports cells of a column that hold an error, or a formula that nobody has worked out. Whether there are any.
fn faults(column: usize, rows: &Rows, sources: &SourceMap, sink: &mut Sink) -> bool {
    let cells = rows.table.rows.iter().filter_map(|row| row.cells.get(column)?.as_ref());
    let mut found: Vec<(&Fault, Vec<Span>)> = Vec::new();
    for cell in cells {
        let Some(fault) = &cell.fault else { continue };
        match found.iter_mut().find(|(other, _)| *other == fault) {
            Some((_, places)) => places.push(cell.span),
            None => found.push((fault, vec![cell.span])),
        }
    }
    let name = &rows.table.columns[column];
    let has_any = !found.is_empty();
    for (fault, places) in found {
        let names: Vec<String> = places.iter().take(SHOWN).filter_map(|span| place(sources, *span)).collect();
        let more = if places.len() > SHOWN { ", …" } else { "" };
        let (cells, count) = (format!("{}{more}", names.join(", ")), places.len());
        let (message, help): (Message, Message) = match fault {
            Fault::Error(error) => (
                message!(
                    "{count} ô của cột \"{name}\" có lỗi {error} trong bảng tính: ô {cells}",
                    "{count} cells of the column \"{name}\" hold the error {error}: {cells}"
                ),
                message!("sửa công thức trong bảng tính", "mend the formula in the sheet"),
            ),
            Fault::Unworked => (
                message!(
                    "{count} ô của cột \"{name}\" là công thức chưa có kết quả: ô {cells}",
                    "{count} cells of the column \"{name}\" are formulas without a result: {cells}"
                ),
                message!("mở tệp bằng Excel rồi lưu lại", "open the file in Excel and save it"),
            ),
        };
        if let Some(at) = places.first() {
            sink.push(codes::DATA_ROW.at(*at, message).help(help));
        }
    }
    has_any
}
