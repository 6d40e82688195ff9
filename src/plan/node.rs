//! Nodes: what the body is made of.

use std::borrow::Cow;

use super::checks::{empty_part, empty_text};
use super::raw::{RawNode, RawParts, Slot};
use super::table::{Table, table};
use crate::decree::forms::Counting;
use crate::diag::{Sink, codes};
use crate::message;
use crate::source::{Span, Spanned};
use crate::text::RichText;
use crate::text::Text;
use crate::text::{rich, rich_paragraphs};

/// A node and its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it is written.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind,
}

/// The forms a node may have.
#[derive(Clone, Debug)]
pub enum NodeKind {
    /// Gạch đầu dòng, and the dashes below it.
    Dash(RichText, Vec<Node>),
    /// A numbered heading, plain paragraphs, and what is below it.
    Titled(RichText, Vec<RichText>, Vec<Node>),
    /// A numbered paragraph with a bold beginning, and what is below it.
    Lead(RichText, RichText, Vec<Node>),
    /// A numbered paragraph, and what is below it.
    Numbered(RichText, Vec<Node>),
    /// Plain paragraphs, justified or centred.
    Paragraph(Vec<RichText>, bool),
    /// A table.
    Table(Table),
}

impl NodeKind {
    /// Whether the node takes a number.
    pub fn is_numbered(&self) -> bool {
        matches!(self, Self::Titled(..) | Self::Lead(..) | Self::Numbered(..))
    }
}

/// A list of nodes.
#[derive(Clone, Debug)]
pub struct NodeRun {
    /// Its key in the plan file.
    pub key: Cow<'static, str>,
    /// How its nodes count.
    pub counting: Counting,
    /// The nodes.
    pub nodes: Vec<Node>,
}

/// Reads a list of nodes.
pub(super) fn nodes(raw: &[Slot<RawNode>], sink: &mut Sink) -> Vec<Node> {
    raw.iter().flatten().filter_map(|one| node(one, sink)).collect()
}

fn node(raw: &RawNode, sink: &mut Sink) -> Option<Node> {
    match raw {
        RawNode::Dash(text) => {
            let kind = NodeKind::Dash(words(text, sink)?, Vec::new());
            Some(Node { span: text.span, kind })
        }
        RawNode::Parts(parts) => parts_kind(parts, sink).map(|kind| Node { span: leading(parts), kind }),
    }
}

/// The place that stands for a node: its first text, not the whole block.
fn leading(parts: &Spanned<Box<RawParts>>) -> Span {
    let RawParts { title, lead, text, item, paragraph, .. } = &*parts.value;
    [title, lead, text, item, paragraph]
        .into_iter()
        .flatten()
        .map(|text| text.span)
        .min_by_key(|span| span.start)
        .unwrap_or(parts.span)
}

fn parts_kind(parts: &Spanned<Box<RawParts>>, sink: &mut Sink) -> Option<NodeKind> {
    let RawParts { title, lead, text, items, item, paragraph, align, table: raw_table } = &*parts.value;
    check_form(parts, sink)?;
    let below = nodes(items.list(), sink);
    if let Some(table_) = raw_table.as_ref() {
        return table(table_, sink).map(NodeKind::Table);
    }
    if let Some(text) = paragraph.as_ref() {
        let center = match align.as_ref().map(|text| text.value.as_str()) {
            None | Some("justify") => false,
            Some("center") => true,
            Some(_) => {
                let span = align.as_ref().map_or(parts.span, |text| text.span);
                sink.push(
                    codes::UNKNOWN_VALUE
                        .at(span, message!("align là justify hoặc center", "align is justify or center")),
                );
                false
            }
        };
        return Some(NodeKind::Paragraph(rich_paragraphs(text, sink), center));
    }
    if !item.is_absent() {
        let dashes: Vec<Node> = below;
        for node in &dashes {
            if !matches!(node.kind, NodeKind::Dash(..)) {
                sink.push(
                    codes::NODE_FORM
                        .at(
                            node.span,
                            message!(
                                "dưới một gạch đầu dòng chỉ có các gạch con",
                                "below a dash there are dashes only"
                            ),
                        )
                        .help(message!(
                            "viết thành văn bản, không dùng title, text hoặc table",
                            "write a text, without title, text or table"
                        )),
                );
            }
        }
        return non_empty(item, sink).map(|text| NodeKind::Dash(text, dashes));
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

/// Refuses a map that is no node, or two nodes in one.
fn check_form(parts: &Spanned<Box<RawParts>>, sink: &mut Sink) -> Option<()> {
    let raw = &*parts.value;
    let all = [
        ("title", !raw.title.is_absent()),
        ("lead", !raw.lead.is_absent()),
        ("item", !raw.item.is_absent()),
        ("paragraph", !raw.paragraph.is_absent()),
        ("table", !raw.table.is_absent()),
    ];
    let heads: Vec<&str> = all.iter().filter_map(|(name, is_there)| is_there.then_some(*name)).collect();
    let head = heads.first().copied().or((!raw.text.is_absent()).then_some("text"));
    let stray: Option<&str> = match head {
        Some("paragraph" | "table" | "item") if !raw.text.is_absent() => Some("text"),
        Some("paragraph" | "table") if !raw.items.is_absent() => Some("items"),
        Some("paragraph") | None => None,
        Some(_) if !raw.align.is_absent() => Some("align"),
        Some(_) => None,
    };
    let message = match (heads.as_slice(), head, stray) {
        ([first, second, ..], ..) => {
            message!(
                "`{first}` và `{second}` không đi cùng nhau",
                "`{first}` and `{second}` do not go together"
            )
        }
        (_, Some(head), Some(stray)) => {
            message!("`{stray}` không đi với `{head}`", "`{stray}` does not go with `{head}`")
        }
        (_, None, _) => message!("phần này không có nội dung", "this node says nothing"),
        _ => return Some(()),
    };
    sink.push(codes::NODE_FORM.at(parts.span, message).help(message!(
        "một phần là: văn bản; title, text, items; lead, text, items; text, items; item, items; paragraph, align; hoặc table",
        "a node is: a text; title, text, items; lead, text, items; text, items; item, items; paragraph, align; or table"
    )));
    None
}
