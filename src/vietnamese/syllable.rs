//! Which syllables Vietnamese can have: onset, glide, nucleus, coda and tone.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::letters::{is_vowel, split, with_tone};

/// Where a syllable that may be written in two ways carries its tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TonePlace {
    /// "hòa", "thủy": on the first vowel.
    First,
    /// "hoà", "thuỷ": on the second.
    Second,
}

/// Rimes without tone; those that begin with "y" stand apart.
const RIMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
    o oc oi om on ong ooc oong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt \
    oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê \
    uêch uên uênh uêu uôc uôi uôm uôn uông uôt uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưng ưt \
    ưu ươc ươi ươm ươn ương ươp ươt ươu";

/// Rimes that begin with "y", after no onset and after "qu"; alone, "y" follows some more ("kỹ sư").
const Y_ALONE: [&str; 6] = ["y", "yêm", "yên", "yêng", "yêt", "yêu"];
const Y_AFTER_QU: [&str; 6] = ["y", "ych", "ynh", "yt", "yên", "yêt"];

static RIMES_LISTED: LazyLock<FxHashSet<&str>> = LazyLock::new(|| RIMES.split_whitespace().collect());

/// Whether a word in small letters (NFC) can be a Vietnamese syllable.
pub(super) fn is_possible(word: &str) -> bool {
    let mut plain = String::with_capacity(word.len());
    let mut toned = None;
    for (at, c) in word.chars().enumerate() {
        let (letter, tone) = split(c);
        if tone > 0 && toned.replace((at, tone)).is_some() {
            return false;
        }
        plain.push(letter);
    }
    let onset = plain.find(is_vowel).unwrap_or(plain.len());
    // "gi" and "qu" take a vowel letter to the onset; "gì" and "giếng" leave it to the rime.
    let longer = (plain.starts_with("gi") || plain.starts_with("qu")).then_some(2);
    [longer, Some(onset)].into_iter().flatten().any(|at| {
        let (onset, rime) = plain.split_at(at);
        goes_together(onset, rime) && tone_fits(rime, onset.chars().count(), toned)
    })
}

/// Whether the onset may stand before the rime.
fn goes_together(onset: &str, rime: &str) -> bool {
    if rime.starts_with('y') {
        return match onset {
            "" => Y_ALONE.contains(&rime),
            "qu" => Y_AFTER_QU.contains(&rime),
            "h" | "k" | "l" | "m" | "s" | "t" | "v" => rime == "y",
            _ => false,
        };
    }
    if !RIMES_LISTED.contains(rime) {
        return false;
    }
    let front = rime.starts_with(['i', 'e', 'ê']);
    match onset {
        "c" | "ng" => !front,
        // "gì", "gìn", "giết", "giêng": the onset "gi" before "i" is written once.
        "g" => !front || matches!(rime, "i" | "in" | "iêng" | "iêt"),
        "k" | "gh" | "ngh" => front,
        "gi" => !rime.starts_with('i'),
        "qu" => rime.starts_with(['a', 'ă', 'â', 'e', 'ê', 'i', 'ơ']) || rime == "ôc",
        "" => !rime.starts_with("iê"),
        "b" | "ch" | "d" | "đ" | "h" | "kh" | "l" | "m" | "n" | "nh" | "p" | "ph" | "r" | "s" | "t"
        | "th" | "tr" | "v" | "x" => true,
        _ => false,
    }
}

/// Whether the tone stands where it may, and may stand on this coda at all.
fn tone_fits(rime: &str, onset: usize, toned: Option<(usize, u8)>) -> bool {
    let stopped = rime.ends_with(['c', 'p', 't']) || rime.ends_with("ch");
    let Some((at, tone)) = toned else { return !stopped };
    let (first, second) = tone_places(rime);
    (!stopped || tone >= 4) && (at == onset + first || second.is_some_and(|second| at == onset + second))
}

/// The letter of the rime that carries the tone, and the other one where both are in use.
fn tone_places(rime: &str) -> (usize, Option<usize>) {
    let letters: Vec<char> = rime.chars().collect();
    let vowels = letters.iter().take_while(|c| is_vowel(**c)).count();
    if let Some(marked) = letters.iter().rposition(|c| "ăâêôơ".contains(*c)) {
        return (marked, None);
    }
    match (rime, vowels < letters.len(), vowels) {
        ("oa" | "oe" | "uy", ..) => (0, Some(1)),
        (_, true, _) => (vowels.saturating_sub(1), None),
        (_, false, 3) => (1, None),
        _ => (0, None),
    }
}

/// How a word in small letters places its tone, where two ways are in use.
pub(crate) fn tone_place(word: &str) -> Option<TonePlace> {
    let mut letters = word.chars().rev().map(split);
    let (last, second) = (letters.next()?, letters.next()?);
    let place = match (second, last) {
        (('o', 1..), ('a' | 'e', 0)) | (('u', 1..), ('y', 0)) => TonePlace::First,
        (('o', 0), ('a' | 'e', 1..)) | (('u', 0), ('y', 1..)) => TonePlace::Second,
        _ => return None,
    };
    // "quý": "u" belongs to the onset and never carries the tone.
    (letters.next().is_none_or(|before| before.0 != 'q') && is_possible(word)).then_some(place)
}

/// The word with its tone in the first of the two places: "hoà" → "hòa". Words are compared this way.
pub fn first_style(word: &str) -> Cow<'_, str> {
    // Most words end with a letter that carries no tone.
    if word.as_bytes().last().is_none_or(u8::is_ascii) {
        return Cow::Borrowed(word);
    }
    let mut ending = word.chars().rev();
    let (Some(last), Some(second)) = (ending.next(), ending.next()) else { return Cow::Borrowed(word) };
    let (plain, tone) = split(last);
    let moves = tone > 0 && matches!((second, plain), ('o', 'a' | 'e') | ('u', 'y'));
    if !moves || tone_place(word) != Some(TonePlace::Second) {
        return Cow::Borrowed(word);
    }
    let kept = word.len() - last.len_utf8() - second.len_utf8();
    Cow::Owned(format!("{}{}{plain}", &word[..kept], with_tone(second, tone)))
}

/// No syllable has as many letters, a slip more or less.
const MAX_LETTERS: usize = 12;

/// Words in small letters with their tones in the first of the two places: "Thành uỷ" and "thành ủy" are
/// one. Texts are compared this way.
pub(crate) fn folded(words: &str) -> String {
    let small = words.to_lowercase();
    let mut out = String::with_capacity(small.len());
    for part in small.split_inclusive(|c: char| !c.is_alphabetic()) {
        let word = part.trim_end_matches(|c: char| !c.is_alphabetic());
        out.push_str(&first_style(word));
        out.push_str(&part[word.len()..]);
    }
    out
}

/// The possible syllables one letter or one tone place away from an impossible one.
pub(crate) fn nearby(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().take(MAX_LETTERS + 1).collect();
    if letters.len() > MAX_LETTERS {
        return Vec::new();
    }
    let mut all = Vec::new();
    for at in 0..letters.len() {
        all.push([&letters[..at], &letters[at + 1..]].concat());
    }
    for at in 1..=letters.len() {
        all.extend("nghcmt".chars().map(|c| [&letters[..at], &[c], &letters[at..]].concat()));
    }
    let plain: Vec<char> = letters.iter().map(|c| split(*c).0).collect();
    if let Some(tone) = letters.iter().map(|c| split(*c).1).find(|tone| *tone > 0) {
        for at in (0..plain.len()).filter(|at| is_vowel(plain[*at])) {
            let mut moved = plain.clone();
            moved[at] = with_tone(plain[at], tone);
            all.push(moved);
        }
    }
    let mut words: Vec<String> =
        all.into_iter().map(String::from_iter).filter(|word| is_possible(word)).collect();
    words.sort();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_of_the_language_are_possible() {
        let text = "nghị quyết của đoàn đại biểu quốc hội khóa mười lăm về việc giữ gìn nguồn nước ở giếng khơi \
                    quy hoạch quý hóa hoà thủy thuỷ khuỷu tay nghiêng ngả khúc khuỷu quanh co yêu yếm yểng giục \
                    giết chết gì ghế gỗ kỹ thuật mỹ ý kiến uống rượu nghếch ngoằn ngoèo loay hoay xoong nồi rơ \
                    moóc bươu đầu thuở xưa huơ quờ quạng tuần tuyết nguyễn uyên khuya chuếnh choáng huênh hoang \
                    ưu tiên hươu nai cừu dịch bệnh tiếp xúc thích hợp kết quả khoẻ khỏe que quét quít quýt hy vọng \
                    lý do sỹ tỷ vỹ ích lợi iu oách oang oác eo êm ếch ấp ủ ăn ở";
        for word in text.split_whitespace() {
            assert!(is_possible(word), "{word}");
        }
    }

    #[test]
    fn slips_are_impossible() {
        let text = "trưởnng phươg thựcc ngiệp nghành gê cế kông nghà quôc viêc bôt tòan tóan thưc hịên đựơc chấp´ \
                    qủa gỉa ngừời triễnn kiẻm xxã đườg hoc sinhh";
        for word in text.split_whitespace() {
            assert!(!is_possible(word), "{word}");
        }
    }

    #[test]
    fn both_places_of_the_tone_are_told_apart() {
        for (word, place) in
            [("hòa", TonePlace::First), ("hoà", TonePlace::Second), ("thủy", TonePlace::First)]
        {
            assert_eq!(tone_place(word), Some(place), "{word}");
        }
        for word in ["quý", "toàn", "của", "hoa", "mùa", "quả"] {
            assert_eq!(tone_place(word), None, "{word}");
        }
    }

    #[test]
    fn both_places_are_one_word() {
        for (word, first) in
            [("hoà", "hòa"), ("thuỷ", "thủy"), ("khoẻ", "khỏe"), ("hòa", "hòa"), ("quý", "quý"), ("to", "to")]
        {
            assert_eq!(first_style(word), first);
        }
    }

    #[test]
    fn words_are_compared_whatever_the_place_of_their_tones() {
        assert_eq!(folded("Thành uỷ, Hoà Bình (THUỶ lợi); quý"), "thành ủy, hòa bình (thủy lợi); quý");
    }

    #[test]
    fn slips_are_near_to_what_was_meant() {
        for (slip, meant) in [("trưởnng", "trưởng"), ("phươg", "phương"), ("tòan", "toàn"), ("đựơc", "được")]
        {
            assert!(nearby(slip).iter().any(|word| word == meant), "{slip}: {:?}", nearby(slip));
        }
    }
}
