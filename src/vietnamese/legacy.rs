//! Texts typed for the fonts of before Unicode and read as Latin letters: TCVN3 (fonts .Vn…) and VNI
//! (fonts VNI-…).

use super::letters::{is_letter, split, with_tone};
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

/// The text that was meant, if `text` was typed for one of the old fonts: at least two words that
/// Vietnamese cannot have, and the conversion makes a Vietnamese text of the whole.
pub fn from_legacy_font(text: &str) -> Option<String> {
    // Nearly every line has no letter but Vietnamese ones; VNI and TCVN3 do not go without others.
    let foreign = |c: char| !c.is_ascii() && !is_letter(c) && !"“”‘’…–—×°".contains(c);
    if !text.contains(foreign) || unlikely(text) < 2 {
        return None;
    }
    let candidates = [tcvn3(text), vni(text)];
    candidates
        .into_iter()
        .filter(|meant| unlikely(meant) * 4 <= unlikely(text))
        .min_by_key(|meant| unlikely(meant))
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
            assert_eq!(from_legacy_font(typed).as_deref(), Some(meant));
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
