//! Source texts, and places in them.

mod decode;
mod foreign;
mod lines;

use std::sync::{Arc, OnceLock};

use serde::Serialize;

use lines::LineIndex;

pub use decode::{MAX_BYTES, ReadError, any_text, read_from, small_text, text, within};
pub use foreign::Foreign;

/// Which text of a [`SourceMap`] a [`Span`] lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct SourceId(u32);

/// A place in a source: byte offsets, `start` included, `end` excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Span {
    /// The text the place lies in.
    pub source: SourceId,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }
}

/// One source text and the name it is shown under.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path as the user typed it.
    pub name: Arc<str>,
    /// The whole text, as in the file (a byte order mark included).
    pub text: Arc<str>,
    /// Counted when a place is first asked for.
    lines: Arc<OnceLock<LineIndex>>,
}

impl Source {
    fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::of(&self.text))
    }

    /// The bytes of the whole lines that a range of bytes touches, and the number of the first, from 1.
    pub fn lines_around(&self, range: std::ops::Range<usize>) -> (std::ops::Range<usize>, usize) {
        let lines = self.lines();
        let (first, last) = (lines.line(range.start), lines.line(range.end));
        (lines.start(first)..lines.end(last, &self.text), first + 1)
    }
}

/// All texts that diagnostics of one plan may point into. A copy shares the texts.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    sources: Vec<Source>,
}

/// A line and a column, both counted from 1; columns in Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
}

impl SourceMap {
    /// Adds a text and returns its id.
    pub fn add(&mut self, name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> SourceId {
        let id = SourceId(u32::try_from(self.sources.len()).unwrap_or(u32::MAX));
        self.sources.push(Source { name: name.into(), text: text.into(), lines: Arc::default() });
        id
    }

    /// Takes over what another map, which begins as this one did with so many texts, has beyond these. Gives where its
    /// places are here.
    pub fn take_in(&mut self, other: &Self, common: usize) -> impl Fn(Span) -> Span + use<> {
        let first = self.sources.len();
        self.sources.extend(other.sources.iter().skip(common).cloned());
        move |span: Span| match span.source.0 as usize {
            known if known < common => span,
            more => {
                let source = SourceId(u32::try_from(first + more - common).unwrap_or(u32::MAX));
                Span { source, ..span }
            }
        }
    }

    /// The text with this id.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.sources[id.0 as usize]
    }

    /// What is written at a place.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.source).text.get(span.start..span.end).unwrap_or_default()
    }

    /// The ids of all texts, in the order in which they were added.
    pub fn ids(&self) -> impl Iterator<Item = SourceId> {
        (0..self.sources.len()).filter_map(|at| u32::try_from(at).ok().map(SourceId))
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.sources.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty()
    }

    /// All texts, in the order in which they were added.
    pub fn all(&self) -> impl Iterator<Item = &Source> {
        self.sources.iter()
    }

    /// Line and column of the start of `span`.
    pub fn position(&self, span: Span) -> Position {
        self.position_of(span.source, span.start)
    }

    /// Line and column of the end of `span`, one past its last character.
    pub fn end_position(&self, span: Span) -> Position {
        self.position_of(span.source, span.end)
    }

    fn position_of(&self, source: SourceId, at: usize) -> Position {
        let source = self.get(source);
        let (text, lines) = (&source.text, source.lines());
        let at = floor_char_boundary(text, at);
        let line = lines.line(at);
        let start = lines.start(line);
        // A byte order mark is no column.
        let start = if start < at && text[start..].starts_with('\u{feff}') {
            start + '\u{feff}'.len_utf8()
        } else {
            start
        };
        Position {
            line: line + 1,
            column: lines.chars_before(at, text) - lines.chars_before(start, text) + 1,
        }
    }
}

/// The largest character boundary of `text` that is not above `at`.
pub fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_not_bytes() {
        let mut map = SourceMap::default();
        let source = map.add("a", "\u{feff}đỡ: 1\nđầu: 2");
        let at = |start| map.position(Span { source, start, end: start });
        assert_eq!(at(3), Position { line: 1, column: 1 });
        assert_eq!(at("\u{feff}đỡ".len()), Position { line: 1, column: 3 });
        assert_eq!(at("\u{feff}đỡ: 1\nđầ".len()), Position { line: 2, column: 3 });
    }
}
