//! Counting mục, khoản and điểm: I., 1., a) or I., 1., 1.1., 1.1.1.

use crate::decree::{point_letter, roman};
use crate::document::{Number, NumberFormat};
use crate::plan::Numbering;

/// A letter of Word's own counting up to this điểm; then comes đ.
const PLAIN_LETTERS: usize = 4;

/// The numbers of siblings: their depth, the number above them, and how many there are.
pub(super) struct Counter {
    scheme: Numbering,
    depth: usize,
    parent: String,
    of: usize,
    done: usize,
}

impl Counter {
    /// Counts `of` siblings at `depth` (0: mục) with nothing above them.
    pub(super) fn new(scheme: Numbering, depth: usize, of: usize) -> Self {
        Self { scheme, depth, parent: String::new(), of, done: 0 }
    }

    /// Counts `of` siblings below `number`.
    pub(super) fn below(&self, number: &Number, of: usize) -> Self {
        Self { scheme: self.scheme, depth: self.depth + 1, parent: number.text.clone(), of, done: 0 }
    }

    /// How deep it counts; 0: mục.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// Whether the scheme has no level so deep: mục, khoản, điểm; decimal counts one deeper.
    pub(super) fn is_too_deep(&self) -> bool {
        let levels = match self.scheme {
            Numbering::Letters => 3,
            Numbering::Decimal => 4,
        };
        self.depth >= levels
    }

    /// The next number.
    pub(super) fn next(&mut self) -> Number {
        self.done += 1;
        let n = self.done;
        let (text, format) = match (self.depth, self.scheme) {
            (0, _) => (format!("{}.", roman(n)), Some(NumberFormat::Roman)),
            (1, _) => (format!("{n}."), Some(NumberFormat::Arabic)),
            (_, Numbering::Decimal) => (format!("{}{n}.", self.parent), Some(NumberFormat::Nested)),
            (_, Numbering::Letters) => {
                let is_plain = self.of <= PLAIN_LETTERS;
                (format!("{})", point_letter(n)), is_plain.then_some(NumberFormat::Letter))
            }
        };
        Number { text, format, level: self.depth, bold: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(scheme: Numbering, points: usize) -> Vec<String> {
        let mut sections = Counter::new(scheme, 0, 2);
        sections.next();
        let section = sections.next();
        let mut clauses = sections.below(&section, 1);
        let clause = clauses.next();
        let mut below = clauses.below(&clause, points);
        let last = (0..points).map(|_| below.next()).last();
        let texts = [section.text, clause.text, last.map(|number| number.text).unwrap_or_default()];
        texts.to_vec()
    }

    #[test]
    fn each_scheme_counts_its_way() {
        assert_eq!(path(Numbering::Letters, 5), ["II.", "1.", "đ)"]);
        assert_eq!(path(Numbering::Decimal, 5), ["II.", "1.", "1.5."]);
    }

    #[test]
    fn word_counts_letters_only_where_none_is_missing() {
        for (points, format) in [(4, Some(NumberFormat::Letter)), (5, None)] {
            let mut counter = Counter::new(Numbering::Letters, 2, points);
            assert_eq!(counter.next().format, format, "{points} points");
        }
        assert!(Counter::new(Numbering::Letters, 3, 1).is_too_deep());
        assert!(!Counter::new(Numbering::Decimal, 3, 1).is_too_deep());
    }
}
