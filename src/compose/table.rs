//! Tables: cells by role, and the widths of the columns.

use crate::decree::sizes;
use crate::diag::{Diagnostic, Sink, codes};
use crate::document::{Layout, Page, Paragraph, Role, Row, Table, TableCell};
use crate::length::Length;
use crate::message;
use crate::plan::{self, Cell};
use crate::source::Span;
use crate::text::{Inline, RichText, words};
use crate::typeset::{longest_word, natural_width};
use crate::vietnamese::groups::RowLabel;

/// Builds a table as wide as the text.
pub(super) fn table(plan: &plan::Table, total: &str, layout: &Layout, page: &Page, sink: &mut Sink) -> Table {
    let span = Some(plan.span);
    let cell = |role, text: RichText| TableCell::single(Paragraph::new(role, text, span));
    let mut head =
        Row { cells: plan.columns.iter().map(|name| cell(Role::TableHead, name.clone())).collect() };
    let ordinal = plan.columns.iter().position(|name| is_ordinal(&words(name)));
    let mut rows: Vec<Row> = plan
        .rows
        .iter()
        .map(|row| Row {
            cells: row
                .iter()
                .enumerate()
                .map(|(at, one)| match one {
                    Cell::Text(text, _) if ordinal == Some(at) => cell(Role::TableOrdinal, text.clone()),
                    Cell::Number(number) if ordinal == Some(at) => {
                        cell(Role::TableOrdinal, vec![Inline::plain(number.to_string())])
                    }
                    Cell::Text(text, _) => cell(Role::TableText, text.clone()),
                    Cell::Number(number) => cell(Role::TableNumber, vec![Inline::plain(number.to_string())]),
                })
                .collect(),
        })
        .collect();
    head.keep();
    titles(&rows).into_iter().for_each(|at| rows[at].keep());
    rows.extend(plan.total.as_ref().map(|sums| total_row(sums, total, span)));
    let whole = page.text_width();
    let (mut least, mut wish) = needs(&head, &rows, layout);
    if plan.widths.is_none() {
        // What is too full gets smaller letters, as a person would do.
        for half_points in (SMALLEST..sizes::TABLE_SIZE.to_half_points()).rev() {
            if least.iter().copied().sum::<Length>() <= whole {
                break;
            }
            let size = Length::half_points(half_points);
            let all = std::iter::once(&mut head).chain(&mut rows);
            all.flat_map(|row| &mut row.cells)
                .flat_map(|cell| &mut cell.paragraphs)
                .for_each(|one| one.size = Some(size));
            (least, wish) = needs(&head, &rows, layout);
        }
    }
    let widths = match &plan.widths {
        Some(widths) => shares(widths, whole),
        None => fitted(&least, &wish, whole),
    };
    let narrow = widths.iter().zip(&least).position(|(width, least)| *width + CELL_SLACK < *least);
    if let Some(at) = narrow {
        let name = words(&plan.columns[at]);
        sink.push(too_narrow(&name, plan.widths.is_some(), plan.span));
    }
    let caption = plan.caption.clone().map(|text| Paragraph::new(Role::Caption, text, span));
    Table {
        above: caption.into_iter().collect(),
        widths,
        head: vec![head],
        rows,
        below: Vec::new(),
        borders: true,
    }
}

/// The rows that stand as titles above others: groups with rows of their own, and bold rows above others.
fn titles(rows: &[Row]) -> Vec<usize> {
    let label = |row: &Row| RowLabel::of(row.cells.iter().map(|cell| words(&cell.paragraphs[0].text)));
    let is_bold = |row: &Row| {
        let mut texts =
            row.cells.iter().flat_map(|cell| &cell.paragraphs).flat_map(|one| &one.text).peekable();
        texts.peek().is_some()
            && texts.all(|one| match one {
                Inline::Text { text, bold, .. } => *bold || text.trim().is_empty(),
                _ => true,
            })
    };
    let mut out: Vec<usize> = Vec::new();
    // From below: what stands above a title is one, too.
    for at in (0..rows.len().saturating_sub(1)).rev() {
        let (row, next) = (&rows[at], &rows[at + 1]);
        let is_title = match (label(row), label(next)) {
            (RowLabel::Sum, _) => false,
            (RowLabel::Marked(depth), RowLabel::Marked(below)) if below > depth => true,
            (RowLabel::Marked(0), RowLabel::Plain) => true,
            _ => is_bold(row) && (!is_bold(next) || out.last() == Some(&(at + 1))),
        };
        if is_title {
            out.push(at);
        }
    }
    out
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
        cells.push(TableCell { columns: first, ..TableCell::single(paragraph) });
    }
    for sum in &sums[first..] {
        let text = sum.map(|sum| vec![Inline::plain(sum.to_string())]).unwrap_or_default();
        cells.push(TableCell::single(Paragraph::new(Role::TotalNumber, text, span)));
    }
    Row { cells }
}

/// Divides `whole` by weights, in whole twips, nothing left over; no column gets less than a
/// thirtieth, so that a slip in a weight does not make a column vanish.
pub(crate) fn shares(weights: &[f64], whole: Length) -> Vec<Length> {
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

/// Whether a column counts its rows.
fn is_ordinal(name: &str) -> bool {
    ["tt", "stt", "số tt", "số thứ tự"].contains(&name.trim().to_lowercase().as_str())
}

/// A column in which words or numbers are cut.
fn too_narrow(name: &str, is_given: bool, span: Span) -> Diagnostic {
    let finding = codes::TABLE_NARROW.at(
        span,
        message!(
            "cột \"{name}\" hẹp hơn chữ hoặc số dài nhất trong cột, nên chữ bị cắt",
            "the column \"{name}\" is narrower than its longest word or number, which is cut"
        ),
    );
    finding.help(match is_given {
        true => message!(
            "tăng số của cột này trong `widths`, hoặc bỏ `widths`",
            "give this column more in `widths`, or leave `widths` out"
        ),
        false => message!(
            "bớt cột, rút gọn chữ trong ô, hoặc chuyển bảng sang phụ lục có `landscape: true`",
            "have fewer columns or shorter words, or move the table to an appendix with `landscape: true`"
        ),
    })
}

/// What the columns need for their longest words, and what they would have, up to a third of a page.
fn needs(head: &Row, rows: &[Row], layout: &Layout) -> (Vec<Length>, Vec<Length>) {
    let columns = head.cells.len();
    let (mut least, mut wish) = (vec![Length::ZERO; columns], vec![Length::ZERO; columns]);
    let margins = layout.cell_margin + layout.cell_margin + CELL_SLACK;
    for row in std::iter::once(head).chain(rows) {
        let mut column = 0;
        for cell in &row.cells {
            if cell.columns == 1 {
                let (word, natural) = extents(&cell.paragraphs[0], layout);
                least[column] = least[column].max(word + margins);
                wish[column] = wish[column].max(natural.min(MAX_WISH).max(word) + margins);
            }
            column += cell.columns;
        }
    }
    (least, wish)
}

/// Columns of a table by what stands in them: none gets less than its longest word needs while all of these fit
/// together; what is left goes by the longest cell.
fn fitted(least: &[Length], wish: &[Length], whole: Length) -> Vec<Length> {
    let columns = least.len();
    let needed: Length = least.iter().copied().sum();
    if needed > whole {
        return shares(&least.iter().map(|one| one.to_mm()).collect::<Vec<_>>(), whole);
    }
    // What is over the least is divided by what each column would have beside it.
    let over: Vec<f64> = least.iter().zip(wish).map(|(least, wish)| (*wish - *least).to_mm()).collect();
    let all: f64 = over.iter().sum();
    let rest = whole - needed;
    let by_wish = |at: usize| if all > 0.0 { over[at] / all } else { wish[at].to_mm() / sum_mm(wish) };
    let mut out: Vec<Length> =
        (0..columns).map(|at| Length::twips((least[at] + rest.scale(by_wish(at))).to_twips())).collect();
    let used: Length = out.iter().copied().sum();
    // What rounding leaves goes to the widest.
    if let Some(widest) = out.iter_mut().max() {
        *widest = *widest + whole - used;
    }
    out
}

fn sum_mm(all: &[Length]) -> f64 {
    all.iter().map(|one| one.to_mm()).sum()
}

/// Letters of a table are no smaller, in half points.
const SMALLEST: i64 = 20;
/// A longest cell counts no more than this.
const MAX_WISH: Length = Length::mm(55);
/// What a word has to spare in its column, so that a word processor that rounds each glyph keeps it whole.
const CELL_SLACK: Length = Length::mm(1);

/// The width of the longest word of a cell, and of the whole of it.
fn extents(paragraph: &Paragraph, layout: &Layout) -> (Length, Length) {
    let style = layout.style_of(paragraph);
    let natural = natural_width(&paragraph.text, style.bold, style.italic, style.size);
    let word = longest_word(&paragraph.text, style.bold, style.italic, style.size);
    (word, natural)
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
