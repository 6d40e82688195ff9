//! Cơ quan ban hành, and the ký hiệu that follows from it.

use super::inline::unmarked;
use super::raw::{Lines, RawIssuer, Text};
use super::validate::{missing, required};
use crate::decree::Kind;
use crate::diag::{Diagnostic, Sink};
use crate::say;
use crate::source::{Span, Spanned};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol(String);

impl Symbol {
    /// As printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Reads the issuer.
pub fn issuer(raw: &RawIssuer, at: Span, sink: &mut Sink) -> Option<Issuer> {
    let parent = raw.parent.as_ref().map(|names| lines(names, sink)).unwrap_or_default();
    let name = required(raw.name.as_ref(), "issuer.name", at, sink).map(|names| lines(names, sink))?;
    if name.is_empty() {
        missing("issuer.name", at, sink);
        return None;
    }
    Some(Issuer { parent, name })
}

fn lines(names: &Lines, sink: &mut Sink) -> Vec<Spanned<String>> {
    names
        .0
        .iter()
        .map(|line| Spanned { value: unmarked(line, sink), span: line.span })
        .filter(|line| !line.value.is_empty())
        .collect()
}

/// The ký hiệu as written, or made of the kind's abbreviation and the issuer's code.
pub fn symbol(
    written: Option<&Text>,
    kind: Kind,
    code: Option<&Text>,
    at: Span,
    sink: &mut Sink,
) -> Option<Symbol> {
    if let Some(text) = written {
        let symbol = unmarked(text, sink);
        return if is_symbol(&symbol) { Some(Symbol(symbol)) } else { bad_symbol(text.span, sink) };
    }
    let Some(code) = code else {
        missing("issuer.code", at, sink);
        return None;
    };
    let letters = unmarked(code, sink);
    if !is_group(&letters) && !is_symbol(&letters) {
        return bad_symbol(code.span, sink);
    }
    Some(Symbol(match kind.abbreviation {
        Some(abbreviation) => format!("{abbreviation}-{letters}"),
        None => letters,
    }))
}

fn bad_symbol(span: Span, sink: &mut Sink) -> Option<Symbol> {
    sink.push(
        Diagnostic::error(
            "symbol-form",
            span,
            say!(
                "ký hiệu gồm các nhóm chữ viết tắt nối bằng dấu gạch nối, không cách chữ",
                "a symbol is groups of letters joined by hyphens, without spaces"
            ),
        )
        .help(say!("ví dụ: KH-LMHTX", "for example: KH-LMHTX"))
        .clause("P1.II.3.c.3"),
    );
    None
}

/// Two groups or more, joined by "-".
fn is_symbol(text: &str) -> bool {
    text.contains('-') && text.split('-').all(is_group)
}

/// A capital, then letters, digits or "&".
fn is_group(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && text.chars().all(|c| c.is_alphanumeric() || c == '&' || c == '.')
}
