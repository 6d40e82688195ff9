//! Foreign words written as Vietnamese reads them, in one piece: "ôtô", "axít", "sôcôla", "xêmina".

use super::letters::{is_vowel, split};
use super::syllable::is_possible;

/// Words that no rule makes out: with a sound Vietnamese does not have, or a tone that others lack.
const LISTED: &[&str] = &[
    "amiăng",
    "ăcquy",
    "ắcquy",
    "café",
    "carxtơ",
    "caxtơ",
    "điôxít",
    "hêrôin",
    "hiđrô",
    "hyđrô",
    "hydrô",
    "iôt",
    "iốt",
    "kiôt",
    "kiốt",
    "lôgic",
    "míttinh",
    "prôtêin",
    "vônfram",
    "xìcăngđan",
    "xìgà",
    "xítđa",
];

/// Two consonants that begin foreign syllables.
const CLUSTERS: [&str; 14] =
    ["bl", "br", "cl", "cr", "dr", "đr", "fl", "gl", "gr", "pl", "pr", "sp", "st", "xt"];

/// Whether a word in small letters that is no syllable reads as a transcription: two syllables and more, none of them
/// with a tone that foreign words do not get (hỏi, ngã, nặng), the second and the others with a consonant first.
pub(crate) fn is_transcription(word: &str) -> bool {
    // No key and no slip makes a "z" of a Vietnamese letter.
    if LISTED.contains(&word) || word.contains('z') {
        return true;
    }
    let letters: Vec<(char, u8)> = word.chars().map(split).collect();
    if letters.iter().any(|(c, tone)| !c.is_alphabetic() || matches!(tone, 2 | 3 | 5)) {
        return false;
    }
    let plain: String = letters.iter().map(|(c, _)| *c).collect();
    let foreign = CLUSTERS.iter().find(|cluster| plain.starts_with(**cluster));
    let start = foreign.map_or(0, |cluster| cluster.chars().next().map_or(0, char::len_utf8));
    let chars: Vec<char> = word[start..].chars().collect();
    let least = if foreign.is_some() { 1 } else { 2 };
    parts(&chars).is_some_and(|parts| parts >= least)
}

/// The most syllables that letters part into.
fn parts(letters: &[char]) -> Option<usize> {
    if letters.is_empty() {
        return Some(0);
    }
    (1..=letters.len())
        .filter(|end| {
            let next = letters.get(*end).map(|c| split(*c).0);
            // "to|oan" would make a transcription of a doubled letter.
            next.is_none_or(|c| !is_vowel(c)) && is_part(&letters[..*end])
        })
        .filter_map(|end| Some(parts(&letters[end..])? + 1))
        .max()
}

/// Whether letters are a syllable as transcriptions have them: a stopped one may lack its tone ("bôxit"), and "y" stands
/// for "i" anywhere.
fn is_part(letters: &[char]) -> bool {
    let word: String = letters.iter().map(|c| if *c == 'y' { 'i' } else { *c }).collect();
    if is_possible(&word) || is_possible(&letters.iter().collect::<String>()) {
        return true;
    }
    let toned = |c: char| super::letters::with_tone(c, 4);
    (0..letters.len()).filter(|at| is_vowel(letters[*at])).any(|at| {
        let mut stopped = letters.to_vec();
        stopped[at] = toned(stopped[at]);
        is_possible(&stopped.into_iter().collect::<String>())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transcriptions_are_known() {
        let text = "panô makét ôxy axít sôcôla xêmina ôtô môtô bêtông đôla nilông kilômét balô canô băngrôn rađa nitơ văcxin \
                    vắcxin kiốt êkíp hécta vectơ hiđrô virút mácma nơtron magiê bôxit căngtin lôgic bancông rơmoóc kêpi côngtơ \
                    cactông ăngten điêzen môđun crôm mililít urê hêli mêtan môtơ mômen tuabin ápphích áptômát xilanh prôtêin \
                    blốc ôzôn bazơ nơron ắcquy patê vôlăng amiăng iốt xentimét hêrôin caxtơ phốtpho lavabô \
                    sêri êlectron clo flo brôm phêrôn ximăng";
        let known = |word: &&str| is_transcription(word) || is_possible(word) || word.is_ascii();
        let others: Vec<&str> = text.split_whitespace().filter(|word| !known(word)).collect();
        assert!(others.is_empty(), "{others:?}");
    }

    #[test]
    fn slips_are_none() {
        let text = "trưởnng thựcc phươg nhưữg toààn tòoan đựơc ngừời kiẻm triễnn đồnng hịên chấpp quôốc vềề ttrong bôộ \
                    hộii phòòng đượcc";
        let taken: Vec<&str> = text.split_whitespace().filter(|word| is_transcription(word)).collect();
        assert!(taken.is_empty(), "{taken:?}");
    }
}
