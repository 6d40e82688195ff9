//! Texts typed for the fonts of before Unicode and read as Latin letters: TCVN3 (fonts .Vn…) and VNI
//! (fonts VNI-…).

use std::ops::Range;

use super::letters::{is_letter, split, with_tone};
use super::lexicon::binds;
use super::syllable::is_possible;

/// TCVN3: what a byte of the font shows, beside what Latin-1 shows for it.
const TCVN3: [(char, char); 74] = [
    ('¡', 'Ă'),
    ('¢', 'Â'),
    ('£', 'Ê'),
    ('¤', 'Ô'),
    ('¥', 'Ơ'),
    ('¦', 'Ư'),
    ('§', 'Đ'),
    ('¨', 'ă'),
    ('©', 'â'),
    ('ª', 'ê'),
    ('«', 'ô'),
    ('¬', 'ơ'),
    ('\u{ad}', 'ư'),
    ('®', 'đ'),
    ('µ', 'à'),
    ('¶', 'ả'),
    ('·', 'ã'),
    ('¸', 'á'),
    ('¹', 'ạ'),
    ('»', 'ằ'),
    ('¼', 'ẳ'),
    ('½', 'ẵ'),
    ('¾', 'ắ'),
    ('Æ', 'ặ'),
    ('Ç', 'ầ'),
    ('È', 'ẩ'),
    ('É', 'ẫ'),
    ('Ê', 'ấ'),
    ('Ë', 'ậ'),
    ('Ì', 'è'),
    ('Î', 'ẻ'),
    ('Ï', 'ẽ'),
    ('Ð', 'é'),
    ('Ñ', 'ẹ'),
    ('Ò', 'ề'),
    ('Ó', 'ể'),
    ('Ô', 'ễ'),
    ('Õ', 'ế'),
    ('Ö', 'ệ'),
    ('×', 'ì'),
    ('Ø', 'ỉ'),
    ('Ü', 'ĩ'),
    ('Ý', 'í'),
    ('Þ', 'ị'),
    ('ß', 'ò'),
    ('á', 'ỏ'),
    ('â', 'õ'),
    ('ã', 'ó'),
    ('ä', 'ọ'),
    ('å', 'ồ'),
    ('æ', 'ổ'),
    ('ç', 'ỗ'),
    ('è', 'ố'),
    ('é', 'ộ'),
    ('ê', 'ờ'),
    ('ë', 'ở'),
    ('ì', 'ỡ'),
    ('í', 'ớ'),
    ('î', 'ợ'),
    ('ï', 'ù'),
    ('ñ', 'ủ'),
    ('ò', 'ũ'),
    ('ó', 'ú'),
    ('ô', 'ụ'),
    ('õ', 'ừ'),
    ('ö', 'ử'),
    ('÷', 'ữ'),
    ('ø', 'ứ'),
    ('ù', 'ự'),
    ('ú', 'ỳ'),
    ('û', 'ỷ'),
    ('ü', 'ỹ'),
    ('ý', 'ý'),
    ('þ', 'ỵ'),
];

/// VNI: a letter after a vowel that gives it a tone (ngang 0 … nặng 5), and perhaps another shape.
const VNI_MARKS: [(char, &str, u8); 17] = [
    ('ø', "", 1),
    ('û', "", 2),
    ('õ', "", 3),
    ('ù', "", 4),
    ('ï', "", 5),
    ('â', "^", 0),
    ('à', "^", 1),
    ('å', "^", 2),
    ('ã', "^", 3),
    ('á', "^", 4),
    ('ä', "^", 5),
    ('ê', "(", 0),
    ('è', "(", 1),
    ('ú', "(", 2),
    ('ü', "(", 3),
    ('é', "(", 4),
    ('ë', "(", 5),
];

/// VNI: letters that stand for another letter by themselves.
const VNI_LETTERS: [(char, char); 8] =
    [('ñ', 'đ'), ('ô', 'ơ'), ('ö', 'ư'), ('í', 'í'), ('ì', 'ì'), ('æ', 'ỉ'), ('ó', 'ĩ'), ('ò', 'ị')];

/// A line typed for one of the old fonts, wholly or in part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Legacy {
    /// The words that change: their characters, and what they say.
    pub words: Vec<(Range<usize>, String)>,
    /// The whole line as it was meant.
    pub meant: String,
    /// Whether each word can be read in one way only.
    pub is_sure: bool,
}

/// What was meant, if `text` was typed for one of the old fonts: at least two words that Vietnamese cannot have,
/// and the conversion makes Vietnamese of them. Words that are Unicode already stay.
pub(crate) fn from_legacy_font(text: &str) -> Option<Legacy> {
    // Nearly every line has no letter but Vietnamese ones; VNI and TCVN3 do not go without others.
    let foreign = |c: char| !c.is_ascii() && !is_letter(c) && !"“”‘’…–—×°".contains(c);
    if !text.contains(foreign) || unlikely(text) < 2 {
        return None;
    }
    let candidates = [read(text, tcvn3), read(text, vni)];
    candidates
        .into_iter()
        .filter(|one| unlikely(&one.meant) * 4 <= unlikely(text))
        .min_by_key(|one| unlikely(&one.meant))
}

/// A word that may be Unicode, or of the old font.
struct LegacyWord<'a> {
    at: Range<usize>,
    typed: &'a str,
    converted: String,
    /// Whether it is of the old font; none where it could be both.
    is_old: Option<bool>,
}

/// The text with the words of an old font converted.
fn read(text: &str, convert: fn(&str) -> String) -> Legacy {
    let mut at = 0;
    let mut words: Vec<LegacyWord> = Vec::new();
    for typed in text.split_inclusive(char::is_whitespace) {
        let len = typed.chars().count();
        let typed = typed.trim_end();
        let converted = convert(typed);
        // Letters that no old font has.
        let is_unicode = typed.chars().any(|c| c > '\u{ff}' && c.is_alphabetic());
        let is_old = match converted == typed || is_unicode {
            true => Some(false),
            // "vÒ": small letters of TCVN3 show as capitals.
            false if unlikely(typed) > 0 || has_inner_capital(typed) => Some(true),
            false if unlikely(&converted) > 0 => Some(false),
            false => None,
        };
        words.push(LegacyWord { at: at..at + typed.chars().count(), typed, converted, is_old });
        at += len;
    }
    let mut is_sure = true;
    let is_mixed = words.iter().any(|word| word.typed.chars().any(|c| c > '\u{ff}' && c.is_alphabetic()));
    let decided: Vec<bool> = (0..words.len())
        .map(|at| {
            words[at].is_old.unwrap_or_else(|| match (fits(&words, at, true), fits(&words, at, false)) {
                (true, false) => true,
                (false, true) => false,
                // A right word is not made wrong.
                _ => {
                    is_sure &= is_mixed;
                    !is_mixed
                }
            })
        })
        .collect();
    let meant = |(word, is_old): (&LegacyWord, &bool)| {
        if *is_old { word.converted.clone() } else { word.typed.to_owned() }
    };
    let mut spaces = text.split(|c: char| !c.is_whitespace()).filter(|space| !space.is_empty());
    let mut whole = String::new();
    for (at, word) in words.iter().zip(&decided).map(meant).enumerate() {
        if at > 0 {
            whole.push_str(spaces.next().unwrap_or(" "));
        }
        whole.push_str(&word);
    }
    let old = words.into_iter().zip(decided).filter(|(_, is_old)| *is_old);
    Legacy { words: old.map(|(word, _)| (word.at, word.converted)).collect(), meant: whole, is_sure }
}

/// Whether a capital with a mark follows a small letter.
fn has_inner_capital(word: &str) -> bool {
    let mut before = ' ';
    word.chars().any(|c| {
        let small = std::mem::replace(&mut before, c).is_lowercase();
        small && c.is_uppercase() && !c.is_ascii()
    })
}

/// Whether a word, converted or as typed, makes a compound with a word beside it.
fn fits(words: &[LegacyWord], at: usize, is_old: bool) -> bool {
    let bare = |word: &str| {
        word.trim_matches(|c: char| c.is_ascii_punctuation() || "“”‘’…–".contains(c)).to_lowercase()
    };
    let own = bare(if is_old { &words[at].converted } else { words[at].typed });
    let beside = |at: usize| {
        let word = words.get(at)?;
        let typed = (word.is_old != Some(true)).then(|| bare(word.typed));
        let converted = (word.is_old != Some(false)).then(|| bare(&word.converted));
        Some([typed, converted].into_iter().flatten().collect::<Vec<_>>())
    };
    let before = at.checked_sub(1).and_then(beside).unwrap_or_default();
    let after = beside(at + 1).unwrap_or_default();
    before.iter().any(|word| binds(word, &own)) || after.iter().any(|word| binds(&own, word))
}

fn tcvn3(text: &str) -> String {
    text.chars().map(|c| TCVN3.iter().find(|(shown, _)| *shown == c).map_or(c, |(_, meant)| *meant)).collect()
}

fn vni(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let small = c.to_lowercase().next().unwrap_or(c);
        let before = out.chars().last();
        let mark = VNI_MARKS.iter().find(|(mark, ..)| *mark == small);
        let carried = before.zip(mark).and_then(|(before, (_, shape, tone))| carry(before, shape, *tone));
        let letter = VNI_LETTERS.iter().find(|(shown, _)| *shown == small).map(|(_, meant)| *meant);
        match (carried, letter) {
            (Some(meant), _) => {
                out.pop();
                out.push(meant);
            }
            (None, Some(meant)) if c.is_uppercase() => out.extend(meant.to_uppercase()),
            (None, Some(meant)) => out.push(meant),
            (None, None) => out.push(c),
        }
    }
    out
}

/// The vowel `before` with the shape and the tone of a VNI mark.
fn carry(before: char, shape: &str, tone: u8) -> Option<char> {
    let small = before.to_lowercase().next()?;
    let plain = match (split(small), shape) {
        (('a', 0), "^") => 'â',
        (('e', 0), "^") => 'ê',
        (('o', 0), "^") => 'ô',
        (('a', 0), "(") => 'ă',
        ((plain @ ('a' | 'e' | 'o' | 'u' | 'y' | 'i' | 'ơ' | 'ư'), 0), "") => plain,
        _ => return None,
    };
    let meant = with_tone(plain, tone);
    if before.is_uppercase() { meant.to_uppercase().next() } else { Some(meant) }
}

/// How many words hold a sign that is no ASCII letter and cannot be Vietnamese.
fn unlikely(text: &str) -> usize {
    text.split_whitespace()
        .map(|word| word.trim_matches(|c: char| c.is_ascii_punctuation() || "“”‘’…–".contains(c)))
        .filter(|word| !word.is_ascii() && word.contains(|c: char| c.is_ascii_alphabetic()))
        .filter(|word| !word.contains(|c: char| c.is_ascii_digit()))
        .filter(|word| {
            let small = word.to_lowercase();
            !word.chars().all(is_letter) || !is_possible(&small)
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::from_legacy_font;

    #[test]
    fn old_fonts_are_read() {
        for (typed, meant) in [
            ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
            ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
            ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
            ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ] {
            assert_eq!(from_legacy_font(typed).map(|one| one.meant).as_deref(), Some(meant));
        }
    }

    #[test]
    fn words_that_are_unicode_already_stay() {
        for (typed, meant) in [
            ("H¶i L¨ng, H¶i Ba: kinh phí", "Hải Lăng, Hải Ba: kinh phí"),
            ("Đề nghị c¸c x· rà soát kinh phí, tÝnh to¸n", "Đề nghị các xã rà soát kinh phí, tính toán"),
            ("thực hiện Nghị quyết vÒ chuyÓn ®æi số", "thực hiện Nghị quyết về chuyển đổi số"),
        ] {
            assert_eq!(
                from_legacy_font(typed).map(|one| (one.meant, one.is_sure)),
                Some((meant.to_owned(), true))
            );
        }
    }

    #[test]
    fn unicode_texts_are_left_alone() {
        for text in ["Thực hiện công tác đỡ đầu", "café Zürich", "trưởnng phươg thựcc", "5 × 3 · 2", "A ® B"]
        {
            assert_eq!(from_legacy_font(text), None, "{text}");
        }
    }
}
