//! Columns, and whether they stay on one page.

use crate::document::{Cell, Columns, Layout, Page, Paragraph, Style};
use crate::length::Length;
use crate::typeset::{Fill, Measure, break_lines, single_pitch};

/// Columns of these widths. Those of half a page and more go on over it.
pub(crate) fn columns(widths: Vec<Length>, rows: Vec<Vec<Cell>>, layout: &Layout, page: &Page) -> Columns {
    let cell = |(cell, width): (&Cell, &Length)| -> Length {
        cell.paragraphs.iter().map(|one| height(one, layout, *width)).sum()
    };
    let row = |row: &Vec<Cell>| row.iter().zip(&widths).map(cell).max().unwrap_or_default();
    let whole = rows.iter().map(row).sum::<Length>() < page.text_height().scale(0.5);
    Columns { widths, rows, whole }
}

/// The height of a paragraph in a column, gaps left out.
fn height(one: &Paragraph, layout: &Layout, width: Length) -> Length {
    let Style { size, bold, italic, .. } = *layout.style(one.role);
    let measure = Measure { width, first_less: Length::ZERO, size, bold, italic, fill: Fill::Greedy };
    single_pitch(size).scale(break_lines(&one.text, &measure, 1).len() as f64)
}
