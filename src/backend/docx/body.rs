//! Blocks → docx-rs.

use docx_rs::{Docx, Footer, Header, PageNum, Paragraph, TableAlignmentType, XMLDocx};

use super::paragraph::{MARKER, Writer};
use super::styles::{fonts, style_id, styles};
use super::{numbering, table};
use crate::document::{Block, Document, Layout, Role, Row};

/// Builds the styles.
pub(super) fn build_styles(layout: &Layout) -> Vec<u8> {
    let docx = Docx::new().default_fonts(fonts(layout));
    styles(layout).into_iter().fold(docx, Docx::add_style).build().styles
}

/// Builds the other parts.
pub(super) fn build(document: &Document) -> XMLDocx {
    let mut writer = Writer::new(&document.layout);
    let mut docx = numbering::add(Docx::new(), document);
    docx = headers(docx, document, &mut writer);
    for (at, part) in document.parts.iter().enumerate() {
        writer.instance = numbering::instance(at);
        docx = add(docx, &mut writer, &part.blocks);
        if at + 1 < document.parts.len() {
            docx = docx.add_paragraph(writer.empty(Role::Spacer, &format!("{MARKER}section {at}")));
        } else if matches!(part.blocks.last(), Some(Block::Columns(_) | Block::Frame(_))) {
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
    if let Some(frame) = &part.circulation {
        let first = Header::new()
            .add_table(table::frame(writer, frame).align(TableAlignmentType::Right))
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

/// Adds blocks.
fn add(mut docx: Docx, writer: &mut Writer, blocks: &[Block]) -> Docx {
    for block in blocks {
        docx = match block {
            Block::PageBreak => {
                writer.begins_page = true;
                docx
            }
            Block::Paragraph(paragraph) => docx.add_paragraph(writer.paragraph(paragraph)),
            Block::List { items } => items.iter().fold(docx, |docx, item| {
                let docx = docx.add_paragraph(writer.paragraph(&item.paragraph));
                add(docx, writer, &item.below)
            }),
            Block::Columns(columns) => docx.add_table(table::columns(writer, columns)),
            Block::Frame(frame) => docx.add_table(table::frame(writer, frame)),
            Block::Table(one) => {
                for above in &one.above {
                    docx = docx.add_paragraph(writer.paragraph(above));
                }
                docx = docx.add_table(table::table(writer, one));
                for below in &one.below {
                    docx = docx.add_paragraph(writer.paragraph(below));
                }
                let keeps = one.rows.last().is_some_and(Row::keeps);
                match one.below.is_empty() {
                    true => docx.add_paragraph(writer.empty(Role::TableEnd, "").keep_next(keeps)),
                    false => docx,
                }
            }
        };
    }
    docx
}
