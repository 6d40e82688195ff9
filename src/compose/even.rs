//! Centred texts in lines of even length, and the short lines drawn below them.

use crate::decree::sizes;
use crate::document::{Layout, Paragraph, Role};
use crate::length::Length;
use crate::source::Span;
use crate::text::Inline;
use crate::typeset::{Face, balanced};

/// A paragraph of plain words.
pub(crate) fn plain(role: Role, words: &str, span: Option<Span>) -> Paragraph {
    Paragraph::new(role, vec![Inline::plain(words)], span)
}

/// A text in even lines.
pub(crate) fn broken(
    role: Role,
    words: &str,
    layout: &Layout,
    width: Length,
    shown: fn(&str) -> String,
) -> Vec<String> {
    let style = layout.style(role);
    balanced(words, shown, Face::of(style.bold, style.italic), style.size, width)
}

/// Texts, a line each.
pub(crate) fn in_lines(lines: &[String]) -> Vec<Inline> {
    let mut out = Vec::new();
    for line in lines {
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        out.push(Inline::plain(line.as_str()));
    }
    out
}

/// A paragraph centred in even lines; `shown` makes what is printed of what is written.
pub(crate) fn centered(
    role: Role,
    words: &str,
    shown: fn(&str) -> String,
    span: Option<Span>,
    layout: &Layout,
    width: Length,
) -> Paragraph {
    Paragraph::new(role, in_lines(&broken(role, words, layout, width, shown)), span)
}

/// The paragraph with a line below it; see [`short_rule`].
pub(crate) fn with_short_rule(paragraph: Paragraph, layout: &Layout) -> Paragraph {
    Paragraph { rule: Some(short_rule(&paragraph, layout)), ..paragraph }
}

/// The length of a line of 1/3 to 1/2 of a text (P1.II.2.b.3, P1.II.5.b.3). Where that has several lines, the
/// drawn one keeps to the bounds for the longest and for the last.
pub(crate) fn short_rule(paragraph: &Paragraph, layout: &Layout) -> Length {
    let style = layout.style(paragraph.role);
    let face = Face::of(style.bold, style.italic);
    let widths: Vec<Length> = paragraph
        .text
        .iter()
        .filter_map(|inline| match inline {
            Inline::Text { text, .. } => Some(face.width(text, style.size)),
            _ => None,
        })
        .collect();
    let longest = widths.iter().copied().max().unwrap_or_default();
    let last = widths.last().copied().unwrap_or_default();
    let bounds = &sizes::SHORT_RULE;
    longest.scale(bounds.default).min(last.scale(bounds.max)).max(longest.scale(bounds.min))
}
