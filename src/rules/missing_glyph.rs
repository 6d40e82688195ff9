//! A character that the font of the decree does not have: the page would show a box.

use crate::diag::{Diagnostic, Sink};
use crate::document::{Document, Paragraph};
use crate::say;
use crate::source::Span;
use crate::text::Inline;
use crate::typeset::covers;

pub fn check(document: &Document, sink: &mut Sink) {
    let mut seen: Vec<(char, Span)> = Vec::new();
    for part in &document.parts {
        part.paragraphs(&mut |paragraph| gather(paragraph, &paragraph.text, &mut seen));
    }
    for (c, span) in seen {
        let code = format!("U+{:04X}", u32::from(c));
        sink.push(
            Diagnostic::error(
                "missing-glyph",
                span,
                say!(
                    "phông chữ Times New Roman không có ký tự \"{c}\" ({code})",
                    "Times New Roman has no character \"{c}\" ({code})"
                ),
            )
            .help(say!("thay bằng ký tự khác", "use another character"))
            .clause("P1.I.4"),
        );
    }
}

fn gather(paragraph: &Paragraph, text: &[Inline], seen: &mut Vec<(char, Span)>) {
    // Words of a template have no place in the plan; Typst reports what they lack.
    let Some(span) = paragraph.span else { return };
    for inline in text {
        match inline {
            Inline::Text { text, .. } => {
                for c in text.chars().filter(|c| !covers(*c)) {
                    if !seen.contains(&(c, span)) {
                        seen.push((c, span));
                    }
                }
            }
            Inline::Note { note } => gather(paragraph, note, seen),
            Inline::Break => {}
        }
    }
}
