//! Running text cut into what no line break divides.

use super::fonts::Face;
use super::measure::{Fill, Measure};
use crate::text::{BREAK, Inline, NO_BREAK_SPACE};

/// The size of a footnote's mark against the text.
pub(crate) const NOTE_MARK: f64 = 0.58;

/// A part of the text that no line break divides, with the spaces after it.
pub(super) struct Word {
    /// What it says.
    pub pieces: Vec<Inline>,
    /// Width in font units.
    pub width: u64,
    /// Spaces after it: how many, and their width in font units.
    pub spaces: u64,
    /// See `spaces`.
    pub space_width: u64,
    /// Spaces inside it, at which no line breaks, but which stretch as others do.
    pub inner: u64,
    /// See `inner`.
    pub inner_width: u64,
    /// Whether the line ends behind it, whatever room is left.
    pub forced: bool,
}

/// The words of a paragraph. `first_note` is the number of the first footnote called in it.
pub(super) fn words(text: &[Inline], measure: &Measure, first_note: usize) -> Vec<Word> {
    let mut split = Splitter::default();
    let mut note_number = first_note;
    // What follows a hyphen decides whether a line may break there, also in the next piece.
    let flat: Vec<char> = text
        .iter()
        .flat_map(|inline| match inline {
            Inline::Text { text, .. } => text.chars().collect::<Vec<_>>(),
            Inline::Note { .. } | Inline::Fill => vec!['\u{fffc}'],
            Inline::Break => vec!['\n'],
        })
        .collect();
    let mut at = 0usize;
    for inline in text {
        match inline {
            Inline::Text { text, bold, italic } => {
                let face = Face::of(measure.bold || *bold, measure.italic || *italic);
                for c in text.chars() {
                    if c == BREAK {
                        split.close();
                        at += 1;
                        continue;
                    }
                    let before = at.checked_sub(1).map(|at| flat[at]);
                    let after = flat.get(at + 1).copied();
                    let sticks = measure.fill == Fill::Greedy && begins_no_line(c);
                    split.push(c, face.advance(c), *bold, *italic, sticks);
                    if breaks_after(before, c, after) {
                        split.close();
                    }
                    at += 1;
                }
            }
            Inline::Note { .. } => {
                let digits = note_number.to_string();
                let width: u32 =
                    digits.chars().map(|c| Face::of(measure.bold, measure.italic).advance(c)).sum();
                split.whole(inline.clone(), (f64::from(width) * NOTE_MARK) as u64);
                note_number += 1;
                at += 1;
            }
            // As wide as what is left of its line.
            Inline::Fill => {
                split.whole(Inline::Fill, 0);
                at += 1;
            }
            Inline::Break => {
                split.force();
                at += 1;
            }
        }
    }
    split.words
}

/// Whether a word that begins with `c` stays with the word before it where lines are filled greedily: measured in
/// LibreOffice, for marks that were typed after a space, and rows of dots.
fn begins_no_line(c: char) -> bool {
    matches!(c, '.' | ',' | ':' | ';' | ')' | ']' | '}')
}

/// Whether a line may break after `c`, a character that is no space.
fn breaks_after(before: Option<char>, c: char, after: Option<char>) -> bool {
    let Some(after) = after else { return false };
    match c {
        '-' => before.is_some_and(char::is_alphanumeric) && after.is_alphabetic(),
        '–' | '—' => before.is_some_and(|c| !c.is_whitespace()) && after.is_alphanumeric(),
        _ => false,
    }
}

/// Gathers characters into words.
#[derive(Default)]
pub(super) struct Splitter {
    /// The words so far.
    pub words: Vec<Word>,
    open: bool,
}

impl Splitter {
    /// The word being gathered.
    pub(super) fn word(&mut self) -> &mut Word {
        if !self.open || self.words.is_empty() {
            self.words.push(Word {
                pieces: Vec::new(),
                width: 0,
                spaces: 0,
                space_width: 0,
                inner: 0,
                inner_width: 0,
                forced: false,
            });
            self.open = true;
        }
        let last = self.words.len() - 1;
        &mut self.words[last]
    }

    fn push(&mut self, c: char, advance: u32, bold: bool, italic: bool, sticks: bool) {
        if c != ' '
            && let Some(word) = self.words.last_mut()
            && word.spaces > 0
        {
            if sticks && self.open {
                word.inner += word.spaces;
                word.inner_width += word.space_width;
                word.width += word.space_width;
                (word.spaces, word.space_width) = (0, 0);
            } else {
                self.open = false;
            }
        }
        self.word().push(c, advance, bold, italic);
    }

    fn whole(&mut self, inline: Inline, width: u64) {
        let word = self.word();
        word.width += width;
        word.pieces.push(inline);
    }

    fn close(&mut self) {
        self.open = false;
    }

    fn force(&mut self) {
        self.word().forced = true;
        self.open = false;
    }
}

impl Word {
    /// Adds a character.
    pub(super) fn push(&mut self, c: char, advance: u32, bold: bool, italic: bool) {
        if c == ' ' {
            self.spaces += 1;
            self.space_width += u64::from(advance);
        } else {
            if c == NO_BREAK_SPACE {
                return self.push_inner(c, advance, bold, italic);
            }
            self.width += u64::from(advance);
        }
        append(&mut self.pieces, c, bold, italic);
    }
}

impl Word {
    /// Adds a space at which no line breaks.
    pub(super) fn push_inner(&mut self, c: char, advance: u32, bold: bool, italic: bool) {
        self.width += u64::from(advance);
        self.inner += 1;
        self.inner_width += u64::from(advance);
        append(&mut self.pieces, c, bold, italic);
    }
}

fn append(pieces: &mut Vec<Inline>, c: char, bold: bool, italic: bool) {
    match pieces.last_mut() {
        Some(Inline::Text { text, bold: b, italic: i }) if (*b, *i) == (bold, italic) => text.push(c),
        _ => pieces.push(Inline::Text { text: c.to_string(), bold, italic }),
    }
}
