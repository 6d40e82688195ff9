//! What stands side by side, and what stands in a box.

use serde::Serialize;

use super::Paragraph;
use crate::length::Length;

/// Columns without borders: issuer and State at the top of page 1, nơi nhận and signature at the end.
/// They do not touch other columns, frames and tables: Word would join them.
#[derive(Clone, Debug, Serialize)]
pub struct Columns {
    /// Widths of the columns.
    pub widths: Vec<Length>,
    /// The rows, each with a cell a column.
    pub rows: Vec<Vec<Cell>>,
    /// Stay on one page; else a row may go on over it.
    pub whole: bool,
}

/// A cell of columns.
#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    /// What stands in it.
    pub paragraphs: Vec<Paragraph>,
    /// Stand at the bottom of the row, so that the last lines of its cells are on one baseline.
    pub bottom: bool,
}

/// Paragraphs in the middle of a box: độ mật, độ khẩn, phạm vi lưu hành.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// What stands in it.
    pub paragraphs: Vec<Paragraph>,
    /// Width of the box.
    pub width: Length,
    /// Height of the box.
    pub height: Length,
    /// Bright red (P1.III.2.b), else black.
    pub red: bool,
}

impl From<Vec<Paragraph>> for Cell {
    fn from(paragraphs: Vec<Paragraph>) -> Self {
        Self { paragraphs, bottom: false }
    }
}

impl Columns {
    /// Calls `see` with every paragraph, in reading order.
    pub fn paragraphs<'a>(&'a self, see: &mut dyn FnMut(&'a Paragraph)) {
        self.rows.iter().flatten().flat_map(|cell| &cell.paragraphs).for_each(see);
    }
}
