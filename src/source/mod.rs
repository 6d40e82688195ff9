//! Source texts: what was read from disk, and places in it.

mod foreign;
mod lines;
mod root;

use std::fs::File;
use std::io::Read;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, OnceLock};

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

use lines::Lines;

pub use foreign::Foreign;
pub use root::Root;

/// Size above which a file is not taken for a plan, in bytes. The longest plan known is 60 KB.
pub const MAX_BYTES: u64 = 4 * 1024 * 1024;

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
    lines: Arc<OnceLock<Lines>>,
}

impl Source {
    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(&self.text))
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

/// Why a file could not be read as a text.
#[derive(Debug)]
pub enum ReadError {
    /// The operating system refused.
    Io(std::io::Error),
    /// It is a folder.
    Folder,
    /// It is a pipe, a device or the like.
    Special,
    /// It is larger than it may be.
    TooLarge,
    /// It is a file of another program.
    Foreign(Foreign),
    /// It is not UTF-8: the first bad byte's offset.
    NotText(usize),
}

/// The path of a file, however its name is composed: what is typed as one letter and what a Mac writes as a letter
/// with its marks behind it are the same name. The path itself where there is no such file.
#[expect(clippy::disallowed_methods, reason = "the source room is where files are read")]
pub fn located(path: &Path) -> PathBuf {
    if path.as_os_str().is_ascii() || path.symlink_metadata().is_ok() {
        return path.to_owned();
    }
    let mut out = PathBuf::new();
    for part in path.components() {
        let next = out.join(part);
        let (Component::Normal(name), Err(_)) = (part, next.symlink_metadata()) else {
            out = next;
            continue;
        };
        let wanted: String = name.to_string_lossy().nfc().collect();
        let folder = if out.as_os_str().is_empty() { Path::new(".") } else { &out };
        let mut entries: Vec<_> = std::fs::read_dir(folder).into_iter().flatten().flatten().collect();
        entries.sort_by_key(std::fs::DirEntry::file_name);
        let same = entries
            .iter()
            .map(std::fs::DirEntry::file_name)
            .find(|entry| entry.to_string_lossy().nfc().eq(wanted.chars()));
        match same {
            Some(entry) => out.push(entry),
            None => return path.to_owned(),
        }
    }
    out
}

/// Reads a whole text file, at most [`MAX_BYTES`] of it.
///
/// # Errors
/// A folder, an unreadable file, one that is too large, or one that is not UTF-8.
pub fn read(path: &Path) -> Result<String, ReadError> {
    read_from(open(path)?)
}

/// Reads a whole file, at most `limit` bytes of it.
///
/// # Errors
/// A folder, an unreadable file, or one that is too large.
pub fn read_bytes(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    within(limit, bytes_from(open(path)?, limit)?)
}

#[expect(clippy::disallowed_methods, reason = "the source room is where files are read")]
fn open(path: &Path) -> Result<File, ReadError> {
    // Before it is opened: a pipe would wait for who writes into it.
    let kind = path.metadata().map_err(ReadError::Io)?;
    if kind.is_dir() {
        return Err(ReadError::Folder);
    }
    if !kind.is_file() {
        return Err(ReadError::Special);
    }
    File::open(path).map_err(ReadError::Io)
}

/// The path without `./`, as it is shown.
pub fn plain(path: &Path) -> PathBuf {
    let parts: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
    if parts.as_os_str().is_empty() { PathBuf::from(".") } else { parts }
}

/// As [`read`], from what is open already, e.g. standard input.
///
/// # Errors
/// It cannot be read, is too large, or is not UTF-8.
pub fn read_from(file: impl Read) -> Result<String, ReadError> {
    let bytes = bytes_from(file, MAX_BYTES)?;
    match foreign::sniff(&bytes) {
        // A large picture is a picture in the first place.
        Some(foreign) => Err(ReadError::Foreign(foreign)),
        None => text(within(MAX_BYTES, bytes)?),
    }
}

fn within(limit: u64, bytes: Vec<u8>) -> Result<Vec<u8>, ReadError> {
    if bytes.len() as u64 > limit { Err(ReadError::TooLarge) } else { Ok(bytes) }
}

/// At most one byte more than `limit`.
fn bytes_from(file: impl Read, limit: u64) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that is too large from one that just fits,
    // also where the size of the file is not known before (a pipe, a device).
    file.take(limit + 1).read_to_end(&mut bytes).map_err(ReadError::Io)?;
    Ok(bytes)
}

/// The bytes as a text, UTF-8 or, as Excel's "Unicode Text" is, UTF-16 with its mark.
///
/// # Errors
/// They are another program's, or no text.
pub fn any_text(bytes: Vec<u8>) -> Result<String, ReadError> {
    let unit: fn([u8; 2]) -> u16 = match bytes.as_slice() {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ => return foreign::sniff(&bytes).map_or_else(|| text(bytes), |what| Err(ReadError::Foreign(what))),
    };
    let units = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let read: Result<String, _> = char::decode_utf16(units).collect();
    read.map_err(|_| ReadError::Foreign(Foreign::Utf16))
}

/// The bytes as a text.
///
/// # Errors
/// They are not UTF-8.
pub fn text(bytes: Vec<u8>) -> Result<String, ReadError> {
    String::from_utf8(bytes).map_err(|error| ReadError::NotText(error.utf8_error().valid_up_to()))
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
