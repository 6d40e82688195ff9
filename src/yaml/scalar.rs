//! YAML scalar → where each of its characters stands in the file, whatever way it is written: plain,
//! in quotes, folded or literal.

use std::ops::Range;

/// The byte range in `source` of each character of `value`, a scalar that is written in `within`.
/// A line break that YAML folds into a space has the range of the break and the indentation after
/// it. `None`: the scalar is written in a way that is not followed (an alias, for instance).
pub(crate) fn places(value: &str, source: &str, within: Range<usize>) -> Option<Vec<Range<usize>>> {
    let written = source.get(within.clone())?;
    let style = Style::of(written);
    let mut rest = Cursor { rest: written, end: within.end };
    rest.enter(style);
    let mut out = Vec::with_capacity(value.len());
    let mut wanted = value.chars().peekable();
    if wanted.peek().is_some_and(|c| !c.is_whitespace()) {
        rest.skip_space();
    }
    while let Some(c) = wanted.next() {
        let is_space = c == ' ' || c == '\n';
        if let Some(fold) = is_space.then(|| rest.line_break()).flatten() {
            out.push(fold.clone());
            // Further line breaks and the spaces of a deeper indentation come from the same place.
            while wanted.next_if(|c| *c == ' ' || *c == '\n').is_some() {
                out.push(fold.clone());
            }
            continue;
        }
        match rest.character(style)? {
            (found, range) if found == c => out.push(range),
            _ => return None,
        }
    }
    Some(out)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Plain,
    Single,
    Double,
    Block,
}

impl Style {
    fn of(written: &str) -> Self {
        match written.trim_start().chars().next() {
            Some('"') => Self::Double,
            Some('\'') => Self::Single,
            Some('|' | '>') => Self::Block,
            _ => Self::Plain,
        }
    }
}

struct Cursor<'a> {
    /// What is still to be read.
    rest: &'a str,
    /// Where that ends in the file.
    end: usize,
}

impl Cursor<'_> {
    /// Passes over `len` bytes: their range in the file.
    fn pass(&mut self, len: usize) -> Range<usize> {
        let start = self.end - self.rest.len();
        self.rest = &self.rest[len..];
        start..start + len
    }

    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    /// Past the opening quote, or the header line of a block.
    fn enter(&mut self, style: Style) {
        if style != Style::Plain {
            self.skip_space();
        }
        let len = match style {
            Style::Plain => 0,
            Style::Single | Style::Double => 1,
            Style::Block => self.rest.find('\n').map_or(self.rest.len(), |at| at + 1),
        };
        self.pass(len);
    }

    /// A run of white space here that holds a line break: passed over, and its range.
    fn line_break(&mut self) -> Option<Range<usize>> {
        let run = &self.rest[..self.rest.len() - self.rest.trim_start().len()];
        run.contains('\n').then(|| self.pass(run.len()))
    }

    /// The character here, decoded, and its range.
    fn character(&mut self, style: Style) -> Option<(char, Range<usize>)> {
        let mut chars = self.rest.chars();
        let first = chars.next()?;
        let (meant, len) = match (style, first) {
            (Style::Single, '\'') => (self.rest.starts_with("''").then_some('\'')?, 2),
            (Style::Double, '\\') => {
                let code = chars.next()?;
                if code == '\n' || code == '\r' {
                    // A line that goes on without a space.
                    self.pass(1);
                    self.skip_space();
                    return self.character(style);
                }
                escape(code, chars.as_str())?
            }
            (_, c) => (c, c.len_utf8()),
        };
        Some((meant, self.pass(len)))
    }
}

/// What a backslash and `code` stand for, and how many bytes they take.
fn escape(code: char, after: &str) -> Option<(char, usize)> {
    let hex = |digits: usize| {
        let number = u32::from_str_radix(after.get(..digits)?, 16).ok()?;
        Some((char::from_u32(number)?, 2 + digits))
    };
    let simple = match code {
        'x' => return hex(2),
        'u' => return hex(4),
        'U' => return hex(8),
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        't' | '\t' => '\t',
        'n' => '\n',
        'v' => '\u{b}',
        'f' => '\u{c}',
        'r' => '\r',
        'e' => '\u{1b}',
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        ' ' | '"' | '/' | '\\' => code,
        _ => return None,
    };
    Some((simple, 1 + code.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceMap;
    use crate::yaml::Yaml;
    use crate::yaml::tree::strict;

    #[test]
    fn every_character_has_its_place() {
        let text = "a: Đỡ đầu các xã\nb: 'Một ''hai'' ba'\nc: \"Bốn \\\"năm\\\"\\u00e0 \\\n  sáu\"\nd: >-\n  Bảy tám\n  chín\n\n\
                    \x20 mười\ne: |\n  Một\n    hai\nf: Ba\n  bốn\ng: \"Năm\n  sáu\"\nh: >\n  Bảy\n";
        for text in [text.to_owned(), text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
            let source = SourceMap::default().add("a", text.as_str());
            let tree = strict(source, &text).ok();
            let Some(Yaml::Map(entries)) = tree.map(|tree| tree.value) else { unreachable!("no map") };
            assert_eq!(entries.len(), 8);
            for (key, value) in entries {
                let Yaml::Text(written) = value.value else { unreachable!("no text") };
                let places = places(&written, &text, value.span.start..value.span.end);
                let Some(places) = places else {
                    unreachable!("{}: {:?}", key.value, &text[value.span.start..value.span.end])
                };
                assert_eq!(places.len(), written.chars().count());
                for (c, place) in written.chars().zip(places) {
                    let slice = &text[place];
                    let same = slice.starts_with(c) || slice.starts_with(['\\', '\'']);
                    assert!(
                        same || c.is_whitespace() && slice.trim().is_empty(),
                        "{}: {c:?} {slice:?}",
                        key.value
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_not_followed_is_said() {
        assert_eq!(places("Neo", "a: *neo", 3..7), None);
    }
}
