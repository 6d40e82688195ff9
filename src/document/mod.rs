//! The document as it is to be printed: roles, words and a resolved layout; nothing of Word, of
//! OOXML or of Typst.

mod columns;
mod layout;
mod role;
mod table;

use serde::Serialize;

use crate::length::Length;
use crate::source::Span;
use crate::text::{Inline, RichText, bound, has_leader};

pub use columns::{Cell, Columns, Frame};
pub use layout::{Align, Layout, Page, Pitch, Style};
pub use role::Role;
pub(crate) use table::{Place, places};
pub use table::{Row, Table, TableCell};

/// A document.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// What is said about it.
    pub meta: Meta,
    /// How it looks.
    pub layout: Layout,
    /// The document itself, then each appendix, then documents issued with it: parts with page numbers of
    /// their own.
    pub parts: Vec<Part>,
}

/// The language of every document, as BCP 47 names it.
pub const LANGUAGE: &str = "vi-VN";

/// Metadata.
#[derive(Clone, Debug, Serialize)]
pub struct Meta {
    /// Tên loại and trích yếu.
    pub title: String,
    /// Cơ quan ban hành.
    pub author: String,
    /// Trích yếu.
    pub subject: String,
    /// Tên loại, ký hiệu.
    pub keywords: Vec<String>,
    /// Year, month, day; the only date a file may carry.
    pub date: Option<(i32, u32, u32)>,
    /// The year alone, where the day is not known.
    pub year: Option<i32>,
}

/// A run of pages with one size and one count.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    /// Its paper and margins.
    pub page: Page,
    /// Phạm vi lưu hành, in the top margin of the first page.
    pub circulation: Option<Frame>,
    /// The contact foot of the first page.
    pub contact: Vec<Paragraph>,
    /// What stands on its pages.
    pub blocks: Vec<Block>,
}

/// A block.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Block {
    /// Columns side by side.
    Columns(Columns),
    /// A box at the left.
    Frame(Frame),
    /// A paragraph.
    Paragraph(Paragraph),
    /// Paragraphs that enumerate.
    List {
        /// The items.
        items: Vec<ListItem>,
    },
    /// A table.
    Table(Table),
    /// A new page begins.
    PageBreak,
}

/// An item of a list, and what is below it.
#[derive(Clone, Debug, Serialize)]
pub struct ListItem {
    /// Its first paragraph.
    pub paragraph: Paragraph,
    /// Further paragraphs, lists and tables of the item.
    pub below: Vec<Block>,
}

/// A paragraph.
#[derive(Clone, Debug, Serialize)]
pub struct Paragraph {
    /// What it is; the layout says how that looks.
    pub role: Role,
    /// The number before it.
    pub number: Option<Number>,
    /// What it says.
    pub text: RichText,
    /// Length of the line drawn below it, centred.
    pub rule: Option<Length>,
    /// Stays whole and on the page of the next block, beside what its role says.
    pub keep: bool,
    /// Stays whole: a paragraph that calls a footnote moves to the next page as one, so that the
    /// note surely begins on the page of its call.
    pub whole: bool,
    /// Set left although its role is justified: a line of dots to be filled in is not stretched.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub ragged: bool,
    /// Where the dots of its [`Inline::Fill`] end, from the left; the last stop is the right margin.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stops: Vec<Length>,
    /// Căn dòng, where it is not that of its role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub align: Option<Align>,
    /// Cỡ chữ, where it is not that of its role: in a table that is too full.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<Length>,
    /// Where it comes from.
    #[serde(skip)]
    pub span: Option<Span>,
}

impl Paragraph {
    /// A plain paragraph.
    pub fn new(role: Role, text: RichText, span: Option<Span>) -> Self {
        let whole = text.iter().any(|inline| matches!(inline, Inline::Note { .. }));
        let ragged = has_leader(&text);
        Self {
            role,
            number: None,
            text: bound(text),
            rule: None,
            keep: false,
            whole,
            ragged,
            stops: Vec::new(),
            align: None,
            size: None,
            span,
        }
    }
}

/// The number of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Number {
    /// As printed: "I.", "1.", "đ)".
    pub text: String,
    /// How its list counts; none where no word processor counts so: a list of điểm that reaches đ).
    pub format: Option<NumberFormat>,
    /// Depth, from 0.
    pub level: usize,
    /// Đậm.
    pub bold: bool,
}

/// How a list counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NumberFormat {
    /// "I."
    Roman,
    /// "1."
    Arabic,
    /// "1.1.": the numbers from depth 1 down to its own.
    Nested,
    /// "a)"
    Letter,
    /// "Điều 1.": Arabic behind a word.
    Labelled(&'static str),
}

impl Part {
    /// Calls `see` with every paragraph, in reading order.
    pub fn paragraphs<'a>(&'a self, see: &mut dyn FnMut(&'a Paragraph)) {
        self.circulation.iter().flat_map(|frame| &frame.paragraphs).for_each(&mut *see);
        blocks(&self.blocks, see);
        self.contact.iter().for_each(see);
    }
}

fn blocks<'a>(all: &'a [Block], see: &mut dyn FnMut(&'a Paragraph)) {
    for block in all {
        match block {
            Block::Columns(columns) => columns.paragraphs(see),
            Block::Frame(frame) => frame.paragraphs.iter().for_each(&mut *see),
            Block::Paragraph(paragraph) => see(paragraph),
            Block::List { items } => {
                for item in items {
                    see(&item.paragraph);
                    blocks(&item.below, see);
                }
            }
            Block::Table(table) => table.paragraphs(see),
            Block::PageBreak => {}
        }
    }
}
