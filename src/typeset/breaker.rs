//! Where the lines of a paragraph break.
//!
//! Word 2013 and later (compatibility mode 15) shrinks the spaces of a justified line to take one
//! more word: with `over` what the line would be too wide with the word, `n` its spaces then,
//! `under` what is left without it and `m` its spaces then, the word is taken when
//! `over / n <= 1/2 * under / m`. Measured on 297 lines that Word printed: 295 fall so (the factor
//! 0.45 gives 279, greedy 133). Older modes, and LibreOffice, are greedy.
//!
//! Lines break after spaces and after a hyphen inside a word ("5969/QĐ-|UBND"), never after "/" and
//! never inside a syllable.

use super::fonts::Face;
use crate::decree::units::Length;
use crate::text::{Inline, merged, trim_end};

/// How lines are filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// What fits without shrinking.
    Greedy,
    /// As Word 2013 and later fill justified lines.
    Shrink,
}

/// What a paragraph is measured with.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// Width of a line.
    pub width: Length,
    /// What the first line has less: the indent, and a number before the text.
    pub first_less: Length,
    /// Size of the font.
    pub size: Length,
    /// Whether the role is bold.
    pub bold: bool,
    /// Whether the role is italic.
    pub italic: bool,
    /// How lines are filled.
    pub fill: Fill,
}

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What stands in it; the spaces at its end are dropped.
    pub pieces: Vec<Inline>,
    /// Whether a space was dropped at its end (none after a hyphen).
    pub space_after: bool,
    /// What each space must get so that the line fills the measure (negative: is shrunk).
    pub stretch: Length,
    /// Whether the line ends the paragraph, or is ended by [`Inline::Break`].
    pub last: bool,
}

/// A paragraph in lines.
pub type LineBreaks = Vec<Line>;

/// The size of a footnote's mark against the text, in percent.
const NOTE_MARK_PERCENT: u32 = 58;

/// A part of the text that no line break divides, with the spaces after it.
struct Word {
    pieces: Vec<Inline>,
    /// Width in font units.
    width: u64,
    /// Spaces after it: how many, and their width in font units.
    spaces: u64,
    space_width: u64,
    forced: bool,
}

/// Breaks a paragraph. `first_note` is the number of the first footnote called in it.
pub fn break_lines(text: &[Inline], measure: &Measure, first_note: usize) -> LineBreaks {
    let mut words = words(text, measure, first_note);
    let size = measure.size.to_emu() as f64;
    // In font units, so that widths add up exactly.
    let units = |length: Length| length.to_emu() as f64 / size * 2048.0;
    let mut lines = Vec::new();
    let mut at = 0usize;
    while at < words.len() {
        let mut room = units(measure.width);
        if lines.is_empty() {
            room -= units(measure.first_less);
        }
        if words[at].width as f64 > room + SLACK {
            split_at_edge(&mut words, at, room, measure);
        }
        let end = line_end(&words[at..], room, measure.fill) + at;
        let (natural, spaces) = extent(&words[at..end]);
        let last = end == words.len() || words[end - 1].forced;
        let left_over = room - natural as f64;
        // The last line is not stretched, but a word may have been taken into it by shrinking.
        let stretch = if spaces == 0 || (last && left_over >= 0.0) { 0.0 } else { left_over / spaces as f64 };
        lines.push(Line {
            pieces: joined(&words[at..end]),
            space_after: words[end - 1].spaces > 0,
            stretch: measure.size.scale(stretch / 2048.0),
            last,
        });
        at = end;
    }
    lines
}

/// Natural width and number of spaces of words in one line; spaces at the end do not count.
fn extent(words: &[Word]) -> (u64, u64) {
    let width: u64 = words.iter().map(|word| word.width + word.space_width).sum();
    let spaces: u64 = words.iter().map(|word| word.spaces).sum();
    words.last().map_or((0, 0), |last| (width - last.space_width, spaces - last.spaces))
}

/// A quarter of a font unit absorbs the rounding of the measure.
const SLACK: f64 = 0.25;

/// Divides a word that is wider than its line where the line ends, as word processors do: at least
/// one character stays.
fn split_at_edge(words: &mut Vec<Word>, at: usize, room: f64, measure: &Measure) {
    let mut head = Splitter { words: Vec::new(), open: false };
    let mut rest = Splitter { words: Vec::new(), open: false };
    let mut used = 0.0;
    for piece in std::mem::take(&mut words[at].pieces) {
        match piece {
            Inline::Text { text, bold, italic } => {
                let face = Face::of(measure.bold || bold, measure.italic || italic);
                for c in text.chars() {
                    let advance = face.advance(c);
                    used += f64::from(advance);
                    let fits = head.words.is_empty() || c == ' ' || used <= room + SLACK;
                    let side = if fits && rest.words.is_empty() { &mut head } else { &mut rest };
                    side.word().push(c, advance, bold, italic);
                }
            }
            other => rest.word().pieces.push(other),
        }
    }
    let mut divided: Vec<Word> = head.words.into_iter().chain(rest.words).collect();
    if let Some(last) = divided.last_mut() {
        last.forced = words[at].forced;
    }
    words.splice(at..=at, divided);
}

/// How many of `words` go into a line with this room, in font units.
fn line_end(words: &[Word], room: f64, fill: Fill) -> usize {
    let mut end = 1;
    while end < words.len() && !words[end - 1].forced {
        let (with, n) = extent(&words[..=end]);
        let over = with as f64 - room;
        if over > SLACK {
            let (without, m) = extent(&words[..end]);
            let under = room - without as f64;
            let shrinks = fill == Fill::Shrink && m > 0 && over / n as f64 <= 0.5 * under / m as f64;
            if !shrinks {
                break;
            }
        }
        end += 1;
    }
    end
}

fn words(text: &[Inline], measure: &Measure, first_note: usize) -> Vec<Word> {
    let mut split = Splitter { words: Vec::new(), open: false };
    let mut note_number = first_note;
    // What follows a hyphen decides whether a line may break there, also in the next piece.
    let flat: Vec<char> = text
        .iter()
        .flat_map(|inline| match inline {
            Inline::Text { text, .. } => text.chars().collect::<Vec<_>>(),
            Inline::Note { .. } => vec!['\u{fffc}'],
            Inline::Break => vec!['\n'],
        })
        .collect();
    let mut at = 0usize;
    for inline in text {
        match inline {
            Inline::Text { text, bold, italic } => {
                let face = Face::of(measure.bold || *bold, measure.italic || *italic);
                for c in text.chars() {
                    let before = at.checked_sub(1).map(|at| flat[at]);
                    let after = flat.get(at + 1).copied();
                    split.push(c, face.advance(c), *bold, *italic);
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
                split.whole(inline.clone(), u64::from(width * NOTE_MARK_PERCENT / 100));
                note_number += 1;
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

/// Whether a line may break after `c`, a character that is no space.
fn breaks_after(before: Option<char>, c: char, after: Option<char>) -> bool {
    let Some(after) = after else { return false };
    match c {
        '-' => before.is_some_and(char::is_alphanumeric) && after.is_alphabetic(),
        '–' | '—' => before.is_some_and(|c| !c.is_whitespace()) && after.is_alphanumeric(),
        _ => false,
    }
}

struct Splitter {
    words: Vec<Word>,
    open: bool,
}

impl Splitter {
    fn word(&mut self) -> &mut Word {
        if !self.open || self.words.is_empty() {
            self.words.push(Word { pieces: Vec::new(), width: 0, spaces: 0, space_width: 0, forced: false });
            self.open = true;
        }
        let last = self.words.len() - 1;
        &mut self.words[last]
    }

    fn push(&mut self, c: char, advance: u32, bold: bool, italic: bool) {
        if c != ' ' && self.words.last().is_some_and(|word| word.spaces > 0) {
            self.open = false;
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
    fn push(&mut self, c: char, advance: u32, bold: bool, italic: bool) {
        if c == ' ' {
            self.spaces += 1;
            self.space_width += u64::from(advance);
        } else {
            self.width += u64::from(advance);
        }
        append(&mut self.pieces, c, bold, italic);
    }
}

fn append(pieces: &mut Vec<Inline>, c: char, bold: bool, italic: bool) {
    match pieces.last_mut() {
        Some(Inline::Text { text, bold: b, italic: i }) if (*b, *i) == (bold, italic) => text.push(c),
        _ => pieces.push(Inline::Text { text: c.to_string(), bold, italic }),
    }
}

/// The pieces of a line, joined where the style is the same; spaces at its end are dropped.
fn joined(words: &[Word]) -> Vec<Inline> {
    let mut out = merged(words.iter().flat_map(|word| &word.pieces).cloned());
    trim_end(&mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words as plain;

    fn lines(text: &str, mm: f64, fill: Fill) -> Vec<String> {
        let measure = Measure {
            width: Length::from_mm(mm),
            first_less: Length::ZERO,
            size: Length::pt(14),
            bold: false,
            italic: false,
            fill,
        };
        break_lines(&[Inline::plain(text)], &measure, 1).iter().map(|line| plain(&line.pieces)).collect()
    }

    /// The width in millimetres of a text at 14 pt.
    fn mm(text: &str) -> f64 {
        Face::Regular.width(text, Length::pt(14)).to_mm()
    }

    #[test]
    fn a_word_is_taken_when_each_space_shrinks_by_at_most_half_of_its_stretch() {
        // "a b" has one space, "a b c" two: with x for what "c" adds, `c` is taken while
        // (x - under) / 2 <= under / 2, that is while x <= 2 * under.
        let (short, long) = (mm("mm mm"), mm("mm mm mm"));
        let added = long - short;
        let at_limit = short + added / 2.0;
        assert_eq!(lines("mm mm mm", at_limit + 0.02, Fill::Shrink), ["mm mm mm"]);
        assert_eq!(lines("mm mm mm", at_limit - 0.02, Fill::Shrink), ["mm mm", "mm"]);
        assert_eq!(lines("mm mm mm", long - 0.02, Fill::Greedy), ["mm mm", "mm"]);
        assert_eq!(lines("mm mm mm", long + 0.02, Fill::Greedy), ["mm mm mm"]);
    }

    #[test]
    fn a_line_of_one_word_is_not_shrunk() {
        assert_eq!(lines("mmmm mm", mm("mmmm mm") - 0.05, Fill::Shrink), ["mmmm", "mm"]);
    }

    #[test]
    fn lines_break_after_spaces_and_hyphens_inside_words_only() {
        let narrow = mm("5969/QĐ-");
        assert_eq!(lines("5969/QĐ-UBND", narrow, Fill::Greedy), ["5969/QĐ-", "UBND"]);
        assert_eq!(lines("a 2016/2020", mm("2016/2020"), Fill::Greedy), ["a", "2016/2020"]);
        assert_eq!(lines("2016 - 2020", mm("2016"), Fill::Greedy), ["2016", "-", "2020"]);
        assert_eq!(lines("a nghiêng", mm("nghiêng"), Fill::Greedy), ["a", "nghiêng"]);
        assert_eq!(lines("a\u{2011}b c", mm("a\u{2011}b"), Fill::Greedy), ["a\u{2011}b", "c"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_divided_at_its_edge() {
        assert_eq!(lines("mmmmmm m", mm("mmm") + 0.1, Fill::Shrink), ["mmm", "mmm", "m"]);
        assert_eq!(lines("mm", 0.1, Fill::Greedy), ["m", "m"]);
        assert_eq!(lines("a mmmmmm", mm("mmm") + 0.1, Fill::Greedy), ["a", "mmm", "mmm"]);
    }

    #[test]
    fn spaces_fill_the_measure() {
        let measure = Measure {
            width: Length::from_mm(mm("mm mm") + 1.0),
            first_less: Length::ZERO,
            size: Length::pt(14),
            bold: false,
            italic: false,
            fill: Fill::Greedy,
        };
        let lines = break_lines(&[Inline::plain("mm mm mm mm")], &measure, 1);
        assert!((lines[0].stretch.to_mm() - 1.0).abs() < 0.001);
        assert!(lines[0].space_after && !lines[0].last);
        assert_eq!((lines[1].stretch, lines[1].last), (Length::ZERO, true));
    }
}
