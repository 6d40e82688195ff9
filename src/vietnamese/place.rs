//! How well a word fits between two others, by the counted pairs.

use super::pairs::{Id, pairs};
use super::slip::Cost;

/// Pairs that are usual: the code of 32.
const USUAL: u8 = 10;
/// A word is at home beside another one: the code of 128, and no less than an eighth of what the likelier word has.
const HOME: u8 = 14;
/// How much less the other neighbour then tells.
const BOUND: f32 = 3.0;
/// What a pair counts for that was never met, beside a frequent word.
const NEVER: f32 = 0.5;
/// The share of a frequent pair that stands misspelt in the counted texts, in one of the usual ways.
const SLIPS_COUNTED: f32 = 0.002;

/// A place for one word, with what stands on both sides.
pub(super) struct Place {
    /// The word, number or edge before.
    pub before: Option<Id>,
    /// And after.
    pub after: Option<Id>,
    /// Whether each side is a word or a number that can tell something.
    pub tells: (bool, bool),
}

impl Place {
    /// The codes of the pairs with the word before and with the word after.
    pub(super) fn codes(&self, word: Option<Id>) -> (Option<u8>, Option<u8>) {
        (pairs().code(self.before, word), pairs().code(word, self.after))
    }

    /// The logarithm of how likely the word is here, up to what does not depend on it.
    fn score(&self, word: Option<Id>, misspelt: (f32, f32)) -> f32 {
        let count = |id: Option<Id>| id.map_or(1.0, |id| pairs().count(id) as f32);
        let own = count(word);
        let unmet = NEVER * (own / (own + 2000.0)).max(0.02);
        let by_chance =
            |other: Option<Id>| 0.02 * (own * count(other) / pairs().total.max(1.0)).clamp(1e-4, 1.0);
        let (left, right) = self.codes(word);
        let side = |code, misspelt: f32, other| (met(code) - misspelt).max(0.0) + unmet + by_chance(other);
        side(left, misspelt.0, self.before).ln() + side(right, misspelt.1, self.after).ln() - (own + 5.0).ln()
    }

    /// Whether the word was met often enough with both neighbours, and not as a misspelling of what stands there
    /// most.
    fn is_usual(&self, word: Option<Id>) -> bool {
        let (left, right) = self.codes(word);
        let (most_left, most_right) = (pairs().most_after(self.before), pairs().most_before(self.after));
        let is_usual =
            |code: Option<u8>, most| code >= Some(USUAL) && met(code) > 2.0 * SLIPS_COUNTED * met(Some(most));
        is_usual(left, most_left) && is_usual(right, most_right)
    }

    /// Whether the word is at home beside one of its neighbours, as much as the other word would be: "thứ tự | số".
    /// Then the other neighbour belongs to the next phrase, and tells less.
    fn is_bound(&self, word: Option<Id>, other: Id) -> bool {
        let ((left, right), (left_now, right_now)) = (self.codes(word), self.codes(Some(other)));
        let at_home = |tells: bool, code: Option<u8>, now: Option<u8>| {
            tells && code >= Some(HOME) && code.unwrap_or(0) + 6 >= now.unwrap_or(0)
        };
        at_home(self.tells.0, left, left_now) || at_home(self.tells.1, right, right_now)
    }

    /// Whether no other word can be likelier here by more than `least`, or the word is usual here.
    pub(super) fn fits(&self, word: Option<Id>, least: f32) -> bool {
        self.score(word, (0.0, 0.0)) + least > self.best_score() || self.is_usual(word)
    }

    /// How much better the other word fits than the written one, if the slip that made it costs so much.
    pub(super) fn gain(&self, word: Option<Id>, other: Id, cost: Cost) -> f32 {
        // The texts that were counted have the same slips.
        let (left, right) = self.codes(Some(other));
        let often = SLIPS_COUNTED * (-cost).exp();
        let written = self.score(word, (often * met(left), often * met(right)));
        let bound = if self.is_bound(word, other) { BOUND } else { 0.0 };
        self.score(Some(other), (0.0, 0.0)) - written - cost - bound
    }

    /// No word can score more here.
    fn best_score(&self) -> f32 {
        let (left, right) = (pairs().most_after(self.before), pairs().most_before(self.after));
        (met(Some(left.min(right))) + 1.0).ln()
    }
}

/// The count of a pair, about; none where it was hardly ever met.
pub(super) fn met(code: Option<u8>) -> f32 {
    code.map_or(0.0, |code| (f32::from(code) / 2.0).exp2())
}
