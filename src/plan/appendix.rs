//! Phụ lục.

use super::checks::{empty_part, non_empty, required};
use super::node::{Node, nodes};
use super::raw::RawAppendix;
use crate::diag::Sink;
use crate::message;
use crate::source::{Span, Spanned};

/// A phụ lục.
#[derive(Clone, Debug)]
pub struct Appendix {
    /// Where it is written.
    pub span: Span,
    /// Tên phụ lục.
    pub title: Spanned<String>,
    /// Khổ ngang.
    pub landscape: bool,
    /// Its content.
    pub body: Vec<Node>,
}

/// Reads one.
pub(super) fn appendix(raw: &Spanned<RawAppendix>, sink: &mut Sink) -> Option<Appendix> {
    let title = required(&raw.value.title, "title", raw.span, sink).and_then(|title| non_empty(title, sink));
    let body = required(&raw.value.body, "body", raw.span, sink).map(|body| nodes(body, sink));
    if raw.value.body.as_ref().is_some_and(|all| all.is_empty()) {
        sink.push(empty_part(raw.span, message!("phụ lục không có nội dung", "the appendix holds nothing")));
    }
    Some(Appendix {
        span: raw.span,
        title: title?,
        landscape: raw.value.landscape.as_ref().copied().unwrap_or(false),
        body: body?,
    })
}
