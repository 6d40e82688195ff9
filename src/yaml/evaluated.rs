//! What expressions made of a scalar.

use std::ops::Range;

/// How expressions made a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evaluated {
    /// Which characters are values: no mark among them means anything.
    pub values: Vec<Range<usize>>,
    /// The place in the file of each character, in bytes; for a value that of its expression. None where
    /// conditions or loops decide what is printed.
    pub places: Option<Vec<Range<usize>>>,
}
