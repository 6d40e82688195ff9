//! Letters and tones.

use std::sync::LazyLock;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The vowels, each with its six tones: ngang, huyền, hỏi, ngã, sắc, nặng.
const VOWELS: [&str; 12] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
];

/// The letters with a tone lie between these.
const FIRST: usize = 0xc0;
const LAST: usize = 0x1f00;

/// For each character from [`FIRST`]: the letter without its tone, and the tone.
static TONED: LazyLock<Vec<(char, u8)>> = LazyLock::new(|| {
    let mut all: Vec<(char, u8)> = (FIRST..LAST)
        .map(|c| (u32::try_from(c).ok().and_then(char::from_u32).unwrap_or_default(), 0))
        .collect();
    for row in VOWELS {
        let mut letters = row.chars();
        let plain = letters.next().unwrap_or_default();
        for (toned, tone) in letters.zip(1..) {
            all[toned as usize - FIRST] = (plain, tone);
        }
    }
    all
});

/// A small letter without its tone, and the tone: 0 ngang, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng.
pub(crate) fn split(c: char) -> (char, u8) {
    let known = (c as usize).checked_sub(FIRST).and_then(|at| TONED.get(at));
    known.copied().unwrap_or((c, 0))
}

/// The small letter with this tone; the letter itself where it is no vowel.
pub(super) fn with_tone(c: char, tone: u8) -> char {
    VOWELS
        .iter()
        .find(|row| row.starts_with(c))
        .and_then(|row| row.chars().nth(usize::from(tone)))
        .unwrap_or(c)
}

/// Whether a small letter without tone is a vowel.
pub(super) fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'ă' | 'â' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư' | 'y')
}

/// Whether a letter, small or capital, belongs to the Vietnamese alphabet or to the four letters
/// that foreign words add (f, j, w, z).
pub fn is_letter(c: char) -> bool {
    // All of Latin Extended Additional from Ạ to ỹ is Vietnamese.
    c.is_ascii_alphabetic()
        || matches!(c, 'Ạ'..='ỹ' | 'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý')
        || matches!(c, 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý')
        || matches!(c, 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư')
}

/// Whether a text is in NFC for certain. False may also mean that it was not looked at closely.
pub(crate) fn is_composed(text: impl Iterator<Item = char> + Clone) -> bool {
    let surely = |c| matches!(c, '\0'..='\u{2ff}' | 'Ạ'..='ỹ' | '–' | '—' | '“' | '”' | '…');
    text.clone().all(surely) || is_nfc_quick(text) == IsNormalized::Yes
}

/// The word, or the first of the words, with a capital.
pub(crate) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The letters below all marks: "đỡ" → "do".
pub fn skeleton(word: &str) -> String {
    bare_letters(word).collect()
}

/// As [`skeleton`], letter by letter.
pub(super) fn bare_letters(word: &str) -> impl Iterator<Item = char> {
    word.chars().map(|c| match split(c).0 {
        'ă' | 'â' => 'a',
        'đ' => 'd',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        plain => plain,
    })
}

/// The words in small letters without marks, joined by `joint`; other characters are left out:
/// "Xã Đông Hà" → "xa-dong-ha".
pub(crate) fn slug(words: &str, joint: char) -> String {
    let mut out = String::with_capacity(words.len());
    let plain = words.nfc().collect::<String>().to_lowercase();
    for c in bare_letters(&plain) {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(joint) {
            out.push(joint);
        }
    }
    out.truncate(out.trim_end_matches(joint).len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tones_come_off_and_on() {
        for (toned, plain, tone) in
            [('ậ', 'â', 5), ('ẵ', 'ă', 3), ('y', 'y', 0), ('đ', 'đ', 0), ('ừ', 'ư', 1)]
        {
            assert_eq!(split(toned), (plain, tone));
            assert_eq!(with_tone(plain, tone), toned);
        }
        assert_eq!(skeleton("đỡ đầu"), "do dau");
        assert_eq!(slug(" Đặc khu: Cồn Cỏ (2026) ", '-'), "dac-khu-con-co-2026");
        assert_eq!(slug("Số hợp tác xã", '_'), "so_hop_tac_xa");
        assert!(is_letter('Đ') && is_letter('ỵ') && is_letter('w'));
        assert!(!is_letter('а') && !is_letter('Ð') && !is_letter('ü'));
    }
}
