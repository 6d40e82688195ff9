//! How long the lines of dots are that are filled in by hand.

use super::data::{DrawnLine, Run};
use crate::document::Style;
use crate::length::Length;
use crate::typeset::{Face, NOTE_MARK};

/// Gives each line of dots its length: up to the first stop behind what stands before it.
pub(crate) fn filled(lines: &mut [DrawnLine], style: &Style, first_less: Length, stops: &[Length]) {
    for (n, line) in lines.iter_mut().enumerate() {
        let mut at = if n == 0 { first_less } else { Length::ZERO };
        for run in &mut line.runs {
            let face = |bold: bool, italic: bool| Face::of(style.bold || bold, style.italic || italic);
            match run {
                Run::Plain(text) => at = at + face(false, false).width(text, style.size),
                Run::Words { text, bold, italic } => at = at + face(*bold, *italic).width(text, style.size),
                Run::Note { number, .. } => {
                    at = at + face(false, false).width(number, style.size.scale(NOTE_MARK));
                }
                Run::Fill { fill } => {
                    let stop = stops.iter().copied().find(|stop| *stop > at).unwrap_or(at);
                    *fill = (stop - at).to_pt();
                    at = stop;
                }
            }
        }
    }
}
