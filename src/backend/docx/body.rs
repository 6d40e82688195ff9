//! Blocks → docx-rs. What docx-rs cannot say is left as a marker that [`super::package`] replaces.

use docx_rs::{
    AlignmentType, BreakType, Docx, Footer, Footnote, Header, IndentLevel, NumberingId, PageNum, Paragraph,
    Run, Table, XMLDocx,
};

use super::styles::{fonts, style_id, styles};
use super::{numbering, table};
use crate::backend::pitch;
use crate::document::{self, Align, Block, Document, Layout, Role};
use crate::length::Length;
use crate::text::Inline;

/// Begins a marker: a character that no plan can hold (it has no glyph).
pub const MARKER: char = '\u{e000}';

/// A block of docx-rs.
pub enum Piece {
    /// A paragraph.
    Paragraph(Box<Paragraph>),
    /// A table.
    Table(Box<Table>),
}

/// Builds the styles.
pub fn build_styles(layout: &Layout) -> Vec<u8> {
    let docx = Docx::new().default_fonts(fonts(layout));
    styles(layout).into_iter().fold(docx, Docx::add_style).build().styles
}

/// Builds the other parts.
pub fn build(document: &Document) -> XMLDocx {
    let mut writer = Writer { layout: &document.layout, next_note: 1, instance: 0 };
    let mut docx = numbering::add(Docx::new(), document);
    docx = headers(docx, document, &mut writer);
    for (at, part) in document.parts.iter().enumerate() {
        writer.instance = numbering::instance(at);
        for piece in writer.blocks(&part.blocks) {
            docx = match piece {
                Piece::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
                Piece::Table(table) => docx.add_table(*table),
            };
        }
        if at + 1 < document.parts.len() {
            docx = docx.add_paragraph(writer.empty(Role::Spacer, &format!("{MARKER}section {at}")));
        } else if matches!(part.blocks.last(), Some(Block::Closing(_))) {
            docx = docx.add_paragraph(writer.empty(Role::Spacer, ""));
        }
    }
    docx.build()
}

/// The page number; what stands above and below the first page; and an empty pair for where Word
/// would otherwise take the ones of the part before. docx-rs knows the empty ones as "even":
/// [`super::sections`] gives them their use.
fn headers(docx: Docx, document: &Document, writer: &mut Writer) -> Docx {
    let Some(part) = document.parts.first() else { return docx };
    let number = Paragraph::new().style(&style_id(Role::PageNumber).0).add_page_num(PageNum::new());
    let mut docx = docx.header(Header::new().add_paragraph(number));
    if let Some(stamp) = &part.circulation {
        let first = Header::new()
            .add_table(table::stamp(writer, stamp, true))
            .add_paragraph(writer.empty(Role::Spacer, ""));
        docx = docx.first_header(first);
        if document.parts.len() > 1 {
            docx = docx.even_header(Header::new().add_paragraph(writer.empty(Role::Spacer, "")));
        }
    }
    if !part.contact.is_empty() {
        let mut foot = Footer::new();
        for line in &part.contact {
            foot = foot.add_paragraph(writer.paragraph(line));
        }
        // As high as the empty footers, which stand in the bottom margin.
        let foot = foot.add_paragraph(writer.empty(Role::Spacer, ""));
        docx =
            docx.first_footer(foot).even_footer(Footer::new().add_paragraph(writer.empty(Role::Spacer, "")));
    }
    docx
}

/// Makes docx-rs blocks.
pub struct Writer<'a> {
    /// The layout of the document.
    pub layout: &'a Layout,
    next_note: usize,
    instance: usize,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) -> Vec<Piece> {
        let mut out = Vec::new();
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    out.push(Piece::Paragraph(Box::new(self.paragraph(paragraph))))
                }
                Block::List { items } => {
                    for item in items {
                        out.push(Piece::Paragraph(Box::new(self.paragraph(&item.paragraph))));
                        out.extend(self.blocks(&item.below));
                    }
                }
                Block::Head(head) => out.push(Piece::Table(Box::new(table::head(self, head)))),
                Block::Closing(closing) => out.push(Piece::Table(Box::new(table::closing(self, closing)))),
                Block::Stamps { stamps } => {
                    for stamp in stamps {
                        // Word joins tables that touch.
                        out.push(Piece::Paragraph(Box::new(self.empty(Role::TableEnd, ""))));
                        out.push(Piece::Table(Box::new(table::stamp(self, stamp, false))));
                    }
                }
                Block::Table(one) => {
                    out.extend(
                        one.caption
                            .as_ref()
                            .map(|caption| Piece::Paragraph(Box::new(self.paragraph(caption)))),
                    );
                    out.push(Piece::Table(Box::new(table::table(self, one))));
                    let keeps = one.rows.last().is_some_and(document::Row::keeps);
                    let end = self.empty(Role::TableEnd, "");
                    out.push(Piece::Paragraph(Box::new(if keeps { end.keep_next(true) } else { end })));
                }
            }
        }
        out
    }

    /// A small paragraph that keeps tables apart, or carries a marker.
    pub fn empty(&self, role: Role, marker: &str) -> Paragraph {
        let paragraph = Paragraph::new().style(&style_id(role).0);
        if marker.is_empty() { paragraph } else { paragraph.add_run(Run::new().add_text(marker)) }
    }

    /// One paragraph.
    pub fn paragraph(&mut self, one: &document::Paragraph) -> Paragraph {
        let mut out = Paragraph::new().style(&style_id(one.role).0);
        let style = self.layout.style(one.role);
        if one.ragged && style.align == Align::Justify {
            out = out.align(AlignmentType::Left);
        }
        if one.keep {
            out = out.keep_next(true);
        }
        if one.keep || one.whole {
            out = out.keep_lines(true);
        }
        match &one.number {
            Some(number) if number.automatic => {
                out = out.numbering(NumberingId::new(self.instance), IndentLevel::new(number.level));
                if number.bold && !style.bold {
                    // The number takes its style from the mark of the paragraph.
                    out = out.bold();
                }
            }
            Some(number) => {
                let run = Run::new().add_text(format!("{} ", number.text));
                out = out.add_run(if number.bold && !style.bold { run.bold() } else { run });
            }
            None => {}
        }
        for inline in &one.text {
            let run = self.run(inline);
            out = out.add_run(if let Some(size) = one.size { run.size(half_points(size)) } else { run });
        }
        if let Some(size) = one.size {
            // The mark of the paragraph is as high as its letters.
            out = out.size(half_points(size));
        }
        if let Some(length) = one.rule {
            let lines = one.text.iter().filter(|inline| **inline == Inline::Break).count() + 1;
            let down = pitch(style).scale(lines as f64) + self.layout.rule_gap;
            out = out.add_run(Run::new().add_text(rule_marker(length, down)));
        }
        out
    }

    fn run(&mut self, inline: &Inline) -> Run {
        match inline {
            Inline::Text { text, bold, italic } => {
                let mut run = Run::new().add_text(text);
                if *bold {
                    run = run.bold();
                }
                if *italic {
                    run = run.italic();
                }
                run
            }
            Inline::Break => Run::new().add_break(BreakType::TextWrapping),
            Inline::Note { note } => {
                let mut content = Paragraph::new()
                    .style(&style_id(Role::Footnote).0)
                    .add_run(Run::new().style("FootnoteReference").add_text(format!("{MARKER}note")))
                    .add_run(Run::new().add_text(" "));
                for inline in note {
                    content = content.add_run(self.run(inline));
                }
                // Numbered by us: docx-rs counts over the whole process.
                let id = self.next_note;
                self.next_note += 1;
                Run::new().add_footnote_reference(Footnote { id, content: vec![content] })
            }
        }
    }
}

fn half_points(size: Length) -> usize {
    usize::try_from(size.to_half_points()).unwrap_or(0)
}

fn rule_marker(length: Length, down: Length) -> String {
    format!("{MARKER}rule {} {}", length.to_emu(), down.to_emu())
}
