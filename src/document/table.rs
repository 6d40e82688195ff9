//! A table as printed.

use serde::Serialize;

use super::Paragraph;
use crate::length::Length;

/// A table: its head repeats on each page, its rows do not break.
#[derive(Clone, Debug, Serialize)]
pub struct Table {
    /// Tên bảng, above it.
    pub caption: Option<Paragraph>,
    /// Widths of the columns.
    pub widths: Vec<Length>,
    /// The head row.
    pub head: Row,
    /// The other rows, the total among them.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its cells; their spans add up to the number of columns.
    pub cells: Vec<TableCell>,
}

impl Row {
    /// Keeps it on the page of what follows.
    pub fn keep(&mut self) {
        self.cells.iter_mut().for_each(|cell| cell.paragraph.keep = true);
    }

    /// Whether it stands on the page of what follows.
    pub fn keeps(&self) -> bool {
        !self.cells.is_empty() && self.cells.iter().all(|cell| cell.paragraph.keep)
    }
}

/// A cell.
#[derive(Clone, Debug, Serialize)]
pub struct TableCell {
    /// What stands in it.
    pub paragraph: Paragraph,
    /// How many columns it covers.
    pub columns: usize,
}

impl Table {
    /// Calls `see` with every paragraph, in reading order.
    pub fn paragraphs<'a>(&'a self, see: &mut dyn FnMut(&'a Paragraph)) {
        self.caption.iter().for_each(&mut *see);
        for row in std::iter::once(&self.head).chain(&self.rows) {
            row.cells.iter().for_each(|cell| see(&cell.paragraph));
        }
    }
}
