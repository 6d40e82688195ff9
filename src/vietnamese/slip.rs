//! One slip of the hand: whether a word may be another one, mistyped or misread.

use super::letters::{bare_letters, split, with_tone};

/// A word as slips see it.
pub(super) struct Letters {
    /// Letters without tone, and the tone of the word.
    plain: Vec<char>,
    tone: u8,
    /// Which of 26 letters it has below all marks.
    bare: u32,
}

/// How unlikely a slip is, as a logarithm, over the most usual ones.
pub(super) type Cost = f32;

/// A letter typed for another one, or one too many that doubles none.
const OTHER_LETTER: Cost = 4.0;
/// The tone lost together with another slip; each mark more than one.
const TWO_AT_ONCE: Cost = 2.0;

impl Letters {
    /// The letters of a word in small letters.
    pub(super) fn of(word: &str) -> Self {
        let split: Vec<(char, u8)> = word.chars().map(split).collect();
        let bit = |c: char| if c.is_ascii_lowercase() { 1 << (u32::from(c) - u32::from('a')) } else { 0 };
        Self {
            tone: split.iter().map(|(_, tone)| *tone).find(|tone| *tone > 0).unwrap_or(0),
            plain: split.into_iter().map(|(plain, _)| plain).collect(),
            bare: bare_letters(word).fold(0, |all, c| all | bit(c)),
        }
    }

    /// Which of 26 letters the word has, below all marks.
    pub(super) fn bare(&self) -> u32 {
        self.bare
    }

    /// Whether a word of these letters may be one slip away: most differ in more.
    pub(super) fn is_near(&self, bare: u32) -> bool {
        // At most one bit each way: a power of two and the number before it share none.
        let (more, less) = (self.bare & !bare, bare & !self.bare);
        (more & more.wrapping_sub(1)) | (less & less.wrapping_sub(1)) == 0
    }

    /// What the slip costs that makes `written` of this word; none if it takes more than one.
    pub(super) fn slipped_to(&self, written: &Self) -> Option<Cost> {
        let (meant, wrote) = (&self.plain[..], &written.plain[..]);
        let (long, short) = (meant.len(), wrote.len());
        if long.abs_diff(short) > 1 {
            return None;
        }
        let tone_lost = if self.tone == written.tone {
            0.0
        } else if self.tone == 0 || written.tone == 0 {
            TWO_AT_ONCE
        } else {
            Cost::INFINITY
        };
        let head = meant.iter().zip(wrote).take_while(|(a, b)| a == b).count();
        let tail = meant.iter().rev().zip(wrote.iter().rev()).take_while(|(a, b)| a == b).count();
        let cost = if long == short {
            if let Some(marks) = marks_between(meant, wrote) {
                let slips = marks + u8::from(self.tone != written.tone);
                Cost::from(slips.saturating_sub(1)) * TWO_AT_ONCE
            } else if head + tail + 2 == long
                && meant[head] == wrote[head + 1]
                && meant[head + 1] == wrote[head]
            {
                tone_lost
            } else if head + tail + 1 == long && tone_lost == 0.0 {
                OTHER_LETTER
            } else {
                return None;
            }
        } else if short + 1 == long && head + tail >= short {
            tone_lost
        } else if short == long + 1 && head + tail >= long {
            let doubled = (1..short).any(|at| wrote[at] == wrote[at - 1] && head + 1 >= at);
            tone_lost + if doubled { 0.0 } else { OTHER_LETTER / 2.0 }
        } else {
            return None;
        };
        cost.is_finite().then_some(cost)
    }
}

/// How many letters differ by their marks alone ("ô" and "ơ", "d" and "đ"); none if one differs by more.
fn marks_between(meant: &[char], wrote: &[char]) -> Option<u8> {
    let mut marks = 0;
    for (a, b) in meant.iter().zip(wrote).filter(|(a, b)| a != b) {
        let mut pair = [*a, *b];
        pair.sort_unstable();
        let alike = ["aăâ", "dđ", "eê", "oôơ", "uư"].iter().any(|all| pair.iter().all(|c| all.contains(*c)));
        marks += u8::from(alike);
        if !alike {
            return None;
        }
    }
    Some(marks)
}

/// The readings of keys struck in the wrong order, or of an open syllable, by Telex: "avf" → "và". They are
/// guesses, for whoever knows what stands beside.
pub(super) fn telex_guesses(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut orders = vec![letters.clone()];
    for at in 1..letters.len() {
        let mut swapped = letters.clone();
        swapped.swap(at - 1, at);
        orders.push(swapped);
    }
    let mut out = Vec::new();
    for order in orders {
        let [rest @ .., key] = &order[..] else { continue };
        let Some(tone) = "_frxsj".chars().position(|c| c == *key && c != '_') else { continue };
        let Ok(tone) = u8::try_from(tone) else { continue };
        for at in 0..rest.len() {
            let mut toned = rest.to_vec();
            toned[at] = with_tone(rest[at], tone);
            if toned[at] != rest[at] {
                out.push(toned.into_iter().collect());
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(meant: &str, written: &str) -> Option<Cost> {
        Letters::of(meant).slipped_to(&Letters::of(written))
    }

    #[test]
    fn one_slip_is_cheap() {
        for (meant, written) in [
            ("tổ", "tố"),
            ("định", "đinh"),
            ("đồng", "đông"),
            ("phố", "phô"),
            ("dân", "đân"),
            ("các", "cácc"),
            ("trưởng", "trưởngg"),
            ("phương", "phươg"),
            ("thực", "thựcc"),
            ("xã", "ã"),
            ("của", "cảu"),
        ] {
            assert_eq!(cost(meant, written), Some(0.0), "{meant}, {written}");
        }
    }

    #[test]
    fn other_letters_cost_more_and_two_slips_are_none() {
        assert_eq!(cost("chủ", "chỉ"), Some(OTHER_LETTER));
        assert_eq!(cost("hình", "hành"), Some(OTHER_LETTER));
        assert_eq!(cost("thực", "thuc"), Some(TWO_AT_ONCE));
        assert_eq!(cost("chức", "nhức"), Some(OTHER_LETTER));
        assert_eq!(cost("phòng", "trường"), None);
        assert_eq!(cost("tế", "tổ"), None);
    }

    #[test]
    fn keys_in_the_wrong_order_are_read() {
        assert!(telex_guesses("avf").contains(&"và".to_owned()));
        assert!(telex_guesses("cuar").contains(&"cuả".to_owned()));
    }
}
