//! Document → what the templates read: lines are broken and lengths turned into points here.

use super::data::{self, Block, Cell, Data, Line, Note, Part, Pt, Row, Run, Shared, Stamp};
use crate::backend::pitch;
use crate::decree::units::Length;
use crate::document::{self, Align, Document, Layout, Number, Paragraph, Pitch, Role, Style, Table};
use crate::text::Inline;
use crate::typeset::{Face, Fill, Measure, ascent, break_lines, single_pitch};

/// The name the fonts that stand for [`Layout::font`] have in their files.
const FONT: &str = "Liberation Serif";

/// The size of a footnote's mark against the text.
const NOTE_MARK: f64 = 0.58;

/// A document ready to be drawn, as JSON.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// The text of `data.json`.
    pub data: String,
    /// The text of `layout.json`.
    pub layout: String,
}

impl Drawing {
    /// Breaks all lines and gathers all lengths.
    #[expect(clippy::expect_used, reason = "plain data with names as keys always becomes JSON")]
    pub fn new(document: &Document) -> Self {
        let layout = &document.layout;
        let mut drawer =
            Drawer { layout, next_note: 1, level: 0, page_height: Length::ZERO, page_width: Length::ZERO };
        let shared = Shared {
            font: FONT,
            styles: layout.styles.iter().map(|(role, one)| (*role, style(one))).collect(),
            rule: data::Rule { weight: layout.rule_weight.to_pt(), gap: layout.rule_gap.to_pt() },
            cell_margin: layout.cell_margin.to_pt(),
            table_gap: pitch(layout.style(Role::TableEnd)).to_pt(),
            note_mark: NOTE_MARK,
        };
        let data = Data { parts: document.parts.iter().map(|part| drawer.part(part)).collect() };
        Self {
            data: serde_json::to_string(&data).expect("plain data"),
            layout: serde_json::to_string(&shared).expect("plain data"),
        }
    }
}

/// How a role is drawn.
pub(super) fn style(one: &Style) -> data::Style {
    // A word processor puts what a multiple has over the single line below each line, and drops it at
    // the end of a page: so it is room between lines and after the paragraph, not part of a line.
    let single = single_pitch(one.size);
    let leading = match one.pitch {
        Pitch::Multiple(_) => pitch(one) - single,
        Pitch::Exactly(_) => Length::ZERO,
    };
    let top = match one.pitch {
        Pitch::Multiple(_) => ascent(one.size),
        Pitch::Exactly(length) => length - (single - ascent(one.size)),
    };
    let bottom = single - ascent(one.size);
    data::Style {
        size: one.size.to_pt(),
        bold: one.bold,
        italic: one.italic,
        align: one.align,
        first: one.first_line.to_pt(),
        left: one.left.to_pt(),
        before: one.before.to_pt(),
        after: (one.after + leading).to_pt(),
        leading: leading.to_pt(),
        top: top.to_pt(),
        bottom: -bottom.to_pt(),
        sticky: one.keep_next,
    }
}

/// What stays with the signature is as high as this part of a page at most.
const TAIL: f64 = 0.8;

/// Whether one of the headings calls a footnote.
fn calls_note(held: &[Block]) -> bool {
    held.iter().any(|block| match block {
        Block::Paragraph(one) => {
            one.lines.iter().flat_map(|line| &line.runs).any(|run| matches!(run, Run::Note { .. }))
        }
        _ => false,
    })
}

fn words(text: String, bold: bool, italic: bool) -> Run {
    match bold || italic {
        true => Run::Words { text, bold, italic },
        false => Run::Plain(text),
    }
}

struct Drawer<'a> {
    layout: &'a Layout,
    next_note: usize,
    /// Level of the last heading.
    level: u8,
    /// Height of the text on the pages of the part.
    page_height: Length,
    /// Width of the text on the pages of the part.
    page_width: Length,
}

impl Drawer<'_> {
    fn part(&mut self, part: &document::Part) -> Part {
        let document::Page { width, height, top, bottom, left, right, header } = part.page;
        let measure = part.page.text_width();
        self.page_height = height - top - bottom;
        self.page_width = measure;
        Part {
            page: data::Page {
                width: width.to_pt(),
                height: height.to_pt(),
                header: header.to_pt(),
                top: top.to_pt(),
                bottom: bottom.to_pt(),
                left: left.to_pt(),
                right: right.to_pt(),
            },
            circulation: part.circulation.as_ref().map(|stamp| self.stamp(stamp)),
            contact: self.paragraphs(&part.contact, measure),
            blocks: self.with_tail(&part.blocks, measure),
        }
    }

    /// The blocks of a part. What stays with the block of the signature is drawn as one with it: Typst keeps a
    /// paragraph with the next block, but not a whole chain of them.
    fn with_tail(&mut self, blocks: &[document::Block], measure: Length) -> Vec<Block> {
        let mut drawn: Vec<Block> = blocks.iter().map(|block| self.block(block, measure)).collect();
        let mut tail = Vec::new();
        if matches!(drawn.last(), Some(Block::Closing { whole: true, .. })) {
            tail.extend(drawn.pop());
            while let Some(kept) = self.pop_kept(&mut drawn) {
                tail.insert(0, kept);
            }
        }
        let mut out = self.grouped(drawn);
        match self.block_height(&tail) < self.page_height.scale(TAIL) {
            true if tail.len() > 1 => out.push(Block::Group { blocks: tail }),
            _ => out.extend(tail),
        }
        out
    }

    /// Takes the last block off, or the last item of a list, if it stays with what follows.
    fn pop_kept(&self, drawn: &mut Vec<Block>) -> Option<Block> {
        let keeps = |one: &data::Paragraph| one.keep || self.layout.style(one.role).keep_next;
        match drawn.last_mut()? {
            Block::Paragraph(one) if keeps(one) => drawn.pop(),
            Block::List { items } => {
                let last = items.last_mut()?;
                if !last.below.is_empty() {
                    return self.pop_kept(&mut last.below);
                }
                if !keeps(&last.paragraph) {
                    return None;
                }
                let last = items.split_off(items.len() - 1);
                if items.is_empty() {
                    drawn.pop();
                }
                Some(Block::List { items: last })
            }
            _ => None,
        }
    }

    /// Height of blocks, with the gaps below their paragraphs.
    fn block_height(&self, blocks: &[Block]) -> Length {
        let one = |one: &data::Paragraph| {
            let style = self.layout.style(one.role);
            pitch(style).scale(one.lines.len() as f64) + style.before + style.after
        };
        blocks
            .iter()
            .map(|block| match block {
                Block::Paragraph(paragraph) => one(paragraph),
                Block::List { items } => {
                    items.iter().map(|item| one(&item.paragraph) + self.block_height(&item.below)).sum()
                }
                Block::Closing { left, right, .. } => {
                    let column = |all: &[data::Paragraph]| all.iter().map(one).sum::<Length>();
                    column(left).max(column(right))
                }
                Block::Group { blocks } => self.block_height(blocks),
                _ => Length::ZERO,
            })
            .sum()
    }

    fn blocks(&mut self, blocks: &[document::Block], measure: Length) -> Vec<Block> {
        let drawn = blocks.iter().map(|block| self.block(block, measure)).collect();
        self.grouped(drawn)
    }

    fn block(&mut self, block: &document::Block, measure: Length) -> Block {
        match block {
            document::Block::Paragraph(paragraph) => Block::Paragraph(self.paragraph(paragraph, measure)),
            document::Block::List { items } => Block::List {
                items: items
                    .iter()
                    .map(|item| data::Item {
                        paragraph: self.paragraph(&item.paragraph, measure),
                        below: self.blocks(&item.below, measure),
                    })
                    .collect(),
            },
            document::Block::Head(head) => {
                let [left, right] = head.columns;
                Block::Head {
                    columns: head.columns.map(Length::to_pt),
                    issuer: self.paragraphs(&head.issuer, left),
                    nation: self.paragraphs(&head.nation, right),
                    number: head.number.as_ref().map(|one| self.paragraph(one, left)),
                    place_date: head.place_date.as_ref().map(|one| self.paragraph(one, right)),
                    subject: head.subject.as_ref().map(|one| self.paragraph(one, left)),
                }
            }
            document::Block::Stamps { stamps } => {
                Block::Stamps { stamps: stamps.iter().map(|stamp| self.stamp(stamp)).collect() }
            }
            document::Block::Closing(closing) => {
                let [left, right] = closing.columns;
                let at_left = self.paragraphs(&closing.left, left);
                Block::Closing {
                    columns: closing.columns.map(Length::to_pt),
                    whole: closing.whole,
                    left: at_left,
                    right: self.paragraphs(&closing.right, right),
                }
            }
            document::Block::Table(table) => self.table(table, measure),
        }
    }

    /// Joins a heading with the paragraph below it where one of them calls a footnote: Typst forgets that a
    /// heading keeps with the next block when a note does not fit and moves that block on, and leaves the note of a
    /// heading that moves on where it was.
    fn grouped(&self, blocks: Vec<Block>) -> Vec<Block> {
        let mut out = Vec::new();
        let mut held: Vec<Block> = Vec::new();
        for block in blocks {
            match block {
                Block::Paragraph(one) if self.layout.style(one.role).keep_next => {
                    held.push(Block::Paragraph(one));
                }
                Block::Paragraph(one) if !held.is_empty() && (one.whole || calls_note(&held)) => {
                    held.push(Block::Paragraph(one));
                    out.push(Block::Group { blocks: std::mem::take(&mut held) });
                }
                Block::List { mut items }
                    if !held.is_empty() && (items[0].paragraph.whole || calls_note(&held)) =>
                {
                    let rest = items.split_off(1);
                    held.push(Block::List { items });
                    out.push(Block::Group { blocks: std::mem::take(&mut held) });
                    if !rest.is_empty() {
                        out.push(Block::List { items: rest });
                    }
                }
                other => {
                    out.append(&mut held);
                    out.push(other);
                }
            }
        }
        out.append(&mut held);
        out
    }

    fn paragraphs(&mut self, all: &[Paragraph], measure: Length) -> Vec<data::Paragraph> {
        all.iter().map(|one| self.paragraph(one, measure)).collect()
    }

    fn stamp(&mut self, stamp: &document::Stamp) -> Stamp {
        Stamp {
            paragraph: self.paragraph(&stamp.paragraph, stamp.width),
            width: stamp.width.to_pt(),
            height: stamp.height.to_pt(),
            red: stamp.red,
        }
    }

    fn table(&mut self, table: &Table, measure: Length) -> Block {
        Block::Table {
            caption: table.caption.as_ref().map(|caption| self.paragraph(caption, measure)),
            widths: table.widths.iter().map(|width| width.to_pt()).collect(),
            head: self.row(&table.head, &table.widths),
            rows: table.rows.iter().map(|row| self.row(row, &table.widths)).collect(),
        }
    }

    fn row(&mut self, row: &document::Row, widths: &[Length]) -> Row {
        let mut column = 0;
        let margins = self.layout.cell_margin + self.layout.cell_margin;
        let cells = row.cells.iter().map(|cell| {
            let width: Length = widths[column..column + cell.columns].iter().copied().sum();
            column += cell.columns;
            Cell { paragraph: self.paragraph(&cell.paragraph, width - margins), columns: cell.columns }
        });
        let cells: Vec<Cell> = cells.collect();
        let height = cells.iter().map(|cell| self.height(std::slice::from_ref(&cell.paragraph))).max();
        Row { whole: self.stays_whole(height.unwrap_or_default()), cells }
    }

    fn paragraph(&mut self, one: &Paragraph, width: Length) -> data::Paragraph {
        let style = self.layout.style(one.role);
        let number = one.number.as_ref().map(|number| self.number(number, one.role));
        let number_width = number.as_ref().map_or(Length::ZERO, |(_, width)| *width);
        let align = if one.ragged && style.align == Align::Justify { Align::Left } else { style.align };
        let lines = self.lines(&one.text, style, align, width - style.left, style.first_line + number_width);
        let height = pitch(style).scale(lines.len() as f64);
        data::Paragraph {
            role: one.role,
            lines,
            number: number.map(|(run, _)| run),
            level: style.outline.map(|outline| self.heading(outline)),
            rule: one.rule.map(Length::to_pt),
            keep: one.keep,
            whole: self.stays_whole(height) && (one.whole || one.keep || style.keep_next),
        }
    }

    /// What stays whole moves to the next page as one; more than half a page breaks all the same, as
    /// in a word processor, so that nothing runs off the page.
    fn stays_whole(&self, height: Length) -> bool {
        height < self.page_height.scale(0.5)
    }

    /// Height of paragraphs in a column, gaps left out.
    fn height(&self, paragraphs: &[data::Paragraph]) -> Length {
        let one = |one: &data::Paragraph| pitch(self.layout.style(one.role)).scale(one.lines.len() as f64);
        paragraphs.iter().map(one).sum()
    }

    /// The level of a heading of this depth.
    fn heading(&mut self, outline: u8) -> u8 {
        self.level = outline.min(self.level + 1);
        self.level
    }

    /// The number and the space after it. In Word the
    /// space belongs to the number and does not stretch; here it stands before the lines.
    fn number(&self, number: &Number, role: Role) -> (Run, Length) {
        let style = self.layout.style(role);
        let text = format!("{} ", number.text);
        let width = Face::of(number.bold, style.italic).width(&text, style.size);
        (words(text, number.bold, false), width)
    }

    fn lines(
        &mut self,
        text: &[Inline],
        style: &Style,
        align: Align,
        width: Length,
        first_less: Length,
    ) -> Vec<Line> {
        let justified = align == Align::Justify;
        let fill = if self.layout.shrink && justified { Fill::Shrink } else { Fill::Greedy };
        let measure =
            Measure { width, first_less, size: style.size, bold: style.bold, italic: style.italic, fill };
        break_lines(text, &measure, self.next_note)
            .into_iter()
            .map(|line| Line {
                runs: line.pieces.into_iter().map(|piece| self.run(piece)).collect(),
                stretch: if justified { line.stretch.to_pt() } else { Pt::default() },
                space: line.space_after,
            })
            .collect()
    }

    fn run(&mut self, piece: Inline) -> Run {
        match piece {
            // The font has no no-break hyphen; lines are broken already.
            Inline::Text { text, bold, italic } => words(text.replace('\u{2011}', "-"), bold, italic),
            Inline::Note { note } => {
                let number = self.next_note.to_string();
                self.next_note += 1;
                let style = self.layout.style(Role::Footnote);
                let mark = Face::Regular.width(&number, style.size.scale(NOTE_MARK))
                    + Face::Regular.width(" ", style.size);
                // At the foot of the page, also where it is called in a cell.
                let lines = self.lines(&note, style, style.align, self.page_width, mark);
                Run::Note { number, note: Note { lines } }
            }
            Inline::Break => Run::Plain(String::new()),
        }
    }
}
