//! Slips of YAML: all of them at once, in words for a person who writes plans, and mended where a line can only
//! mean one text.
//!
//! A pass over the lines (`slips`) finds what is known; a copy in which those are mended is read. Where it still
//! does not read, the place is told, taken out of the copy, and the rest is read again.

mod copy;
mod lines;
mod slip;
mod slips;
mod words;

use std::ops::Range;

use super::keys::Keys;
use super::meanings;
use super::tree::{Yaml, strict};
use crate::diag::{Diagnostic, Severity, Sink};
use crate::source::{SourceId, SourceMap, Spanned};
use copy::Copy;
use slip::{Kind, Slip};
use slips::slips;

/// How many places are told that no known slip explains.
const MOST_ERRORS: usize = 20;

/// Parses a text of a format with these keys. Slips of who does not know YAML are told, all of them; where each
/// can only mean one thing, the tree is that of the mended text. `None`: it is no YAML, and `sink` says where and
/// why.
pub(crate) fn parse(source: SourceId, text: &str, keys: &Keys, sink: &mut Sink) -> Option<Spanned<Yaml>> {
    let reading = Reading::of(source, text, keys);
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
pub(crate) fn mended(text: &str, keys: &Keys) -> Option<(String, usize)> {
    let source = SourceMap::default().add("", "");
    let reading = Reading::of(source, text, keys);
    let safe: Vec<&Slip> = reading.slips.iter().filter(|slip| slip.safe && slip.edit.is_some()).collect();
    if safe.is_empty() {
        return None;
    }
    let copy = Copy::of(text, safe.iter().filter_map(|slip| slip.edit.clone()));
    Some((copy.text(text), safe.len()))
}

/// A text as far as it can be read.
struct Reading {
    /// The tree; none where a part of the text had to be left out.
    tree: Option<Spanned<Yaml>>,
    slips: Vec<Slip>,
    errors: Vec<Diagnostic>,
}

impl Reading {
    fn of(source: SourceId, text: &str, keys: &Keys) -> Self {
        match strict(source, text) {
            Ok(tree) => Self::of_yaml(source, text, tree, keys),
            Err(error) if meanings::is_too_much(&error) => {
                Self { tree: None, slips: Vec::new(), errors: vec![meanings::error(&error, source, text)] }
            }
            Err(_) => Self::of_slips(source, text, keys),
        }
    }

    /// YAML that may say something else than was meant.
    fn of_yaml(source: SourceId, text: &str, tree: Spanned<Yaml>, keys: &Keys) -> Self {
        let mut slips = slips(text, true, keys);
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

    fn of_slips(source: SourceId, text: &str, keys: &Keys) -> Self {
        let slips = slips(text, false, keys);
        let mut copy = Copy::of(text, slips.iter().filter_map(|slip| slip.edit.clone()));
        let mut errors: Vec<Diagnostic> = Vec::new();
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
