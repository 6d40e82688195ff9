//! Where the lines of a paragraph break.
//!
//! Word 2013 and later (compatibility mode 15) shrinks the spaces of a justified line to take one
//! more word: with `over` what the line would be too wide with the word, `n` its spaces then,
//! `under` what is left without it and `m` its spaces then, the word is taken when
//! `over / n <= 1/2 * under / m`. Measured on 297 lines that Word printed: 295 fall so (the factor
//! 0.45 gives 279, greedy 133). Before a very long word `under` is large, and the rule alone would take any `over`: so
//! the spaces keep at least 0.64 of their width, the least that Word was seen to set. Older modes, and LibreOffice,
//! are greedy.
//!
//! Lines break after spaces, after a hyphen inside a word ("5969/QĐ-|UBND") and where a link is marked to be
//! divided; else never after "/" and never inside a syllable. A no-break space is a space that does not break.

use super::fonts::Face;
use super::measure::{Fill, Measure};
use super::words::{Splitter, Word, words};
use crate::length::Length;
use crate::text::{Inline, NO_BREAK_SPACE, merged, trim_end};

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct BrokenLine {
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
pub(crate) type LineBreaks = Vec<BrokenLine>;

/// Breaks a paragraph. `first_note` is the number of the first footnote called in it.
pub(crate) fn break_lines(text: &[Inline], measure: &Measure, first_note: usize) -> LineBreaks {
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
        let Extent { natural, spaces, .. } = extent(&words[at..end]);
        let last = end == words.len() || words[end - 1].forced;
        let left_over = room - natural;
        // The last line is not stretched, but a word may have been taken into it by shrinking.
        let stretch = if spaces == 0 || (last && left_over >= 0.0) { 0.0 } else { left_over / spaces as f64 };
        lines.push(BrokenLine {
            pieces: joined(&words[at..end]),
            // A break that is written stands for a space where the lines are read as one.
            space_after: words[end - 1].spaces > 0 || words[end - 1].forced,
            stretch: measure.size.scale(stretch / 2048.0),
            last,
        });
        at = end;
    }
    lines
}

/// The width of the longest part of a text that no line break divides, at `size`.
pub(crate) fn longest_word(text: &[Inline], bold: bool, italic: bool, size: Length) -> Length {
    let measure =
        Measure { width: Length::ZERO, first_less: Length::ZERO, size, bold, italic, fill: Fill::Shrink };
    let widest = words(text, &measure, 1).iter().map(|word| word.width).max().unwrap_or_default();
    size.scale(widest as f64 / 2048.0)
}

/// What words take in one line, in font units; spaces at the end do not count.
struct Extent {
    natural: f64,
    /// How many spaces, and how wide they are together.
    spaces: u64,
    space_width: f64,
}

fn extent(words: &[Word]) -> Extent {
    let width: u64 = words.iter().map(|word| word.width + word.space_width).sum();
    let spaces: u64 = words.iter().map(|word| word.spaces + word.inner).sum();
    let space_width: u64 = words.iter().map(|word| word.space_width + word.inner_width).sum();
    let (last, last_width) = words.last().map_or((0, 0), |last| (last.spaces, last.space_width));
    Extent {
        natural: (width - last_width) as f64,
        spaces: spaces - last,
        space_width: (space_width - last_width) as f64,
    }
}

/// What each space keeps of its natural width at least. Word itself was seen to set 0.75, once 0.64.
const FLOOR: f64 = 0.64;

/// A quarter of a font unit absorbs the rounding of the measure.
const SLACK: f64 = 0.25;

/// Divides a word that is wider than its line where the line ends, as word processors do: at least
/// one character stays.
fn split_at_edge(words: &mut Vec<Word>, at: usize, room: f64, measure: &Measure) {
    let mut head = Splitter::default();
    let mut rest = Splitter::default();
    let (mut used, mut inner) = (0.0, words[at].inner);
    for piece in std::mem::take(&mut words[at].pieces) {
        match piece {
            Inline::Text { text, bold, italic } => {
                let face = Face::of(measure.bold || bold, measure.italic || italic);
                for c in text.chars() {
                    let advance = face.advance(c);
                    used += f64::from(advance);
                    // Spaces inside come before those that end the word.
                    let is_end = c == ' ' && inner == 0;
                    inner -= u64::from(inner > 0 && [' ', NO_BREAK_SPACE].contains(&c));
                    let fits = head.words.is_empty() || is_end || used <= room + SLACK;
                    let side = if fits && rest.words.is_empty() { &mut head } else { &mut rest };
                    match c {
                        ' ' if !is_end => side.word().push_inner(c, advance, bold, italic),
                        c => side.word().push(c, advance, bold, italic),
                    }
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
        let with = extent(&words[..=end]);
        let over = with.natural - room;
        if over > SLACK {
            let without = extent(&words[..end]);
            let under = room - without.natural;
            let shrinks = fill == Fill::Shrink
                && without.spaces > 0
                && over / with.spaces as f64 <= 0.5 * under / without.spaces as f64
                && over <= (1.0 - FLOOR) * with.space_width;
            if !shrinks {
                break;
            }
        }
        end += 1;
    }
    end
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
    use crate::text::{BREAK, words as plain};

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
        // Without the last word there are four spaces, with it five: it is taken while over / 5 is at most under / 8,
        // and over and under are what the word adds.
        let (with, without) = ("i i i i i i", "i i i i i");
        let at_limit = mm(with) - (mm(with) - mm(without)) * 5.0 / 13.0;
        assert_eq!(lines(with, at_limit + 0.02, Fill::Shrink), [with]);
        assert_eq!(lines(with, at_limit - 0.02, Fill::Shrink), [without, "i"]);
        let long = mm("mm mm mm");
        assert_eq!(lines("mm mm mm", long - 0.02, Fill::Greedy), ["mm mm", "mm"]);
        assert_eq!(lines("mm mm mm", long + 0.02, Fill::Greedy), ["mm mm mm"]);
    }

    #[test]
    fn spaces_keep_a_floor_before_a_long_word() {
        let link = "m".repeat(30);
        let text = format!("a a a a {link}");
        let spaces = mm(" ") * 4.0;
        let floor = mm(&text) - spaces * (1.0 - FLOOR);
        assert_eq!(lines(&text, floor + 0.02, Fill::Shrink), [text.as_str()]);
        assert_eq!(lines(&text, floor - 0.02, Fill::Shrink), ["a a a a", link.as_str()]);
    }

    #[test]
    fn a_no_break_space_stretches_and_does_not_break() {
        let range = "2026\u{a0}-\u{a0}2030";
        assert_eq!(lines(&format!("năm {range}"), mm("năm 2026 - 203"), Fill::Greedy), ["năm", range]);
        let measure = Measure {
            width: Length::from_mm(mm("a b\u{a0}c") + 2.0),
            first_less: Length::ZERO,
            size: Length::pt(14),
            bold: false,
            italic: false,
            fill: Fill::Greedy,
        };
        let lines = break_lines(&[Inline::plain("a b\u{a0}c mmmmmm")], &measure, 1);
        assert!((lines[0].stretch.to_mm() - 1.0).abs() < 0.001, "two spaces share 2 mm");
    }

    #[test]
    fn a_link_is_divided_where_it_is_marked() {
        let text = format!("a mm/{BREAK}mm");
        assert_eq!(lines(&text, mm("a mm/") + 0.1, Fill::Greedy), ["a mm/", "mm"]);
        assert_eq!(lines(&text, mm("a mm/mm") + 0.1, Fill::Greedy), ["a mm/mm"]);
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
