//! What a keyboard leaves behind when its Vietnamese mode was off: Telex ("ddoong") and VNI ("tie61ng").

use super::letters::{is_vowel, split, with_tone};
use super::syllable::is_possible;

/// The syllable that was meant, if a word in small letters is one typed by Telex or VNI rules.
pub(crate) fn from_keyboard(word: &str) -> Option<String> {
    let meant = if word.contains(|c: char| c.is_ascii_digit()) { vni(word)? } else { telex(word)? };
    (meant != word && is_possible(&meant)).then_some(meant)
}

fn telex(word: &str) -> Option<String> {
    let shaped: String = word
        .replace("dd", "đ")
        .replace("aa", "â")
        .replace("ee", "ê")
        .replace("oo", "ô")
        .replace("uow", "ươ")
        .replace("aw", "ă")
        .replace("ow", "ơ")
        .replace("uw", "ư");
    let letters: Vec<char> = shaped.chars().collect();
    // The tone key comes at the end of the word, or right after the vowels.
    let at = (1..letters.len())
        .rev()
        .find(|at| "sfrxj".contains(letters[*at]) && letters[..*at].iter().any(|c| is_vowel(*c)));
    let shapes_changed = shaped != word;
    let Some(at) = at else { return shapes_changed.then_some(shaped) };
    let tone = "_frxsj".chars().position(|c| c == letters[at])?;
    let rest = [&letters[..at], &letters[at + 1..]].concat();
    // A tone key alone also ends foreign words ("box", "tips"): it counts after a Vietnamese coda only.
    let coda = ['n', 'g', 'h', 'm', 'c'].contains(rest.last()?);
    (shapes_changed || coda && rest.len() >= 3).then(|| place(&rest, tone)).flatten()
}

fn vni(word: &str) -> Option<String> {
    let (mut letters, mut tone) = (Vec::new(), 0);
    let inside = word.trim_end_matches(|c: char| c.is_ascii_digit()).contains(|c: char| c.is_ascii_digit());
    for c in word.chars() {
        match (c, letters.last().copied()) {
            ('1'..='5', Some(_)) if tone == 0 => tone = [4, 1, 2, 3, 5][(c as usize) - ('1' as usize)],
            ('9', Some('d')) => *letters.last_mut()? = 'đ',
            ('6' | '7' | '8', Some(_)) => {
                let shapes: &[(char, char)] = match c {
                    '6' => &[('a', 'â'), ('e', 'ê'), ('o', 'ô')],
                    '7' => &[('o', 'ơ'), ('u', 'ư')],
                    _ => &[('a', 'ă')],
                };
                let (at, shaped) = letters.iter().enumerate().rev().find_map(|(at, letter)| {
                    shapes.iter().find(|(plain, _)| plain == letter).map(|(_, shaped)| (at, *shaped))
                })?;
                letters[at] = shaped;
            }
            (c, _) if c.is_ascii_digit() => return None,
            (c, _) => letters.push(c),
        }
    }
    // "uo7" stands for "ươ".
    if let Some(at) = letters.windows(2).position(|two| two == ['u', 'ơ'])
        && at + 2 < letters.len()
    {
        letters[at] = 'ư';
    }
    // "a4", "m2": a digit at the end alone is a size or a unit.
    let enough = inside || word.bytes().filter(u8::is_ascii_digit).count() > 1;
    (enough && letters.len() >= 2)
        .then(|| if tone == 0 { Some(letters.iter().collect()) } else { place(&letters, tone) })?
}

/// The letters with a tone on the vowel that makes a syllable of them.
fn place(letters: &[char], tone: usize) -> Option<String> {
    let tone = u8::try_from(tone).ok()?;
    if letters.iter().any(|c| split(*c).1 > 0) {
        return None;
    }
    (0..letters.len()).filter(|at| is_vowel(letters[*at])).find_map(|at| {
        let mut toned = letters.to_vec();
        toned[at] = with_tone(toned[at], tone);
        let word: String = toned.into_iter().collect();
        is_possible(&word).then_some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::from_keyboard;

    #[test]
    fn what_the_keyboard_left_is_read() {
        for (typed, meant) in [
            ("ddoong", "đông"),
            ("tieesng", "tiếng"),
            ("tieengs", "tiếng"),
            ("cacs", "các"),
            ("nuowcs", "nước"),
            ("dduowcj", "được"),
            ("tie61ng", "tiếng"),
            ("d9o6ng", "đông"),
            ("nu7o7c1", "nước"),
            ("hoaf", "hòa"),
        ] {
            let read = from_keyboard(typed);
            if typed == "hoaf" {
                assert_eq!(read, None, "an open syllable may be a foreign word");
            } else {
                assert_eq!(read.as_deref(), Some(meant), "{typed}");
            }
        }
    }

    #[test]
    fn other_words_are_left_alone() {
        for word in [
            "internet", "website", "box", "tips", "chips", "a4", "m2", "co2", "covid19", "ocop", "email",
            "zoom", "logo", "các", "2020", "kg", "km2", "data", "file", "app", "web", "online", "fax",
            "laser", "video",
        ] {
            assert_eq!(from_keyboard(word), None, "{word}");
        }
    }
}
