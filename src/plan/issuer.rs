//! Cơ quan ban hành, and the ký hiệu that follows from it.

use super::checks::{missing, required};
use super::raw::{RawIssuer, RawLines, Slot};
use crate::decree::Kind;
use crate::diag::{Sink, codes};
use crate::message;
use crate::source::{Span, Spanned};
use crate::text::Text;
use crate::text::unmarked;

/// Cơ quan, tổ chức ban hành: each name is one text that the layout breaks, or the lines that the
/// plan asks for.
#[derive(Clone, Debug)]
pub struct Issuer {
    /// Cơ quan chủ quản trực tiếp.
    pub parent: Vec<Spanned<String>>,
    /// Cơ quan ban hành.
    pub name: Vec<Spanned<String>>,
}

/// Ký hiệu, e.g. `KH-LMHTX`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Symbol(String);

impl Symbol {
    /// As printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Reads the issuer.
pub(super) fn issuer(raw: &Spanned<RawIssuer>, sink: &mut Sink) -> Option<Issuer> {
    let Spanned { value: raw, span: at } = raw;
    let parent = raw.parent.as_ref().map(|names| lines(names, sink)).unwrap_or_default();
    required(&raw.name, "issuer.name", *at, sink);
    let is_unreadable = |names: &RawLines| names.0.iter().any(Slot::is_unreadable);
    let Some(names) = raw.name.as_ref().filter(|names| !is_unreadable(names)) else {
        // What the rest of the document has wrong can be told without.
        return (!raw.name.is_absent()).then(|| Issuer { parent, name: Vec::new() });
    };
    let name = lines(names, sink);
    if name.is_empty() {
        missing("issuer.name", *at, sink);
        return None;
    }
    Some(Issuer { parent, name })
}

fn lines(names: &RawLines, sink: &mut Sink) -> Vec<Spanned<String>> {
    names
        .0
        .iter()
        .flatten()
        .map(|line| Spanned { value: unmarked(line, sink), span: line.span })
        .filter(|line| !line.value.is_empty())
        .collect()
}

/// The ký hiệu as written, or made of the kind's abbreviation and the issuer's code; of a công văn, of the
/// code and the drafting unit (P1.II.3.b).
pub(super) fn symbol(
    written: &Slot<Text>,
    kind: &Kind,
    raw: &Spanned<RawIssuer>,
    sink: &mut Sink,
) -> Option<Symbol> {
    if written.is_unreadable() {
        return Some(Symbol::default());
    }
    if let Some(text) = written.as_ref() {
        let symbol = unmarked(text, sink);
        if is_symbol(&symbol) {
            return Some(Symbol(symbol));
        }
        bad_symbol(text.span, &example(kind), sink);
        return None;
    }
    let mut letters = |text: &Slot<Text>, key: &str| {
        if text.is_unreadable() {
            return Some(String::new());
        }
        let text = required(text, key, raw.span, sink)?;
        let letters = unmarked(text, sink);
        if is_group(&letters) || is_symbol(&letters) {
            return Some(letters);
        }
        bad_symbol(text.span, &example(kind), sink);
        None
    };
    let code = letters(&raw.value.code, "issuer.code");
    let unit = if kind.form.has_unit { Some(letters(&raw.value.unit, "issuer.unit")?) } else { None };
    let groups = [kind.abbreviation.as_deref(), Some(&code?), unit.as_deref()];
    Some(Symbol(groups.into_iter().flatten().collect::<Vec<_>>().join("-")))
}

/// A symbol of this kind.
fn example(kind: &Kind) -> String {
    match &kind.abbreviation {
        Some(abbreviation) => format!("{abbreviation}-LMHTX"),
        None => "LMHTX-VP".to_owned(),
    }
}

/// Reports a symbol, or a part of one, of the wrong form.
pub(super) fn bad_symbol(span: Span, example: &str, sink: &mut Sink) {
    sink.push(
        codes::SYMBOL_FORM
            .at(
                span,
                message!(
                    "ký hiệu gồm các nhóm chữ viết tắt nối bằng dấu gạch nối, không cách chữ",
                    "a symbol is groups of letters joined by hyphens, without spaces"
                ),
            )
            .help(message!("ví dụ: {example}", "for example: {example}"))
            .clause("P1.II.3.c.3"),
    );
}

/// Two groups or more, joined by "-".
pub(super) fn is_symbol(text: &str) -> bool {
    text.contains('-') && text.split('-').all(is_group)
}

/// A capital, then letters, digits or "&".
fn is_group(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && text.chars().all(|c| c.is_alphanumeric() || c == '&' || c == '.')
}
