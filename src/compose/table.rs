//! Tables: cells by role, and the widths of the columns.

use crate::decree::units::Length;
use crate::document::{Layout, Page, Paragraph, Role, Row, Table, TableCell};
use crate::plan::{self, Cell};
use crate::text::{Inline, RichText, words};
use crate::typeset::{Face, natural_width};

/// Builds a table as wide as the text.
pub fn table(plan: &plan::Table, total: &str, layout: &Layout, page: &Page) -> Table {
    let span = Some(plan.span);
    let cell = |role, text: RichText| TableCell { paragraph: Paragraph::new(role, text, span), columns: 1 };
    let head = Row { cells: plan.columns.iter().map(|name| cell(Role::TableHead, name.clone())).collect() };
    let mut rows: Vec<Row> = plan
        .rows
        .iter()
        .map(|row| Row {
            cells: row
                .iter()
                .map(|one| match one {
                    Cell::Text(text, _) => cell(Role::TableText, text.clone()),
                    Cell::Number(number) => cell(Role::TableNumber, vec![Inline::plain(number.to_string())]),
                })
                .collect(),
        })
        .collect();
    rows.extend(plan.total.as_ref().map(|sums| total_row(sums, total, span)));
    let widths = match &plan.widths {
        Some(widths) => shares(widths, page.text_width()),
        None => shares(&wishes(&head, &rows, layout), page.text_width()),
    };
    let caption = plan.caption.clone().map(|text| Paragraph::new(Role::Caption, text, span));
    Table { caption, widths, head, rows }
}

/// The row of sums: its label covers the columns before the first sum.
fn total_row(
    sums: &[Option<crate::vietnamese::Decimal>],
    label: &str,
    span: Option<crate::source::Span>,
) -> Row {
    let first = sums.iter().position(Option::is_some).unwrap_or(sums.len());
    let mut cells = Vec::new();
    if first > 0 {
        let paragraph = Paragraph::new(Role::TotalText, vec![Inline::plain(label)], span);
        cells.push(TableCell { paragraph, columns: first });
    }
    for sum in &sums[first..] {
        let text = sum.map(|sum| vec![Inline::plain(sum.to_string())]).unwrap_or_default();
        cells.push(TableCell { paragraph: Paragraph::new(Role::TotalNumber, text, span), columns: 1 });
    }
    Row { cells }
}

/// Divides `whole` by weights, in whole twips, nothing left over; no column gets less than a
/// thirtieth, so that a slip in a weight does not make a column vanish.
fn shares(weights: &[f64], whole: Length) -> Vec<Length> {
    let least = (1.0 / 30.0f64).min(1.0 / weights.len() as f64);
    let largest = weights.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    // Against the largest first: a sum of huge weights is no number.
    let sum: f64 = weights.iter().map(|weight| weight / largest).sum();
    let parts: Vec<f64> = weights.iter().map(|weight| (weight / largest / sum).max(least)).collect();
    let sum: f64 = parts.iter().sum();
    let mut out: Vec<Length> =
        parts.iter().map(|part| Length::twips(whole.scale(part / sum).to_twips())).collect();
    let used: Length = out.iter().copied().sum();
    if let Some(last) = out.last_mut() {
        *last = *last + whole - used;
    }
    out
}

/// What each column would like, where the plan says nothing: the width of its longest cell, between
/// its longest word and a third of a page.
fn wishes(head: &Row, rows: &[Row], layout: &Layout) -> Vec<f64> {
    let mut out = vec![1.0f64; head.cells.len()];
    for row in std::iter::once(head).chain(rows) {
        let mut column = 0;
        for cell in &row.cells {
            if cell.columns == 1 {
                out[column] = out[column].max(wish(&cell.paragraph, layout));
            }
            column += cell.columns;
        }
    }
    out
}

fn wish(paragraph: &Paragraph, layout: &Layout) -> f64 {
    let style = layout.style(paragraph.role);
    let margins = layout.cell_margin.to_mm() * 2.0 + 1.0;
    let natural = natural_width(&paragraph.text, style.bold, style.italic, style.size).to_mm();
    let face = Face::of(style.bold, style.italic);
    let text = words(&paragraph.text);
    let word = text.split(' ').map(|word| face.width(word, style.size).to_mm()).fold(0.0, f64::max);
    natural.min(55.0).max(word) + margins
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_and_none_vanishes() {
        for weights in [&[1.0, 2.0, 1.0][..], &[1.0], &[1e-9, 1.0], &[f64::MAX, f64::MAX, 1.0], &[1.0; 40]] {
            let shares = shares(weights, Length::mm(160));
            assert_eq!(shares.iter().copied().sum::<Length>(), Length::mm(160));
            assert!(shares.iter().all(|share| *share >= Length::mm(3)), "{weights:?}");
        }
    }
}
