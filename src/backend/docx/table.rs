//! Tables: columns, frames, and tables of the plan.

use docx_rs::{
    BorderType, HeightRule, ParagraphChild, Table, TableBorder, TableBorderPosition, TableBorders, TableCell,
    TableCellContent, TableCellMargins, TableLayoutType, TableRow, VAlignType, VMergeType,
};

use super::paragraph::Writer;
use super::styles::{twips, width};
use crate::document::{self, Columns, Frame, Place, Role, places};
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
    let mut rows = self::rows(writer, &table.head, &table.widths);
    rows.extend(self::rows(writer, &table.rows, &table.widths));
    let margin = writer.layout.cell_margin;
    let out = fixed(rows, &table.widths, margin);
    let out = if table.borders { out.set_borders(borders(writer.layout.rule_weight, "auto")) } else { out };
    // Before mode 15 Word moves a table left by the margin of its cells.
    if writer.layout.shrink { out } else { out.indent(twips(margin)) }
}

fn rows(writer: &mut Writer, rows: &[document::Row], widths: &[Length]) -> Vec<TableRow> {
    let places = places(rows, widths.len());
    let row = |(row, places): (&document::Row, &Vec<(usize, Place)>)| {
        let cells = places.iter().map(|(at, place)| {
            let (columns, one) = match place {
                Place::Cell(n) => (row.cells[*n].columns, Some(&row.cells[*n])),
                Place::Covered(columns) => (*columns, None),
            };
            let wide: Length = widths[*at..*at + columns].iter().copied().sum();
            let out = match one {
                Some(one) if one.rows > 1 => {
                    cell(writer, &one.paragraphs, wide).vertical_merge(VMergeType::Restart)
                }
                Some(one) => cell(writer, &one.paragraphs, wide),
                None => {
                    let end = writer.empty(Role::Spacer, "").keep_next(row.keeps());
                    let (wide, unit) = width(wide);
                    TableCell::new().width(wide, unit).add_paragraph(end).vertical_merge(VMergeType::Continue)
                }
            };
            if columns > 1 { out.grid_span(columns) } else { out }
        });
        TableRow::new(cells.collect()).cant_split()
    };
    rows.iter().zip(&places).map(row).collect()
}
