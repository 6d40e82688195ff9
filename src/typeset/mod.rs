//! How wide text is and where its lines break: the one place both backends and `compose` ask.

mod balance;
mod breaker;
mod fonts;
mod measure;
mod words;

pub use balance::balanced;
pub use breaker::{BrokenLine, LineBreaks, break_lines, longest_word};
pub use fonts::{FACES, Face, ascent, covers, natural_width, single_pitch};
pub use measure::{Fill, Measure};
pub use words::NOTE_MARK;
