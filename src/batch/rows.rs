//! The rows of `for_each`: which are kept, and what each is called.

use super::compile::{Compiled, unknown};
use super::evaluate::{holds, words};
use super::keys::{Seen, objection};
use super::{Batch, Kept, Rows};
use crate::data::{self, DataError};
use crate::diag::{Diagnostic, Message, Severity, Sink};
use crate::plan::raw::{RawForEach, RowSource, Text};
use crate::say;
use crate::source::{Span, Spanned};
use crate::templates::{Data, Scope};
use crate::vietnamese::slug;

use super::include::{beside, unreadable};

impl Rows {
    /// A row as expressions see it: each column by its name and by its slug.
    pub fn value(&self, row: usize) -> Data {
        let cells = &self.table.rows[row].cells;
        let named = self.table.columns.iter().map(String::as_str).zip(0..);
        let slugs = self.slugs.iter().map(|(slug, column)| (slug.as_str(), *column));
        let all = named.chain(slugs).filter_map(|(name, column)| {
            let cell = cells.get(column)?.as_ref()?;
            Some((name.to_owned().into(), cell.value.clone()))
        });
        Data::Map(all.collect())
    }

    /// The names of the columns, as typed and as slugs.
    pub fn names(&self) -> Vec<&str> {
        let slugs = self.slugs.iter().map(|(slug, _)| slug.as_str());
        let typed = self.table.columns.iter().map(String::as_str);
        typed.chain(slugs).collect()
    }

    /// The column that a name in an expression stands for.
    pub fn column(&self, name: &str) -> Option<usize> {
        let typed = self.table.columns.iter().position(|column| column == name);
        typed.or_else(|| self.slugs.iter().find(|(slug, _)| slug == name).map(|(_, column)| *column))
    }
}

/// Slugs that no other column has for its name or slug.
fn slugs(columns: &[String]) -> Vec<(String, usize)> {
    let all: Vec<String> = columns.iter().map(|column| slug(column, '_')).collect();
    let is_alone = |at: usize, slug: &String| {
        !slug.is_empty()
            && !columns.contains(slug)
            && all.iter().filter(|other| *other == slug).count() == 1
            && columns[at] != *slug
    };
    all.iter()
        .enumerate()
        .filter(|(at, slug)| is_alone(*at, slug))
        .map(|(at, slug)| (slug.clone(), at))
        .collect()
}

/// Names that expressions have anyway.
const TAKEN: [&str; 2] = ["vars", "loop"];

/// Reads the rows of a plan; which are kept is not known yet. `None` after a finding.
pub fn read(raw: &Spanned<RawForEach>, batch: &mut Batch, sink: &mut Sink) -> Option<Rows> {
    let mut needed = |value: Option<&Text>, key: &str, example: &str| {
        if value.is_none() {
            sink.push(
                Diagnostic::error(
                    "missing-key",
                    raw.span,
                    say!("thiếu khóa `{key}`", "the key `{key}` is missing"),
                )
                .help(say!("thêm: {example}", "add: {example}")),
            );
        }
        value.cloned()
    };
    let name = needed(raw.value.name.as_ref(), "as", "as: commune");
    let key = needed(raw.value.key.as_ref(), "key", "key: \"{{ commune.ten | slug }}\"");
    let Some(rows) = raw.value.rows.as_ref() else {
        let message = say!("thiếu khóa `in`", "the key `in` is missing");
        sink.push(
            Diagnostic::error("missing-key", raw.span, message)
                .help(say!("thêm: in: communes.csv", "add: in: communes.csv")),
        );
        return None;
    };
    let name = name.filter(|name| {
        let is_name = name.value.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && name.value.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if !is_name || TAKEN.contains(&name.value.as_str()) {
            let shown = &name.value;
            let message =
                say!("\"{shown}\" không dùng làm tên một dòng được", "\"{shown}\" cannot name a row");
            sink.push(Diagnostic::error("unknown-value", name.span, message).help(say!(
                "viết một từ không dấu, ví dụ commune (vars và loop đã có nghĩa khác)",
                "one word of ASCII letters, for example commune (vars and loop mean something else)"
            )));
        }
        is_name && !TAKEN.contains(&name.value.as_str())
    });
    let table = match &rows.value {
        RowSource::Rows(maps) => data::of_maps(maps, &batch.sources, sink),
        RowSource::File(file) => {
            let path = beside(file, rows.span, &batch.sources, sink)?;
            let shown = path.display().to_string();
            batch.files.push(split_sheet(&shown).0.into());
            match data::read(&path, &mut batch.sources, sink) {
                Ok(table) => table,
                Err(error) => {
                    let (message, help) = explain(&path, &error);
                    let finding = Diagnostic::error("data-unreadable", rows.span, message);
                    sink.push(match help {
                        Some(help) => finding.help(help),
                        None => finding,
                    });
                    None
                }
            }
        }
    };
    let (name, _, table) = (name?, key?, table?);
    let slugs = slugs(&table.columns);
    Some(Rows { name: name.value, table, slugs, kept: Vec::new(), uses_loop: false })
}

/// The file and the sheet of "communes.xlsx#Xã".
fn split_sheet(path: &str) -> (&str, Option<&str>) {
    match path.rsplit_once('#') {
        Some((file, sheet)) => (file, Some(sheet)),
        None => (path, None),
    }
}

fn explain(path: &std::path::Path, error: &DataError) -> (Message, Option<Message>) {
    let shown = path.display().to_string();
    let (file, _) = split_sheet(&shown);
    match error {
        DataError::Read(error) => (unreadable(std::path::Path::new(file), error), None),
        DataError::Sort => (
            say!("không đọc được dữ liệu từ {shown}", "{shown} is no data file"),
            Some(say!("dùng tệp .csv, .xlsx, .yaml hoặc .json", "use a .csv, .xlsx, .yaml or .json file")),
        ),
        DataError::Workbook(told) => (
            say!(
                "{file} không phải một bảng tính đọc được: {told}",
                "{file} is no readable workbook: {told}"
            ),
            None,
        ),
        DataError::Sheet(wanted, sheets) => {
            let sheets = sheets.join(", ");
            (
                say!("{file} không có trang tính \"{wanted}\"", "{file} has no sheet \"{wanted}\""),
                Some(say!("có: {sheets}", "there are: {sheets}")),
            )
        }
    }
}

/// Names in expressions that are neither the row's columns, nor constants, nor anything else.
pub fn check_names(batch: &Batch, rows: Option<&Rows>, sink: &mut Sink) {
    let constants: Vec<&str> = batch.constants.iter().map(|(name, _)| name.as_str()).collect();
    let mut known = constants.clone();
    known.push("vars");
    if let Some(rows) = rows {
        known.extend([rows.name.as_str(), "loop"]);
    }
    for template in batch.compiled.all() {
        let outside = batch.compiled.engine.variables(&template.name);
        for (one, span) in template.uses.iter().filter(|(one, _)| !one.is_guarded) {
            let Some(first) = one.path.first().filter(|first| outside.contains(first)) else { continue };
            let below = one.path.get(1).map(String::as_str);
            match (below, rows) {
                _ if !known.contains(&first.as_str()) => {
                    let shown: Vec<&str> =
                        known.iter().copied().filter(|one| *one != "vars" || !constants.is_empty()).collect();
                    sink.push(unknown(first, &shown, *span));
                }
                (Some(name), _) if first == "vars" && !constants.contains(&name) => {
                    sink.push(unknown(name, &constants, *span));
                }
                // Without rows there are no columns, and nothing is printed.
                (Some(_), Some(rows)) if *first == rows.name && rows.table.columns.is_empty() => {}
                (Some(name), Some(rows)) if *first == rows.name && rows.column(name).is_none() => {
                    let table =
                        rows.table.rows.first().map(|row| batch.sources.get(row.span.source).name.clone());
                    let finding = unknown(name, &rows.names(), *span);
                    let message = match table.as_deref() {
                        Some(table) => say!(
                            "dữ liệu {table} không có cột \"{name}\"",
                            "the data {table} have no column \"{name}\""
                        ),
                        None => finding.message.clone(),
                    };
                    sink.push(Diagnostic { message, ..finding });
                }
                _ => {}
            }
        }
    }
}

/// Settles which rows are kept and what each is called, and reports rows without a column that is used,
/// and names that are no names of files.
pub fn settle(raw: &Spanned<RawForEach>, batch: &mut Batch, mut rows: Rows, sink: &mut Sink) {
    let template = |text: Option<&Text>| text.and_then(|text| batch.compiled.template(text.span));
    let (filter, key) = (template(raw.value.filter.as_ref()), template(raw.value.key.as_ref()));
    let mut seen = Seen::default();
    let mut kept = Vec::new();
    let before = sink.errors();
    let all = batch.compiled.all();
    // Counted once from the beginning, not for each row anew.
    let (mut line, mut counted) = (1, 0);
    for row in 0..rows.table.rows.len() {
        let mut scope = Scope::default();
        scope.set(rows.name.clone(), rows.value(row));
        let place = rows.table.rows[row].span;
        if place.start < counted {
            (line, counted) = (1, 0);
        }
        let between = batch.sources.get(place.source).text.get(counted..place.start).unwrap_or_default();
        (line, counted) = (line + between.matches('\n').count(), place.start);
        let mut found = Sink::default();
        batch.add_constants(&mut scope, &mut found);
        let is_kept = filter.is_none_or(|filter| holds(filter, &batch.compiled, &scope, &mut found));
        if is_kept {
            missing_cells(&rows, row, &all, &mut found);
            let written = raw.value.key.as_ref();
            let name = match key {
                Some(key) => words(key, &batch.compiled, &scope, &mut found),
                None => written.map(|text| text.value.clone()),
            };
            if let (Some(name), Some(written)) = (name, written) {
                let name = name.trim().to_owned();
                if let Some(message) = objection(&name) {
                    found.push(Diagnostic::error("key-unsafe", written.span, message).help(say!(
                        "dùng bộ lọc slug, hoặc sửa dữ liệu",
                        "use the filter slug, or mend the data"
                    )));
                } else if let Some(first) = seen.add(&name, row) {
                    let message =
                        say!("hai dòng cùng ghi ra \"{name}\"", "two rows would both be \"{name}\"");
                    found.push(
                        Diagnostic::error("key-duplicate", written.span, message)
                            .label(rows.table.rows[first].span, say!("dòng trước", "the row before"))
                            .help(say!(
                                "thêm một cột vào key, ví dụ mã số",
                                "add a column to the key, for example the code"
                            )),
                    );
                }
                kept.push(Kept { row, key: name, line });
            }
        }
        for finding in found.into_sorted() {
            sink.push(finding.label(place, say!("với dòng này của dữ liệu", "with this row of the data")));
        }
    }
    if kept.is_empty() && sink.errors() == before {
        let span = raw.value.rows.as_ref().map_or(raw.span, |rows| rows.span);
        sink.push(
            Diagnostic::new(
                "no-rows",
                Severity::Warning,
                span,
                say!("không có dòng dữ liệu nào để làm", "there is no row to build"),
            )
            .help(say!("xem lại dữ liệu và `where`", "look at the data and at `where`")),
        );
    }
    rows.uses_loop = all
        .iter()
        .any(|one| one.uses.iter().any(|(one, _)| one.path.first().is_some_and(|name| name == "loop")));
    rows.kept = kept;
    batch.rows = Some(rows);
}

/// Columns that expressions use and this row does not have: rows that are maps may differ.
fn missing_cells(rows: &Rows, row: usize, all: &[&super::compile::Template], sink: &mut Sink) {
    let cells = &rows.table.rows[row].cells;
    if cells.iter().all(Option::is_some) {
        return;
    }
    for (one, span) in all.iter().flat_map(|template| &template.uses).filter(|(one, _)| !one.is_guarded) {
        let [first, name, ..] = one.path.as_slice() else { continue };
        if *first == rows.name && rows.column(name).is_some_and(|column| cells[column].is_none()) {
            let message = say!("dòng này không có \"{name}\"", "this row has no \"{name}\"");
            sink.push(Diagnostic::error("unknown-variable", *span, message).help(say!(
                "thêm vào dữ liệu, hoặc viết {{% if … is defined %}}",
                "add it to the data, or write {{% if … is defined %}}"
            )));
        }
    }
}

/// The place of the cells that a text of the plan uses, in one row.
pub fn cells_used(rows: &Rows, row: usize, compiled: &Compiled, at: Span) -> Vec<(String, Span)> {
    let covers =
        |span: Span| span.source == at.source && span.start <= at.start && at.end <= span.end.max(at.start);
    let mut out: Vec<(String, Span)> = Vec::new();
    for template in compiled.all().into_iter().filter(|template| covers(template.span)) {
        for (one, span) in &template.uses {
            // A finding in one value is about that value.
            let is_there = at.start < span.end && span.start < at.end;
            let is_exact = template.uses.iter().any(|(_, span)| covers_strictly(*span, at));
            let [first, name, ..] = one.path.as_slice() else { continue };
            let column = rows.column(name).filter(|_| *first == rows.name && (is_there || !is_exact));
            let cell = column.and_then(|column| rows.table.rows[row].cells.get(column)?.as_ref());
            if let Some(cell) = cell.filter(|cell| !out.iter().any(|(_, span)| *span == cell.span)) {
                out.push((name.clone(), cell.span));
            }
        }
    }
    out
}

fn covers_strictly(one: Span, at: Span) -> bool {
    one.source == at.source && one.start <= at.start && at.end <= one.end
}
