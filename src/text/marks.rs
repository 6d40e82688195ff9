//! The marks inside a text: `**bold**`, `*italic*`, `^[footnote]`, and the backslash before `*`, `^`,
//! `[` or `{`. What is read are indices into the characters, so that each keeps its place.

/// Characters that a backslash makes print as themselves.
pub(super) const ESCAPED: &str = "*^[{";

/// Characters that a line with marks has one of.
pub(super) const MAY_MARK: &str = "*^\\";

/// What a mark's character may stand in as, so that it prints as itself: characters that no text has.
const STAND_INS: [(char, char); 6] = [
    ('*', '\u{f0000}'),
    ('^', '\u{f0001}'),
    ('[', '\u{f0002}'),
    (']', '\u{f0003}'),
    ('{', '\u{f0004}'),
    ('\\', '\u{f0005}'),
];

/// The stand-in of a mark's character; any other character itself.
pub(super) fn stand_in(c: char) -> char {
    STAND_INS.iter().find(|(mark, _)| *mark == c).map_or(c, |(_, other)| *other)
}

/// What a character prints as: the mark for its stand-in.
pub(super) fn printed(c: char) -> char {
    STAND_INS.iter().find(|(_, other)| *other == c).map_or(c, |(mark, _)| *mark)
}

/// A run of text in one style, or a footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Run {
    /// The characters that print, by their index.
    Words {
        /// Indices into the text.
        at: Vec<usize>,
        /// Đậm.
        bold: bool,
        /// Nghiêng.
        italic: bool,
    },
    /// A footnote.
    Note(Vec<Run>),
}

/// Reads the marks of a line. False beside the runs: a footnote is not closed.
pub(super) fn read(chars: &[char]) -> (Vec<Run>, bool) {
    let mut parser =
        Parser { chars, at: 0, out: Vec::new(), bold: false, italic: false, unpaired: [false; 2] };
    let closed = parser.run(false);
    (parser.out, closed)
}

struct Parser<'a> {
    chars: &'a [char],
    at: usize,
    out: Vec<Run>,
    bold: bool,
    italic: bool,
    /// Whether nothing closes a style of one star, or of two, any more: what was sought once in vain is not again.
    unpaired: [bool; 2],
}

impl Parser<'_> {
    /// Reads to the end, or, inside a footnote, to its `]`. False: a footnote is not closed.
    fn run(&mut self, in_note: bool) -> bool {
        let mut words = Vec::new();
        let mut depth = 0usize;
        while let Some(&c) = self.chars.get(self.at) {
            let next = self.chars.get(self.at + 1).copied();
            if c == '\\' && next.is_some_and(|next| ESCAPED.contains(next)) {
                words.push(self.at + 1);
                self.at += 2;
            } else if c == '*' && next == Some('*') && self.toggles(2, self.bold) {
                self.flush(&mut words);
                self.bold = !self.bold;
                self.at += 2;
            } else if c == '*' && next != Some('*') && self.toggles(1, self.italic) {
                self.flush(&mut words);
                self.italic = !self.italic;
                self.at += 1;
            } else if c == '^' && next == Some('[') && !in_note {
                self.flush(&mut words);
                self.at += 2;
                if !self.note() {
                    return false;
                }
            } else if in_note && c == ']' && depth == 0 {
                self.at += 1;
                self.flush(&mut words);
                return true;
            } else {
                if in_note && c == '[' {
                    depth += 1;
                } else if in_note && c == ']' {
                    depth -= 1;
                }
                words.push(self.at);
                self.at += 1;
            }
        }
        self.flush(&mut words);
        !in_note
    }

    fn note(&mut self) -> bool {
        let outer = (std::mem::take(&mut self.out), self.bold, self.italic);
        (self.bold, self.italic) = (false, false);
        let closed = self.run(true);
        let note = std::mem::replace(&mut self.out, outer.0);
        (self.bold, self.italic) = (outer.1, outer.2);
        self.out.push(Run::Note(note));
        closed
    }

    /// Whether the `len` stars here open or close a style. An opening mark stands before a
    /// character that is no space and has its pair; a closing one stands after such a character.
    fn toggles(&mut self, len: usize, open: bool) -> bool {
        let is_word = |at: usize| self.chars.get(at).is_some_and(|c| !c.is_whitespace());
        // Between two letters or digits it is a star: 5*10, 2 người*3 ngày.
        let is_inside = |at: usize, len: usize| {
            let is_letter =
                |at: Option<usize>| at.and_then(|at| self.chars.get(at)).is_some_and(|c| c.is_alphanumeric());
            is_letter(at.checked_sub(1)) && is_letter(Some(at + len))
        };
        if is_inside(self.at, len) {
            return false;
        }
        if open {
            return self.at > 0 && is_word(self.at - 1);
        }
        if self.unpaired[len - 1] || !is_word(self.at + len) {
            return false;
        }
        let mut at = self.at + len + 1;
        while at + len <= self.chars.len() {
            if self.chars[at] == '\\' {
                at += 2;
                continue;
            }
            let stars = self.chars[at..].iter().take_while(|c| **c == '*').count();
            if stars == 0 {
                at += 1;
            } else if (stars == len || stars == 3) && is_word(at - 1) && !is_inside(at, stars) {
                return true;
            } else {
                at += stars;
            }
        }
        self.unpaired[len - 1] = true;
        false
    }

    fn flush(&mut self, words: &mut Vec<usize>) {
        if !words.is_empty() {
            self.out.push(Run::Words { at: std::mem::take(words), bold: self.bold, italic: self.italic });
        }
    }
}
