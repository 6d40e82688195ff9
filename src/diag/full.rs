//! The `full` format: a finding drawn as rustc draws one.

use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, renderer::DecorStyle};

use super::{Diagnostic, Label, Lang, Severity, visible};
use crate::source::{SourceId, SourceMap, Span, floor_char_boundary};

/// Draws one finding with its source line, labels, help and clause. `color` turns ANSI colours on.
pub fn render_full(one: &Diagnostic, sources: &SourceMap, lang: Lang, color: bool) -> String {
    let level = match one.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let level = level.with_name(one.severity.name(lang));
    let mut group = Group::with_title(level.primary_title(visible(one.message.get(lang))).id(one.code.name));
    // Labels in other files get a snippet of their own; those in the same file share the first.
    let (same, other): (Vec<&Label>, Vec<&Label>) =
        one.labels.iter().partition(|label| label.span.source == one.span.source);
    group =
        with_places(group, one.span.source, &[vec![(one.span, None)], marks(&same, lang)].concat(), sources);
    for label in &other {
        group = with_places(group, label.span.source, &marks(&[label], lang), sources);
    }
    if let Some(help) = &one.help {
        group = group.element(Level::HELP.message(visible(help.get(lang))));
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

/// A place, with what is said of it; the place that a finding is about says nothing more.
type Mark<'a> = (Span, Option<Cow<'a, str>>);

fn marks<'a>(labels: &[&'a Label], lang: Lang) -> Vec<Mark<'a>> {
    labels.iter().map(|label| (label.span, Some(visible(label.message.get(lang))))).collect()
}

/// Lines longer than this are shown around the place only, in bytes: drawing one takes as long as it is.
const LONG: usize = 4_000;

/// Adds the lines of a source with marks below them. Only these lines are given to be drawn: what is drawn of a
/// file is looked for line by line from its beginning.
fn with_places<'a>(
    group: Group<'a>,
    source: SourceId,
    marks: &[Mark<'a>],
    sources: &'a SourceMap,
) -> Group<'a> {
    let source = sources.get(source);
    let ranges: Vec<Range<usize>> = marks.iter().map(|(span, _)| range(*span, sources)).collect();
    let start = ranges.iter().map(|range| range.start).min().unwrap_or_default();
    let end = ranges.iter().map(|range| range.end).max().unwrap_or_default();
    let (lines, first) = source.lines_around(start..end);
    let is_long = source.text[lines.clone()].lines().any(|line| line.len() > LONG);
    let shown = match is_long {
        // What is cut off is not counted in columns: the place is named apart.
        true => {
            floor_char_boundary(&source.text, lines.start.max(start.saturating_sub(LONG / 8)))
                ..floor_char_boundary(&source.text, lines.end.min(start + LONG / 4))
        }
        false => lines,
    };
    let mut snippet = Snippet::source(&source.text[shown.clone()]).line_start(first);
    let mut group = group;
    if is_long {
        let place = sources.position(marks[0].0);
        group = group.element(Origin::path(visible(&source.name)).line(place.line).char_column(place.column));
    } else {
        snippet = snippet.path(visible(&source.name));
    }
    for ((_, words), range) in marks.iter().zip(ranges) {
        let inside = |at: usize| at.clamp(shown.start, shown.end) - shown.start;
        let range = inside(range.start)..inside(range.end);
        snippet = snippet.annotation(match words {
            None => AnnotationKind::Primary.span(range),
            Some(words) => AnnotationKind::Context.span(range).label(words.clone()),
        });
    }
    group.element(snippet)
}

/// The byte range to underline: inside the text, on character boundaries, the first line only
/// (a mark over a whole block of YAML hides what it is about).
fn range(span: Span, sources: &SourceMap) -> Range<usize> {
    let text = &sources.get(span.source).text;
    let start = floor_char_boundary(text, span.start);
    let end = floor_char_boundary(text, span.end).max(start);
    let line_end = text[start..end].find('\n').map_or(end, |at| start + at);
    start..start + text[start..line_end].trim_end().len()
}
