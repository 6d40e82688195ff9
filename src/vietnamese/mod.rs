//! The Vietnamese language, as far as a machine can know it: letters and tones, syllables that can
//! exist, compounds that do, and what keyboards and old fonts leave behind.

mod abbreviations;
mod decimal;
pub(crate) mod groups;
mod legacy;
mod letters;
mod lexicon;
mod likely;
mod names;
mod numbers;
mod pairs;
mod place;
mod slip;
mod syllable;
mod transcription;
mod typing;

pub(crate) use abbreviations::meant_abbreviation;
pub(crate) use decimal::{Decimal, grouped};
pub(crate) use legacy::{Legacy, from_legacy_font};
pub(crate) use letters::{capitalised, is_composed, slug};
pub use letters::{is_letter, skeleton};
pub(crate) use lexicon::{binds, is_compound};
pub(crate) use likely::{Beside, Likelier, likelier, parted, times_met};
pub(crate) use names::SetName;
pub use numbers::number_in_words;
pub use pairs::{EDGE, NUMBER};
pub use syllable::first_style;
pub(crate) use syllable::{TonePlace, folded, nearby, tone_place};
pub(crate) use transcription::is_transcription;
pub(crate) use typing::from_keyboard;

/// Whether a word in small letters (NFC) can be a Vietnamese syllable. Most words are in the lexicon, where
/// they are found at once.
pub fn is_possible(word: &str) -> bool {
    lexicon::holds(word) || syllable::is_possible(word)
}
