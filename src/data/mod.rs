//! Rows of data: from .csv, .xlsx, .yaml and .json files, or written in a plan. Every cell has its place.

mod csv;
mod format;
mod head;
mod lines;
mod list;
mod maps;
mod package;
mod part;
mod sheet;
mod sorter;

use std::path::Path;

use crate::diag::{Message, Sink};
use crate::source::{self, ReadError, SourceMap, Span};
use crate::templates::Data;
use crate::world::{self, World};

pub(crate) use maps::{of_maps, value};
pub(crate) use part::{Cells, Part, place};

/// Size above which a file is not read as data, in bytes: some 100,000 rows.
pub(crate) const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// A table of data.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// Names of the columns as they are typed, in their order; empty where a column has none.
    pub columns: Vec<String>,
    /// The places of the names, where the table has a head.
    pub head: Vec<Span>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The first lines of a file whose head was not named, with their numbers: the head may be another.
    pub beginning: Vec<(usize, Vec<String>)>,
}

/// A row of data.
#[derive(Debug)]
pub(crate) struct Row {
    /// Its place.
    pub span: Span,
    /// Its cells, one a column; none where a map does not have the key.
    pub cells: Vec<Option<Cell>>,
}

/// A cell of a row.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    /// What it holds.
    pub value: Data,
    /// What it shows, where that is not how its value prints.
    pub shown: Option<String>,
    /// Its place.
    pub span: Span,
    /// Why it holds nothing that can be used.
    pub fault: Option<Fault>,
}

/// What is wrong with a cell of a sheet. It is told where its column is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The sheet shows an error: "#REF!".
    Error(String),
    /// A formula that no program has worked out.
    Unworked,
}

/// Why a file gives no rows, beside what is wrong inside it.
#[derive(Debug)]
pub(crate) enum DataError {
    /// It cannot be read.
    Read(ReadError),
    /// It is none of the known sorts of files.
    Format,
    /// It is no workbook: what the reader says.
    Workbook(String),
    /// It is larger than a sheet can be.
    Bound(Message),
    /// The workbook does not have this sheet; those it has.
    Sheet(String, Vec<String>),
    /// It holds no list of rows.
    NoList,
    /// A part of a sheet was asked for, and this is none.
    NoSheet,
}

/// The file and the sheet of "communes.xlsx#Xã".
pub(crate) fn split_sheet(path: &str) -> (&str, Option<&str>) {
    match path.rsplit_once('#') {
        Some((file, sheet)) if file.to_lowercase().ends_with(".xlsx") => (file, Some(sheet)),
        _ => (path, None),
    }
}

/// Reads the rows of a file, those of a part of it if one is named; of a workbook those of the sheet that `path`
/// names after `#`, or of the first. `None` inside: what is wrong in it is in `sink`.
///
/// # Errors
/// The file as a whole cannot be read.
pub(crate) fn read(
    world: &dyn World,
    path: &Path,
    part: &Part,
    sources: &mut SourceMap,
    sink: &mut Sink,
) -> Result<Option<Table>, DataError> {
    let name = path.display().to_string();
    let (file, sheet) = split_sheet(&name);
    let extension = Path::new(file).extension().map(|extension| extension.to_string_lossy().to_lowercase());
    let bytes = || world::bytes(world, Path::new(file), MAX_BYTES).map_err(DataError::Read);
    match extension.as_deref() {
        // Excel calls its "Unicode Text" .txt.
        Some("csv" | "tsv" | "txt") => {
            let text = source::any_text(bytes()?).map_err(DataError::Read)?;
            Ok(csv::table(file, &text, part, sources, sink))
        }
        Some("xlsx") => sheet::table(file, bytes()?, sheet, part, sources, sink),
        Some("yaml" | "yml" | "json") if !part.is_whole() => Err(DataError::NoSheet),
        Some("yaml" | "yml" | "json") => {
            let text = source::any_text(bytes()?).map_err(DataError::Read)?;
            maps::table(file, text, sources, sink)
        }
        _ => Err(DataError::Format),
    }
}
