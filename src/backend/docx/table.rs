//! Tables: the two columns at the top and at the end, boxes, and tables of the plan.

use docx_rs::{
    BorderType, HeightRule, Table, TableAlignmentType, TableBorder, TableBorderPosition, TableBorders,
    TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType,
};

use super::paragraph::Writer;
use super::styles::{twips, width};
use crate::document::{self, Closing, Head, Role, Stamp};
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

/// Issuer and State, number and date.
pub fn head(writer: &mut Writer, head: &Head) -> Table {
    let [left, right] = head.columns;
    let mut rows =
        vec![TableRow::new(vec![cell(writer, &head.issuer, left), cell(writer, &head.nation, right)])];
    if head.number.is_some() || head.place_date.is_some() {
        // On one baseline: aligned at the bottom.
        rows.push(TableRow::new(vec![
            cell(writer, head.number.as_slice(), left).vertical_align(VAlignType::Bottom),
            cell(writer, head.place_date.as_slice(), right).vertical_align(VAlignType::Bottom),
        ]));
    }
    if head.subject.is_some() {
        rows.push(TableRow::new(vec![cell(writer, head.subject.as_slice(), left), cell(writer, &[], right)]));
    }
    fixed(rows.into_iter().map(TableRow::cant_split).collect(), &head.columns, Length::ZERO)
}

/// Nơi nhận and the signature.
pub fn closing(writer: &mut Writer, closing: &Closing) -> Table {
    let [left, right] = closing.columns;
    let row = TableRow::new(vec![cell(writer, &closing.left, left), cell(writer, &closing.right, right)]);
    // A list of half a page and more goes on over the page, as in the PDF.
    let row = if closing.whole { row.cant_split() } else { row };
    fixed(vec![row], &closing.columns, Length::ZERO)
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
