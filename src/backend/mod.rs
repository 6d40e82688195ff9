//! Document → bytes. A backend knows its format and nothing of plans or of the decree.

pub mod docx;
pub mod pdf;

use crate::document::{Pitch, Style};
use crate::length::Length;
use crate::typeset::single_pitch;

/// What a backend makes.
#[derive(Clone, Debug)]
pub struct Artifact {
    /// File name extension.
    pub extension: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
    /// Number of pages, where the format has pages.
    pub pages: Option<usize>,
}

/// From baseline to baseline.
fn pitch(style: &Style) -> Length {
    match style.pitch {
        Pitch::Multiple(factor) => single_pitch(style.size).scale(factor),
        Pitch::Exactly(length) => length,
    }
}
