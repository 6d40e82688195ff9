//! The rows of `for_each`, and the columns by their names.

use super::Batch;
use super::include::beside;
use crate::data::{self, DataError, Table, split_sheet};
use crate::diag::{Diagnostic, Message, Sink, unreadable};
use crate::plan::raw::{RawForEach, RowSource};
use crate::plan::required;
use crate::say;
use crate::source::Spanned;
use crate::templates::Data;
use crate::vietnamese::slug;

/// The rows of a batch.
#[derive(Debug)]
pub struct Rows {
    /// The name of a row in expressions.
    pub name: String,
    /// The data.
    pub table: Table,
    /// The column names by their slug, where that says which.
    pub slugs: Vec<(String, usize)>,
    /// Those that `where` keeps, in their order.
    pub kept: Vec<Kept>,
    /// Whether an expression asks for the place in the loop.
    pub uses_loop: bool,
}

/// A row that is kept.
#[derive(Debug)]
pub struct Kept {
    /// Which of the table.
    pub row: usize,
    /// The name of its files.
    pub key: String,
    /// Its line in the data file, from 1.
    pub line: usize,
}

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
    let RawForEach { name, key, rows, .. } = &raw.value;
    let name = required(name.as_ref(), "as", raw.span, sink);
    let key = required(key.as_ref(), "key", raw.span, sink);
    let rows = required(rows.as_ref(), "in", raw.span, sink);
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
    let rows = rows?;
    let table = match &rows.value {
        RowSource::Rows(maps) => Some(data::of_maps(maps, &batch.sources, sink)),
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
    Some(Rows { name: name.value.clone(), table, slugs, kept: Vec::new(), uses_loop: false })
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
