//! Times New Roman does not have this character.

use crate::diag::{Severity, Sink};
use crate::document::{Document, Paragraph};
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::say;
use crate::source::Span;
use crate::text::Inline;
use crate::typeset::covers;

pub const RULE: Rule = Rule {
    code: "missing-glyph",
    severity: Severity::Error,
    clause: Some("P1.I.4"),
    kinds: Kinds::All,
    what: Words {
        vi: "phông chữ Times New Roman không có ký tự này",
        en: "Times New Roman does not have this character",
    },
    why: Words {
        vi: "Trang giấy sẽ hiện một ô vuông thay cho ký tự.",
        en: "The page would show a box in its place.",
    },
    examples: Examples::Plan { wrong: "closing: ⟦Kết thúc 😀.⟧", right: "closing: Kết thúc." },
    check: Check::Document(check),
};

fn check(document: &Document, sink: &mut Sink) {
    let mut seen: Vec<(char, Span)> = Vec::new();
    for part in &document.parts {
        part.paragraphs(&mut |paragraph| gather(paragraph, &paragraph.text, &mut seen));
    }
    for (c, span) in seen {
        let code = format!("U+{:04X}", u32::from(c));
        sink.push(
            RULE.at(
                span,
                say!(
                    "phông chữ Times New Roman không có ký tự \"{c}\" ({code})",
                    "Times New Roman has no character \"{c}\" ({code})"
                ),
            )
            .help(say!("thay bằng ký tự khác", "use another character")),
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
