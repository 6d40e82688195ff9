//! Fonts and lines.

mod fonts;
mod lines;
