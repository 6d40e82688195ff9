//! The widths of the columns of a table, and the size of its letters where it is too full.

use crate::decree::sizes;
use crate::document::{Layout, Paragraph, Place, Row, places};
use crate::length::Length;
use crate::typeset::{longest_word, natural_width};

/// The widths of columns, and the first of them that is narrower than a word in it. `given` are shares of the plan.
pub(super) fn widths(
    head: &mut [Row],
    rows: &mut [Row],
    count: usize,
    given: Option<&[f64]>,
    has_size: bool,
    layout: &Layout,
    whole: Length,
) -> (Vec<Length>, Option<usize>) {
    let (mut least, mut wish) = needs(head, rows, count, layout);
    if given.is_none() && !has_size {
        // What is too full gets smaller letters, as a person would do.
        let smallest = sizes::TABLE_SIZE_MIN.to_half_points();
        for half_points in (smallest..sizes::TABLE_SIZE.to_half_points()).rev() {
            if least.iter().copied().sum::<Length>() <= whole {
                break;
            }
            resize(head, rows, Length::half_points(half_points));
            (least, wish) = needs(head, rows, count, layout);
        }
    }
    let widths = match given {
        Some(given) => shares(given, whole),
        None => fitted(&least, &wish, whole),
    };
    let narrow = widths.iter().zip(&least).position(|(width, least)| *width + CELL_SLACK < *least);
    (widths, narrow)
}

/// Sets all cells in letters of a size.
pub(super) fn resize(head: &mut [Row], rows: &mut [Row], size: Length) {
    let cells = head.iter_mut().chain(rows).flat_map(|row| &mut row.cells);
    cells.flat_map(|cell| &mut cell.paragraphs).for_each(|one| one.size = Some(size));
}

/// What the columns need for their longest words, and what they would have, up to a third of a page.
fn needs(head: &[Row], rows: &[Row], count: usize, layout: &Layout) -> (Vec<Length>, Vec<Length>) {
    let (mut least, mut wish) = (vec![Length::ZERO; count], vec![Length::ZERO; count]);
    let margins = layout.cell_margin + layout.cell_margin + CELL_SLACK;
    let mut wide = Vec::new();
    for rows in [head, rows] {
        for (row, places) in rows.iter().zip(places(rows, count)) {
            for (column, place) in places {
                let Place::Cell(n) = place else { continue };
                let cell = &row.cells[n];
                let (word, natural) = extents(&cell.paragraphs, layout);
                if cell.columns == 1 {
                    least[column] = least[column].max(word + margins);
                    wish[column] = wish[column].max(natural.min(MAX_WISH).max(word) + margins);
                } else {
                    wide.push((column..column + cell.columns, word + margins));
                }
            }
        }
    }
    // What a cell over several columns needs more than these have goes to the last of them.
    for (columns, word) in wide {
        let last = columns.end - 1;
        let have: Length = least[columns].iter().copied().sum();
        if have < word {
            least[last] = least[last] + word - have;
            wish[last] = wish[last].max(least[last]);
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

/// Divides `whole` by weights, in whole twips, nothing left over; no column gets less than a
/// thirtieth, so that a slip in a weight does not make a column vanish.
pub(super) fn shares(weights: &[f64], whole: Length) -> Vec<Length> {
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

/// The width of the longest word of a cell, and of its longest line.
fn extents(paragraphs: &[Paragraph], layout: &Layout) -> (Length, Length) {
    let (mut word, mut natural) = (Length::ZERO, Length::ZERO);
    for paragraph in paragraphs {
        let style = layout.style_of(paragraph);
        natural = natural.max(natural_width(&paragraph.text, style.bold, style.italic, style.size));
        word = word.max(longest_word(&paragraph.text, style.bold, style.italic, style.size));
    }
    (word, natural)
}

/// A longest cell counts no more than this.
const MAX_WISH: Length = Length::mm(55);
/// What a word has to spare in its column, so that a word processor that rounds each glyph keeps it whole.
const CELL_SLACK: Length = Length::mm(1);

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
