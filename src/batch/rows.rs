//! The rows of `for_each`, and the columns by their names.

use std::collections::{HashMap, HashSet};

use super::Batch;
use super::include::{Outside, beside};
use crate::data::{self, Cells, DataError, Part, Table, split_sheet};
use crate::diag::{Message, Sink, codes, unreadable};
use crate::message;
use crate::plan::raw::{RawForEach, RawNumber, RowSource};
use crate::plan::required;
use crate::source::{Span, Spanned};
use crate::templates::Data;
use crate::vietnamese::slug;

/// The rows of a batch.
#[derive(Debug)]
pub(super) struct Rows {
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
pub(super) struct Kept {
    /// Which of the table.
    pub row: usize,
    /// The name of its files.
    pub key: String,
    /// Its line in the data file, from 1.
    pub line: usize,
}

impl Rows {
    /// A row as expressions see it: each column by its name and by its slug.
    pub(super) fn value(&self, row: usize) -> Data {
        let cells = &self.table.rows[row].cells;
        let named = self.table.columns.iter().map(String::as_str).zip(0..);
        let slugs = self.slugs.iter().map(|(slug, column)| (slug.as_str(), *column));
        let all = named.chain(slugs).filter_map(|(name, column)| {
            let cell = cells.get(column)?.as_ref()?;
            Some((name.to_owned().into(), cell.value.clone()))
        });
        Data::Map(all.collect())
    }

    /// What the cells of a row show, where that is not how their values print, by the same names.
    pub(super) fn shown(&self, row: usize) -> Data {
        let cells = &self.table.rows[row].cells;
        let all = self.names().into_iter().filter_map(|name| {
            let shown = cells.get(self.column(name)?)?.as_ref()?.shown.clone()?;
            Some((name.to_owned().into(), Data::Text(shown)))
        });
        Data::Map(vec![(self.name.clone().into(), Data::Map(all.collect()))])
    }

    /// The names of the columns, as typed and as slugs.
    pub(super) fn names(&self) -> Vec<&str> {
        let slugs = self.slugs.iter().map(|(slug, _)| slug.as_str());
        let typed = self.table.columns.iter().map(String::as_str).filter(|name| !name.is_empty());
        typed.chain(slugs).collect()
    }

    /// Whether a place lies in the data.
    pub(super) fn has(&self, place: Span) -> bool {
        self.table.rows.first().is_some_and(|row| row.span.source == place.source)
    }

    /// The column that a name in an expression stands for.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        let typed = self.table.columns.iter().position(|column| !name.is_empty() && column == name);
        typed.or_else(|| self.slugs.iter().find(|(slug, _)| slug == name).map(|(_, column)| *column))
    }
}

/// Slugs that no other column has for its name or slug.
fn slugs(columns: &[String]) -> Vec<(String, usize)> {
    let all: Vec<String> = columns.iter().map(|column| slug(column, '_')).collect();
    let typed: HashSet<&String> = columns.iter().collect();
    let mut times: HashMap<&String, usize> = HashMap::new();
    all.iter().for_each(|slug| *times.entry(slug).or_default() += 1);
    let is_alone = |at: usize, slug: &String| {
        !slug.is_empty() && !typed.contains(slug) && times.get(slug) == Some(&1) && columns[at] != *slug
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
pub(super) fn read(
    raw: &Spanned<RawForEach>,
    outside: Outside,
    batch: &mut Batch,
    sink: &mut Sink,
) -> Option<Rows> {
    let RawForEach { name, key, rows, .. } = &raw.value;
    let name = required(name, "as", raw.span, sink);
    let key = required(key, "key", raw.span, sink);
    let rows = required(rows, "in", raw.span, sink);
    let name = name.filter(|name| {
        let is_name = name.value.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && name.value.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if !is_name || TAKEN.contains(&name.value.as_str()) {
            let shown = &name.value;
            let message =
                message!("\"{shown}\" không dùng làm tên một dòng được", "\"{shown}\" cannot name a row");
            sink.push(codes::UNKNOWN_VALUE.at(name.span, message).help(message!(
                "viết một từ không dấu, ví dụ commune (vars và loop đã có nghĩa khác)",
                "one word of ASCII letters, for example commune (vars and loop mean something else)"
            )));
        }
        is_name && !TAKEN.contains(&name.value.as_str())
    });
    let rows = rows?;
    let part = part(&raw.value, sink)?;
    let table = match &rows.value {
        RowSource::Rows(_) if !part.is_whole() => {
            sink.push(codes::DATA_UNREADABLE.at(rows.span, no_sheet()));
            None
        }
        RowSource::Rows(maps) => Some(data::of_maps(maps, &batch.sources, sink)),
        RowSource::File(file) => {
            let path = beside(file, rows.span, outside, &batch.sources, sink)?;
            let shown = path.display().to_string();
            batch.data = Some(split_sheet(&shown).0.into());
            match data::read(outside.world, &path, &part, &mut batch.sources, sink) {
                Ok(table) => table,
                Err(error) => {
                    let (message, help) = explain(&path, &error);
                    let finding = codes::DATA_UNREADABLE.at(rows.span, message);
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

/// Which part of the file is asked for. `None` after a finding.
fn part(raw: &RawForEach, sink: &mut Sink) -> Option<Part> {
    let before = sink.errors();
    let mut wrong = |span, message: Message, help: Message| {
        sink.push(codes::UNKNOWN_VALUE.at(span, message).help(help));
    };
    let mut part =
        Part { with_hidden: raw.include_hidden.as_ref().copied().unwrap_or(false), ..Part::default() };
    if let Some(RawNumber(row)) = raw.header_row.as_ref() {
        match row.value.trim().parse().ok().filter(|row| *row > 0) {
            Some(value) => part.header_row = Some(Spanned { value, span: row.span }),
            None => wrong(
                row.span,
                message!(
                    "header_row là số của một dòng, đếm từ 1",
                    "header_row is the number of a row, from 1"
                ),
                message!("ví dụ header_row: 4", "for example header_row: 4"),
            ),
        }
    }
    if let Some(range) = raw.range.as_ref() {
        match Cells::parse(&range.value) {
            Some(value) if part.header_row.is_none() => {
                part.range = Some(Spanned { value, span: range.span });
            }
            Some(_) => wrong(
                range.span,
                message!(
                    "range và header_row không viết cùng nhau",
                    "range and header_row do not go together"
                ),
                message!(
                    "dòng đầu của range là dòng tên cột: bỏ header_row",
                    "the first row of a range is its head: leave header_row out"
                ),
            ),
            None => wrong(
                range.span,
                message!("range không phải một vùng ô", "range is no range of cells"),
                message!("viết như A5:F82", "write it as A5:F82"),
            ),
        }
    }
    (sink.errors() == before).then_some(part)
}

fn no_sheet() -> Message {
    message!(
        "header_row, range và include_hidden chỉ dùng với tệp .xlsx, .csv",
        "header_row, range and include_hidden are for .xlsx and .csv files"
    )
}

fn explain(path: &std::path::Path, error: &DataError) -> (Message, Option<Message>) {
    let shown = path.display().to_string();
    let (file, _) = split_sheet(&shown);
    match error {
        DataError::Read(error) => (unreadable(std::path::Path::new(file), error), None),
        DataError::Format => (
            message!("không đọc được dữ liệu từ {shown}", "{shown} is no data file"),
            Some(message!(
                "dùng tệp .csv, .xlsx, .yaml hoặc .json",
                "use a .csv, .xlsx, .yaml or .json file"
            )),
        ),
        DataError::Workbook(reason) => (
            message!(
                "{file} không phải một bảng tính đọc được: {reason}",
                "{file} is no readable workbook: {reason}"
            ),
            None,
        ),
        DataError::Bound(Message { vi, en }) => (message!("{file}: {vi}", "{file}: {en}"), None),
        DataError::NoSheet => (no_sheet(), None),
        DataError::NoList => (
            message!("{file} không phải một danh sách các dòng", "{file} is no list of rows"),
            Some(message!(
                "dữ liệu là một danh sách, mỗi dòng có các khóa, ví dụ: [{{ten: Hải Lăng, so: 1}}]",
                "data is a list of rows, each with its keys, for example: [{{name: Hải Lăng, number: 1}}]"
            )),
        ),
        DataError::Sheet(wanted, sheets) => {
            let sheets = sheets.join(", ");
            (
                message!("{file} không có trang tính \"{wanted}\"", "{file} has no sheet \"{wanted}\""),
                Some(message!("có: {sheets}", "there are: {sheets}")),
            )
        }
    }
}
