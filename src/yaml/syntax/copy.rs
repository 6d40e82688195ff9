//! A mended copy of a text, and the places in the text that those in the copy stand for.

use std::ops::Range;

use crate::source::{Span, Spanned};
use crate::yaml::Yaml;

/// A copy of a text with edits, none over another, in their order.
pub(super) struct Copy {
    edits: Vec<(Range<usize>, String)>,
}

impl Copy {
    pub(super) fn of(text: &str, edits: impl Iterator<Item = (Range<usize>, String)>) -> Self {
        let mut all: Vec<(Range<usize>, String)> = edits.collect();
        all.sort_by_key(|(range, _)| (range.start, range.end));
        let mut copy = Self { edits: Vec::new() };
        for edit in all {
            let is_apart = copy.edits.last().is_none_or(|(last, _)| last.end <= edit.0.start);
            if is_apart && edit.0.end <= text.len() {
                copy.edits.push(edit);
            }
        }
        copy
    }

    pub(super) fn text(&self, of: &str) -> String {
        let mut out = String::with_capacity(of.len());
        let mut at = 0;
        for (range, with) in &self.edits {
            out.push_str(&of[at..range.start]);
            out.push_str(with);
            at = range.end;
        }
        out.push_str(&of[at..]);
        out
    }

    /// Leaves a part out of the copy. False: it is left out already.
    pub(super) fn take_out(&mut self, part: Range<usize>) -> bool {
        if part.is_empty() || self.edits.iter().any(|(range, with)| *range == part && with == "\n") {
            return false;
        }
        self.edits.retain(|(range, _)| range.end <= part.start || part.end <= range.start);
        self.edits.push((part, "\n".to_owned()));
        self.edits.sort_by_key(|(range, _)| range.start);
        true
    }

    /// The last edit that begins at or before a place in the text.
    pub(super) fn edit_at(&self, at: usize) -> Option<&Range<usize>> {
        let after = self.edits.partition_point(|(range, _)| range.start <= at);
        after.checked_sub(1).map(|last| &self.edits[last].0)
    }

    /// Gives the places of a tree of the copy those that they have in the text.
    pub(super) fn back(&self, tree: &mut Spanned<Yaml>) {
        let places = PlaceMap::of(self);
        places.tree(tree);
    }

    pub(super) fn span_back(&self, span: Span) -> Span {
        PlaceMap::of(self).span(span)
    }
}

/// Places in a copy, and those in the text that they stand for.
struct PlaceMap<'a> {
    edits: &'a [(Range<usize>, String)],
    /// Where each edit begins in the copy.
    starts: Vec<usize>,
}

impl<'a> PlaceMap<'a> {
    fn of(copy: &'a Copy) -> Self {
        let (mut at, mut end) = (0, 0);
        let starts = copy.edits.iter().map(|(range, with)| {
            let start = at + (range.start - end);
            (at, end) = (start + with.len(), range.end);
            start
        });
        Self { starts: starts.collect(), edits: &copy.edits }
    }

    fn place(&self, at: usize, is_end: bool) -> usize {
        let before = self.starts.partition_point(|start| *start < at || *start == at && !is_end);
        let Some(last) = before.checked_sub(1) else { return at };
        let (range, with) = &self.edits[last];
        let end = self.starts[last] + with.len();
        match at < end || at == end && is_end {
            true if is_end => range.end,
            true => range.start,
            false => range.end + (at - end),
        }
    }

    fn span(&self, span: Span) -> Span {
        let start = self.place(span.start, false);
        let end = if span.end == span.start { start } else { self.place(span.end, true).max(start) };
        Span { start, end, ..span }
    }

    fn tree(&self, tree: &mut Spanned<Yaml>) {
        tree.span = self.span(tree.span);
        match &mut tree.value {
            Yaml::Seq(items) => items.iter_mut().for_each(|item| self.tree(item)),
            Yaml::Map(entries) => {
                for (key, value) in entries {
                    key.span = self.span(key.span);
                    self.tree(value);
                }
            }
            Yaml::Null | Yaml::Failed | Yaml::Text(_) | Yaml::Number(_) | Yaml::Evaluated(..) => {}
        }
    }
}
