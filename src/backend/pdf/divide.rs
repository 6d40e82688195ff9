//! Cells that cover rows on two pages.

use std::collections::BTreeMap;

use super::data::{DrawnCell, Row};
use crate::document::Place;

/// Divides cells at the ends of pages that rows they cover begin with: what is drawn there is a table of its own.
pub(super) fn divide(rows: &mut [Row], places: &[Vec<(usize, Place)>]) {
    // For each column: the row and the cell that cover it, and the row after the last covered one.
    let mut covering: BTreeMap<usize, (usize, usize, usize)> = BTreeMap::new();
    for at in 0..rows.len() {
        let mut own = 0;
        for (column, place) in &places[at] {
            match place {
                Place::Cell(_) => {
                    covering.insert(*column, (at, own, at + rows[at].cells[own].rows));
                    own += 1;
                }
                Place::Covered(columns) if rows[at].breaks => {
                    let Some((row, cell, end)) = covering.get(column).copied() else { continue };
                    rows[row].cells[cell].rows = at - row;
                    let rest = DrawnCell { paragraphs: Vec::new(), columns: *columns, rows: end - at };
                    rows[at].cells.insert(own, rest);
                    covering.insert(*column, (at, own, end));
                    own += 1;
                }
                Place::Covered(_) => {}
            }
        }
    }
}
