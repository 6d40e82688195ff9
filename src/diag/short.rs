//! The `short` format: one line a finding, as compilers print them.

use super::{Diagnostic, Lang, visible};
use crate::source::SourceMap;

/// `file:line:column: severity[code]: message`.
pub fn render_short(one: &Diagnostic, sources: &SourceMap, lang: Lang) -> String {
    let at = sources.position(one.span);
    let file = visible(&sources.get(one.span.source).name);
    let (severity, code, message) = (one.severity.name(lang), one.code.name, visible(one.message.get(lang)));
    format!("{file}:{}:{}: {severity}[{code}]: {message}", at.line, at.column)
}
