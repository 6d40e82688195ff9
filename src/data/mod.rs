//! Rows of data: from .csv, .xlsx, .yaml and .json files, or written in a plan. Every cell has its place.

mod cell;
mod csv;
mod maps;
mod sheet;

use std::path::Path;

use crate::diag::Sink;
use crate::source::{self, ReadError, SourceMap, Span};
use crate::templates::Data;

pub use maps::{of_maps, value};

/// Size above which a file is not read as data, in bytes: some 100,000 rows.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// A table of data.
#[derive(Debug, Default)]
pub struct Table {
    /// Names of the columns as they are typed, in their order.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row of data.
#[derive(Debug)]
pub struct Row {
    /// Its place.
    pub span: Span,
    /// Its cells, one a column; none where a map does not have the key.
    pub cells: Vec<Option<Cell>>,
}

/// A cell of a row.
#[derive(Debug)]
pub struct Cell {
    /// What it holds.
    pub value: Data,
    /// Its place.
    pub span: Span,
}

/// Why a file gives no rows, beside what is wrong inside it.
#[derive(Debug)]
pub enum DataError {
    /// It cannot be read.
    Read(ReadError),
    /// It is none of the known sorts of files.
    Sort,
    /// It is no workbook: what the reader says.
    Workbook(String),
    /// The workbook does not have this sheet; those it has.
    Sheet(String, Vec<String>),
}

/// The file and the sheet of "communes.xlsx#Xã".
pub fn split_sheet(path: &str) -> (&str, Option<&str>) {
    match path.rsplit_once('#') {
        Some((file, sheet)) if file.to_lowercase().ends_with(".xlsx") => (file, Some(sheet)),
        _ => (path, None),
    }
}

/// Reads the rows of a file; of a workbook those of the sheet that `path` names after `#`, or of the
/// first. `None` inside: what is wrong in it is in `sink`.
///
/// # Errors
/// The file as a whole cannot be read.
pub fn read(path: &Path, sources: &mut SourceMap, sink: &mut Sink) -> Result<Option<Table>, DataError> {
    let name = path.display().to_string();
    let (file, sheet) = split_sheet(&name);
    let extension = Path::new(file).extension().map(|extension| extension.to_string_lossy().to_lowercase());
    let bytes = || source::read_bytes(Path::new(file), MAX_BYTES).map_err(DataError::Read);
    let text = || bytes().and_then(|bytes| source::text(bytes).map_err(DataError::Read));
    match extension.as_deref() {
        Some("csv") => Ok(csv::table(file, &text()?, sources, sink)),
        Some("yaml" | "yml" | "json") => Ok(maps::table(file, text()?, sources, sink)),
        Some("xlsx") => sheet::table(file, bytes()?, sheet, sources, sink),
        _ => Err(DataError::Sort),
    }
}
