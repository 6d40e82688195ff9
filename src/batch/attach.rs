//! `attachments`: documents that are issued with a decision, printed in its file.

use super::Batch;
use super::include::beside;
use super::load::fill;
use crate::diag::{Diagnostic, Message, Sink, unreadable};
use crate::plan::yaml::Yaml;
use crate::say;
use crate::source::{self, Span, Spanned};

/// Loads the documents that a plan attaches.
pub fn attach(tree: &Spanned<Yaml>, batch: &mut Batch, sink: &mut Sink) {
    let Some(Yaml::Seq(files)) = value(tree, "attachments").map(|(_, value)| value) else { return };
    for file in files {
        // What is no text is told where the plan's keys are read.
        let Yaml::Text(name) = &file.value else { continue };
        let Some(path) = beside(name, file.span, &batch.sources, sink) else { continue };
        batch.files.push(path.clone());
        let text = match source::read(&path) {
            Ok(text) => text,
            Err(error) => {
                sink.push(Diagnostic::error("include-unreadable", file.span, unreadable(&path, &error)));
                continue;
            }
        };
        let mut attached = Batch { sources: std::mem::take(&mut batch.sources), ..Batch::default() };
        let errors = sink.errors();
        fill(&path.display().to_string(), &text, false, &mut attached, sink);
        batch.sources = std::mem::take(&mut attached.sources);
        batch.files.append(&mut attached.files);
        let is_issued_with = attached.tree.as_ref().is_none_or(|tree| value(tree, "issued_with").is_some());
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
        let found = value(tree, name).map(|(at, _)| at);
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
        Diagnostic::error("attachment-form", span, message)
            .help(say!("xem: kehoach explain attachment-form", "see: kehoach explain attachment-form")),
    );
}

/// A key that is written, and its value.
fn value<'a>(tree: &'a Spanned<Yaml>, wanted: &str) -> Option<(Span, &'a Yaml)> {
    let Yaml::Map(entries) = &tree.value else { return None };
    let (key, value) = entries.iter().find(|(key, _)| key.value == wanted)?;
    (value.value != Yaml::Null).then_some((key.span, &value.value))
}
