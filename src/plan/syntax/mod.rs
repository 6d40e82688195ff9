//! Slips of YAML: all of them at once, in words for a person who writes plans, and mended where a line can only
//! mean one text.
//!
//! A pass over the lines ([`slips`]) finds what is known; a copy in which those are mended is read. Where it still
//! does not read, the place is told, taken out of the copy, and the rest is read again.

mod lines;
mod meanings;
mod quote;
mod slip;
mod slips;
mod words;

use std::ops::Range;

use super::yaml::{Yaml, strict};
use crate::diag::{Diagnostic, Edit, Fix, Severity, Sink};
use crate::source::{SourceId, SourceMap, Span, Spanned};
use slip::{Kind, Slip};
use slips::slips;

pub use meanings::error;
pub use quote::quoted;

/// How many places are told that no known slip explains.
const MOST_ERRORS: usize = 20;

/// Reads a plan; see [`super::yaml::parse`].
pub fn read(source: SourceId, text: &str, sink: &mut Sink) -> Option<Spanned<Yaml>> {
    let reading = Reading::of(source, text);
    let mut found: Vec<Diagnostic> =
        reading.slips.iter().map(|slip| words::finding(slip, source, text)).chain(reading.errors).collect();
    // What may be meant elsewhere is wrong where nothing can be read for it.
    if reading.tree.is_none()
        && !found.iter().any(|one| one.severity == Severity::Error)
        && let Some(first) = found.first_mut()
    {
        first.severity = Severity::Error;
    }
    found.into_iter().for_each(|one| sink.push(one));
    reading.tree
}

/// The text with its safe mendings, and how many those are; none where there is nothing to mend.
pub fn mended(text: &str) -> Option<(String, usize)> {
    let source = SourceMap::default().add("", "");
    let reading = Reading::of(source, text);
    let safe: Vec<&Slip> = reading.slips.iter().filter(|slip| slip.safe && slip.edit.is_some()).collect();
    if safe.is_empty() {
        return None;
    }
    let copy = Copy::of(text, safe.iter().filter_map(|slip| slip.edit.clone()));
    Some((copy.text(text), safe.len()))
}

/// The fix of a slip.
fn fix(slip: &Slip, source: SourceId) -> Option<Fix> {
    let (range, text) = slip.edit.clone()?;
    let span = Span { source, start: range.start, end: range.end };
    Some(Fix { safe: slip.safe, edits: vec![Edit { span, text }] })
}

/// A text as far as it can be read.
struct Reading {
    /// The tree; none where a part of the text had to be left out.
    tree: Option<Spanned<Yaml>>,
    slips: Vec<Slip>,
    errors: Vec<crate::diag::Diagnostic>,
}

impl Reading {
    fn of(source: SourceId, text: &str) -> Self {
        match strict(source, text) {
            Ok(tree) => Self::of_yaml(source, text, tree),
            Err(error) if meanings::is_too_much(&error) => {
                Self { tree: None, slips: Vec::new(), errors: vec![meanings::error(&error, source, text)] }
            }
            Err(_) => Self::of_slips(source, text),
        }
    }

    /// YAML that may say something else than was meant.
    fn of_yaml(source: SourceId, text: &str, tree: Spanned<Yaml>) -> Self {
        let mut slips = slips(text, true);
        // What is to be mended by a person is told by whoever wants another thing at its place.
        slips.retain(|slip| slip.edit.is_some() || matches!(slip.kind, Kind::Joined | Kind::CurvedQuotes));
        if slips.is_empty() {
            return Self { tree: Some(tree), slips, errors: Vec::new() };
        }
        let copy = Copy::of(text, slips.iter().filter_map(|slip| slip.edit.clone()));
        match strict(source, &copy.text(text)) {
            Ok(mut mended) => {
                copy.back(&mut mended);
                if agree(&tree, &mended, &copy) {
                    return Self { tree: Some(mended), slips, errors: Vec::new() };
                }
                Self { tree: Some(tree), slips: Vec::new(), errors: Vec::new() }
            }
            // What seemed to be a slip is none.
            Err(_) => Self { tree: Some(tree), slips: Vec::new(), errors: Vec::new() },
        }
    }

    fn of_slips(source: SourceId, text: &str) -> Self {
        let slips = slips(text, false);
        let mut copy = Copy::of(text, slips.iter().filter_map(|slip| slip.edit.clone()));
        let mut errors: Vec<crate::diag::Diagnostic> = Vec::new();
        let mut taken: Option<Range<usize>> = None;
        for _ in 0..MOST_ERRORS {
            match strict(source, &copy.text(text)) {
                Ok(mut tree) => {
                    copy.back(&mut tree);
                    // What is wrong beside the slips is told with them, also where a person has to mend those.
                    return Self { tree: taken.is_none().then_some(tree), slips, errors };
                }
                Err(error) => {
                    let shown = copy.text(text);
                    let mut one = meanings::error(&error, source, &shown);
                    one.span = copy.span_back(one.span);
                    let part = part(text, one.span.start);
                    let follows = taken.as_ref().is_some_and(|taken| taken.end >= part.start);
                    let line =
                        part.start..text[part.start..].find('\n').map_or(text.len(), |at| part.start + at);
                    let is_told = slips.iter().any(|slip| {
                        let edit = slip.edit.as_ref().map_or(&slip.at, |(range, _)| range);
                        edit.start <= line.end && line.start < edit.end.max(slip.at.end)
                    });
                    // What only follows from a place that is told already is not told again.
                    if !follows && !is_told {
                        errors.push(one);
                    }
                    if !copy.take_out(part.clone()) {
                        break;
                    }
                    taken = Some(match taken.filter(|_| follows) {
                        Some(taken) => taken.start.min(part.start)..taken.end.max(part.end),
                        None => part,
                    });
                }
            }
        }
        if errors.is_empty() && slips.is_empty() {
            let error = strict(source, text).err();
            errors.extend(error.map(|error| meanings::error(&error, source, text)));
        }
        Self { tree: None, slips, errors }
    }
}

/// Whether two trees are equal but where the copy of the second has an edit.
fn agree(one: &Spanned<Yaml>, other: &Spanned<Yaml>, copy: &Copy) -> bool {
    if copy.edit_at(other.span.start).is_some_and(|range| other.span.start <= range.end) {
        return true;
    }
    match (&one.value, &other.value) {
        (Yaml::Seq(one), Yaml::Seq(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| agree(one, other, copy))
        }
        (Yaml::Map(one), Yaml::Map(other)) => {
            let same = |(one, other): (&(Spanned<String>, _), &(Spanned<String>, _))| {
                one.0.value == other.0.value && agree(&one.1, &other.1, copy)
            };
            one.len() == other.len() && one.iter().zip(other).all(same)
        }
        (one, other) => one == other,
    }
}

/// The line at a place, and the deeper lines below it.
fn part(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let depth = |line: &str| line.len() - line.trim_start().len();
    let mut end = start;
    let mut own = 0;
    for line in text[start..].split_inclusive('\n') {
        if end == start {
            own = depth(line);
        } else if !line.trim().is_empty() && depth(line) <= own {
            break;
        }
        end += line.len();
    }
    start..end
}

/// A copy of a text with edits, none over another, in their order.
struct Copy {
    edits: Vec<(Range<usize>, String)>,
}

impl Copy {
    fn of(text: &str, edits: impl Iterator<Item = (Range<usize>, String)>) -> Self {
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

    fn text(&self, of: &str) -> String {
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
    fn take_out(&mut self, part: Range<usize>) -> bool {
        if part.is_empty() || self.edits.iter().any(|(range, with)| *range == part && with == "\n") {
            return false;
        }
        self.edits.retain(|(range, _)| range.end <= part.start || part.end <= range.start);
        self.edits.push((part, "\n".to_owned()));
        self.edits.sort_by_key(|(range, _)| range.start);
        true
    }

    /// The last edit that begins at or before a place in the text.
    fn edit_at(&self, at: usize) -> Option<&Range<usize>> {
        let after = self.edits.partition_point(|(range, _)| range.start <= at);
        after.checked_sub(1).map(|last| &self.edits[last].0)
    }

    /// Gives the places of a tree of the copy those that they have in the text.
    fn back(&self, tree: &mut Spanned<Yaml>) {
        let places = Places::of(self);
        places.tree(tree);
    }

    fn span_back(&self, span: Span) -> Span {
        Places::of(self).span(span)
    }
}

/// Places in a copy, and those in the text that they stand for.
struct Places<'a> {
    edits: &'a [(Range<usize>, String)],
    /// Where each edit begins in the copy.
    starts: Vec<usize>,
}

impl<'a> Places<'a> {
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
            Yaml::Null | Yaml::Text(_) | Yaml::Number(_) | Yaml::Made(..) => {}
        }
    }
}
