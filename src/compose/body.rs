//! The body: căn cứ, lời dẫn, and the numbered parts.

use super::numbering::Counter;
use super::table::{TableWords, table};
use super::wording::{Item, Wording};
use super::{bold, capitals, ends_with_mark, spacer};
use crate::decree::forms::Counting;
use crate::diag::{Sink, codes};
use crate::document::{Block, Layout, ListItem, Number, Page, Paragraph, Role};
use crate::message;
use crate::plan::{self, Form, Node, NodeKind, NodeRun, Plan};
use crate::source::Span;
use crate::text::{Inline, RichText, merged};

/// Builds the blocks of the body.
pub(super) fn body(
    plan: &Plan,
    wording: &Wording,
    layout: &Layout,
    page: &Page,
    sink: &mut Sink,
) -> Vec<Block> {
    let mut writer = NodeWriter::new(plan, wording, layout, page, sink);
    let of = writer.count(&wording.items, 0);
    writer.items(&wording.items, &mut Counter::new(plan.settings.numbering, 0, of))
}

/// Makes blocks of nodes.
pub(super) struct NodeWriter<'a> {
    /// What is written.
    pub plan: &'a Plan,
    wording: &'a Wording,
    /// How it looks.
    pub layout: &'a Layout,
    /// Where it stands.
    pub page: &'a Page,
    /// Where findings go.
    pub sink: &'a mut Sink,
}

impl<'a> NodeWriter<'a> {
    /// A writer for one document.
    pub(super) fn new(
        plan: &'a Plan,
        wording: &'a Wording,
        layout: &'a Layout,
        page: &'a Page,
        sink: &'a mut Sink,
    ) -> Self {
        Self { plan, wording, layout, page, sink }
    }

    fn items(&mut self, items: &[Item], counter: &mut Counter) -> Vec<Block> {
        let mut out = Vec::new();
        for item in items {
            match item {
                Item::Basis(text, at) => {
                    let span = at.and_then(|at| self.plan.legal_basis.get(at)).map(|basis| basis.span());
                    push(&mut out, Paragraph::new(Role::LegalBasis, text.clone(), span));
                }
                Item::Paragraph(role, text, key) => {
                    let span = match key.as_deref() {
                        Some("preamble") => self.plan.preamble.as_ref().map(|text| text.span),
                        Some("closing") => self.plan.closing.as_ref().map(|text| text.span),
                        Some("authority") => self.plan.authority.as_ref().map(|text| text.span),
                        _ => None,
                    };
                    let is_shouted = matches!(role, Role::IssuingAuthority | Role::Enactment);
                    let text = if is_shouted { capitals(text) } else { text.clone() };
                    push(&mut out, Paragraph::new(*role, text, span));
                }
                Item::Articles => out.extend(self.chapters(&self.plan.chapters)),
                Item::Titled(title, below) => {
                    let number = counter.next();
                    let mut below_counter = counter.below(&number, self.count(below, 1));
                    push(&mut out, heading(&[Inline::plain(title.as_str())], number, None));
                    out.extend(self.items(below, &mut below_counter));
                }
                Item::Nodes(key) => {
                    let Some(list) = self.plan.list(key) else { continue };
                    let nodes = &list.nodes;
                    let is_whole = is_whole(list, counter.depth());
                    if list.counting == Counting::Sections || is_whole && has_titles(nodes) {
                        self.require_titles(list);
                    }
                    out.extend(match is_whole {
                        true => self.nodes(nodes, &mut self.whole(nodes)),
                        false => self.nodes(nodes, counter),
                    });
                }
            }
        }
        out
    }

    /// Counts nodes for themselves: without mục, numbered paragraphs are khoản: Arabic, not Roman.
    fn whole(&self, nodes: &[Node]) -> Counter {
        Counter::new(self.plan.settings.numbering, usize::from(!has_titles(nodes)), count(nodes))
    }

    /// How many numbers some items take.
    fn count(&self, items: &[Item], depth: usize) -> usize {
        let one = |item: &Item| match item {
            Item::Titled(..) => 1,
            Item::Nodes(key) => match self.plan.list(key) {
                Some(list) if !is_whole(list, depth) => count(&list.nodes),
                _ => 0,
            },
            _ => 0,
        };
        items.iter().map(one).sum()
    }

    /// Mục have a tiêu đề; in a list that counts for itself, those that are numbered beside one that has.
    fn require_titles(&mut self, list: &NodeRun) {
        let is_wrong = |kind: &NodeKind| match kind {
            NodeKind::Titled(..) => false,
            kind => list.counting == Counting::Sections || kind.is_numbered(),
        };
        for node in list.nodes.iter().filter(|node| is_wrong(&node.kind)) {
            self.sink.push(
                codes::SECTION_TITLE
                    .at(
                        node.span,
                        message!("mỗi mục có đánh số phải có tiêu đề", "each numbered mục has a title"),
                    )
                    .help(message!("viết thành: title: …, items: […]", "write: title: …, items: […]"))
                    .clause("P1.II.6.d"),
            );
        }
    }

    /// The blocks of some nodes, numbered by `counter`.
    pub(super) fn nodes(&mut self, nodes: &[Node], counter: &mut Counter) -> Vec<Block> {
        let mut out = Vec::new();
        for node in nodes {
            // Word processors begin a page before a paragraph; before a table not all of them do.
            if is_table(&node.kind) && matches!(out.last(), Some(Block::PageBreak)) {
                push(&mut out, spacer());
            }
            match &node.kind {
                NodeKind::Dash(text, below) => push_item(&mut out, dash(text, below, node.span, 0)),
                NodeKind::Paragraph(texts, align, below) => {
                    for text in texts {
                        push(&mut out, aligned(text.clone(), *align, node.span));
                    }
                    dashes(&mut out, below, 0);
                }
                NodeKind::Note(text, below) => {
                    let words = marked("* ", text);
                    push(&mut out, Paragraph::new(Role::Body, words, Some(node.span)));
                    dashes(&mut out, below, 1);
                }
                NodeKind::Table(one) => {
                    let said = TableWords { total: &self.wording.total, in_words: &self.wording.in_words };
                    out.push(Block::Table(table(one, &said, self.layout, self.page, self.sink)))
                }
                NodeKind::Form(form) => self.form(form, node.span, &mut out),
                NodeKind::Titled(title, texts, below) => {
                    let number = self.numbered(counter, node.span);
                    let mut below_counter = counter.below(&number, count(below));
                    push(&mut out, heading(title, number, Some(node.span)));
                    for text in texts {
                        push(&mut out, Paragraph::new(Role::Body, text.clone(), Some(node.span)));
                    }
                    out.extend(self.nodes(below, &mut below_counter));
                }
                NodeKind::Lead(lead, text, below) => {
                    let number = self.numbered(counter, node.span);
                    let below = self.nodes(below, &mut counter.below(&number, count(below)));
                    push_numbered(&mut out, with_lead(lead, text), number, below, node.span);
                }
                NodeKind::Numbered(text, below) => {
                    let number = self.numbered(counter, node.span);
                    let below = self.nodes(below, &mut counter.below(&number, count(below)));
                    push_numbered(&mut out, text.clone(), number, below, node.span);
                }
            }
        }
        out
    }

    /// The next number, with a finding where the scheme has none so deep.
    fn numbered(&mut self, counter: &mut Counter, span: Span) -> Number {
        if counter.is_too_deep() {
            self.sink.push(
                codes::TOO_DEEP
                    .at(
                        span,
                        message!(
                            "đánh số quá sâu: sau điểm không còn bậc nào",
                            "numbered too deeply: there is no level below điểm"
                        ),
                    )
                    .help(message!("viết phần này thành gạch đầu dòng", "write it as a dash"))
                    .clause("P1.II.6.c"),
            );
        }
        counter.next()
    }
}

/// Whether a list counts for itself, at this depth of the wording: below a heading it goes on from that.
fn is_whole(list: &NodeRun, depth: usize) -> bool {
    list.counting == Counting::Whole && depth == 0
}

/// Whether a node is printed as a table, with or without borders.
fn is_table(kind: &NodeKind) -> bool {
    use Form::{Columns, Letterhead, Signatures};
    matches!(kind, NodeKind::Table(_) | NodeKind::Form(Columns(..) | Signatures(_) | Letterhead(_)))
}

/// A numbered heading by its depth: mục in capitals, then khoản and điểm.
fn heading(title: &[Inline], number: Number, span: Option<Span>) -> Paragraph {
    let (role, text) = match number.level {
        0 => (Role::Section, capitals(title)),
        1 => (Role::ClauseTitle, title.to_vec()),
        _ => (Role::PointTitle, title.to_vec()),
    };
    Paragraph { number: Some(Number { bold: true, ..number }), ..Paragraph::new(role, text, span) }
}

/// Adds a numbered paragraph and what is below it: khoản stand in the flow, điểm make a list.
fn push_numbered(out: &mut Vec<Block>, text: RichText, number: Number, below: Vec<Block>, span: Span) {
    let role = if number.level >= 2 { Role::Point } else { Role::Clause };
    let bold = matches!(text.first(), Some(Inline::Text { bold: true, .. }));
    let number = Number { bold, ..number };
    let paragraph = Paragraph { number: Some(number), ..Paragraph::new(role, text, Some(span)) };
    match role {
        Role::Point => push_item(out, ListItem { paragraph, below }),
        _ => {
            push(out, paragraph);
            out.extend(below);
        }
    }
}

/// Whether some nodes are mục.
pub(super) fn has_titles(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| matches!(node.kind, NodeKind::Titled(..)))
}

/// How many numbers some nodes take.
pub(super) fn count(nodes: &[Node]) -> usize {
    nodes.iter().filter(|node| node.kind.is_numbered()).count()
}

/// Adds a paragraph of the flow.
pub(super) fn push(out: &mut Vec<Block>, paragraph: Paragraph) {
    out.push(Block::Paragraph(paragraph));
}

/// Adds an item to the list at the end, if there is one of its kind, else begins a list.
pub(crate) fn push_item(out: &mut Vec<Block>, item: ListItem) {
    if let Some(Block::List { items }) = out.last_mut()
        && items.last().is_some_and(|last| last.paragraph.role == item.paragraph.role)
    {
        items.push(item);
        return;
    }
    out.push(Block::List { items: vec![item] });
}

/// A paragraph as the plan sets it.
fn aligned(text: RichText, align: plan::Align, span: Span) -> Paragraph {
    let (role, align) = match align {
        plan::Align::Justify => (Role::Body, None),
        plan::Align::Center => (Role::Centered, None),
        other => (Role::Body, Some(other.into())),
    };
    Paragraph { align, ..Paragraph::new(role, text, Some(span)) }
}

/// A text behind the mark that is printed before it.
pub(crate) fn marked(mark: &str, text: &[Inline]) -> RichText {
    merged(std::iter::once(Inline::plain(mark)).chain(text.iter().cloned()))
}

/// Adds the dashes among some nodes; below another dash they are "+ ".
fn dashes(out: &mut Vec<Block>, nodes: &[Node], depth: usize) {
    for node in nodes {
        if let NodeKind::Dash(text, below) = &node.kind {
            push_item(out, dash(text, below, node.span, depth));
        }
    }
}

fn dash(text: &[Inline], below: &[Node], span: Span, depth: usize) -> ListItem {
    let (role, mark) = if depth == 0 { (Role::Dash, "- ") } else { (Role::SubDash, "+ ") };
    let mut blocks = Vec::new();
    dashes(&mut blocks, below, depth + 1);
    ListItem { paragraph: Paragraph::new(role, marked(mark, text), Some(span)), below: blocks }
}

/// "**Cơ quan chỉ đạo:** Ủy ban nhân dân…": a colon after a lead that has no mark of its own.
fn with_lead(lead: &[Inline], text: &[Inline]) -> RichText {
    let mut out = bold(lead);
    if !ends_with_mark(lead) {
        out.push(Inline::bold(":"));
    }
    if !text.is_empty() {
        out.push(Inline::plain(" "));
        out.extend_from_slice(text);
    }
    merged(out)
}
