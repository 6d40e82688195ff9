//! The names that expressions use, held against what is there: constants, and the columns of the rows.

use super::Batch;
use super::columns::check_columns;
use super::compile::{TextTemplate, unknown};
use super::rows::Rows;
use crate::diag::{Sink, codes};
use crate::message;

/// Names in expressions that are neither the row's columns, nor constants, nor anything else. False: what the rows
/// say is not known.
pub(super) fn check_names(batch: &Batch, rows: Option<&Rows>, sink: &mut Sink) -> bool {
    let constants: Vec<&str> = batch.constants.iter().map(|(name, _)| name.as_str()).collect();
    let mut known = constants.clone();
    known.push("vars");
    if let Some(rows) = rows {
        known.extend([rows.name.as_str(), "loop"]);
    }
    let mut columns = Vec::new();
    for template in batch.compiled.all() {
        let outside = batch.compiled.engine.variables(&template.name);
        for (one, span) in &template.uses {
            let Some(first) = one.path.first().filter(|first| outside.contains(first)) else { continue };
            let below = one.path.get(1).map(String::as_str);
            match (below, rows) {
                // Without rows there are no columns, and nothing is printed.
                (Some(_), Some(rows)) if *first == rows.name && rows.table.columns.is_empty() => {}
                (Some(name), Some(rows)) if *first == rows.name => match rows.column(name) {
                    None if one.is_guarded => {}
                    _ => columns.push((name, *span)),
                },
                _ if one.is_guarded => {}
                _ if !known.contains(&first.as_str()) => {
                    let shown: Vec<&str> =
                        known.iter().copied().filter(|one| *one != "vars" || !constants.is_empty()).collect();
                    sink.push(unknown(first, &shown, *span));
                }
                (Some(name), _) if first == "vars" && !constants.contains(&name) => {
                    sink.push(unknown(name, &constants, *span));
                }
                _ => {}
            }
        }
    }
    rows.is_none_or(|rows| check_columns(&columns, rows, &batch.sources, sink))
}

/// Columns that expressions use and this row does not have: rows that are maps may differ.
pub(super) fn missing_cells(rows: &Rows, row: usize, all: &[&TextTemplate], sink: &mut Sink) {
    let cells = &rows.table.rows[row].cells;
    if cells.iter().all(Option::is_some) {
        return;
    }
    for (one, span) in all.iter().flat_map(|template| &template.uses).filter(|(one, _)| !one.is_guarded) {
        let [first, name, ..] = one.path.as_slice() else { continue };
        if *first == rows.name && rows.column(name).is_some_and(|column| cells[column].is_none()) {
            let message = message!("dòng này không có \"{name}\"", "this row has no \"{name}\"");
            sink.push(codes::UNKNOWN_VARIABLE.at(*span, message).help(message!(
                "thêm vào dữ liệu, hoặc viết {{% if … is defined %}}",
                "add it to the data, or write {{% if … is defined %}}"
            )));
        }
    }
}
