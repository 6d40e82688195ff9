//! Nodes: what the body is made of.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::choice::Align;
use super::date::IssueDay;
use super::table::Table;
use crate::decree::forms::Counting;
use crate::source::{Span, Spanned};
use crate::text::RichText;

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
    /// Plain paragraphs, how they are set, and the dashes below them.
    Paragraph(Vec<RichText>, Align, Vec<Node>),
    /// A paragraph that begins with "* ", and the dashes below it.
    Note(RichText, Vec<Node>),
    /// A table.
    Table(Table),
    /// A part of a form.
    Form(Form),
}

/// What a list of nodes belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Within {
    /// Running text, in which no form stands.
    Text,
    /// An appendix or a generic body, which may be a form.
    Form,
    /// A column of a form.
    Column,
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

/// A part of a form.
#[derive(Clone, Debug)]
pub enum Form {
    /// What is asked, each with a line to fill in behind it.
    Fill(Vec<RichText>),
    /// So many empty lines to fill in.
    Blank(u32),
    /// Choices, each behind a box.
    Check(Vec<RichText>),
    /// Parts side by side, and how wide they are to each other.
    Columns(Vec<Vec<Node>>, Vec<f64>),
    /// Who signs, side by side.
    Signatures(Vec<Signing>),
    /// A head of ô 1 to 4.
    Letterhead(Letterhead),
    /// A new page.
    PageBreak,
}

/// A signing column.
#[derive(Clone, Debug)]
pub struct Signing {
    /// Chức danh.
    pub title: Spanned<String>,
    /// What stands below it: "(Ký, ghi rõ họ tên)".
    pub note: Option<Spanned<String>>,
    /// Họ và tên; `None` leaves room.
    pub name: Option<String>,
}

/// A head inside the text.
#[derive(Clone, Debug)]
pub struct Letterhead {
    /// Cơ quan chủ quản.
    pub parent: Vec<Spanned<String>>,
    /// Cơ quan ban hành; none where Quốc hiệu and Tiêu ngữ stand alone.
    pub name: Option<Spanned<String>>,
    /// Số, ký hiệu.
    pub number: Option<Spanned<String>>,
    /// Địa danh.
    pub place: Option<Spanned<String>>,
    /// Ngày, or the month alone.
    pub day: Option<IssueDay>,
}

impl Letterhead {
    /// The whole date, where it is known.
    pub(crate) fn date(&self) -> Option<NaiveDate> {
        match self.day {
            Some(IssueDay::Known(date)) => Some(date),
            _ => None,
        }
    }

    /// Month and year, where these alone are known.
    pub(crate) fn month_and_year(&self) -> Option<(u32, i32)> {
        match self.day {
            Some(IssueDay::Month(year, month)) => Some((month, year)),
            _ => None,
        }
    }
}
