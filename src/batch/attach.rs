//! `attachments`: documents that are issued with a decision, printed in its file.

use super::include::{Files, read_beside};
use crate::diag::{Message, Sink, codes};
use crate::message;
use crate::source::{Span, Spanned};
use crate::yaml::Yaml;

/// Documents in the file of one decision: more is a slip, and would fill the memory.
const MAX_ATTACHED: usize = 50;

/// A document that a plan attaches: where it is named, its path and its text.
pub(super) struct Attached {
    pub named: Span,
    pub path: String,
    pub text: String,
}

/// The documents that a plan attaches.
pub(super) fn attached(tree: &Spanned<Yaml>, files: &mut Files) -> Vec<Attached> {
    let Some(Yaml::Seq(all)) = tree.value.get("attachments").map(|(_, value)| value) else {
        return Vec::new();
    };
    if let Some(more) = all.get(MAX_ATTACHED) {
        let message = message!(
            "quá {MAX_ATTACHED} văn bản trong một tệp",
            "more than {MAX_ATTACHED} documents in one file"
        );
        unfit(more.span, message, files.sink);
        return Vec::new();
    }
    let mut out = Vec::new();
    for file in all {
        // What is no text is told where the plan's keys are read.
        let Yaml::Text(name) = &file.value else { continue };
        let read = read_beside(name, file.span, files);
        out.extend(read.map(|(path, text)| Attached { named: file.span, path, text }));
    }
    out
}

/// Reports a document that is not issued with a decision.
pub(super) fn check_issued(tree: Option<&Spanned<Yaml>>, named: Span, sink: &mut Sink) {
    if tree.is_some_and(|tree| tree.value.get("issued_with").is_none()) {
        let message = message!("tệp này không có khóa `issued_with`", "this file has no key `issued_with`");
        unfit(named, message, sink);
    }
}

/// Reports what a document in the file of another cannot have.
pub(super) fn check_attached(tree: &Spanned<Yaml>, sink: &mut Sink) {
    let is_here = |at: &Span| at.source == tree.span.source;
    for name in ["for_each", "attachments", "layout"] {
        // A layout that both include is that of the decision anyway.
        let found = tree.value.get(name).map(|(at, _)| at);
        if let Some(at) = found.filter(|at| name != "layout" || is_here(at)) {
            unfit(
                at,
                message!(
                    "văn bản ban hành kèm theo trong cùng một tệp không có `{name}`",
                    "a document in the file of a decision has no `{name}`"
                ),
                sink,
            );
        }
    }
}

fn unfit(span: Span, message: Message, sink: &mut Sink) {
    sink.push(
        codes::ATTACHMENT_FORM
            .at(span, message)
            .help(message!("xem: kehoach explain attachment-form", "see: kehoach explain attachment-form")),
    );
}
