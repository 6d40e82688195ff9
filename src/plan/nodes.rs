//! Lists of nodes as written → nodes.

use super::checks::{empty_part, empty_text};
use super::form::{self, form, out_of_place};
use super::node::{Form, Node, NodeKind, Within};
use super::raw::{List, RawNode, RawParts, Slot};
use super::table::table;
use crate::diag::{Sink, codes};
use crate::message;
use crate::source::{Span, Spanned};
use crate::text::{RichText, Text, rich, rich_paragraphs};

/// Reads a list of nodes.
pub(crate) fn nodes(raw: &[Slot<RawNode>], within: Within, sink: &mut Sink) -> Vec<Node> {
    let out: Vec<Node> = raw.iter().flatten().filter_map(|one| node(one, within, sink)).collect();
    let is_break = |node: &Node| matches!(node.kind, NodeKind::Form(Form::PageBreak));
    for (at, one) in out.iter().enumerate().filter(|(_, one)| is_break(one)) {
        // Between two parts; else a page would hold nothing.
        if at == 0 || out.get(at + 1).is_none_or(is_break) {
            sink.push(
                codes::NODE_FORM
                    .at(
                        one.span,
                        message!(
                            "`page_break` phải đứng giữa hai phần",
                            "`page_break` stands between two parts"
                        ),
                    )
                    .help(message!("bỏ dòng này", "remove it")),
            );
        }
    }
    out
}

fn node(raw: &RawNode, within: Within, sink: &mut Sink) -> Option<Node> {
    match raw {
        RawNode::Dash(text) => {
            let kind = NodeKind::Dash(words(text, sink)?, Vec::new());
            Some(Node { span: text.span, kind })
        }
        RawNode::Parts(parts) => {
            parts_kind(parts, within, sink).map(|kind| Node { span: leading(parts), kind })
        }
    }
}

/// The place that stands for a node: its first text, not the whole block.
fn leading(parts: &Spanned<Box<RawParts>>) -> Span {
    let RawParts { title, lead, text, item, paragraph, note, .. } = &*parts.value;
    [title, lead, text, item, paragraph, note]
        .into_iter()
        .flatten()
        .map(|text| text.span)
        .min_by_key(|span| span.start)
        .unwrap_or(parts.span)
}

fn parts_kind(parts: &Spanned<Box<RawParts>>, within: Within, sink: &mut Sink) -> Option<NodeKind> {
    let RawParts { title, lead, text, items, item, paragraph, align, note, table: raw_table, .. } =
        &*parts.value;
    check_form(parts, sink)?;
    let span = leading(parts);
    if let Some((key, _)) = form::HEADS.iter().find(|(key, _)| parts.value.has(key)) {
        let columns = parts.value.columns.list();
        let cell =
            |cell: &Slot<List<RawNode>>| nodes(cell.as_ref().map_or(&[], |all| all), Within::Column, sink);
        let cells = columns.iter().map(cell).collect();
        return form(key, &parts.value, cells, span, within, sink).map(NodeKind::Form);
    }
    if within == Within::Column
        && ["title", "lead", "text", "table"].into_iter().any(|key| parts.value.has(key))
    {
        let key = ["title", "lead", "table"].into_iter().find(|key| parts.value.has(key)).unwrap_or("text");
        sink.push(out_of_place(key, span, within));
        return None;
    }
    let below = nodes(items.list(), within, sink);
    if let Some(table_) = raw_table.as_ref() {
        return table(table_, sink).map(NodeKind::Table);
    }
    if let Some(text) = paragraph.as_ref() {
        let align = align.as_ref().map(|align| align.0).unwrap_or_default();
        only_dashes(&below, sink);
        return Some(NodeKind::Paragraph(rich_paragraphs(text, sink), align, below));
    }
    if !note.is_absent() {
        only_dashes(&below, sink);
        return non_empty(note, sink).map(|text| NodeKind::Note(text, below));
    }
    if !item.is_absent() {
        only_dashes(&below, sink);
        return non_empty(item, sink).map(|text| NodeKind::Dash(text, below));
    }
    if !title.is_absent() {
        let paragraphs = text.as_ref().map(|text| rich_paragraphs(text, sink)).unwrap_or_default();
        // A heading alone may be meant; one whose parts are all left out is not.
        let is_empty = items.as_ref().is_some_and(|all| all.is_empty()) && paragraphs.is_empty();
        if let Some(title) = title.as_ref().filter(|_| is_empty && !text.is_unreadable()) {
            sink.push(empty_part(
                title.span,
                message!("dưới tiêu đề này không có nội dung", "there is nothing below this heading"),
            ));
        }
        return non_empty(title, sink).map(|title| NodeKind::Titled(title, paragraphs, below));
    }
    if !lead.is_absent() {
        let rest = text.as_ref().map(|text| rich(text, sink)).unwrap_or_default();
        return non_empty(lead, sink).map(|lead| NodeKind::Lead(lead, rest, below));
    }
    non_empty(text, sink).map(|text| NodeKind::Numbered(text, below))
}

/// Refuses what is no dash below a paragraph or a dash.
fn only_dashes(below: &[Node], sink: &mut Sink) {
    for node in below.iter().filter(|node| !matches!(node.kind, NodeKind::Dash(..))) {
        sink.push(
            codes::NODE_FORM
                .at(
                    node.span,
                    message!(
                        "dưới một đoạn hoặc một gạch đầu dòng chỉ có các gạch",
                        "below a paragraph or a dash there are dashes only"
                    ),
                )
                .help(message!(
                    "viết thành văn bản, không dùng title, text hoặc table",
                    "write a text, without title, text or table"
                )),
        );
    }
}

/// A text that must say something; of one that could not be read, nothing.
fn non_empty(text: &Slot<Text>, sink: &mut Sink) -> Option<RichText> {
    match text {
        Slot::Absent => None,
        Slot::Unreadable => Some(RichText::new()),
        Slot::Value(text) => words(text, sink),
    }
}

/// A text that must say something.
fn words(text: &Text, sink: &mut Sink) -> Option<RichText> {
    let rich = rich(text, sink);
    if rich.is_empty() {
        sink.push(empty_text(text.span));
        return None;
    }
    Some(rich)
}

/// The keys of which a node has one, with those that may stand beside it; those of forms come after them.
const HEADS: [(&str, &[&str]); 6] = [
    ("title", &["text", "items"]),
    ("lead", &["text", "items"]),
    ("item", &["items"]),
    ("paragraph", &["align", "items"]),
    ("note", &["items"]),
    ("table", &[]),
];

/// Refuses a map that is no node, or two nodes in one.
fn check_form(parts: &Spanned<Box<RawParts>>, sink: &mut Sink) -> Option<()> {
    let raw = &*parts.value;
    let heads: Vec<_> = HEADS.into_iter().chain(form::HEADS).filter(|(key, _)| raw.has(key)).collect();
    // A text alone is a node, too.
    let head = heads.first().copied().or(raw.has("text").then_some(("text", &["text", "items"])));
    let stray = head.and_then(|(_, beside)| {
        ["text", "items", "align", "widths"].into_iter().find(|key| raw.has(key) && !beside.contains(key))
    });
    let message = match (heads.as_slice(), head, stray) {
        ([(first, _), (second, _), ..], ..) => {
            message!(
                "`{first}` và `{second}` không đi cùng nhau",
                "`{first}` and `{second}` do not go together"
            )
        }
        (_, Some((head, _)), Some(stray)) => {
            message!("`{stray}` không đi với `{head}`", "`{stray}` does not go with `{head}`")
        }
        (_, None, _) => message!("phần này không có nội dung", "this node says nothing"),
        _ => return Some(()),
    };
    sink.push(codes::NODE_FORM.at(parts.span, message).help(message!(
        "một phần là: văn bản; title, text, items; lead, text, items; text, items; item, items; paragraph, align, items; note, items; table; hoặc một phần của biểu mẫu",
        "a node is: a text; title, text, items; lead, text, items; text, items; item, items; paragraph, align, items; note, items; table; or a part of a form"
    )));
    None
}
