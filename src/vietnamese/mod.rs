//! The Vietnamese language, as far as a machine can know it: letters and tones, syllables that can
//! exist, compounds that do, and what keyboards and old fonts leave behind.

mod abbreviations;
mod decimal;
pub mod groups;
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

pub use abbreviations::{Meant, meant_abbreviation};
pub use decimal::{Decimal, grouped};
pub use legacy::{Legacy, from_legacy_font};
pub use letters::{capitalised, is_composed, is_letter, skeleton, slug, split};
pub use lexicon::{binds, is_compound};
pub use likely::{Beside, Likelier, likelier, parted, times_met};
pub use names::SetName;
pub use numbers::number_in_words;
pub use pairs::{EDGE, NUMBER};
pub use syllable::{TonePlace, first_style, folded, nearby, tone_place};
pub use transcription::is_transcription;
pub use typing::from_keyboard;

/// Whether a word in small letters (NFC) can be a Vietnamese syllable. Most words are in the lexicon, where
/// they are found at once.
pub fn is_possible(word: &str) -> bool {
    lexicon::holds(word) || syllable::is_possible(word)
}
