//! Tables: columns, frames, and tables of the plan.

use docx_rs::{
    BorderType, HeightRule, ParagraphChild, Table, TableBorder, TableBorderPosition, TableBorders, TableCell,
    TableCellContent, TableCellMargins, TableLayoutType, TableRow, VAlignType,
};

use super::paragraph::Writer;
use super::styles::{twips, width};
use crate::document::{self, Columns, Frame, Role};
use crate::length::Length;

/// A fixed table without borders; its cells have `margin` at their sides.
fn fixed(rows: Vec<TableRow>, widths: &[Length], margin: Length) -> Table {
    let whole: Length = widths.iter().copied().sum();
    let (whole, unit) = width(whole);
    let margin = width(margin).0;
    Table::without_borders(rows)
        .set_grid(widths.iter().map(|one| width(*one).0).collect())
        .layout(TableLayoutType::Fixed)
        .width(whole, unit)
        .margins(TableCellMargins::new().margin(0, margin, 0, margin))
}

fn cell(writer: &mut Writer, paragraphs: &[document::Paragraph], wide: Length) -> TableCell {
    let (wide, unit) = width(wide);
    let mut out = TableCell::new().width(wide, unit);
    for paragraph in paragraphs {
        out = out.add_paragraph(writer.paragraph(paragraph));
    }
    // Word wants a paragraph in each cell.
    if paragraphs.is_empty() { out.add_paragraph(writer.empty(Role::Spacer, "")) } else { out }
}

fn borders(size: Length, color: &str) -> TableBorders {
    use TableBorderPosition::{Bottom, InsideH, InsideV, Left, Right, Top};
    // In eighths of a point.
    let size = (size.to_pt() * 8.0).round() as usize;
    [Top, Left, Bottom, Right, InsideH, InsideV].into_iter().fold(TableBorders::with_empty(), |all, at| {
        all.set(TableBorder::new(at).size(size).color(color).border_type(BorderType::Single))
    })
}

/// Columns side by side.
pub(super) fn columns(writer: &mut Writer, columns: &Columns) -> Table {
    let rows = columns.rows.iter().map(|row| {
        let cells = row.iter().zip(&columns.widths).map(|(one, wide)| {
            let out = cell(writer, &one.paragraphs, *wide);
            if one.bottom { out.vertical_align(VAlignType::Bottom) } else { out }
        });
        let row = TableRow::new(cells.collect());
        if columns.whole { row.cant_split() } else { row }
    });
    fixed(rows.collect(), &columns.widths, Length::ZERO)
}

/// A box.
pub(super) fn frame(writer: &mut Writer, frame: &Frame) -> Table {
    let mut only = cell(writer, &frame.paragraphs, frame.width).vertical_align(VAlignType::Center);
    if frame.red {
        only.children.iter_mut().for_each(redden);
    }
    let height = twips(frame.height) as f32;
    let row = TableRow::new(vec![only]).row_height(height).height_rule(HeightRule::Exact).cant_split();
    fixed(vec![row], &[frame.width], Length::ZERO)
        .set_borders(borders(writer.layout.rule_weight, if frame.red { RED } else { "auto" }))
}

fn redden(content: &mut TableCellContent) {
    let TableCellContent::Paragraph(paragraph) = content else { return };
    for child in &mut paragraph.children {
        if let ParagraphChild::Run(run) = child {
            **run = (**run).clone().color(RED);
        }
    }
}

/// Bright red.
const RED: &str = "FF0000";

/// A table of the plan.
pub(super) fn table(writer: &mut Writer, table: &document::Table) -> Table {
    let mut rows = Vec::new();
    for row in std::iter::once(&table.head).chain(&table.rows) {
        let mut column = 0;
        let mut cells = Vec::new();
        for one in &row.cells {
            let wide: Length = table.widths[column..column + one.columns].iter().copied().sum();
            column += one.columns;
            let out = cell(writer, std::slice::from_ref(&one.paragraph), wide);
            cells.push(if one.columns > 1 { out.grid_span(one.columns) } else { out });
        }
        rows.push(TableRow::new(cells).cant_split());
    }
    let margin = writer.layout.cell_margin;
    let table = fixed(rows, &table.widths, margin).set_borders(borders(writer.layout.rule_weight, "auto"));
    // Before mode 15 Word moves a table left by the margin of its cells.
    if writer.layout.shrink { table } else { table.indent(twips(margin)) }
}
