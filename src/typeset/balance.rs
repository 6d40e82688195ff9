//! Breaking a heading into lines that look alike: as few lines as fit, as even as can be, and never
//! a lone syllable.

use super::fonts::Face;
use crate::decree::units::Length;

/// Breaks `text` at spaces into the fewest lines that fit `width`; among these, the ones whose
/// widest line is narrowest, and among these the more even. A line of one syllable is avoided where
/// another division exists. A word wider than `width` gets a line of its own.
pub fn balanced(text: &str, face: Face, size: Length, width: Length) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let fits = |from: usize, to: usize| to - from == 1 || face.width(&words[from..to].join(" "), size) <= width;
    if words.is_empty() || fits(0, words.len()) {
        return vec![words.join(" ")];
    }
    // best[to] = (lines, penalty, from): the best division of words[..to].
    let mut best: Vec<Option<(usize, f64, usize)>> = vec![None; words.len() + 1];
    best[0] = Some((0, 0.0, 0));
    for to in 1..=words.len() {
        for from in (0..to).rev() {
            if !fits(from, to) {
                break;
            }
            let Some((lines, penalty, _)) = best[from] else { continue };
            let line = face.width(&words[from..to].join(" "), size).to_mm();
            let slack = (width.to_mm() - line).max(0.0);
            let lone = if to - from == 1 { LONE_SYLLABLE } else { 0.0 };
            let candidate = (lines + 1, penalty + slack * slack + lone + binding(&words, to), from);
            if best[to].is_none_or(|(lines, penalty, _)| (candidate.0, candidate.1) < (lines, penalty)) {
                best[to] = Some(candidate);
            }
        }
    }
    let mut lines = Vec::new();
    let mut to = words.len();
    while let Some((_, _, from)) = best[to].filter(|_| to > 0) {
        lines.push(words[from..to].join(" "));
        to = from;
    }
    lines.reverse();
    lines
}

/// Larger than any sum of squared slacks on a page, in square millimetres.
const LONE_SYLLABLE: f64 = 1e6;

/// What a break before `words[at]` costs: a name, a compound and a pair with its hyphen or its
/// preposition should stay on one line.
fn binding(words: &[&str], at: usize) -> f64 {
    let Some(next) = words.get(at) else { return 0.0 };
    let before = words[at - 1];
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let is_upper = |word: &str| word.chars().all(|c| !c.is_lowercase());
    let loose = |word: &str| LOOSE.contains(&word.to_lowercase().as_str());
    if before == "-" || *next == "-" || loose(before) {
        // "VÀ | …", "2021 - | 2025": the little word belongs to what follows.
        return 300.0;
    }
    // Before a conjunction or after a comma is the best place to break.
    if loose(next) || before.ends_with([',', ';']) {
        return 0.0;
    }
    // Between two capitals inside a sentence: most likely inside a name.
    if is_capital(before) && is_capital(next) && !is_upper(before) {
        return 200.0;
    }
    60.0
}

/// Little words that begin a phrase.
const LOOSE: [&str; 12] =
    ["và", "của", "về", "cho", "với", "trong", "trên", "tại", "theo", "đến", "do", "các"];

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, mm: i64) -> Vec<String> {
        balanced(text, Face::Bold, Length::pt(13), Length::mm(mm))
    }

    #[test]
    fn what_fits_stays_on_one_line() {
        assert_eq!(broken("LIÊN MINH HỢP TÁC XÃ", 60), ["LIÊN MINH HỢP TÁC XÃ"]);
    }

    #[test]
    fn no_syllable_stands_alone() {
        for text in ["SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH QUẢNG TRỊ", "ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ", "VĂN PHÒNG ĐIỀU PHỐI NÔNG THÔN MỚI TỈNH"] {
            for mm in 40..90 {
                let lines = broken(text, mm);
                assert_eq!(lines.join(" "), text);
                assert!(lines.len() == 1 || lines.iter().all(|line| line.contains(' ')), "{mm} mm: {lines:?}");
            }
        }
    }

    #[test]
    fn lines_break_before_little_words() {
        assert_eq!(broken("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", 62), ["SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"]);
    }
}
