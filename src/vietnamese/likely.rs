//! Which word was meant, by what stands beside it: a noisy channel over the counted pairs.

use std::borrow::Cow;
use std::sync::{LazyLock, OnceLock};

use super::letters::bare_letters;
use super::lexicon;
use super::pairs::{self, Id, pairs};
use super::place::{Place, met};
use super::slip::{Cost, Letters, telex_guesses};
use super::syllable::{first_style, is_possible};

/// What stands before or after a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beside<'a> {
    /// A word in small letters.
    Word(&'a str),
    /// A word in small letters that makes a compound with the one beyond it.
    Taken(&'a str),
    /// A number.
    Number,
    /// A sign, or nothing.
    Edge,
}

impl<'a> Beside<'a> {
    fn word(self) -> &'a str {
        match self {
            Self::Word(word) | Self::Taken(word) => word,
            Self::Number | Self::Edge => "",
        }
    }

    /// The word, if the one between may make a compound with it.
    fn free(self) -> &'a str {
        if let Self::Word(word) = self { word } else { "" }
    }
}

/// A word that fits better than the one that was written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Likelier {
    /// The word.
    pub word: String,
    /// How much likelier it is, as a logarithm, with the slip weighed in.
    pub by: f32,
    /// The same by the counts alone, without what a known compound adds.
    pub by_counts: f32,
    /// Whether the pair that tells most is the one with the word after it.
    pub with_next: bool,
    /// How often that pair was met, about, with the likelier word and with the written one.
    pub met: (u32, u32),
}

/// Pairs that a better word must be met in at least: the code of 20.
const ENOUGH: u8 = 9;
/// What it is worth to make a compound of administrative language, where the written word makes none.
const COMPOUND: f32 = 8.0;
/// The same where letters differ, not marks alone.
const OTHER_COMPOUND: f32 = 3.0;
/// Pairs met less than 100 times.
const SELDOM: u8 = 13;
/// Words that stand beside any other: that they make no compound with their neighbour tells nothing.
const FUNCTION_WORDS: [&str; 52] = [
    "bằng", "bị", "bởi", "các", "có", "còn", "của", "cùng", "cũng", "cho", "do", "dưới", "đã", "đang", "đến",
    "đó", "được", "hai", "hơn", "khi", "không", "là", "lại", "mà", "một", "mỗi", "năm", "ngay", "ngày",
    "nhà", "những", "như", "nơi", "này", "ở", "qua", "ra", "sau", "sẽ", "tại", "theo", "thì", "trên",
    "trong", "trước", "từ", "tự", "và", "vào", "về", "với", "vùng",
];
/// Longer words are foreign.
const LONGEST: usize = 8;
/// Two words are seen in one only when they were met together so often.
const RUN_TOGETHER: u32 = 500;
/// A word can be so much likelier before anybody need be asked.
const LEAST: f32 = 6.0;
/// A side where nothing stands, or nothing known, makes the other one's word worth less.
const SILENT: f32 = 1.0;

/// The syllables of the table: which of 26 letters each has, to be looked through fast, and the rest.
struct Syllables {
    bare: Vec<u32>,
    rest: Vec<(Id, Letters)>,
}

static SYLLABLES: LazyLock<Syllables> = LazyLock::new(|| {
    let words = pairs().words.iter().zip(0..);
    let rest: Vec<(Id, Letters)> =
        words.filter(|(word, _)| is_possible(word)).map(|(word, id)| (id, Letters::of(word))).collect();
    Syllables { bare: rest.iter().map(|(_, letters)| letters.bare()).collect(), rest }
});

/// The syllables that one slip makes this word of.
fn near(word: &str, id: Option<Id>) -> Vec<(Id, Cost)> {
    let written = Letters::of(word);
    let all = SYLLABLES.bare.iter().zip(&SYLLABLES.rest);
    all.filter(|(bare, (one, _))| written.is_near(**bare) && Some(*one) != id)
        .filter_map(|(_, (one, letters))| Some((*one, letters.slipped_to(&written)?)))
        .collect()
}

/// As [`near`], for a word of the table: looked for once.
fn known_near(id: Id) -> &'static [(Id, Cost)] {
    type Near = OnceLock<Vec<(Id, Cost)>>;
    static FOUND: LazyLock<Vec<Near>> = LazyLock::new(|| pairs().words.iter().map(|_| Near::new()).collect());
    let at = usize::from(id);
    FOUND[at].get_or_init(|| near(pairs().words[at], Some(id)))
}

fn id_beside(beside: Beside) -> Option<Id> {
    match beside {
        Beside::Word(word) | Beside::Taken(word) => pairs().id(&first_style(word)),
        Beside::Number => pairs().id(pairs::NUMBER),
        Beside::Edge => pairs().id(pairs::EDGE),
    }
}

/// How often a word in small letters was met.
pub(crate) fn times_met(word: &str) -> u32 {
    pairs().id(&first_style(word)).map_or(0, |id| pairs().count(id))
}

/// How often two words in small letters were met side by side, about.
pub(super) fn times_together(first: &str, second: &str) -> u32 {
    let code = pairs().code(id_beside(Beside::Word(first)), id_beside(Beside::Word(second)));
    code.map_or(0, pairs::about)
}

/// The two words that a run of letters in small letters is when the space between them was lost: the most
/// frequent pair.
pub(crate) fn parted(word: &str) -> Option<(String, String)> {
    let letters: Vec<char> = word.chars().collect();
    let parts = (1..letters.len()).map(|at| letters.split_at(at));
    parts
        .map(|(first, second)| (String::from_iter(first), String::from_iter(second)))
        .map(|(first, second)| (times_together(&first, &second), first, second))
        .filter(|(times, ..)| *times >= RUN_TOGETHER)
        .max()
        .map(|(_, first, second)| (first, second))
}

/// The word, one slip away from this one in small letters, that fits best between these two, if one fits so
/// much better that a slip is likely.
pub(crate) fn likelier(before: Beside, word: &str, after: Beside) -> Option<Likelier> {
    if word.chars().count() > LONGEST {
        return None;
    }
    let word = &*first_style(word);
    let id = pairs().id(word);
    let (left, right) = (id_beside(before), id_beside(after));
    let place = Place {
        before: left,
        after: right,
        tells: (left.is_some() && before != Beside::Edge, right.is_some() && after != Beside::Edge),
    };
    let inside = Place {
        before: left.filter(|_| place.tells.0),
        after: right.filter(|_| place.tells.1),
        tells: place.tells,
    };
    let compounds = Compounds::of(before, word, after, &place, id);
    if place.fits(id, LEAST) && !compounds.are_sought {
        return None;
    }
    let silent = SILENT * f32::from(2 - u8::from(place.tells.0) - u8::from(place.tells.1));
    let near = id.map_or_else(|| Cow::Owned(near(word, None)), |id| Cow::Borrowed(known_near(id)));
    let guessed = if word.is_ascii() && !is_possible(word) { telex_guesses(word) } else { Vec::new() };
    let guessed = guessed.iter().filter_map(|guess| Some((pairs().id(&first_style(guess))?, 0.0)));
    let (best, by, by_counts) = near
        .iter()
        .copied()
        .chain(guessed)
        .filter(|(one, _)| {
            let (left, right) = place.codes(Some(*one));
            left.filter(|_| place.tells.0).max(right.filter(|_| place.tells.1)) >= Some(ENOUGH)
        })
        .map(|(one, cost)| {
            let by_counts = place.gain(id, one, cost);
            let worth = compounds.worth(pairs().words[usize::from(one)]);
            // A compound needs no second neighbour: where phrases begin and end tells less than it does.
            let by = if worth < COMPOUND {
                by_counts + worth - silent
            } else {
                by_counts.max(inside.gain(id, one, cost)) + worth
            };
            (one, by, by_counts - silent)
        })
        .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
    (by > LEAST).then(|| {
        let (left, right) = place.codes(Some(best));
        let (left_was, right_was) = place.codes(id);
        let gain = |tells: bool, now, was| if tells { (met(now) + 1.0) / (met(was) + 1.0) } else { 0.0 };
        let with_next = gain(place.tells.1, right, right_was) > gain(place.tells.0, left, left_was);
        let (now, was) = if with_next { (right, right_was) } else { (left, left_was) };
        Likelier {
            word: pairs().words[usize::from(best)].to_owned(),
            by,
            by_counts,
            with_next,
            met: (now.map_or(0, pairs::about), was.map_or(0, pairs::about)),
        }
    })
}

/// The compounds that a word could make with its neighbours, were it another one.
struct Compounds<'a> {
    before: &'a str,
    word: &'a str,
    after: &'a str,
    /// Whether the word makes none as it is, and might.
    is_free: bool,
    /// Whether one is worth looking for where the word fits well enough: beside a neighbour it is seldom met with.
    are_sought: bool,
}

impl<'a> Compounds<'a> {
    fn of(before: Beside<'a>, word: &'a str, after: Beside<'a>, place: &Place, id: Option<Id>) -> Self {
        let is_free = !lexicon::binds(before.word(), word)
            && !lexicon::binds(word, after.word())
            && !FUNCTION_WORDS.contains(&word);
        let (before, after) = (before.free(), after.free());
        let (left, right) = place.codes(id);
        let seldom = |word: &str, code| !word.is_empty() && code < Some(SELDOM);
        let are_sought = is_free && (seldom(before, left) || seldom(after, right));
        Self { before, word, after, is_free, are_sought }
    }

    /// What it is worth that the word be another one.
    fn worth(&self, meant: &str) -> f32 {
        let Self { before, word, after, is_free, .. } = self;
        if !is_free || !lexicon::is_compound(before, meant) && !lexicon::is_compound(meant, after) {
            0.0
        } else if bare_letters(meant).eq(bare_letters(word)) {
            COMPOUND
        } else {
            OTHER_COMPOUND
        }
    }
}
