//! Parts of forms: lines to fill in, boxes, columns side by side, who signs.

use super::body::{NodeWriter, marked, push, push_item};
use super::closing::{PADDING, signer};
use super::columns::columns;
use super::end::keep_last;
use super::even::centered;
use super::letterhead::{Letterhead, nation, place_date};
use super::widths::shares;
use super::{day_words, gap};
use crate::decree::text;
use crate::document::{Align, Block, Cell, Layout, ListItem, Paragraph, Role};
use crate::length::Length;
use crate::plan::{self, Form, Node, NodeKind, Signing};
use crate::source::Span;
use crate::text::{Inline, NO_BREAK_SPACE, RichText, merged};
use crate::typeset::{Fill, Measure, break_lines, natural_width};

/// A line of dots is no shorter.
const LEAST_FILL: Length = Length::mm(15);
/// Between parts side by side.
const GUTTER: Length = Length::mm(5);
/// The box before a choice: the one of the font, and of Times New Roman.
const BOX: &str = "□ ";

impl NodeWriter<'_> {
    /// Adds the blocks of a part of a form.
    pub(crate) fn form(&mut self, form: &Form, span: Span, out: &mut Vec<Block>) {
        let width = self.page.text_width();
        match form {
            Form::Fill(labels) => {
                let lines = fills(labels, Role::FillLine, width, span, self.layout);
                lines.into_iter().for_each(|line| push(out, line));
            }
            Form::Blank(count) => blanks(*count, width, span).for_each(|line| push(out, line)),
            Form::Check(choices) => {
                for choice in choices {
                    let paragraph = Paragraph::new(Role::CheckItem, marked(BOX, choice), Some(span));
                    push_item(out, ListItem { paragraph, below: Vec::new() });
                }
            }
            Form::Columns(cells, weights) => self.side_by_side(cells, weights, out),
            Form::Signatures(all) => self.signatures(all, out),
            Form::Letterhead(head) => self.letterhead(head, span, out),
            Form::PageBreak => out.push(Block::PageBreak),
        }
    }

    fn letterhead(&mut self, head: &plan::Letterhead, span: Span, out: &mut Vec<Block>) {
        match &head.name {
            None => nation(self.layout).into_iter().for_each(|line| push(out, line)),
            Some(name) => {
                let (month, year) = head.month_and_year().unzip();
                let place_date = (head.place.is_some() || head.day.is_some())
                    .then(|| place_date(head.place.as_ref(), &day_words(head.date(), month, year)));
                let number =
                    head.number.as_ref().map(|number| format!("{} {}", text::NUMBER_LABEL, number.value));
                let top = Letterhead {
                    parent: &head.parent,
                    name: std::slice::from_ref(name),
                    number,
                    place_date,
                    span,
                };
                let Some((widths, rows)) = top.rows(self.layout, self.page, self.sink) else { return };
                out.push(Block::Columns(columns(widths.into(), rows, self.layout, self.page)));
            }
        }
        // As high as the gap above a title.
        push(out, gap());
        push(out, gap());
    }

    fn side_by_side(&mut self, cells: &[Vec<Node>], weights: &[f64], out: &mut Vec<Block>) {
        let gutters = GUTTER.scale((cells.len() - 1) as f64);
        let own = shares(weights, self.page.text_width() - gutters);
        let (mut widths, mut row) = (Vec::new(), Vec::<Cell>::new());
        for (cell, width) in cells.iter().zip(own) {
            if !widths.is_empty() {
                widths.push(GUTTER);
                row.push(Vec::new().into());
            }
            widths.push(width);
            let mut lines = Vec::new();
            column(cell, "- ", width, self.layout, &mut lines);
            row.push(lines.into());
        }
        out.push(Block::Columns(columns(widths, vec![row], self.layout, self.page)));
        push(out, gap());
    }

    /// Titles, notes and names in a row each, so that they stand beside each other; they stay on a page, with the
    /// line above them. One signer alone signs at the right.
    fn signatures(&mut self, all: &[Signing], out: &mut Vec<Block>) {
        let empty = usize::from(all.len() == 1);
        let count = all.len() + empty;
        let widths = shares(&vec![1.0; count], self.page.text_width());
        let room = widths[0] - PADDING;
        let centred = |role, words: &str, shown, span| {
            let paragraph = centered(role, words, shown, Some(span), self.layout, room);
            Cell::from(vec![Paragraph { keep: true, ..paragraph }])
        };
        let title =
            |one: &Signing| centred(Role::Authority, &one.title.value, str::to_uppercase, one.title.span);
        let note = |one: &Signing| match &one.note {
            Some(note) => centred(Role::SigningNote, &note.value, str::to_owned, note.span),
            None => Vec::new().into(),
        };
        let name = |one: &Signing| Cell::from(vec![signer(one.name.as_deref())]);
        let row = |cell: &dyn Fn(&Signing) -> Cell| -> Vec<Cell> {
            let none = std::iter::repeat_with(|| Vec::new().into()).take(empty);
            none.chain(all.iter().map(cell)).collect()
        };
        let mut rows = vec![row(&title)];
        if all.iter().any(|one| one.note.is_some()) {
            rows.push(row(&note));
        }
        rows.push(row(&name));
        keep_last(out);
        out.push(Block::Columns(columns(widths, rows, self.layout, self.page)));
        push(out, gap());
    }
}

/// The lines of a column.
fn column(nodes: &[Node], dash: &str, width: Length, layout: &Layout, out: &mut Vec<Paragraph>) {
    for Node { span, kind } in nodes {
        let line = |text: RichText| Paragraph::new(Role::FormLine, text, Some(*span));
        match kind {
            NodeKind::Dash(text, below) => {
                out.push(line(marked(dash, text)));
                column(below, "+ ", width, layout, out);
            }
            NodeKind::Note(text, below) => {
                out.push(line(marked("* ", text)));
                column(below, "+ ", width, layout, out);
            }
            NodeKind::Paragraph(texts, align, below) => {
                let align = match align {
                    plan::Align::Center => Some(Align::Center),
                    plan::Align::Right => Some(Align::Right),
                    plan::Align::Left | plan::Align::Justify => None,
                };
                out.extend(texts.iter().map(|text| Paragraph { align, ..line(text.clone()) }));
                column(below, "- ", width, layout, out);
            }
            NodeKind::Form(Form::Fill(labels)) => {
                out.extend(fills(labels, Role::FormLine, width, *span, layout));
            }
            NodeKind::Form(Form::Blank(count)) => out.extend(blanks(*count, width, *span)),
            NodeKind::Form(Form::Check(choices)) => {
                out.extend(choices.iter().map(|choice| line(marked(BOX, choice))));
            }
            // Nothing else stands in a column.
            NodeKind::Titled(..)
            | NodeKind::Lead(..)
            | NodeKind::Numbered(..)
            | NodeKind::Table(_)
            | NodeKind::Form(_) => {}
        }
    }
}

/// Empty lines to fill in, from the left margin to the right.
fn blanks(count: u32, width: Length, span: Span) -> impl Iterator<Item = Paragraph> {
    let line = Paragraph::new(Role::FormLine, vec![Inline::Fill], Some(span));
    std::iter::repeat_n(Paragraph { stops: vec![width], ..line }, count as usize)
}

/// What is asked, as many on a line as have room for an answer.
fn fills(labels: &[RichText], role: Role, width: Length, span: Span, layout: &Layout) -> Vec<Paragraph> {
    let style = layout.style(role);
    let first = style.first_line;
    let natural = |label: &RichText| {
        let words = [label.as_slice(), &[Inline::plain("  ")]].concat();
        natural_width(&words, style.bold, style.italic, style.size)
    };
    let mut lines: Vec<Vec<&RichText>> = Vec::new();
    let mut used = Length::ZERO;
    for label in labels {
        let needed = natural(label) + LEAST_FILL;
        let is_broken = |label: &RichText| label.contains(&Inline::Break);
        match lines.last_mut() {
            Some(line)
                if first + used + needed <= width
                    && !is_broken(label)
                    && !line.iter().any(|one| is_broken(one)) =>
            {
                line.push(label);
                used = used + needed;
            }
            _ => {
                lines.push(vec![label]);
                used = needed;
            }
        }
    }
    let paragraph = |line: Vec<&RichText>| {
        let (text, stops) = match line.as_slice() {
            [one] => (alone(one, width, first, role, layout), vec![width]),
            all => together(all, &natural, width, first),
        };
        Paragraph { stops, ..Paragraph::new(role, text, Some(span)) }
    };
    lines.into_iter().map(paragraph).collect()
}

/// A label of one line or more; its dots have a line of their own where its last line leaves them no room.
fn alone(label: &RichText, width: Length, first_less: Length, role: Role, layout: &Layout) -> RichText {
    let style = layout.style(role);
    let (size, bold, italic) = (style.size, style.bold, style.italic);
    let measure = Measure { width, first_less, size, bold, italic, fill: Fill::Greedy };
    let lines = break_lines(label, &measure, 1);
    let used = lines.last().map_or(Length::ZERO, |line| natural_width(&line.pieces, bold, italic, size));
    let indent = if lines.len() == 1 { first_less } else { Length::ZERO };
    let between = match indent + used + LEAST_FILL > width {
        true => Inline::Break,
        false => Inline::plain(NO_BREAK_SPACE),
    };
    merged(label.iter().cloned().chain([between, Inline::Fill]))
}

/// Several labels on a line, whose dots are of one length.
fn together(
    labels: &[&RichText],
    natural: &dyn Fn(&RichText) -> Length,
    width: Length,
    first: Length,
) -> (RichText, Vec<Length>) {
    let words: Length = labels.iter().map(|label| natural(label)).sum();
    let fill = (width - first - words).scale(1.0 / labels.len() as f64);
    let (mut text, mut stops, mut at) = (RichText::new(), Vec::new(), first);
    for (n, label) in labels.iter().enumerate() {
        if n > 0 {
            text.push(Inline::plain(" "));
        }
        text.extend(label.iter().cloned());
        text.extend([Inline::plain(NO_BREAK_SPACE), Inline::Fill]);
        at = at + natural(label) + fill;
        stops.push(Length::twips(at.to_twips()));
    }
    if let Some(last) = stops.last_mut() {
        *last = width;
    }
    (merged(text), stops)
}
