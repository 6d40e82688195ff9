//! The head of a table: names of columns, in one row or, where cells of it are merged, in several.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use super::lines::{SheetLine, SheetLines, is_blank};
use super::part::Cells;
use crate::source::Span;

/// The head of a table.
#[derive(Debug)]
pub(super) struct Head {
    /// The names of the columns, up to the last that has one.
    pub names: Vec<String>,
    /// Where each stands.
    pub spans: Vec<Span>,
    /// How many cells the row has, those without a name among them.
    pub width: usize,
    /// The number of the last row of the head.
    pub last: usize,
}

/// The head that the row with the number `row` belongs to, in lines whose merged cells are filled down. `None`: the
/// row is empty, or is not there.
pub(super) fn head(lines: &SheetLines, row: usize) -> Option<Head> {
    let (first, last) = rows_of(&lines.merges, row);
    let rows: Vec<&SheetLine> =
        lines.all.iter().filter(|line| (first..=last).contains(&line.number) && !line.is_blank()).collect();
    let lowest = rows.last()?;
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let (mut names, mut spans) = (Vec::new(), Vec::new());
    for column in 0..width {
        // From below: the name, then what stands above it.
        let above = rows.iter().rev().filter_map(|line| titled(line, column, &lines.merges));
        let mut titles: Vec<(String, Span)> = Vec::new();
        for (title, span) in above {
            if titles.iter().all(|(other, _)| *other != title) {
                titles.push((title, span));
            }
        }
        spans.push(titles.first().map_or_else(
            || lowest.cells.get(column).map_or(lowest.span, |cell| cell.span),
            |(_, span)| *span,
        ));
        names.push(titles);
    }
    let used = names.iter().rposition(|titles| !titles.is_empty()).map_or(0, |last| last + 1);
    let shortest = |titles: &Vec<(String, Span)>| titles.first().map_or("", |(title, _)| title).to_owned();
    let short: Vec<String> = names.iter().map(shortest).collect();
    let mut times: HashMap<&str, usize> = HashMap::new();
    short.iter().for_each(|name| *times.entry(name).or_default() += 1);
    let names = names[..used].iter().zip(&short).map(|(titles, name)| {
        // "Tỉnh" below "Nguồn vốn" and below "Đã chi" are two columns.
        let is_alone = times.get(name.as_str()).is_none_or(|times| *times < 2);
        let all = titles.iter().rev().map(|(title, _)| title.as_str());
        if is_alone { name.clone() } else { all.collect::<Vec<_>>().join(" ") }
    });
    let names = names.collect();
    spans.truncate(used);
    Some(Head { names, spans, width, last })
}

/// The title of a column in one row: of merged cells the first says it.
fn titled(line: &SheetLine, column: usize, merges: &[Cells]) -> Option<(String, Span)> {
    let merge = merges
        .iter()
        .find(|merge| merge.rows.contains(&line.number) && merge.columns.contains(&(column + 1)));
    let cell = line.cells.get(merge.map_or(column, |merge| merge.columns.start() - 1))?;
    let words = cell.text().nfc().collect::<String>();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!is_blank(&words)).then_some((words, cell.span))
}

/// The rows that cells merged over several rows bind to a row of the head.
fn rows_of(merges: &[Cells], row: usize) -> (usize, usize) {
    let (mut first, mut last) = (row, row);
    for merge in merges.iter().filter(|merge| merge.rows.contains(&row)) {
        (first, last) = (first.min(*merge.rows.start()), last.max(*merge.rows.end()));
    }
    (first, last)
}
