//! The body: căn cứ, lời dẫn, and the numbered parts.

use super::table::table;
use super::wording::{Item, Nodes, Wording};
use super::{capitals, ends_with_mark};
use crate::decree::{point_letter, roman};
use crate::diag::{Diagnostic, Sink};
use crate::document::{Block, Layout, ListItem, Number, Page, Paragraph, Role};
use crate::plan::{Node, NodeKind, Numbering, Objectives, Plan};
use crate::say;
use crate::source::Span;
use crate::text::{Inline, RichText, merged};

/// Builds the blocks of the body.
pub fn body(plan: &Plan, wording: &Wording, layout: &Layout, page: &Page, sink: &mut Sink) -> Vec<Block> {
    let mut writer = Writer::new(plan, wording, layout, page, sink);
    let mut counter = Counter::default();
    writer.items(&wording.items, 0, &mut counter, "")
}

/// Makes blocks of nodes.
pub struct Writer<'a> {
    plan: &'a Plan,
    wording: &'a Wording,
    layout: &'a Layout,
    page: &'a Page,
    sink: &'a mut Sink,
}

/// How many numbered siblings there are, and how many came already.
#[derive(Default)]
pub struct Counter {
    done: usize,
    of: usize,
}

/// Numbered levels of each scheme: mục, khoản, điểm; decimal counts one deeper.
fn max_depth(numbering: Numbering) -> usize {
    match numbering {
        Numbering::Letters => 3,
        Numbering::Decimal => 4,
    }
}

/// A letter of Word's own counting up to this điểm; then comes đ.
const PLAIN_LETTERS: usize = 4;

impl<'a> Writer<'a> {
    /// A writer for one document.
    pub fn new(
        plan: &'a Plan,
        wording: &'a Wording,
        layout: &'a Layout,
        page: &'a Page,
        sink: &'a mut Sink,
    ) -> Self {
        Self { plan, wording, layout, page, sink }
    }

    fn items(&mut self, items: &[Item], depth: usize, counter: &mut Counter, parent: &str) -> Vec<Block> {
        counter.of = items.iter().map(|item| self.numbered_in(item)).sum();
        let mut out = Vec::new();
        for item in items {
            match item {
                Item::Basis(text, at) => {
                    let span = at.and_then(|at| self.plan.legal_basis.get(at)).map(|basis| basis.span());
                    push(&mut out, Paragraph::new(Role::LegalBasis, text.clone(), span));
                }
                Item::Paragraph(text, key) => {
                    let span = match key.as_deref() {
                        Some("preamble") => self.plan.preamble.as_ref().map(|text| text.span),
                        Some("closing") => self.plan.closing.as_ref().map(|text| text.span),
                        _ => None,
                    };
                    push(&mut out, Paragraph::new(Role::Body, text.clone(), span));
                }
                Item::Titled(title, below) => {
                    let number = self.number(depth, counter, parent);
                    let path = number.text.clone();
                    push(&mut out, self.heading(&[Inline::plain(title.as_str())], number, None));
                    out.extend(self.items(below, depth + 1, &mut Counter::default(), &path));
                }
                Item::Nodes(which) => {
                    let nodes = self.nodes_of(*which);
                    if *which == Nodes::Sections {
                        self.require_titles(nodes);
                    }
                    let blocks = self.nodes(nodes, depth, counter, parent);
                    out.extend(blocks);
                }
            }
        }
        out
    }

    fn nodes_of(&self, which: Nodes) -> &'a [Node] {
        match (which, &self.plan.objectives) {
            (Nodes::Objectives, Objectives::Together(list))
            | (Nodes::Purpose, Objectives::Apart(list, _))
            | (Nodes::Requirements, Objectives::Apart(_, list)) => list,
            (Nodes::SupportContents, _) => &self.plan.support_contents,
            (Nodes::Sections, _) => &self.plan.sections,
            (Nodes::Implementation, _) => &self.plan.implementation,
            _ => &[],
        }
    }

    /// How many numbers an item takes.
    fn numbered_in(&self, item: &Item) -> usize {
        match item {
            Item::Titled(..) => 1,
            Item::Nodes(which) => count(self.nodes_of(*which)),
            _ => 0,
        }
    }

    /// Mục have a tiêu đề.
    fn require_titles(&mut self, nodes: &[Node]) {
        for node in nodes.iter().filter(|node| !matches!(node.kind, NodeKind::Titled(..))) {
            self.sink.push(
                Diagnostic::error(
                    "section-title",
                    node.span,
                    say!("mỗi mục của sections phải có tiêu đề", "each of the sections has a title"),
                )
                .help(say!("viết thành: title: …, items: […]", "write: title: …, items: […]"))
                .clause("P1.II.6.d"),
            );
        }
    }

    /// The blocks of some nodes at `depth` (0: mục).
    pub fn nodes(&mut self, nodes: &[Node], depth: usize, counter: &mut Counter, parent: &str) -> Vec<Block> {
        if counter.of == 0 {
            counter.of = count(nodes);
        }
        let mut out = Vec::new();
        for node in nodes {
            match &node.kind {
                NodeKind::Dash(text, below) => push_item(&mut out, dash(text, below, node.span, 0)),
                NodeKind::Paragraph(texts, center) => {
                    let role = if *center { Role::Centered } else { Role::Body };
                    for text in texts {
                        push(&mut out, Paragraph::new(role, text.clone(), Some(node.span)));
                    }
                }
                NodeKind::Table(one) => {
                    out.push(Block::Table(table(one, &self.wording.total, self.layout, self.page)))
                }
                NodeKind::Titled(title, texts, below) => {
                    let number = self.numbered(depth, counter, parent, node.span);
                    let path = number.text.clone();
                    push(&mut out, self.heading(title, number, Some(node.span)));
                    for text in texts {
                        push(&mut out, Paragraph::new(Role::Body, text.clone(), Some(node.span)));
                    }
                    out.extend(self.nodes(below, depth + 1, &mut Counter::default(), &path));
                }
                NodeKind::Lead(lead, text, below) => {
                    let text = with_lead(lead, text);
                    self.numbered_paragraph(&mut out, text, below, depth, counter, parent, node.span);
                }
                NodeKind::Numbered(text, below) => {
                    self.numbered_paragraph(&mut out, text.clone(), below, depth, counter, parent, node.span);
                }
            }
        }
        out
    }

    #[expect(clippy::too_many_arguments, reason = "one node and its place in the count")]
    fn numbered_paragraph(
        &mut self,
        out: &mut Vec<Block>,
        text: RichText,
        below: &[Node],
        depth: usize,
        counter: &mut Counter,
        parent: &str,
        span: Span,
    ) {
        let number = self.numbered(depth, counter, parent, span);
        let path = number.text.clone();
        let role = if number.level >= 2 { Role::Point } else { Role::Clause };
        let paragraph = Paragraph { number: Some(number), ..Paragraph::new(role, text, Some(span)) };
        let below = self.nodes(below, depth + 1, &mut Counter::default(), &path);
        match role {
            Role::Point => push_item(out, ListItem { paragraph, below }),
            _ => {
                push(out, paragraph);
                out.extend(below);
            }
        }
    }

    fn heading(&self, title: &[Inline], number: Number, span: Option<Span>) -> Paragraph {
        let (role, text) = match number.level {
            0 => (Role::Section, capitals(title)),
            1 => (Role::ClauseTitle, title.to_vec()),
            _ => (Role::PointTitle, title.to_vec()),
        };
        Paragraph { number: Some(number), ..Paragraph::new(role, text, span) }
    }

    /// The next number, with a finding where the scheme has none so deep.
    fn numbered(&mut self, depth: usize, counter: &mut Counter, parent: &str, span: Span) -> Number {
        if depth >= max_depth(self.plan.settings.numbering) {
            self.sink.push(
                Diagnostic::error(
                    "too-deep",
                    span,
                    say!(
                        "đánh số quá sâu: sau điểm không còn bậc nào",
                        "numbered too deeply: there is no level below điểm"
                    ),
                )
                .help(say!("viết phần này thành gạch đầu dòng", "write it as a dash"))
                .clause("P1.II.6.c"),
            );
        }
        self.number(depth, counter, parent)
    }

    fn number(&self, depth: usize, counter: &mut Counter, parent: &str) -> Number {
        counter.done += 1;
        let n = counter.done;
        let (text, automatic) = match (depth, self.plan.settings.numbering) {
            (0, _) => (format!("{}.", roman(n)), true),
            (1, _) => (format!("{n}."), true),
            (_, Numbering::Decimal) => (format!("{parent}{n}."), true),
            (_, Numbering::Letters) => (format!("{})", point_letter(n)), counter.of <= PLAIN_LETTERS),
        };
        Number { text, level: depth, automatic }
    }
}

fn count(nodes: &[Node]) -> usize {
    nodes.iter().filter(|node| node.kind.is_numbered()).count()
}

fn push(out: &mut Vec<Block>, paragraph: Paragraph) {
    out.push(Block::Paragraph(paragraph));
}

/// Adds an item to the list at the end, if there is one of its kind, else begins a list.
fn push_item(out: &mut Vec<Block>, item: ListItem) {
    if let Some(Block::List { items }) = out.last_mut()
        && items.last().is_some_and(|last| last.paragraph.role == item.paragraph.role)
    {
        items.push(item);
        return;
    }
    out.push(Block::List { items: vec![item] });
}

fn dash(text: &[Inline], below: &[Node], span: Span, depth: usize) -> ListItem {
    let (role, mark) = if depth == 0 { (Role::Dash, "- ") } else { (Role::SubDash, "+ ") };
    let words = merged(std::iter::once(Inline::plain(mark)).chain(text.iter().cloned()));
    let mut blocks = Vec::new();
    for node in below {
        if let NodeKind::Dash(text, below) = &node.kind {
            push_item(&mut blocks, dash(text, below, node.span, depth + 1));
        }
    }
    ListItem { paragraph: Paragraph::new(role, words, Some(span)), below: blocks }
}

/// "**Cơ quan chỉ đạo:** Ủy ban nhân dân…": a colon after a lead that has no mark of its own.
fn with_lead(lead: &[Inline], text: &[Inline]) -> RichText {
    let mut out: RichText = lead
        .iter()
        .map(|inline| match inline {
            Inline::Text { text, italic, .. } => {
                Inline::Text { text: text.clone(), bold: true, italic: *italic }
            }
            other => other.clone(),
        })
        .collect();
    if !ends_with_mark(lead) {
        out.push(Inline::bold(":"));
    }
    if !text.is_empty() {
        out.push(Inline::plain(" "));
        out.extend_from_slice(text);
    }
    merged(out)
}
