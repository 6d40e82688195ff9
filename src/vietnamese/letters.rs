//! Letters and tones.

use std::sync::LazyLock;

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

/// Vowels with a tone, sorted: the letter, the letter without its tone, the tone from 1.
static TONED: LazyLock<Vec<(char, char, u8)>> = LazyLock::new(|| {
    let mut all = Vec::new();
    for row in VOWELS {
        let mut letters = row.chars();
        let plain = letters.next().unwrap_or_default();
        all.extend(letters.zip(1..).map(|(toned, tone)| (toned, plain, tone)));
    }
    all.sort_unstable();
    all
});

/// A small letter without its tone, and the tone: 0 ngang, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng.
pub fn split(c: char) -> (char, u8) {
    if c.is_ascii() {
        return (c, 0);
    }
    match TONED.binary_search_by_key(&c, |(toned, ..)| *toned) {
        Ok(at) => (TONED[at].1, TONED[at].2),
        Err(_) => (c, 0),
    }
}

/// The small letter with this tone; the letter itself where it is no vowel.
pub fn with_tone(c: char, tone: u8) -> char {
    VOWELS
        .iter()
        .find(|row| row.starts_with(c))
        .and_then(|row| row.chars().nth(usize::from(tone)))
        .unwrap_or(c)
}

/// Whether a small letter without tone is a vowel.
pub fn is_vowel(c: char) -> bool {
    "aăâeêioôơuưy".contains(c)
}

/// Whether a letter, small or capital, belongs to the Vietnamese alphabet or to the four letters
/// that foreign words add (f, j, w, z).
pub fn is_letter(c: char) -> bool {
    let mut small = c.to_lowercase();
    match (small.next(), small.next()) {
        (Some(c), None) => {
            let (plain, _) = split(c);
            plain.is_ascii_alphabetic() || "ăâđêôơư".contains(plain)
        }
        _ => false,
    }
}

/// The letters below all marks: "đỡ" → "do".
pub fn skeleton(word: &str) -> String {
    word.chars()
        .map(|c| match split(c).0 {
            'ă' | 'â' => 'a',
            'đ' => 'd',
            'ê' => 'e',
            'ô' | 'ơ' => 'o',
            'ư' => 'u',
            plain => plain,
        })
        .collect()
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
        assert!(is_letter('Đ') && is_letter('ỵ') && is_letter('w'));
        assert!(!is_letter('а') && !is_letter('Ð') && !is_letter('ü'));
    }
}
