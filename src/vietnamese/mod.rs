//! The Vietnamese language, as far as a machine can know it: letters and tones, syllables that can
//! exist, compounds that do, and what keyboards and old fonts leave behind.

mod legacy;
mod letters;
mod lexicon;
mod syllable;
mod typing;

pub use legacy::from_legacy_font;
pub use letters::{is_letter, skeleton, split};
pub use lexicon::{binds, remedy};
pub use syllable::{TonePlace, is_possible, nearby, tone_place};
pub use typing::from_keyboard;
