//! What the lines of a paragraph are measured with.

use crate::length::Length;

/// How lines are filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fill {
    /// What fits without shrinking.
    Greedy,
    /// As Word 2013 and later fill justified lines.
    Shrink,
}

/// What a paragraph is measured with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measure {
    /// Width of a line.
    pub width: Length,
    /// What the first line has less: the indent, and a number before the text.
    pub first_less: Length,
    /// Size of the font.
    pub size: Length,
    /// Whether the role is bold.
    pub bold: bool,
    /// Whether the role is italic.
    pub italic: bool,
    /// How lines are filled.
    pub fill: Fill,
}
