//! The plan's tree with its expressions evaluated: what `when` leaves out is gone, and every text says
//! which of its characters are values.

use std::ops::Range;
use std::sync::Arc;

use super::compile::{BRACE, CompiledTexts, TextTemplate, number_name};
use crate::diag::{Diagnostic, Message, Sink, codes};
use crate::message;
use crate::source::{Span, Spanned};
use crate::templates::{Printed, RenderError, Scope, SegmentKind, Use, serial_day};
use crate::vietnamese::Decimal;
use crate::yaml::{Evaluated, Yaml};

/// What expressions may name in one document.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The names with their values.
    pub scope: Scope,
    /// The constants whose value is not known: why is told already.
    pub failed: Vec<String>,
}

impl Names {
    /// Whether a text needs what is not known, or is wrong as it is written. That is told already.
    fn fails(&self, template: &TextTemplate) -> bool {
        let is_failed = |(one, _): &(Use, Span)| {
            one.path.iter().find(|part| *part != "vars").is_some_and(|name| self.failed.contains(name))
        };
        template.is_wrong || template.uses.iter().any(is_failed)
    }
}

/// Evaluates a node. `None`: it counts as not written.
pub(super) fn evaluate(
    node: &Spanned<Yaml>,
    compiled: &CompiledTexts,
    names: &Names,
    sink: &mut Sink,
) -> Option<Spanned<Yaml>> {
    let value = match &node.value {
        Yaml::Text(_) => match compiled.template(node.span) {
            Some(template) => return text(template, compiled, names, sink),
            None => node.value.clone(),
        },
        Yaml::Seq(items) => {
            Yaml::Seq(items.iter().filter_map(|item| evaluate(item, compiled, names, sink)).collect())
        }
        Yaml::Map(entries) => {
            let when = entries.iter().find(|(key, _)| key.value == "when");
            let condition = when.and_then(|(_, condition)| compiled.template(condition.span));
            if condition.is_some_and(|condition| !holds(condition, compiled, names, sink)) {
                return None;
            }
            let kept = entries.iter().filter(|(key, _)| condition.is_none() || key.value != "when");
            let evaluated = kept.filter_map(|(key, value)| {
                let made = evaluate(value, compiled, names, sink)?;
                Some((key.clone(), if key.value == "date" { dated(made, compiled) } else { made }))
            });
            Yaml::Map(evaluated.collect())
        }
        other => other.clone(),
    };
    Some(Spanned { value, span: node.span })
}

/// A day that a cell of a sheet holds as a number, as a day; what is no such value as it is.
fn dated(node: Spanned<Yaml>, compiled: &CompiledTexts) -> Spanned<Yaml> {
    let is_made = compiled.template(node.span).is_some();
    match &node.value {
        Yaml::Number(number) if is_made => match serial_day(number) {
            Some(day) => Spanned { value: Yaml::Text(day.format("%d/%m/%Y").to_string()), span: node.span },
            None => node,
        },
        _ => node,
    }
}

/// Whether a condition is true; one that fails is told and counts as true, so that what it guards is checked.
pub(super) fn holds(
    condition: &TextTemplate,
    compiled: &CompiledTexts,
    names: &Names,
    sink: &mut Sink,
) -> bool {
    if names.fails(condition) {
        return true;
    }
    match compiled.engine.print(&condition.name, &names.scope) {
        Ok(printed) => !printed.is_empty(),
        Err(error) => {
            sink.push(failed(condition, &error));
            true
        }
    }
}

/// What a text with expressions says in one document, as plain words. `None`: it fails, and that is told.
pub(super) fn words(
    template: &TextTemplate,
    compiled: &CompiledTexts,
    names: &Names,
    sink: &mut Sink,
) -> Option<String> {
    Some(print(template, compiled, names, sink)?.into_iter().map(said).collect())
}

fn print(
    template: &TextTemplate,
    compiled: &CompiledTexts,
    names: &Names,
    sink: &mut Sink,
) -> Option<Vec<Printed>> {
    if names.fails(template) {
        return None;
    }
    let printed = compiled.engine.print(&template.name, &names.scope);
    printed.map_err(|error| sink.push(failed(template, &error))).ok()
}

fn said(printed: Printed) -> String {
    match printed {
        Printed::Words(words) => words.replace(BRACE, "{"),
        // A line break in a cell would begin a paragraph: a value cannot.
        Printed::Value(value) => value.lines().map(str::trim).collect::<Vec<_>>().join(" "),
    }
}

fn text(
    template: &TextTemplate,
    compiled: &CompiledTexts,
    names: &Names,
    sink: &mut Sink,
) -> Option<Spanned<Yaml>> {
    let span = template.span;
    let Some(printed) = print(template, compiled, names, sink) else {
        return Some(Spanned { value: Yaml::Failed, span });
    };
    let is_number = template.is_lone
        && compiled
            .engine
            .print(&number_name(&template.name), &names.scope)
            .is_ok_and(|said| !said.is_empty());
    if is_number {
        // Printed as a reader has it; what shows more than a number ("12,5%") is a text.
        let shown: String = printed.iter().cloned().map(said).collect();
        if let Some(number) = Decimal::written(&shown) {
            return Some(Spanned { value: Yaml::Number(number.plain()), span });
        }
    }
    let places = places(template, &printed);
    let (mut value, mut values) = (String::new(), Vec::new());
    let mut at = 0;
    let mut empty = 0;
    for segment in printed {
        let is_value = matches!(segment, Printed::Value(_));
        let said = said(segment);
        let len = said.chars().count();
        if is_value {
            values.push(at..at + len);
            empty += usize::from(said.trim().is_empty());
        }
        at += len;
        value.push_str(&said);
    }
    if template.has_blocks() && value.trim().is_empty() {
        return None;
    }
    if empty > 0 && !value.trim().is_empty() {
        sink.push(codes::EMPTY_VALUE.at(span, empty_message()).help(message!(
            "điền dữ liệu; chỗ có thể trống thì viết trong {{% if … %}}",
            "fill it in; what may be empty stands in {{% if … %}}"
        )));
    }
    Some(Spanned { value: Yaml::Evaluated(value, Arc::new(Evaluated { values, places })), span })
}

fn empty_message() -> Message {
    message!("một giá trị trong câu này trống", "a value in this text is empty")
}

/// The place of each character: known where only values stand between the words.
fn places(template: &TextTemplate, printed: &[Printed]) -> Option<Vec<Range<usize>>> {
    let all = template.places.as_ref()?;
    if printed.len() != template.segments.len() {
        return None;
    }
    let mut out = Vec::new();
    for (segment, printed) in template.segments.iter().zip(printed) {
        let first = template.text[..segment.at.start].chars().count();
        let written = &template.text[segment.at.clone()];
        match (segment.kind, printed) {
            (SegmentKind::Words, Printed::Words(words)) if words.replace(BRACE, "{") == written => {
                out.extend(all.get(first..first + written.chars().count())?.iter().cloned());
            }
            (SegmentKind::Value, Printed::Value(value)) => {
                let Span { start, end, .. } = template.place(segment.at.clone());
                out.extend(std::iter::repeat_n(start..end, value.chars().count()));
            }
            _ => return None,
        }
    }
    Some(out)
}

/// An expression that fails with the values it got.
fn failed(template: &TextTemplate, error: &RenderError) -> Diagnostic {
    // Which expression of several it is, the stand-ins and prefixes of what Tera saw do not tell.
    let (vi, en) = error.translated();
    codes::EXPRESSION_FAILED
        .at(template.span, message!("không tính được biểu thức: {vi}", "the expression fails: {en}"))
        .help(message!("xem lại giá trị mà biểu thức dùng", "look at the value that it uses"))
}
