//! The plan's tree with its expressions evaluated: what `when` leaves out is gone, and every text says
//! which of its characters are values.

use std::ops::Range;
use std::sync::Arc;

use super::compile::{BRACE, Compiled, Template, number_name};
use crate::diag::{Diagnostic, Message, Sink, codes};
use crate::say;
use crate::source::{Span, Spanned};
use crate::templates::{Printed, RenderError, Scope, Sort, serial_day};
use crate::vietnamese::Decimal;
use crate::yaml::{Made, Yaml};

/// Evaluates a node. `None`: it counts as not written.
pub fn evaluate(
    node: &Spanned<Yaml>,
    compiled: &Compiled,
    scope: &Scope,
    sink: &mut Sink,
) -> Option<Spanned<Yaml>> {
    let value = match &node.value {
        Yaml::Text(_) => match compiled.template(node.span) {
            Some(template) => return text(template, compiled, scope, sink),
            None => node.value.clone(),
        },
        Yaml::Seq(items) => {
            Yaml::Seq(items.iter().filter_map(|item| evaluate(item, compiled, scope, sink)).collect())
        }
        Yaml::Map(entries) => {
            let when = entries.iter().find(|(key, _)| key.value == "when");
            let condition = when.and_then(|(_, condition)| compiled.template(condition.span));
            if condition.is_some_and(|condition| !holds(condition, compiled, scope, sink)) {
                return None;
            }
            let kept = entries.iter().filter(|(key, _)| condition.is_none() || key.value != "when");
            let evaluated = kept.filter_map(|(key, value)| {
                let made = evaluate(value, compiled, scope, sink)?;
                Some((key.clone(), if key.value == "date" { dated(made, compiled) } else { made }))
            });
            Yaml::Map(evaluated.collect())
        }
        other => other.clone(),
    };
    Some(Spanned { value, span: node.span })
}

/// A day that a cell of a sheet holds as a number, as a day; what is no such value as it is.
fn dated(node: Spanned<Yaml>, compiled: &Compiled) -> Spanned<Yaml> {
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
pub fn holds(condition: &Template, compiled: &Compiled, scope: &Scope, sink: &mut Sink) -> bool {
    match compiled.engine.print(&condition.name, scope) {
        Ok(printed) => !printed.is_empty(),
        Err(error) => {
            sink.push(failed(condition, &error));
            true
        }
    }
}

/// What a text with expressions says in one scope, as plain words. `None` after a finding in `sink`.
pub fn words(template: &Template, compiled: &Compiled, scope: &Scope, sink: &mut Sink) -> Option<String> {
    match compiled.engine.print(&template.name, scope) {
        Ok(printed) => Some(printed.into_iter().map(said).collect()),
        Err(error) => {
            sink.push(failed(template, &error));
            None
        }
    }
}

fn said(printed: Printed) -> String {
    match printed {
        Printed::Words(words) => words.replace(BRACE, "{"),
        // A line break in a cell would begin a paragraph: a value cannot.
        Printed::Value(value) => value.lines().map(str::trim).collect::<Vec<_>>().join(" "),
    }
}

fn text(template: &Template, compiled: &Compiled, scope: &Scope, sink: &mut Sink) -> Option<Spanned<Yaml>> {
    let span = template.span;
    let printed = match compiled.engine.print(&template.name, scope) {
        Ok(printed) => printed,
        Err(error) => {
            sink.push(failed(template, &error));
            // Something stands there: that it fails is said, that it is missing is not.
            return Some(Spanned { value: Yaml::Text("…".to_owned()), span });
        }
    };
    let is_number = template.is_lone
        && compiled.engine.print(&number_name(&template.name), scope).is_ok_and(|said| !said.is_empty());
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
    for piece in printed {
        let is_value = matches!(piece, Printed::Value(_));
        let said = said(piece);
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
        sink.push(codes::EMPTY_VALUE.at(span, empty_message()).help(say!(
            "điền dữ liệu; chỗ có thể trống thì viết trong {{% if … %}}",
            "fill it in; what may be empty stands in {{% if … %}}"
        )));
    }
    Some(Spanned { value: Yaml::Made(value, Arc::new(Made { values, places })), span })
}

fn empty_message() -> Message {
    say!("một giá trị trong câu này trống", "a value in this text is empty")
}

/// The place of each character: known where only values stand between the words.
fn places(template: &Template, printed: &[Printed]) -> Option<Vec<Range<usize>>> {
    let all = template.places.as_ref()?;
    if printed.len() != template.pieces.len() {
        return None;
    }
    let mut out = Vec::new();
    for (piece, printed) in template.pieces.iter().zip(printed) {
        let first = template.text[..piece.at.start].chars().count();
        let written = &template.text[piece.at.clone()];
        match (piece.sort, printed) {
            (Sort::Words, Printed::Words(words)) if words.replace(BRACE, "{") == written => {
                out.extend(all.get(first..first + written.chars().count())?.iter().cloned());
            }
            (Sort::Value, Printed::Value(value)) => {
                let Span { start, end, .. } = template.place(piece.at.clone());
                out.extend(std::iter::repeat_n(start..end, value.chars().count()));
            }
            _ => return None,
        }
    }
    Some(out)
}

/// An expression that fails with the values it got.
fn failed(template: &Template, error: &RenderError) -> Diagnostic {
    // Which expression of several it is, the stand-ins and prefixes of what Tera saw do not tell.
    let (vi, en) = error.translated();
    codes::EXPRESSION_FAILED
        .at(template.span, say!("không tính được biểu thức: {vi}", "the expression fails: {en}"))
        .help(say!("xem lại giá trị mà biểu thức dùng", "look at the value that it uses"))
}
