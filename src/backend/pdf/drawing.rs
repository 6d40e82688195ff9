//! Document → what the templates read: lines are broken and lengths turned into points here.

use super::breaks::{Breaks, PageEnds, With};
use super::data::{
    self, ColumnCell, Data, DrawnBlock, DrawnCell, DrawnFrame, DrawnLine, DrawnPart, Note, Pt, Row, Run,
    Shared,
};
use super::divide::divide;
use super::fill::filled;
use super::together::Together;
use crate::backend::pitch;
use crate::document::{
    self, Align, Columns, Document, Layout, Number, Paragraph, Pitch, Place, Role, Style, Table, places,
};
use crate::length::Length;
use crate::text::Inline;
use crate::typeset::{Face, Fill, Measure, NOTE_MARK, ascent, break_lines, single_pitch};

/// The name the fonts that stand for [`Layout::font`] have in their files.
const FONT: &str = "Liberation Serif";

/// A document ready to be drawn, as JSON.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// The text of `data.json`.
    pub data: String,
    /// The text of `layout.json`.
    pub layout: String,
    /// What must stand on one page.
    pub(super) watches: Vec<PageEnds>,
}

impl Drawing {
    /// Breaks all lines and gathers all lengths.
    pub fn new(document: &Document) -> Self {
        Self::with(document, &Breaks::default())
    }

    /// As [`Drawing::new`], with pages that end before some rows of tables.
    #[expect(clippy::expect_used, reason = "plain data with names as keys always becomes JSON")]
    pub(super) fn with(document: &Document, breaks: &Breaks) -> Self {
        let layout = &document.layout;
        let mut drawer = Drawer {
            layout,
            breaks,
            watches: Vec::new(),
            sized: Vec::new(),
            next_mark: 0,
            last_row: None,
            next_note: 1,
            level: 0,
            page_height: Length::ZERO,
            page_width: Length::ZERO,
        };
        let data = Data { parts: document.parts.iter().map(|part| drawer.part(part)).collect() };
        let shared = Shared {
            font: FONT,
            styles: layout.styles.iter().map(|(role, one)| (*role, style(one))).collect(),
            rule: data::DrawnRule { weight: layout.rule_weight.to_pt(), gap: layout.rule_gap.to_pt() },
            cell_margin: layout.cell_margin.to_pt(),
            note_mark: NOTE_MARK,
            sized: drawer
                .sized
                .iter()
                .map(|(role, size)| style(&Style { size: *size, ..layout.style(*role).clone() }))
                .collect(),
        };
        Self {
            data: serde_json::to_string(&data).expect("plain data"),
            layout: serde_json::to_string(&shared).expect("plain data"),
            watches: drawer.watches,
        }
    }
}

/// How a role is drawn.
pub(super) fn style(one: &Style) -> data::DrawnStyle {
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
    data::DrawnStyle {
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

fn words(text: String, bold: bool, italic: bool) -> Run {
    match bold || italic {
        true => Run::Words { text, bold, italic },
        false => Run::Plain(text),
    }
}

struct Drawer<'a> {
    layout: &'a Layout,
    breaks: &'a Breaks,
    watches: Vec<PageEnds>,
    /// Roles in other sizes.
    sized: Vec<(Role, Length)>,
    next_mark: usize,
    /// The mark of a last row that goes along with the signature.
    last_row: Option<usize>,
    next_note: usize,
    /// Level of the last heading.
    level: u8,
    /// Height of the text on the pages of the part.
    page_height: Length,
    /// Width of the text on the pages of the part.
    page_width: Length,
}

impl Drawer<'_> {
    fn part(&mut self, part: &document::Part) -> DrawnPart {
        let document::Page { width, height, top, bottom, left, right, header } = part.page;
        let measure = part.page.text_width();
        self.page_height = height - top - bottom;
        self.page_width = measure;
        self.last_row = None;
        DrawnPart {
            page: data::DrawnPage {
                width: width.to_pt(),
                height: height.to_pt(),
                header: header.to_pt(),
                top: top.to_pt(),
                bottom: bottom.to_pt(),
                left: left.to_pt(),
                right: right.to_pt(),
            },
            circulation: part.circulation.as_ref().map(|frame| self.frame(frame)),
            contact: self.paragraphs(&part.contact, measure),
            blocks: {
                let drawn = part.blocks.iter().map(|block| self.block(block, measure)).collect();
                self.together().with_tail(drawn)
            },
        }
    }

    fn blocks(&mut self, blocks: &[document::Block], measure: Length) -> Vec<DrawnBlock> {
        let drawn = blocks.iter().map(|block| self.block(block, measure)).collect();
        self.together().grouped(drawn)
    }

    fn together(&self) -> Together<'_> {
        Together { layout: self.layout, page_height: self.page_height }
    }

    fn block(&mut self, block: &document::Block, measure: Length) -> DrawnBlock {
        match block {
            document::Block::Paragraph(paragraph) => {
                DrawnBlock::Paragraph(self.paragraph(paragraph, measure))
            }
            document::Block::List { items } => DrawnBlock::List {
                items: items
                    .iter()
                    .map(|item| data::DrawnItem {
                        paragraph: self.paragraph(&item.paragraph, measure),
                        below: self.blocks(&item.below, measure),
                    })
                    .collect(),
            },
            document::Block::Columns(columns) => self.columns(columns),
            document::Block::Frame(frame) => DrawnBlock::Frame(self.frame(frame)),
            document::Block::Table(table) => self.table(table, measure),
            document::Block::PageBreak => DrawnBlock::PageBreak,
        }
    }

    fn paragraphs(&mut self, all: &[Paragraph], measure: Length) -> Vec<data::DrawnParagraph> {
        all.iter().map(|one| self.paragraph(one, measure)).collect()
    }

    fn columns(&mut self, columns: &Columns) -> DrawnBlock {
        let mark = self.last_row.take().map(|row| {
            let mark = self.mark();
            self.watches.push(PageEnds { row, with: With::Mark(mark) });
            mark
        });
        let mut row = |row: &Vec<document::Cell>| {
            let cells = row.iter().zip(&columns.widths);
            cells
                .map(|(cell, width)| ColumnCell {
                    paragraphs: self.paragraphs(&cell.paragraphs, *width),
                    bottom: cell.bottom,
                })
                .collect()
        };
        DrawnBlock::Columns {
            widths: columns.widths.iter().map(|width| width.to_pt()).collect(),
            whole: columns.whole,
            mark,
            rows: columns.rows.iter().map(&mut row).collect(),
        }
    }

    fn frame(&mut self, frame: &document::Frame) -> DrawnFrame {
        DrawnFrame {
            paragraphs: self.paragraphs(&frame.paragraphs, frame.width),
            width: frame.width.to_pt(),
            height: frame.height.to_pt(),
            red: frame.red,
        }
    }

    fn table(&mut self, table: &Table, measure: Length) -> DrawnBlock {
        let above = self.paragraphs(&table.above, measure);
        let head = places(&table.head, table.widths.len());
        let head =
            table.head.iter().zip(&head).map(|(row, places)| self.row(row, places, &table.widths)).collect();
        let all_places = places(&table.rows, table.widths.len());
        let mut rows: Vec<Row> = Vec::with_capacity(table.rows.len());
        let mut kept = None;
        for (at, (row, places)) in table.rows.iter().zip(&all_places).enumerate() {
            let (mark, first_note) = (self.mark(), self.next_note);
            let mut drawn = self.row(row, places, &table.widths);
            drawn.breaks = self.breaks.before(mark);
            if let Some(before) = kept.take() {
                drawn.mark = Some(mark);
                self.watches.push(PageEnds { row: before, with: With::Mark(mark) });
            }
            if self.next_note > first_note {
                let notes = first_note..self.next_note;
                self.watches.push(PageEnds { row: mark, with: With::Notes(notes) });
            }
            let has_below = at + 1 == table.rows.len() && !table.below.is_empty();
            if row.keeps() || has_below {
                drawn.mark = Some(mark);
                kept = Some(mark);
            }
            rows.push(drawn);
        }
        divide(&mut rows, &all_places);
        let below = self.paragraphs(&table.below, measure);
        let mark = (!below.is_empty()).then(|| self.mark());
        if let Some((row, mark)) = kept.zip(mark) {
            self.watches.push(PageEnds { row, with: With::Mark(mark) });
        }
        self.last_row = kept.filter(|_| below.is_empty());
        DrawnBlock::Table {
            above,
            widths: table.widths.iter().map(|width| width.to_pt()).collect(),
            head,
            rows,
            below,
            mark,
            borders: table.borders,
        }
    }

    fn mark(&mut self) -> usize {
        self.next_mark += 1;
        self.next_mark
    }

    fn row(&mut self, row: &document::Row, places: &[(usize, Place)], widths: &[Length]) -> Row {
        let margins = self.layout.cell_margin + self.layout.cell_margin;
        let mut height = Length::ZERO;
        let mut cells = Vec::with_capacity(row.cells.len());
        for (at, place) in places {
            let Place::Cell(n) = place else { continue };
            let cell = &row.cells[*n];
            let width: Length = widths[*at..*at + cell.columns].iter().copied().sum();
            let paragraphs = self.paragraphs(&cell.paragraphs, width - margins);
            if cell.rows == 1 {
                height = height.max(self.height(&paragraphs));
            }
            cells.push(DrawnCell { paragraphs, columns: cell.columns, rows: cell.rows });
        }
        Row { whole: self.stays_whole(height), mark: None, breaks: false, cells }
    }

    fn paragraph(&mut self, one: &Paragraph, width: Length) -> data::DrawnParagraph {
        let style = &self.layout.style_of(one);
        let sized = one.size.and_then(|size| self.sized(one.role, size));
        let number = one.number.as_ref().map(|number| self.number(number, one.role));
        let number_width = number.as_ref().map_or(Length::ZERO, |(_, width)| *width);
        let align = if one.ragged && style.align == Align::Justify { Align::Left } else { style.align };
        let first_less = style.first_line + number_width;
        let mut lines = self.lines(&one.text, style, align, width - style.left, first_less);
        if !one.stops.is_empty() {
            filled(&mut lines, style, first_less, &one.stops);
        }
        let height = pitch(style).scale(lines.len() as f64);
        data::DrawnParagraph {
            role: one.role,
            sized,
            align: one.align,
            lines,
            number: number.map(|(run, _)| run),
            level: style.outline.map(|outline| self.heading(outline)),
            rule: one.rule.map(Length::to_pt),
            keep: one.keep,
            whole: self.stays_whole(height) && (one.whole || one.keep || style.keep_next),
        }
    }

    /// The place of a role in another size among those of the document.
    fn sized(&mut self, role: Role, size: Length) -> Option<u16> {
        let at = self.sized.iter().position(|one| *one == (role, size)).unwrap_or_else(|| {
            self.sized.push((role, size));
            self.sized.len() - 1
        });
        u16::try_from(at).ok()
    }

    /// What stays whole moves to the next page as one; more than half a page breaks all the same, as
    /// in a word processor, so that nothing runs off the page.
    fn stays_whole(&self, height: Length) -> bool {
        height < self.page_height.scale(0.5)
    }

    /// Height of paragraphs in a column, gaps left out.
    fn height(&self, paragraphs: &[data::DrawnParagraph]) -> Length {
        let one =
            |one: &data::DrawnParagraph| pitch(self.layout.style(one.role)).scale(one.lines.len() as f64);
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
    ) -> Vec<DrawnLine> {
        let justified = align == Align::Justify;
        let fill = if self.layout.shrink && justified { Fill::Shrink } else { Fill::Greedy };
        let measure =
            Measure { width, first_less, size: style.size, bold: style.bold, italic: style.italic, fill };
        break_lines(text, &measure, self.next_note)
            .into_iter()
            .map(|line| DrawnLine {
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
            Inline::Fill => Run::Fill { fill: Pt::default() },
            Inline::Break => Run::Plain(String::new()),
        }
    }
}
