//! Phụ lục.

use super::checks::{empty_part, non_empty, required};
use super::node::{Node, Within};
use super::nodes::nodes;
use super::raw::{self, RawAppendix};
use crate::diag::Sink;
use crate::message;
use crate::source::{Span, Spanned};

/// What an appendix says of the document that it is attached to.
#[derive(Clone, Debug)]
pub enum Attached {
    /// What the wording template says.
    Standard,
    /// Nothing.
    Nothing,
    /// What the plan says.
    Words(Spanned<String>),
}

/// A phụ lục.
#[derive(Clone, Debug)]
pub struct Appendix {
    /// Where it is written.
    pub span: Span,
    /// Whether "Phụ lục" and its number stand above the title.
    pub has_label: bool,
    /// Tên phụ lục; there is one below a label.
    pub title: Option<Spanned<String>>,
    /// What stands below the title.
    pub attached: Attached,
    /// Khổ ngang.
    pub landscape: bool,
    /// Its content.
    pub body: Vec<Node>,
}

/// Reads one.
pub(super) fn appendix(raw: &Spanned<RawAppendix>, sink: &mut Sink) -> Option<Appendix> {
    let RawAppendix { title, label, attached, landscape, body } = &raw.value;
    let has_label = label.as_ref().copied().unwrap_or(true);
    // What has no label may be a form that begins with a head of its own.
    let is_named = !title.is_absent() || has_label && !label.is_unreadable();
    let title = match is_named {
        true => required(title, "title", raw.span, sink).and_then(|title| non_empty(title, sink)).map(Some),
        false => Some(None),
    };
    let attached = match attached.as_ref() {
        None | Some(raw::Attached::Standard(true)) => Attached::Standard,
        Some(raw::Attached::Standard(false)) => Attached::Nothing,
        Some(raw::Attached::Words(words)) => {
            non_empty(words, sink).map_or(Attached::Nothing, Attached::Words)
        }
    };
    let nodes = required(body, "body", raw.span, sink).map(|body| nodes(body, Within::Form, sink));
    if body.as_ref().is_some_and(|all| all.is_empty()) {
        sink.push(empty_part(raw.span, message!("phụ lục không có nội dung", "the appendix holds nothing")));
    }
    Some(Appendix {
        span: raw.span,
        has_label,
        title: title?,
        attached,
        landscape: landscape.as_ref().copied().unwrap_or(false),
        body: nodes?,
    })
}
