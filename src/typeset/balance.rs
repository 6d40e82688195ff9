//! Breaking a heading into lines that look alike: as few lines as fit, as even as can be, and never
//! a lone syllable.

use super::fonts::Face;
use crate::length::Length;
use crate::vietnamese::is_compound;

/// Breaks `text` at spaces into the fewest lines that fit `width`; among these, the ones that keep
/// phrases together and are even. A line of one syllable is avoided where another division exists.
/// A word wider than `width` gets a line of its own. `shown` makes what is printed of what is
/// written: the capitals of the written text tell where its phrases begin.
pub(crate) fn balanced(
    text: &str,
    shown: fn(&str) -> String,
    face: Face,
    size: Length,
    width: Length,
) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let line = |from: usize, to: usize| shown(&words[from..to].join(" "));
    let fits = |from: usize, to: usize| to - from == 1 || face.width(&line(from, to), size) <= width;
    if words.is_empty() || fits(0, words.len()) {
        return vec![line(0, words.len())];
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
            let slack = (width - face.width(&line(from, to), size)).to_mm().max(0.0);
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
        lines.push(line(from, to));
        to = from;
    }
    lines.reverse();
    lines
}

/// Larger than any sum of squared slacks on a page, in square millimetres.
const LONE_SYLLABLE: f64 = 1e6;

/// What a break before `words[at]` costs, in the unit of squared slack.
fn binding(words: &[&str], at: usize) -> f64 {
    let Some(next) = words.get(at) else { return 0.0 };
    let before = words[at - 1];
    let (low, next_low) = (before.to_lowercase(), next.to_lowercase());
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let all_capitals = words.iter().all(|word| !word.chars().any(char::is_lowercase));
    let little = |word: &str| OPENERS.contains(&word) || UNITS.contains(&word);
    let number = before.ends_with(|c: char| c.is_ascii_digit());
    // "hợp tác xã" ends with no unit.
    let ends_phrase = PHRASES.iter().any(|phrase| ends(words, at, phrase));
    if before == "-"
        || *next == "-"
        || little(&low) && !ends_phrase
        || number
        || is_compound(&low, next_low.trim_end_matches([',', ';', '.', ')']))
    {
        // "và | …", "tỉnh | Quảng Trị", "2021 - | 2025", "69 | xã", "nông | thôn".
        INSIDE
    } else if PHRASES.iter().any(|phrase| spans(words, at, phrase)) {
        // "nông thôn | mới": better than a break within "nông thôn".
        PHRASE
    } else if little(&next_low) || before.ends_with([',', ';']) {
        0.0
    } else if all_capitals {
        50.0
    } else if capital(next) && capital(before) {
        // Most likely inside a name.
        INSIDE
    } else if capital(next) {
        // A phrase begins: "Liên minh | Hợp tác xã".
        10.0
    } else {
        600.0
    }
}

/// The cost of a break inside a phrase: more than unevenness of some 55 mm is worth.
const INSIDE: f64 = 3_000.0;

/// The cost of a break inside one of [`PHRASES`], between the pairs of syllables it is made of.
const PHRASE: f64 = 1_200.0;

/// Names and terms of three and more syllables, which pairs of syllables do not hold together.
const PHRASES: [&str; 24] = [
    "hợp tác xã",
    "nông thôn mới",
    "ủy ban nhân dân",
    "uỷ ban nhân dân",
    "hội đồng nhân dân",
    "tòa án nhân dân",
    "viện kiểm sát nhân dân",
    "mặt trận tổ quốc",
    "đoàn đại biểu quốc hội",
    "liên minh hợp tác xã",
    "liên đoàn lao động",
    "ban quản lý",
    "ban chỉ đạo",
    "ban chấp hành",
    "ban thường vụ",
    "văn phòng điều phối",
    "chủ nghĩa xã hội",
    "bảo hiểm xã hội",
    "ngân hàng nhà nước",
    "kho bạc nhà nước",
    "trung học phổ thông",
    "trung học cơ sở",
    "giáo dục thường xuyên",
    "chuyển đổi số",
];

/// Whether a phrase stands in `words` around the place before `words[at]`.
fn spans(words: &[&str], at: usize, phrase: &str) -> bool {
    (1..phrase.split(' ').count()).any(|inside| stands(words, at.checked_sub(inside), phrase))
}

/// Whether a phrase ends before `words[at]`.
fn ends(words: &[&str], at: usize, phrase: &str) -> bool {
    stands(words, at.checked_sub(phrase.split(' ').count()), phrase)
}

fn stands(words: &[&str], first: Option<usize>, phrase: &str) -> bool {
    let these = first.and_then(|first| words.get(first..first + phrase.split(' ').count()));
    these.is_some_and(|these| {
        these
            .iter()
            .zip(phrase.split(' '))
            .all(|(word, part)| word.chars().flat_map(char::to_lowercase).eq(part.chars()))
    })
}

/// Little words that begin a phrase.
const OPENERS: [&str; 14] =
    ["và", "của", "về", "cho", "với", "trong", "trên", "tại", "theo", "đến", "do", "các", "làm", "giai"];

/// Units, whose name follows.
const UNITS: [&str; 4] = ["tỉnh", "xã", "phường", "huyện"];

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, mm: i64) -> Vec<String> {
        balanced(text, str::to_uppercase, Face::Bold, Length::pt(13), Length::mm(mm))
    }

    #[test]
    fn what_fits_stays_on_one_line() {
        assert_eq!(broken("LIÊN MINH HỢP TÁC XÃ", 60), ["LIÊN MINH HỢP TÁC XÃ"]);
    }

    #[test]
    fn no_syllable_stands_alone() {
        for text in [
            "Sở Nông nghiệp và Môi trường tỉnh Quảng Trị",
            "Ủy ban nhân dân tỉnh Quảng Trị",
            "VĂN PHÒNG ĐIỀU PHỐI NÔNG THÔN MỚI TỈNH",
        ] {
            for mm in 40..90 {
                let lines = broken(text, mm);
                assert_eq!(lines.join(" "), text.to_uppercase());
                assert!(
                    lines.len() == 1 || lines.iter().all(|line| line.contains(' ')),
                    "{mm} mm: {lines:?}"
                );
            }
        }
    }

    #[test]
    fn names_of_bodies_break_between_their_phrases() {
        for (name, mm, wanted) in [
            (
                "LIÊN MINH HỢP TÁC XÃ VÀ DOANH NGHIỆP NHỎ VÀ VỪA",
                85,
                &["LIÊN MINH HỢP TÁC XÃ", "VÀ DOANH NGHIỆP NHỎ VÀ VỪA"][..],
            ),
            ("Liên minh Hợp tác xã tỉnh Quảng Trị", 60, &["LIÊN MINH HỢP TÁC XÃ", "TỈNH QUẢNG TRỊ"]),
            ("Ban Quản lý Khu kinh tế tỉnh Quảng Trị", 66, &["BAN QUẢN LÝ KHU KINH TẾ", "TỈNH QUẢNG TRỊ"]),
            (
                "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Quảng Trị",
                60,
                &["ỦY BAN MẶT TRẬN", "TỔ QUỐC VIỆT NAM", "TỈNH QUẢNG TRỊ"],
            ),
        ] {
            assert_eq!(broken(name, mm), wanted);
        }
    }

    #[test]
    fn lines_break_before_little_words() {
        assert_eq!(broken("Sở Nông nghiệp và Môi trường", 62), ["SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"]);
        let office =
            "Văn phòng Điều phối Chương trình mục tiêu quốc gia xây dựng nông thôn mới tỉnh Quảng Trị";
        assert_eq!(
            broken(office, 60),
            [
                "VĂN PHÒNG ĐIỀU PHỐI",
                "CHƯƠNG TRÌNH",
                "MỤC TIÊU QUỐC GIA",
                "XÂY DỰNG NÔNG THÔN",
                "MỚI TỈNH QUẢNG TRỊ"
            ],
        );
    }
}
