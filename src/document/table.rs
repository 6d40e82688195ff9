//! A table as printed.

use serde::Serialize;

use super::Paragraph;
use crate::length::Length;

/// A table: its head repeats on each page, its rows do not break.
#[derive(Clone, Debug, Serialize)]
pub struct Table {
    /// Tên bảng, đơn vị tính: above it, on its page.
    pub above: Vec<Paragraph>,
    /// Widths of the columns.
    pub widths: Vec<Length>,
    /// The rows of its head.
    pub head: Vec<Row>,
    /// The other rows, the total among them.
    pub rows: Vec<Row>,
    /// The sum in words: below it, on the page of its last row.
    pub below: Vec<Paragraph>,
    /// Whether lines are drawn around its cells.
    pub borders: bool,
}

/// A row.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its cells. With those that cells of earlier rows cover, they fill all columns.
    pub cells: Vec<TableCell>,
}

/// A cell.
#[derive(Clone, Debug, Serialize)]
pub struct TableCell {
    /// What stands in it; one paragraph at least.
    pub paragraphs: Vec<Paragraph>,
    /// How many columns it covers.
    pub columns: usize,
    /// How many rows it covers, its own among them.
    pub rows: usize,
}

/// What stands in a row from a column on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A cell of the row, by its index.
    Cell(usize),
    /// The lower part of a cell of an earlier row, which covers so many columns.
    Covered(usize),
}

impl TableCell {
    /// A cell of one column and one row.
    pub(crate) fn single(paragraph: Paragraph) -> Self {
        Self { paragraphs: vec![paragraph], columns: 1, rows: 1 }
    }
}

impl Row {
    /// Keeps it on the page of what follows.
    pub(crate) fn keep(&mut self) {
        self.cells.iter_mut().flat_map(|cell| &mut cell.paragraphs).for_each(|one| one.keep = true);
    }

    /// Whether it stands on the page of what follows.
    pub(crate) fn keeps(&self) -> bool {
        !self.cells.is_empty() && self.cells.iter().flat_map(|cell| &cell.paragraphs).all(|one| one.keep)
    }
}

/// Where the cells of rows stand, from left to right, each with its first column.
pub(crate) fn places(rows: &[Row], columns: usize) -> Vec<Vec<(usize, Place)>> {
    // For each column: how many rows more the cell above covers, and how many columns it has.
    let mut covered = vec![(0, 0); columns];
    let mut out = Vec::with_capacity(rows.len());
    for row in rows {
        let (mut at, mut places) = (0, Vec::new());
        let mut cells = row.cells.iter().enumerate();
        while at < columns {
            let (rest, wide) = covered[at];
            let wide = if rest > 0 {
                places.push((at, Place::Covered(wide)));
                covered[at].0 -= 1;
                wide
            } else {
                let Some((n, cell)) = cells.next() else { break };
                places.push((at, Place::Cell(n)));
                covered[at] = (cell.rows - 1, cell.columns);
                cell.columns
            };
            at += wide;
        }
        out.push(places);
    }
    out
}

impl Table {
    /// Calls `see` with every paragraph, in reading order.
    pub fn paragraphs<'a>(&'a self, see: &mut dyn FnMut(&'a Paragraph)) {
        self.above.iter().for_each(&mut *see);
        let cells = self.head.iter().chain(&self.rows).flat_map(|row| &row.cells);
        cells.flat_map(|cell| &cell.paragraphs).for_each(&mut *see);
        self.below.iter().for_each(see);
    }
}
