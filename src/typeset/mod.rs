//! How wide text is and where its lines break: the one place both backends and `compose` ask.

mod balance;
mod breaker;
mod fonts;
mod measure;
mod words;

pub(crate) use balance::balanced;
pub(crate) use breaker::{break_lines, longest_word};
pub use fonts::covers;
pub(crate) use fonts::{FACES, ascent, natural_width};
pub use fonts::{Face, single_pitch};
pub(crate) use measure::{Fill, Measure};
pub(crate) use words::NOTE_MARK;
