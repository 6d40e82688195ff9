//! Compounds of administrative language: `compounds.txt`, one a line, in small letters, sorted.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::syllable::first_style;

const COMPOUNDS: &str = include_str!("compounds.txt");

struct Lexicon {
    /// Every syllable of the list.
    syllables: FxHashSet<&'static str>,
    /// Syllables that stand side by side in a compound.
    inside: FxHashSet<(Cow<'static, str>, Cow<'static, str>)>,
    /// Compounds of two syllables. The pairs inside longer ones are no words of their own: "hội đồng nhân
    /// dân" holds no "đồng nhân".
    pairs: FxHashSet<(Cow<'static, str>, Cow<'static, str>)>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon {
        syllables: FxHashSet::default(),
        inside: FxHashSet::default(),
        pairs: FxHashSet::default(),
    };
    for line in COMPOUNDS.lines() {
        let syllables: Vec<&str> = line.split(' ').collect();
        lexicon.syllables.extend(&syllables);
        lexicon.inside.extend(syllables.windows(2).map(|two| (two[0].into(), two[1].into())));
        if let [first, second] = syllables[..] {
            lexicon.pairs.insert((first.into(), second.into()));
        }
    }
    lexicon
});

/// Whether a syllable in small letters is one of the list's.
pub(super) fn holds(syllable: &str) -> bool {
    LEXICON.syllables.contains(syllable)
}

/// Whether two syllables in small letters are a compound by themselves.
pub(crate) fn is_compound(first: &str, second: &str) -> bool {
    LEXICON.pairs.contains(&(first_style(first), first_style(second)))
}

/// Whether two syllables in small letters stand together in a compound.
pub(crate) fn binds(first: &str, second: &str) -> bool {
    LEXICON.inside.contains(&(first_style(first), first_style(second)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vietnamese::syllable::is_possible;

    #[test]
    fn the_list_is_what_it_says() {
        let lines: Vec<&str> = COMPOUNDS.lines().collect();
        assert!(lines.len() >= 3_000, "{} compounds", lines.len());
        assert!(lines.windows(2).all(|two| two[0] < two[1]), "sorted by code points, none twice");
        for line in lines {
            let syllables: Vec<&str> = line.split(' ').collect();
            assert!((2..=4).contains(&syllables.len()), "{line}");
            assert!(syllables.iter().all(|syllable| is_possible(syllable)), "{line}");
        }
    }

    #[test]
    fn compounds_stand_by_themselves() {
        assert!(is_compound("trao", "đổi") && is_compound("thuỷ", "lợi") && is_compound("thủy", "lợi"));
        assert!(!is_compound("đồng", "nhân") && !is_compound("đổi", "với"));
    }
}
