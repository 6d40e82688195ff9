//! The resolved layout: every number a backend needs.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Role;
use crate::length::Length;

/// How the document looks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Layout {
    /// Name of the font.
    pub font: &'static str,
    /// How each role looks; those of forms where the document has them.
    pub styles: BTreeMap<Role, Style>,
    /// Whether justified lines are broken as Word 2013 and later break them, not greedily.
    pub shrink: bool,
    /// Weight of drawn lines and of table borders.
    pub rule_weight: Length,
    /// From the bottom of a line of text to the line drawn below it.
    pub rule_gap: Length,
    /// From a table's border to its text, left and right.
    pub cell_margin: Length,
}

impl Layout {
    /// How a role looks.
    ///
    /// # Panics
    /// Never for a role that the document has: `compose` fills these in.
    pub fn style(&self, role: Role) -> &Style {
        &self.styles[&role]
    }

    /// The style of a paragraph: that of its role, in its own size and set in its own way.
    pub fn style_of(&self, paragraph: &super::Paragraph) -> Style {
        let style = self.style(paragraph.role);
        let size = paragraph.size.unwrap_or(style.size);
        Style { size, align: paragraph.align.unwrap_or(style.align), ..style.clone() }
    }
}

/// Paper and margins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Page {
    /// Width of the paper as it lies.
    pub width: Length,
    /// Height of the paper as it lies.
    pub height: Length,
    /// Lề trên.
    pub top: Length,
    /// Lề dưới.
    pub bottom: Length,
    /// Lề trái.
    pub left: Length,
    /// Lề phải.
    pub right: Length,
    /// From the edge of the paper to the page number.
    pub header: Length,
}

impl Page {
    /// Width of the text.
    pub fn text_width(&self) -> Length {
        self.width - self.left - self.right
    }

    /// Height of the text.
    pub fn text_height(&self) -> Length {
        self.height - self.top - self.bottom
    }

    /// Whether the paper lies on its long side.
    pub fn is_landscape(&self) -> bool {
        self.width > self.height
    }
}

/// How a role looks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Style {
    /// Cỡ chữ.
    pub size: Length,
    /// Đậm.
    pub bold: bool,
    /// Nghiêng.
    pub italic: bool,
    /// Căn dòng.
    pub align: Align,
    /// Thụt đầu dòng.
    pub first_line: Length,
    /// Thụt trái of all lines.
    pub left: Length,
    /// Gap above.
    pub before: Length,
    /// Gap below.
    pub after: Length,
    /// Giãn dòng.
    pub pitch: Pitch,
    /// Stays on the page of the next block.
    pub keep_next: bool,
    /// Depth in the outline, from 1.
    pub outline: Option<u8>,
}

/// Giãn dòng.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pitch {
    /// A multiple of the single line.
    Multiple(f64),
    /// From baseline to baseline.
    Exactly(Length),
}

/// Căn dòng.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// Trái.
    Left,
    /// Giữa.
    Center,
    /// Phải.
    Right,
    /// Đều hai bên.
    Justify,
}
