//! A sheet or a text of lines and cells, before it is known which of them are the table.

use super::{Cell, part::Cells};
use crate::source::Span;
use crate::templates::{Data, spelled};

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct SheetLines {
    /// Its lines, in their order; those without any cell may be left out.
    pub all: Vec<SheetLine>,
    /// The cells that are one cell.
    pub merges: Vec<Cells>,
    /// Whether a line with fewer or more cells than the head is a slip, as it is in a text.
    pub is_text: bool,
}

/// A line.
#[derive(Clone, Debug)]
pub(super) struct SheetLine {
    /// Its number as the sheet counts, from 1.
    pub number: usize,
    /// Its place.
    pub span: Span,
    /// Its cells from the first column on.
    pub cells: Vec<Cell>,
    /// Whether the sheet hides it.
    pub is_hidden: bool,
}

/// Whether a value says nothing.
pub(super) fn is_blank(value: &str) -> bool {
    value.trim().is_empty()
}

/// What a person sees of a value.
pub(super) fn text_of(value: &Data, shown: Option<&str>) -> String {
    match (shown, value) {
        (Some(shown), _) => shown.to_owned(),
        (None, Data::Text(text)) => text.clone(),
        (None, Data::Whole(whole)) => whole.to_string(),
        (None, Data::Decimal(number)) => spelled(*number),
        (None, Data::Flag(flag)) => flag.to_string(),
        (None, _) => String::new(),
    }
}

impl SheetLine {
    /// What the cells say.
    pub(super) fn texts(&self) -> impl Iterator<Item = String> {
        self.cells.iter().map(Cell::text)
    }

    /// What those say that are not empty, with their columns from 0.
    pub(super) fn filled(&self) -> Vec<(usize, String)> {
        self.texts().enumerate().filter(|(_, text)| !is_blank(text)).collect()
    }

    /// Whether all its cells are empty.
    pub(super) fn is_blank(&self) -> bool {
        self.texts().all(|text| is_blank(&text))
    }
}

impl Cell {
    /// A cell that holds a text.
    pub(crate) fn of_text(text: String, span: Span) -> Self {
        Self { value: Data::Text(text), shown: None, span, fault: None }
    }

    /// What a person sees.
    pub(crate) fn text(&self) -> String {
        text_of(&self.value, self.shown.as_deref())
    }

    /// Whether it holds nothing.
    pub(crate) fn is_blank(&self) -> bool {
        self.fault.is_none() && is_blank(&self.text())
    }
}

impl SheetLines {
    /// Only the cells of a range; columns are counted from its first on.
    pub(super) fn within(self, range: &Cells) -> Self {
        let (rows, first) = (&range.rows, *range.columns.start());
        let all = self.all.into_iter().filter(|line| rows.contains(&line.number)).map(|mut line| {
            line.cells.truncate(*range.columns.end());
            line.cells.drain(..(first - 1).min(line.cells.len()));
            line
        });
        let merges = self.merges.into_iter().filter(|merge| *merge.columns.start() >= first);
        let merges = merges.map(|Cells { rows, columns }| Cells {
            rows,
            columns: columns.start() + 1 - first..=columns.end() + 1 - first,
        });
        Self { all: all.collect(), merges: merges.collect(), ..self }
    }

    /// Puts what stands in the first of merged cells into those below it.
    pub(super) fn fill_down(&mut self) {
        for merge in &self.merges {
            let column = merge.columns.start() - 1;
            let held = self.all.iter().find(|line| line.number == *merge.rows.start());
            let Some(held) = held.and_then(|line| line.cells.get(column)).cloned() else { continue };
            for line in self
                .all
                .iter_mut()
                .filter(|line| line.number > *merge.rows.start() && merge.rows.contains(&line.number))
            {
                if let Some(cell) = line.cells.get_mut(column).filter(|cell| cell.is_blank()) {
                    *cell = held.clone();
                }
            }
        }
    }
}
