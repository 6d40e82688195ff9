//! `attachments`: documents that are issued with a decision, printed in its file.

use super::Batch;
use super::include::{Files, Outside, read_beside};
use super::load::fill;
use crate::diag::{Message, Sink, codes};
use crate::say;
use crate::source::{Span, Spanned};
use crate::yaml::Yaml;

/// Documents in the file of one decision: more is a slip, and would fill the memory.
const MAX_ATTACHED: usize = 50;

/// Loads the documents that a plan attaches.
pub fn attach(tree: &Spanned<Yaml>, outside: Outside, batch: &mut Batch, sink: &mut Sink) {
    let Some(Yaml::Seq(files)) = tree.value.get("attachments").map(|(_, value)| value) else { return };
    if let Some(more) = files.get(MAX_ATTACHED) {
        unfit(
            more.span,
            say!(
                "quá {MAX_ATTACHED} văn bản trong một tệp",
                "more than {MAX_ATTACHED} documents in one file"
            ),
            sink,
        );
        return;
    }
    for file in files {
        // What is no text is told where the plan's keys are read.
        let Yaml::Text(name) = &file.value else { continue };
        let mut files = Files { outside, sources: &mut batch.sources, sink };
        let Some((path, text)) = read_beside(name, file.span, &mut files) else { continue };
        let mut attached = Batch { sources: std::mem::take(&mut batch.sources), ..Batch::default() };
        let errors = sink.errors();
        fill(&path, &text, false, outside, &mut attached, sink);
        batch.sources = std::mem::take(&mut attached.sources);
        let is_issued_with =
            attached.tree.as_ref().is_none_or(|tree| tree.value.get("issued_with").is_some());
        if sink.errors() == errors && !is_issued_with {
            unfit(
                file.span,
                say!("tệp này không có khóa `issued_with`", "this file has no key `issued_with`"),
                sink,
            );
        }
        batch.attachments.push(attached);
    }
}

/// Reports what a document in the file of another cannot have.
pub fn check_attached(tree: &Spanned<Yaml>, sink: &mut Sink) {
    let is_here = |at: &Span| at.source == tree.span.source;
    for name in ["for_each", "attachments", "layout"] {
        // A layout that both include is that of the decision anyway.
        let found = tree.value.get(name).map(|(at, _)| at);
        if let Some(at) = found.filter(|at| name != "layout" || is_here(at)) {
            unfit(
                at,
                say!(
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
            .help(say!("xem: kehoach explain attachment-form", "see: kehoach explain attachment-form")),
    );
}
