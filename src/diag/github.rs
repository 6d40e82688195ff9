//! The `github` format: workflow commands, which GitHub shows beside the lines of a change.

use super::{Diagnostic, Lang, Severity, visible};
use crate::source::SourceMap;

/// How many commands of a run GitHub shows.
pub const LIMIT: usize = 10;

/// One workflow command.
pub fn render_github(one: &Diagnostic, sources: &SourceMap, lang: Lang) -> String {
    let level = match one.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let (start, end) = (sources.position(one.span), sources.end_position(one.span));
    let file = property(&visible(&sources.get(one.span.source).name));
    let mut message = visible(one.message.get(lang)).into_owned();
    if let Some(help) = &one.help {
        message.push_str(&format!("\n{}", visible(help.get(lang))));
    }
    if let Some(clause) = one.clause {
        message.push_str(&format!("\n({clause})"));
    }
    format!(
        "::{level} file={file},line={},endLine={},col={},endColumn={},title={}::{}",
        start.line,
        end.line,
        start.column,
        end.column,
        property(one.code.name),
        data(&message)
    )
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
