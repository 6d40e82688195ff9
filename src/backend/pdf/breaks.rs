//! Rows of tables that Typst leaves on a page without what belongs to them: a title of rows without a row, a row
//! whose footnote stayed on the page before, the last row without the signature. A page break before the row mends
//! it. Typst has no word for this, so it is looked for on the finished pages, and these are laid out again.

use std::collections::BTreeSet;
use std::ops::Range;

use typst::foundations::{NativeElement, Selector, Value};
use typst_layout::PagedDocument;
use typst_library::introspection::{Introspector, Location, MetadataElem};
use typst_library::model::{FootnoteElem, FootnoteEntry};

/// What has to stand on the page of a row; rows are known by their marks.
#[derive(Clone, Debug)]
pub(super) struct PageEnds {
    /// The row.
    pub row: usize,
    /// What belongs to it.
    pub with: With,
}

/// What belongs to a row.
#[derive(Clone, Debug)]
pub(super) enum With {
    /// What has this mark: the next row, or the signature.
    Mark(usize),
    /// The footnotes that are called in it, counted from 1.
    Notes(Range<usize>),
}

/// The rows before which a page ends.
#[derive(Clone, Debug, Default)]
pub(super) struct Breaks(BTreeSet<usize>);

impl Breaks {
    /// Whether a page ends before the row with this mark.
    pub(super) fn before(&self, row: usize) -> bool {
        self.0.contains(&row)
    }

    /// Ends a page before the first row that stands without what belongs to it. Whether there is one.
    pub(super) fn mend(&mut self, pages: &PagedDocument, watches: &[PageEnds]) -> bool {
        let places = RowPlaces::of(pages);
        let wrong = watches.iter().find(|watch| {
            let is_apart = match &watch.with {
                With::Mark(other) => {
                    let (row, other) = (places.of_mark(watch.row), places.of_mark(*other));
                    row.zip(other).is_some_and(|(row, other)| row != other)
                }
                With::Notes(notes) => notes.clone().any(|note| places.is_apart(note)),
            };
            is_apart && !self.before(watch.row)
        });
        let Some(watch) = wrong else { return false };
        // What the row goes along with goes on below it.
        if let With::Mark(next) = watch.with {
            self.0.remove(&next);
        }
        self.0.insert(watch.row)
    }
}

/// On which pages marks, calls of footnotes and footnotes stand.
struct RowPlaces {
    marks: Vec<(usize, usize)>,
    /// The page of each call, and that of its note.
    notes: Vec<(Option<usize>, Option<usize>)>,
}

impl RowPlaces {
    fn of(pages: &PagedDocument) -> Self {
        let introspector = pages.introspector();
        let page = |place: Option<Location>| introspector.page(place?).map(usize::from);
        let all = |element| introspector.query(&Selector::Elem(element, None));
        let marks = all(MetadataElem::ELEM).into_iter().filter_map(|found| {
            let Value::Int(mark) = found.to_packed::<MetadataElem>()?.value else { return None };
            Some((usize::try_from(mark).ok()?, page(found.location())?))
        });
        let entries: Vec<(Option<Location>, Option<usize>)> = all(FootnoteEntry::ELEM)
            .iter()
            .filter_map(|found| {
                Some((found.to_packed::<FootnoteEntry>()?.note.location(), page(found.location())))
            })
            .collect();
        let notes = all(FootnoteElem::ELEM).into_iter().map(|call| {
            let entry = entries.iter().find(|(note, _)| *note == call.location());
            (page(call.location()), entry.and_then(|(_, page)| *page))
        });
        Self { marks: marks.collect(), notes: notes.collect() }
    }

    fn of_mark(&self, mark: usize) -> Option<usize> {
        self.marks.iter().find(|(one, _)| *one == mark).map(|(_, page)| *page)
    }

    /// Whether a footnote does not stand on the page of its call.
    fn is_apart(&self, note: usize) -> bool {
        let found = note.checked_sub(1).and_then(|at| self.notes.get(at));
        found.is_some_and(|(call, entry)| call.is_some() && entry.is_some() && call != entry)
    }
}
