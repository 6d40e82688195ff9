//! Tables: the two columns at the top and at the end, boxes, and tables of the plan.

use docx_rs::{
    BorderType, HeightRule, Table, TableAlignmentType, TableBorder, TableBorderPosition, TableBorders,
    TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType,
};

use super::body::Writer;
use super::styles::{twips, width};
use crate::decree::units::Length;
use crate::document::{self, Closing, Head, Stamp};

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
    out
}

fn borders(size: Length, color: &str) -> TableBorders {
    use TableBorderPosition::{Bottom, InsideH, InsideV, Left, Right, Top};
    // In eighths of a point.
    let size = (size.to_pt() * 8.0).round() as usize;
    [Top, Left, Bottom, Right, InsideH, InsideV].into_iter().fold(TableBorders::with_empty(), |all, at| {
        all.set(TableBorder::new(at).size(size).color(color).border_type(BorderType::Single))
    })
}

/// Issuer and State, number and date.
pub fn head(writer: &mut Writer, head: &Head) -> Table {
    let [left, right] = head.columns;
    let names = TableRow::new(vec![cell(writer, &head.issuer, left), cell(writer, &head.nation, right)]);
    let number = std::slice::from_ref(&head.number);
    let date = std::slice::from_ref(&head.place_date);
    // On one baseline: aligned at the bottom.
    let dates = TableRow::new(vec![
        cell(writer, number, left).vertical_align(VAlignType::Bottom),
        cell(writer, date, right).vertical_align(VAlignType::Bottom),
    ]);
    fixed(vec![names.cant_split(), dates.cant_split()], &head.columns, Length::ZERO)
}

/// Nơi nhận and the signature.
pub fn closing(writer: &mut Writer, closing: &Closing) -> Table {
    let [left, right] = closing.columns;
    let row =
        TableRow::new(vec![cell(writer, &closing.recipients, left), cell(writer, &closing.signature, right)]);
    fixed(vec![row.cant_split()], &closing.columns, Length::ZERO)
}

/// A box; `at_right` for the one in the top margin.
pub fn stamp(writer: &mut Writer, stamp: &Stamp, at_right: bool) -> Table {
    let mut paragraph = writer.paragraph(&stamp.paragraph);
    if stamp.red {
        paragraph.children.iter_mut().for_each(|child| {
            if let docx_rs::ParagraphChild::Run(run) = child {
                **run = (**run).clone().color(RED);
            }
        });
    }
    let (wide, unit) = width(stamp.width);
    let only = TableCell::new().width(wide, unit).vertical_align(VAlignType::Center).add_paragraph(paragraph);
    let height = twips(stamp.height) as f32;
    let row = TableRow::new(vec![only]).row_height(height).height_rule(HeightRule::Exact).cant_split();
    let table = fixed(vec![row], &[stamp.width], Length::ZERO)
        .set_borders(borders(writer.layout.rule_weight, if stamp.red { RED } else { "auto" }));
    if at_right { table.align(TableAlignmentType::Right) } else { table }
}

/// Bright red.
const RED: &str = "FF0000";

/// A table of the plan.
pub fn table(writer: &mut Writer, table: &document::Table) -> Table {
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
