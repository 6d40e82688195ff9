//! The `full` format: a finding drawn as rustc draws one.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle};

use super::{Diagnostic, Lang, Severity};
use crate::source::{SourceMap, Span, floor_char_boundary};

/// Draws one finding with its source line, labels, help and clause. `color` turns ANSI colours on.
pub fn render_full(one: &Diagnostic, sources: &SourceMap, lang: Lang, color: bool) -> String {
    let level = match one.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let level = level.with_name(one.severity.name(lang));
    let mut group = Group::with_title(level.primary_title(one.message.get(lang)).id(one.code))
        .element(snippet(one.span, one, sources, lang));
    // Labels in other files get a snippet of their own; those in the same file share the first.
    for label in one.labels.iter().filter(|label| label.span.source != one.span.source) {
        group = group.element(
            Snippet::source(sources.get(label.span.source).text.as_ref())
                .path(sources.get(label.span.source).name.as_ref())
                .annotation(
                    AnnotationKind::Context.span(range(label.span, sources)).label(label.message.get(lang)),
                ),
        );
    }
    if let Some(help) = &one.help {
        group = group.element(Level::HELP.message(help.get(lang)));
    }
    if let Some(clause) = one.clause {
        let name = match lang {
            Lang::Vi => "căn cứ",
            Lang::En => "clause",
        };
        group = group.element(Level::NOTE.with_name(name).message(clause));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Ascii).render(&[group])
}

fn snippet<'a>(
    span: Span,
    one: &'a Diagnostic,
    sources: &'a SourceMap,
    lang: Lang,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let source = sources.get(span.source);
    Snippet::source(source.text.as_ref())
        .path(source.name.as_ref())
        .annotation(AnnotationKind::Primary.span(range(span, sources)))
        .annotations(one.labels.iter().filter(|label| label.span.source == span.source).map(|label| {
            AnnotationKind::Context.span(range(label.span, sources)).label(label.message.get(lang))
        }))
}

/// The byte range to underline: inside the text, on character boundaries, the first line only
/// (a mark over a whole block of YAML hides what it is about).
fn range(span: Span, sources: &SourceMap) -> std::ops::Range<usize> {
    let text = &sources.get(span.source).text;
    let start = floor_char_boundary(text, span.start);
    let end = floor_char_boundary(text, span.end).max(start);
    let line_end = text[start..end].find('\n').map_or(end, |at| start + at);
    start..start + text[start..line_end].trim_end().len()
}
