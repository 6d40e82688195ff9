//! The document as the Typst templates see it: lengths in points, lines already broken.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::decree::units::Length;
use crate::document::{
    Align, Block, Document, Layout, Number, Page, Paragraph, Part, Pitch, Role, Stamp, Style, Table,
};
use crate::text::Inline;
use crate::typeset::{Face, Fill, Measure, ascent, break_lines, single_pitch};

/// The name the fonts that stand for [`Layout::font`] have in their files.
const FONT: &str = "Liberation Serif";

/// The size of a footnote's mark against the text.
const NOTE_MARK: f64 = 0.58;

/// PDF/A asks for a date of creation; no clock may be read, so a document without a date has this one.
const NO_DATE: (i32, u32, u32) = (1970, 1, 1);

/// A document ready to be drawn.
#[derive(Clone, Debug)]
pub struct Drawing(Value);

impl Drawing {
    /// Breaks all lines and gathers all lengths.
    pub fn new(document: &Document) -> Self {
        let layout = &document.layout;
        let mut drawer = Drawer { layout, next_note: 1 };
        let parts: Vec<Value> = document.parts.iter().map(|part| drawer.part(part)).collect();
        let styles: BTreeMap<String, Value> =
            layout.styles.iter().map(|(role, one)| (name(*role), style(one))).collect();
        let meta = &document.meta;
        Self(json!({
            "meta": {
                "title": meta.title,
                "author": meta.author,
                "subject": meta.subject,
                "keywords": meta.keywords,
                "date": meta.date.or(meta.year.map(|year| (year, 1, 1))).unwrap_or(NO_DATE),
            },
            "font": FONT,
            "styles": styles,
            "rule": { "weight": layout.rule_weight.to_pt(), "gap": layout.rule_gap.to_pt() },
            "cell-margin": layout.cell_margin.to_pt(),
            "table-gap": pitch(layout.style(Role::TableEnd)).to_pt(),
            "note-mark": NOTE_MARK,
            "parts": parts,
        }))
    }

    /// As text.
    pub fn to_json(&self) -> String {
        self.0.to_string()
    }
}

fn name(role: Role) -> String {
    serde_json::to_value(role).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

/// From baseline to baseline.
fn pitch(style: &Style) -> Length {
    match style.pitch {
        Pitch::Multiple(factor) => single_pitch(style.size).scale(factor),
        Pitch::Exactly(length) => length,
    }
}

fn style(one: &Style) -> Value {
    // A line's box: what is over the font's own line goes above the text, the line gap below it.
    let bottom = single_pitch(one.size) - ascent(one.size);
    let top = pitch(one) - bottom;
    json!({
        "size": one.size.to_pt(),
        "bold": one.bold,
        "italic": one.italic,
        "align": one.align,
        "first": one.first_line.to_pt(),
        "left": one.left.to_pt(),
        "before": one.before.to_pt(),
        "after": one.after.to_pt(),
        "top": top.to_pt(),
        "bottom": -bottom.to_pt(),
        "sticky": one.keep_next,
        "outline": one.outline,
    })
}

/// Words; a style is named only where they have one beside their role's.
fn run(text: &str, bold: bool, italic: bool) -> Value {
    let mut out = json!({ "text": text });
    for (name, is_set) in [("bold", bold), ("italic", italic)] {
        if is_set {
            out[name] = true.into();
        }
    }
    out
}

struct Drawer<'a> {
    layout: &'a Layout,
    next_note: usize,
}

impl Drawer<'_> {
    fn part(&mut self, part: &Part) -> Value {
        let Page { width, height, top, bottom, left, right, header } = part.page;
        let measure = part.page.text_width();
        json!({
            "page": {
                "width": width.to_pt(), "height": height.to_pt(), "header": header.to_pt(),
                "top": top.to_pt(), "bottom": bottom.to_pt(), "left": left.to_pt(), "right": right.to_pt(),
            },
            "circulation": part.circulation.as_ref().map(|stamp| self.stamp(stamp)),
            "contact": part.contact.iter().map(|one| self.paragraph(one, measure)).collect::<Vec<_>>(),
            "blocks": self.blocks(&part.blocks, measure),
        })
    }

    fn blocks(&mut self, blocks: &[Block], measure: Length) -> Value {
        blocks.iter().map(|block| self.block(block, measure)).collect()
    }

    fn block(&mut self, block: &Block, measure: Length) -> Value {
        match block {
            Block::Paragraph(paragraph) => {
                let mut out = self.paragraph(paragraph, measure);
                out["type"] = "paragraph".into();
                out
            }
            Block::List { items } => json!({
                "type": "list",
                "items": items.iter().map(|item| json!({
                    "paragraph": self.paragraph(&item.paragraph, measure),
                    "below": self.blocks(&item.below, measure),
                })).collect::<Vec<_>>(),
            }),
            Block::Head(head) => {
                let [left, right] = head.columns;
                json!({
                    "type": "head",
                    "columns": [left.to_pt(), right.to_pt()],
                    "issuer": self.paragraphs(&head.issuer, left),
                    "nation": self.paragraphs(&head.nation, right),
                    "number": self.paragraph(&head.number, left),
                    "place_date": self.paragraph(&head.place_date, right),
                })
            }
            Block::Stamps { stamps } => json!({
                "type": "stamps",
                "stamps": stamps.iter().map(|stamp| self.stamp(stamp)).collect::<Vec<_>>(),
            }),
            Block::Closing(closing) => {
                let [left, right] = closing.columns;
                json!({
                    "type": "closing",
                    "columns": [left.to_pt(), right.to_pt()],
                    "recipients": self.paragraphs(&closing.recipients, left),
                    "signature": self.paragraphs(&closing.signature, right),
                })
            }
            Block::Table(table) => self.table(table, measure),
        }
    }

    fn paragraphs(&mut self, all: &[Paragraph], measure: Length) -> Value {
        all.iter().map(|one| self.paragraph(one, measure)).collect()
    }

    fn stamp(&mut self, stamp: &Stamp) -> Value {
        json!({
            "paragraph": self.paragraph(&stamp.paragraph, stamp.width),
            "width": stamp.width.to_pt(),
            "height": stamp.height.to_pt(),
            "red": stamp.red,
        })
    }

    fn table(&mut self, table: &Table, measure: Length) -> Value {
        let mut row = |cells: &[crate::document::TableCell]| {
            let mut column = 0;
            let cells: Vec<Value> = cells
                .iter()
                .map(|cell| {
                    let width: Length = table.widths[column..column + cell.columns].iter().copied().sum();
                    column += cell.columns;
                    let inner = width - self.layout.cell_margin - self.layout.cell_margin;
                    json!({ "paragraph": self.paragraph(&cell.paragraph, inner), "columns": cell.columns })
                })
                .collect();
            json!({ "cells": cells })
        };
        let head = row(&table.head.cells);
        let rows: Vec<Value> = table.rows.iter().map(|one| row(&one.cells)).collect();
        json!({
            "type": "table",
            "caption": table.caption.as_ref().map(|caption| self.paragraph(caption, measure)),
            "widths": table.widths.iter().map(|width| width.to_pt()).collect::<Vec<_>>(),
            "head": head,
            "rows": rows,
        })
    }

    fn paragraph(&mut self, one: &Paragraph, width: Length) -> Value {
        let style = self.layout.style(one.role);
        let number = one.number.as_ref().map(|number| self.number(number, one));
        let number_width = number.as_ref().map_or(Length::ZERO, |(_, width)| *width);
        let first_less = style.first_line + number_width;
        let lines = self.lines(&one.text, style, width - style.left, first_less);
        json!({
            "role": name(one.role),
            "number": number.map(|(run, _)| run),
            "lines": lines,
            "rule": one.rule.map(Length::to_pt),
            "keep": one.keep,
            "whole": one.whole,
        })
    }

    /// The number and the space after it: bold where the role or the first words are. The space is a
    /// no-break one: it belongs to the number and does not stretch.
    fn number(&self, number: &Number, paragraph: &Paragraph) -> (Value, Length) {
        let style = self.layout.style(paragraph.role);
        let bold = style.bold || matches!(paragraph.text.first(), Some(Inline::Text { bold: true, .. }));
        let text = format!("{} ", number.text);
        let width = Face::of(bold, style.italic).width(&text, style.size);
        (run(&text, bold, false), width)
    }

    fn lines(&mut self, text: &[Inline], style: &Style, width: Length, first_less: Length) -> Value {
        let fill =
            if self.layout.shrink && style.align == Align::Justify { Fill::Shrink } else { Fill::Greedy };
        let measure =
            Measure { width, first_less, size: style.size, bold: style.bold, italic: style.italic, fill };
        let lines = break_lines(text, &measure, self.next_note);
        lines
            .iter()
            .map(|line| {
                let runs: Vec<Value> = line.pieces.iter().map(|piece| self.run(piece, width)).collect();
                let justified = style.align == Align::Justify;
                let stretch = if justified { line.stretch.to_pt() } else { 0.0 };
                json!({ "runs": runs, "stretch": stretch, "space": line.space_after })
            })
            .collect()
    }

    fn run(&mut self, piece: &Inline, width: Length) -> Value {
        match piece {
            Inline::Text { text, bold, italic } => {
                // The font has no no-break hyphen; lines are broken already.
                run(&text.replace('\u{2011}', "-"), *bold, *italic)
            }
            Inline::Note { note } => {
                let number = self.next_note.to_string();
                self.next_note += 1;
                let style = self.layout.style(Role::Footnote);
                let mark = Face::Regular.width(&number, style.size.scale(NOTE_MARK))
                    + Face::Regular.width(" ", style.size);
                let lines = self.lines(note, style, width, mark);
                json!({ "number": number, "note": { "lines": lines } })
            }
            Inline::Break => json!({ "text": "" }),
        }
    }
}
