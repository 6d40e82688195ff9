//! How often two syllables stand side by side: `pairs.zip`, counted by `benches/pairs.rs` in public texts, most
//! of them of law. Counts only; no sentence can be read out of it.
//!
//! Three files: `words.txt` (a word and its count on each line, the most frequent first), `after.bin` (for each word
//! how many words follow it, then the steps from one of them to the next, as numbers of seven bits a byte) and
//! `counts.bin` (the count of each pair: twice its logarithm to base 2, a byte each).

use std::io::{Cursor, Read};
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use zip::ZipArchive;

const TABLE: &[u8] = include_bytes!("pairs.zip");

/// The place of a word in the table.
pub(super) type Id = u16;

/// What stands where no word does: the beginning or the end of a phrase, a sign.
pub const EDGE: &str = "|";
/// Digits.
pub const NUMBER: &str = "#";

/// The counted words and pairs.
#[derive(Default)]
pub(super) struct Pairs {
    /// The words, the most frequent first.
    pub words: Vec<&'static str>,
    ids: FxHashMap<&'static str, Id>,
    /// How often each word was met.
    counts: Vec<u32>,
    /// How many words were met in all.
    pub total: f32,
    /// Where the followers of each word begin; one more than there are words.
    rows: Vec<u32>,
    followers: Vec<Id>,
    codes: Vec<u8>,
    /// The logarithm of the greatest count in the row of each word, and among the pairs that it ends.
    most_after: Vec<u8>,
    most_before: Vec<u8>,
}

static PAIRS: LazyLock<Pairs> = LazyLock::new(|| Pairs::read(TABLE).unwrap_or_default());

/// The table, read when it is first asked for.
pub(super) fn pairs() -> &'static Pairs {
    &PAIRS
}

impl Pairs {
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let mut file = |name: &str| {
            let mut entry = archive.by_name(name).ok()?;
            let mut out = Vec::with_capacity(usize::try_from(entry.size()).ok()?);
            entry.read_to_end(&mut out).ok()?;
            Some(out)
        };
        let (words, after, codes) = (file("words.txt")?, file("after.bin")?, file("counts.bin")?);
        let mut table = Self { codes, ..Self::default() };
        // Kept as long as the program runs, as the table is.
        let words: &'static str = String::leak(String::from_utf8(words).ok()?);
        for line in words.lines() {
            let (word, count) = line.split_once('\t')?;
            table.ids.insert(word, Id::try_from(table.words.len()).ok()?);
            table.words.push(word);
            table.counts.push(count.parse().ok()?);
        }
        table.total = table.counts.iter().map(|count| *count as f32).sum();
        table.followers.reserve_exact(table.codes.len());
        let mut numbers = Numbers(after.iter());
        table.most_before = vec![0; table.words.len()];
        for _ in 0..table.words.len() {
            let start = table.followers.len();
            table.rows.push(u32::try_from(start).ok()?);
            let (mut id, mut most) = (0, 0);
            for _ in 0..numbers.next()? {
                id += numbers.next()?;
                let code = *table.codes.get(table.followers.len())?;
                most = code.max(most);
                let most_before = table.most_before.get_mut(id as usize)?;
                *most_before = code.max(*most_before);
                table.followers.push(Id::try_from(id).ok()?);
            }
            table.most_after.push(most);
        }
        table.rows.push(u32::try_from(table.followers.len()).ok()?);
        (table.followers.len() == table.codes.len()).then_some(table)
    }

    /// The place of a word in small letters, its tone in the first of two places.
    pub(super) fn id(&self, word: &str) -> Option<Id> {
        self.ids.get(word).copied()
    }

    /// How often a word was met.
    pub(super) fn count(&self, word: Id) -> u32 {
        self.counts.get(usize::from(word)).copied().unwrap_or(0)
    }

    /// The code of a pair: twice the logarithm of its count to base 2; none where it was not met, or hardly ever.
    pub(super) fn code(&self, first: Option<Id>, second: Option<Id>) -> Option<u8> {
        let (row, second) = (usize::from(first?), second?);
        let (start, end) = (*self.rows.get(row)? as usize, *self.rows.get(row + 1)? as usize);
        let at = self.followers.get(start..end)?.binary_search(&second).ok()?;
        self.codes.get(start + at).copied()
    }

    /// The code of the most frequent pair that the word begins.
    pub(super) fn most_after(&self, word: Option<Id>) -> u8 {
        word.and_then(|word| self.most_after.get(usize::from(word)).copied()).unwrap_or(0)
    }

    /// The code of the most frequent pair that the word ends.
    pub(super) fn most_before(&self, word: Option<Id>) -> u8 {
        word.and_then(|word| self.most_before.get(usize::from(word)).copied()).unwrap_or(0)
    }
}

/// Numbers of seven bits a byte, the lowest first; the last byte of each has no eighth bit.
struct Numbers<'a>(std::slice::Iter<'a, u8>);

impl Iterator for Numbers<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let first = *self.0.next()?;
        if first < 0x80 {
            return Some(u32::from(first));
        }
        let (mut number, mut shift) = (u32::from(first & 0x7f), 7);
        loop {
            let byte = *self.0.next()?;
            number |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
            shift += 7;
        }
    }
}

/// How often a pair of this code was met, to two digits: what a reader is told.
pub(super) fn about(code: u8) -> u32 {
    let count = (f64::from(code) / 2.0).exp2();
    let unit = 10_f64.powf((count.log10().floor() - 1.0).max(0.0));
    // Far below u32::MAX: the codes end where the counts of the table do.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
    {
        ((count / unit).round() * unit) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_what_it_says() {
        let table = pairs();
        assert!((5_000..=usize::from(Id::MAX)).contains(&table.words.len()), "{} words", table.words.len());
        assert!(table.followers.len() > 300_000, "{} pairs", table.followers.len());
        assert!(TABLE.len() <= 700 * 1024, "{} bytes", TABLE.len());
        assert!(table.counts[2..].windows(2).all(|two| two[0] >= two[1]), "the most frequent first");
        for row in table.rows.windows(2) {
            let row = &table.followers[row[0] as usize..row[1] as usize];
            assert!(row.windows(2).all(|two| two[0] < two[1]), "sorted");
        }
    }

    #[test]
    fn frequent_pairs_are_known_and_slips_are_not() {
        let table = pairs();
        let code = |first, second| table.code(table.id(first), table.id(second));
        assert!(code("tổ", "chức") > Some(30));
        assert!(code("ngày", NUMBER) > Some(30));
        assert_eq!(code("ngáy", NUMBER), None);
        assert_eq!(code("phổi", "hợp"), None);
        assert_eq!(table.id("hoà"), None, "tones stand in the first of two places");
    }

    #[test]
    fn counts_are_told_to_two_digits() {
        assert_eq!((about(4), about(20), about(33)), (4, 1_000, 93_000));
    }
}
