//! The expressions of a plan, compiled once for all rows.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diag::{Diagnostic, Message, Sink, codes};
use crate::message;
use crate::plan::closest;
use crate::source::{SourceId, SourceMap, Span, Spanned};
use crate::templates::{Engine, FILTERS, RenderError, Segment, SegmentKind, Use, may_have, segments, uses};
use crate::yaml::{Yaml, places};

/// Stands for a brace that a backslash makes print, which Tera must not see.
pub(super) const BRACE: char = '\u{f0012}';

/// Texts with expressions, by their place.
#[derive(Debug, Default)]
pub(super) struct CompiledTexts {
    /// Tera, with every expression.
    pub engine: Engine,
    texts: BTreeMap<(SourceId, usize), TextTemplate>,
}

/// A text with expressions.
#[derive(Debug)]
pub(super) struct TextTemplate {
    /// Its name in the engine.
    pub name: String,
    /// Its place.
    pub span: Span,
    /// The text.
    pub text: String,
    /// Its segments.
    pub segments: Vec<Segment>,
    /// Where each of its characters stands in the file, in bytes.
    pub places: Option<Vec<Range<usize>>>,
    /// The names it uses, with their places in the file.
    pub uses: Vec<(Use, Span)>,
    /// Whether it is one value alone, so that a number stays one.
    pub is_lone: bool,
    /// Whether it is wrong as it is written, which is told already: whatever the values, it fails.
    pub is_wrong: bool,
}

/// What a text is compiled as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum As {
    /// Words with expressions in braces.
    Text,
    /// One expression without braces: yes or no.
    Condition,
}

impl TextTemplate {
    /// Whether conditions or loops decide what it prints.
    pub(super) fn has_blocks(&self) -> bool {
        self.segments.iter().any(|segment| segment.kind == SegmentKind::Block)
    }

    /// The place in the file of some bytes of the text; the whole text where that is not known.
    pub(super) fn place(&self, bytes: Range<usize>) -> Span {
        let count = |end: usize| self.text.get(..end).map_or(0, |text| text.chars().count());
        let (first, end) = (count(bytes.start), count(bytes.end));
        match self.places.as_ref().and_then(|all| all.get(first..end.max(first + 1))) {
            Some([only]) => Span { start: only.start, end: only.end, ..self.span },
            Some([first, .., last]) => Span { start: first.start, end: last.end, ..self.span },
            _ => self.span,
        }
    }
}

impl CompiledTexts {
    /// The template of a text, if it is one.
    pub(super) fn template(&self, span: Span) -> Option<&TextTemplate> {
        self.texts.get(&(span.source, span.start))
    }

    /// All of them, in the order of the files.
    pub(super) fn all(&self) -> impl Iterator<Item = &TextTemplate> {
        self.texts.values()
    }

    /// All of them, to mark those that are wrong.
    pub(super) fn all_mut(&mut self) -> impl Iterator<Item = &mut TextTemplate> {
        self.texts.values_mut()
    }

    /// Compiles every text below a node, conditions included.
    pub(super) fn add_all(&mut self, node: &Spanned<Yaml>, sources: &SourceMap, sink: &mut Sink) {
        match &node.value {
            Yaml::Text(text) if may_have(text) => self.add(text, node.span, As::Text, sources, sink),
            Yaml::Seq(items) => items.iter().for_each(|item| self.add_all(item, sources, sink)),
            Yaml::Map(entries) => {
                for (key, value) in entries {
                    match &value.value {
                        Yaml::Text(text) | Yaml::Number(text) if key.value == "when" => {
                            self.add(text, value.span, As::Condition, sources, sink);
                        }
                        _ => self.add_all(value, sources, sink),
                    }
                }
            }
            _ => {}
        }
    }

    /// Compiles a text. What is wrong with it is in `sink`; it fails then wherever it is evaluated.
    pub(super) fn add(&mut self, text: &str, span: Span, what: As, sources: &SourceMap, sink: &mut Sink) {
        let file = &*sources.get(span.source).text;
        let mut template = TextTemplate {
            name: format!("{}:{}", self.texts.len(), span.start),
            span,
            text: text.to_owned(),
            segments: Vec::new(),
            places: places(text, file, span.start..span.end),
            uses: Vec::new(),
            is_lone: false,
            is_wrong: false,
        };
        self.fill(&mut template, what, sink);
        self.texts.insert((span.source, span.start), template);
    }

    /// Takes a text apart, and into the engine. `None` after a finding in `sink`.
    fn fill(&mut self, template: &mut TextTemplate, what: As, sink: &mut Sink) -> Option<()> {
        let text = template.text.clone();
        template.segments =
            segments(&text).map_err(|at| sink.push(unclosed(template.place(at..text.len())))).ok()?;
        let (before, source) = match what {
            As::Text => (0, for_tera(template)),
            As::Condition => {
                // Braces around the whole are as clear.
                let bare = match template.segments.as_slice() {
                    [Segment { kind: SegmentKind::Value, at }] => text[at.start + 2..at.end - 2].to_owned(),
                    _ => text.clone(),
                };
                (6, format!("{{% if {bare} %}}1{{% endif %}}"))
            }
        };
        let added = self.engine.add(&template.name, &source);
        added.map_err(|error| sink.push(syntax(template, &error, before))).ok()?;
        template.is_lone = matches!(template.segments.as_slice(), [Segment { kind: SegmentKind::Value, .. }])
            && what == As::Text;
        if template.is_lone {
            let inside = &text[2..text.len() - 2];
            let inside = inside.trim_start_matches('-').trim_end_matches('-');
            let asked = format!("{{% set it = {inside} %}}{{% if it is number %}}1{{% endif %}}");
            // It compiled as a value before.
            template.is_lone = self.engine.add(&number_name(&template.name), &asked).is_ok();
        }
        let places: Vec<Range<usize>> = match what {
            As::Condition => std::iter::once(0..text.len()).collect(),
            As::Text => {
                let printing =
                    |segment: &&Segment| matches!(segment.kind, SegmentKind::Value | SegmentKind::Block);
                template
                    .segments
                    .iter()
                    .filter(printing)
                    .map(|segment| segment.at.start + 2..segment.at.end - 2)
                    .collect()
            }
        };
        let mut found: Vec<Use> = places.into_iter().flat_map(|at| uses(&text, at)).collect();
        let guarded: Vec<Vec<String>> =
            found.iter().filter(|one| one.is_guarded).map(|one| one.path.clone()).collect();
        // What a text asks for before it uses it, it may use.
        for one in found.iter_mut().filter(|one| guarded.contains(&one.path)) {
            one.is_guarded = true;
        }
        template.uses = found.into_iter().map(|one| (one.clone(), template.place(one.at))).collect();
        Some(())
    }
}

fn unclosed(span: Span) -> Diagnostic {
    codes::EXPRESSION_SYNTAX
        .at(span, message!("biểu thức không được đóng", "an expression is not closed"))
        .help(message!(
            "thêm }}}}, %}} hoặc #}}; để in chính dấu này, viết \\{{",
            "add }}}}, %}} or #}}; to print the braces, write \\{{"
        ))
}

/// The name under which it is asked whether a lone expression gives a number.
pub(super) fn number_name(name: &str) -> String {
    format!("{name}#number")
}

fn for_tera(template: &TextTemplate) -> String {
    let mut out = String::with_capacity(template.text.len());
    for Segment { kind, at } in &template.segments {
        let text = &template.text[at.clone()];
        match kind {
            SegmentKind::Words => out.extend(text.chars().map(|c| if c == '{' { BRACE } else { c })),
            _ => out.push_str(text),
        }
    }
    out
}

/// A text that Tera does not take; `before` bytes of what it saw are not of the text.
fn syntax(template: &TextTemplate, error: &RenderError, before: usize) -> Diagnostic {
    let span = match &error.range {
        // The stand-in of a brace is longer than a brace.
        Some(range) if !template.text.contains("\\{") => {
            template.place(range.start.saturating_sub(before)..range.end.saturating_sub(before))
        }
        _ => template.span,
    };
    let filter = error.message.strip_prefix("Unknown filter `").and_then(|rest| rest.split('`').next());
    let Some(filter) = filter else {
        let (vi, en) = error.translated();
        let message = message!("biểu thức không đúng: {vi}", "not an expression: {en}");
        return codes::EXPRESSION_SYNTAX.at(span, message).help(filters());
    };
    let help = match closest(filter, &FILTERS) {
        Some(near) => message!("ý bạn là `{near}`?", "did you mean `{near}`?"),
        None => filters(),
    };
    let message = message!("không có bộ lọc `{filter}`", "there is no filter `{filter}`");
    codes::EXPRESSION_SYNTAX.at(span, message).help(help)
}

/// What can be written.
fn filters() -> Message {
    message!(
        "viết theo Tera, ví dụ {{{{ vars.nam }}}}, {{{{ xa.ten | slug }}}}; các bộ lọc thêm: slug, money, words, date, date_long",
        "written as Tera, for example {{{{ vars.year }}}}, {{{{ row.name | slug }}}}; filters beside Tera's: slug, money, words, date, date_long"
    )
}

/// A name that is not there.
pub(super) fn unknown(name: &str, known: &[&str], span: Span) -> Diagnostic {
    let help = match closest(name, known) {
        Some(near) => message!("ý bạn là `{near}`?", "did you mean `{near}`?"),
        None if known.is_empty() => message!(
            "đặt hằng ở `vars`, hoặc dữ liệu ở `for_each`",
            "define it in `vars`, or take rows with `for_each`"
        ),
        None => {
            let names = known.join(", ");
            message!("có: {names}", "there are: {names}")
        }
    };
    codes::UNKNOWN_VARIABLE.at(span, message!("không có \"{name}\"", "there is no \"{name}\"")).help(help)
}
