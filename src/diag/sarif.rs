//! The `sarif` format: one SARIF 2.1.0 log of all findings.

use serde_json::{Value, json};

use super::codes::Code;
use super::{Diagnostic, Edit, Lang, Message, Severity};
use crate::source::{SourceMap, Span};

/// The log, gathered file by file.
#[derive(Debug, Default)]
pub struct Sarif {
    results: Vec<Value>,
}

impl Sarif {
    /// Adds the findings of one plan.
    pub fn add(&mut self, all: &[Diagnostic], sources: &SourceMap, lang: Lang) {
        self.results.extend(all.iter().map(|one| result(one, sources, lang)));
    }

    /// The whole log, with the documentation of these codes.
    pub fn finish(self, codes: impl Iterator<Item = &'static Code>, lang: Lang) -> Value {
        let rules: Vec<Value> = codes
            .map(|code| {
                json!({
                    "id": code.name,
                    "shortDescription": {"text": code.what.get(lang)},
                    "fullDescription": {"text": code.why.get(lang)},
                    "defaultConfiguration": {"level": level(code.severity)},
                })
            })
            .collect();
        json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": {"driver": {"name": "kehoach", "version": env!("CARGO_PKG_VERSION"), "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": self.results,
            }],
        })
    }
}

fn result(one: &Diagnostic, sources: &SourceMap, lang: Lang) -> Value {
    let message = match &one.help {
        Some(help) => format!("{}\n{}", one.message.get(lang), help.get(lang)),
        None => one.message.get(lang).to_owned(),
    };
    let mut out = json!({
        "ruleId": one.code.name,
        "level": level(one.severity),
        "message": {"text": message},
        "locations": [location(one.span, None, sources, lang)],
    });
    if !one.labels.is_empty() {
        let related =
            one.labels.iter().map(|label| location(label.span, Some(&label.message), sources, lang));
        out["relatedLocations"] = related.collect();
    }
    if let (Some(fix), Some(help)) = (&one.fix, &one.help) {
        let replacements: Vec<Value> = fix.edits.iter().map(|edit| replacement(edit, sources)).collect();
        out["fixes"] = json!([{
            "description": {"text": help.get(lang)},
            "artifactChanges": [{
                "artifactLocation": {"uri": uri(&sources.get(one.span.source).name)},
                "replacements": replacements,
            }],
        }]);
    }
    out
}

fn replacement(edit: &Edit, sources: &SourceMap) -> Value {
    json!({"deletedRegion": region(edit.span, sources), "insertedContent": {"text": edit.text}})
}

fn location(span: Span, message: Option<&Message>, sources: &SourceMap, lang: Lang) -> Value {
    let mut out = json!({
        "physicalLocation": {
            "artifactLocation": {"uri": uri(&sources.get(span.source).name)},
            "region": region(span, sources),
        },
    });
    if let Some(message) = message {
        out["message"] = json!({"text": message.get(lang)});
    }
    out
}

fn region(span: Span, sources: &SourceMap) -> Value {
    let (start, end) = (sources.position(span), sources.end_position(span));
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A path as a relative URI: bytes that a URI cannot hold are escaped.
fn uri(path: &str) -> String {
    // Elsewhere a backslash is a letter of the name.
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    path.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
