//! What the Typst templates read: the document with lengths in points and lines already broken.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::document::{Align, Role};

/// A length in points.
pub(super) type Pt = f64;

/// The whole of `layout.json`: the same for all documents of a batch, so that Typst evaluates what draws
/// with it once.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Shared {
    /// Family of the compiled-in fonts.
    pub font: &'static str,
    pub styles: BTreeMap<Role, DrawnStyle>,
    /// Styles of roles in other sizes.
    pub sized: Vec<DrawnStyle>,
    pub rule: DrawnRule,
    pub cell_margin: Pt,
    /// The size of a footnote's mark against the text.
    pub note_mark: f64,
}

/// The whole of `data.json`.
#[derive(Serialize)]
pub(super) struct Data {
    pub parts: Vec<DrawnPart>,
}

/// Drawn lines.
#[derive(Serialize)]
pub(super) struct DrawnRule {
    pub weight: Pt,
    pub gap: Pt,
}

/// How a role is drawn; `top` and `bottom` are the edges of a line's box around its baseline, and
/// `after` holds the leading below the last line.
#[derive(Serialize)]
pub(super) struct DrawnStyle {
    pub size: Pt,
    pub bold: bool,
    pub italic: bool,
    pub align: Align,
    pub first: Pt,
    pub left: Pt,
    pub before: Pt,
    pub after: Pt,
    /// Between two lines.
    pub leading: Pt,
    pub top: Pt,
    pub bottom: Pt,
    pub sticky: bool,
}

#[derive(Serialize)]
pub(super) struct DrawnPart {
    pub page: DrawnPage,
    pub circulation: Option<DrawnFrame>,
    pub contact: Vec<DrawnParagraph>,
    pub blocks: Vec<DrawnBlock>,
}

#[derive(Serialize)]
pub(super) struct DrawnPage {
    pub width: Pt,
    pub height: Pt,
    pub header: Pt,
    pub top: Pt,
    pub bottom: Pt,
    pub left: Pt,
    pub right: Pt,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub(super) enum DrawnBlock {
    Paragraph(DrawnParagraph),
    /// The page ends here.
    Break,
    /// A new page begins here, unless one has just begun.
    PageBreak,
    /// Blocks that stay together.
    Group {
        blocks: Vec<DrawnBlock>,
    },
    List {
        items: Vec<DrawnItem>,
    },
    Columns {
        widths: Vec<Pt>,
        whole: bool,
        /// For what must stand on its page.
        #[serde(skip_serializing_if = "Option::is_none")]
        mark: Option<usize>,
        rows: Vec<Vec<ColumnCell>>,
    },
    Frame(DrawnFrame),
    Table {
        above: Vec<DrawnParagraph>,
        widths: Vec<Pt>,
        head: Vec<Row>,
        rows: Vec<Row>,
        below: Vec<DrawnParagraph>,
        /// For what stands below: it must be on the page of the last row.
        #[serde(skip_serializing_if = "Option::is_none")]
        mark: Option<usize>,
        borders: bool,
    },
}

#[derive(Serialize)]
pub(super) struct DrawnItem {
    pub paragraph: DrawnParagraph,
    pub below: Vec<DrawnBlock>,
}

#[derive(Serialize)]
pub(super) struct ColumnCell {
    pub paragraphs: Vec<DrawnParagraph>,
    /// Whether they stand at the bottom of the row.
    pub bottom: bool,
}

#[derive(Serialize)]
pub(super) struct DrawnFrame {
    pub paragraphs: Vec<DrawnParagraph>,
    pub width: Pt,
    pub height: Pt,
    pub red: bool,
}

#[derive(Serialize)]
pub(super) struct Row {
    pub whole: bool,
    /// By which it is found on the pages, where something must stand beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<usize>,
    /// Whether a page ends before it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub breaks: bool,
    pub cells: Vec<DrawnCell>,
}

#[derive(Serialize)]
pub(super) struct DrawnCell {
    pub paragraphs: Vec<DrawnParagraph>,
    pub columns: usize,
    pub rows: usize,
}

#[derive(Serialize)]
pub(super) struct DrawnParagraph {
    pub role: Role,
    /// Which of the styles in other sizes it has, where it is not its role's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sized: Option<u16>,
    /// How it is set, where that is not its role's way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub align: Option<Align>,
    pub number: Option<Run>,
    pub lines: Vec<DrawnLine>,
    /// Level of a heading, from 1. Levels are not skipped, as PDF/UA asks: below a khoản without
    /// tiêu đề, the tiêu đề of a điểm follows that of the mục.
    pub level: Option<u8>,
    pub rule: Option<Pt>,
    pub keep: bool,
    pub whole: bool,
}

/// A line: what its spaces get over their natural width, and whether a space follows it.
#[derive(Serialize)]
pub(super) struct DrawnLine {
    pub runs: Vec<Run>,
    pub stretch: Pt,
    pub space: bool,
}

/// Words, or the call of a footnote. Most words have the style of their role and are a mere text.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Run {
    Plain(String),
    Words {
        text: String,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        bold: bool,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        italic: bool,
    },
    Note {
        number: String,
        note: Note,
    },
    /// Dots of this length.
    Fill {
        fill: Pt,
    },
}

#[derive(Serialize)]
pub(super) struct Note {
    pub lines: Vec<DrawnLine>,
}
