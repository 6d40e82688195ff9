//! The `json` format: one object a finding. Absent values are left out.

use serde::Serialize;

use super::{Diagnostic, Lang, Severity};
use crate::source::{SourceMap, Span};

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: JsonPlace<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    labels: Vec<JsonLabel<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<JsonFix<'a>>,
}

#[derive(Serialize)]
struct JsonPlace<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct JsonLabel<'a> {
    #[serde(flatten)]
    place: JsonPlace<'a>,
    message: &'a str,
}

#[derive(Serialize)]
struct JsonFix<'a> {
    safe: bool,
    edits: Vec<JsonEdit<'a>>,
}

#[derive(Serialize)]
struct JsonEdit<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

/// One line of JSON. Columns count characters from 1; `start` and `end` of an edit are byte offsets.
///
/// # Errors
/// Never in practice: there is nothing in a finding that JSON cannot hold.
pub fn render_json(one: &Diagnostic, sources: &SourceMap, lang: Lang) -> serde_json::Result<String> {
    serde_json::to_string(&Finding {
        code: one.code.name,
        severity: level(one.severity),
        message: one.message.get(lang),
        place: place(one.span, sources),
        clause: one.clause,
        help: one.help.as_ref().map(|help| help.get(lang)),
        labels: one
            .labels
            .iter()
            .map(|label| JsonLabel { place: place(label.span, sources), message: label.message.get(lang) })
            .collect(),
        fix: one.fix.as_ref().map(|fix| JsonFix {
            safe: fix.safe,
            edits: fix
                .edits
                .iter()
                .map(|edit| JsonEdit { start: edit.span.start, end: edit.span.end, text: &edit.text })
                .collect(),
        }),
    })
}

fn place(span: Span, sources: &SourceMap) -> JsonPlace<'_> {
    let (start, end) = (sources.position(span), sources.end_position(span));
    JsonPlace {
        file: &sources.get(span.source).name,
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

/// The name of a severity for programs, whatever the language.
fn level(severity: Severity) -> &'static str {
    severity.name(Lang::En)
}
