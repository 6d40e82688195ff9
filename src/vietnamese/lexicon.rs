//! Compounds of administrative language: `compounds.txt`, one a line, in small letters, sorted.

use std::hash::Hasher;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::letters::bare_letters;
use super::syllable::first_style;

const COMPOUNDS: &str = include_str!("compounds.txt");

type Pair = (&'static str, &'static str);

struct Lexicon {
    /// Every syllable of the list.
    syllables: FxHashSet<&'static str>,
    /// Syllables that stand side by side in a compound.
    pairs: FxHashSet<Pair>,
    /// Compounds of two syllables, by their letters without marks. The pairs inside longer compounds
    /// are no words of their own: "hội đồng nhân dân" holds no "đồng nhân".
    by_skeleton: FxHashMap<u64, Vec<Pair>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon {
        syllables: FxHashSet::default(),
        pairs: FxHashSet::default(),
        by_skeleton: FxHashMap::default(),
    };
    for line in COMPOUNDS.lines() {
        let syllables: Vec<&str> = line.split(' ').collect();
        lexicon.syllables.extend(&syllables);
        lexicon.pairs.extend(syllables.windows(2).map(|two| (two[0], two[1])));
        if let [first, second] = syllables[..] {
            lexicon.by_skeleton.entry(key(first, second)).or_default().push((first, second));
        }
    }
    lexicon
});

/// A number for two syllables without their marks.
fn key(first: &str, second: &str) -> u64 {
    let mut hasher = FxHasher::default();
    bare_letters(first).chain([' ']).chain(bare_letters(second)).for_each(|c| hasher.write_u32(c.into()));
    hasher.finish()
}

/// Words that stand beside any other: that one of them makes no compound with its neighbour tells nothing.
const FUNCTION_WORDS: [&str; 52] = [
    "bằng", "bị", "bởi", "các", "có", "còn", "của", "cùng", "cũng", "cho", "do", "dưới", "đã", "đang", "đến",
    "đó", "được", "hai", "hơn", "khi", "không", "là", "lại", "mà", "một", "mỗi", "năm", "ngay", "ngày",
    "nhà", "những", "như", "nơi", "này", "ở", "qua", "ra", "sau", "sẽ", "tại", "theo", "thì", "trên",
    "trong", "trước", "từ", "tự", "và", "vào", "về", "với", "vùng",
];

/// Whether a syllable in small letters is one of the list's.
pub fn holds(syllable: &str) -> bool {
    LEXICON.syllables.contains(syllable)
}

/// Whether two syllables in small letters are a compound by themselves.
pub fn is_compound(first: &str, second: &str) -> bool {
    let pair = (&*first_style(first), &*first_style(second));
    LEXICON.by_skeleton.get(&key(pair.0, pair.1)).is_some_and(|all| all.contains(&pair))
}

/// Whether two syllables in small letters stand together in a compound.
pub fn binds(first: &str, second: &str) -> bool {
    LEXICON.pairs.contains(&(&*first_style(first), &*first_style(second)))
}

/// The compound that two syllables become when the marks of one of them change, if they are no
/// compound themselves, there is one such compound only, and the one that changes is no word that
/// stands beside any other.
pub fn remedy(first: &str, second: &str) -> Option<(&'static str, &'static str)> {
    if binds(first, second) {
        return None;
    }
    let (first, second) = (&*first_style(first), &*first_style(second));
    let alike = LEXICON.by_skeleton.get(&key(first, second))?;
    let one_changes = |(a, b): &&Pair| {
        // Two skeletons may have one key.
        (*a == first) != (*b == second)
            && bare_letters(a).eq(bare_letters(first))
            && bare_letters(b).eq(bare_letters(second))
    };
    let mut near = alike.iter().filter(one_changes);
    let found = near.next()?;
    let changed = if found.0 == first { second } else { first };
    (near.next().is_none() && !FUNCTION_WORDS.contains(&changed)).then_some(*found)
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
    fn look_alikes_are_put_right() {
        assert_eq!(remedy("đỗ", "đầu"), Some(("đỡ", "đầu")));
        assert_eq!(remedy("đổi", "với"), Some(("đối", "với")));
        assert_eq!(remedy("để", "án"), Some(("đề", "án")));
        assert_eq!(remedy("trao", "đổi"), None);
    }
}
