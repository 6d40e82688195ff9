//! Tables as written.

use schemars::JsonSchema;

use super::choice::{Align, CellFormat, OneOf, RowNumbering};
use super::raw_values::RawNumber;
use super::reader::{FromYaml, Reader, keys};
use super::slot::{List, Slot};
use crate::source::Spanned;
use crate::text::Text;
use crate::yaml::Yaml;

keys! {
/// Một bảng; phần đầu bảng lặp lại ở mỗi trang.
pub struct RawTable {
    /// Các cột: tên, hoặc {title, columns, width, align, format, formula}.
    "columns" columns: List<RawColumn>,
    /// Các dòng: một ô cho mỗi cột không có công thức, hoặc nhóm {group, rows}, hoặc {cells, bold}.
    "rows" rows: List<Spanned<RawRow>>,
    /// Độ rộng tương đối của các cột.
    "widths" widths: List<Spanned<f64>>,
    /// Tên bảng.
    "caption" caption: Text,
    /// Dòng bên phải trên bảng, ví dụ Đơn vị tính: triệu đồng.
    "unit" unit: Text,
    /// auto: tự ghi số vào cột TT (STT) đầu tiên, các ô của cột ấy để trống.
    "numbering" numbering: OneOf<RowNumbering>,
    /// Các cột mà những ô liền nhau có cùng nội dung gộp thành một ô.
    "merge" merge: List<Text>,
    /// Các cột có tổng ở mỗi nhóm.
    "subtotal" subtotal: List<Text>,
    /// Các cột có tổng ở dòng "Tổng cộng".
    "total" total: List<Text>,
    /// Cột có tổng được viết bằng chữ dưới bảng.
    "in_words" in_words: Text,
    /// true: có dòng (1) (2) (3) dưới đầu bảng.
    "column_numbers" column_numbers: bool,
    /// Cỡ chữ trong bảng: 10 đến 14.
    "text_size" text_size: Spanned<f64>,
    /// false: không kẻ khung.
    "borders" borders: bool,
}
}

/// Một cột của bảng.
#[derive(Clone, Debug, JsonSchema)]
#[serde(untagged)]
pub enum RawColumn {
    /// Tên cột.
    Title(Text),
    /// Một cột có các khóa, hoặc nhiều cột dưới một tên chung.
    Parts(Spanned<Box<RawColumnParts>>),
}

keys! {
/// Một cột có các khóa, hoặc nhiều cột dưới một tên chung.
pub struct RawColumnParts {
    /// Tên cột.
    "title" title: Text,
    /// Các cột dưới tên chung này.
    "columns" columns: List<RawColumn>,
    /// Độ rộng tương đối.
    "width" width: Spanned<f64>,
    /// Căn chữ trong cột.
    "align" align: OneOf<Align>,
    /// Cách in: text (như đã viết), money (1.234.567), percent (0.125 in 12,5%), date, decimal hoặc decimal(2).
    "format" format: CellFormat,
    /// Công thức tính ô từ các ô khác của dòng, ví dụ row.so_luong * row.don_gia.
    "formula" formula: Text,
}
}

/// Một dòng của bảng.
#[derive(Clone, Debug, JsonSchema)]
#[serde(untagged)]
pub enum RawRow {
    /// Các ô.
    Cells(List<RawCell>),
    /// Một nhóm, hoặc một dòng có các khóa.
    Parts(Box<RawRowParts>),
}

keys! {
/// Một nhóm {group, rows}, hoặc một dòng {cells, bold}.
pub struct RawRowParts {
    /// Tên nhóm, in đậm, đánh số I, II (nhóm trong nhóm: 1, 2).
    "group" group: Text,
    /// Các dòng của nhóm.
    "rows" rows: List<Spanned<RawRow>>,
    /// Các ô.
    "cells" cells: List<RawCell>,
    /// true: cả dòng in đậm.
    "bold" bold: bool,
}
}

/// Một ô của bảng: văn bản, số, để trống, hoặc một ô có các khóa.
#[derive(Clone, Debug, JsonSchema)]
#[serde(untagged)]
pub enum RawCell {
    /// Văn bản.
    Text(Text),
    /// Số; in căn phải, theo cách viết Việt Nam.
    Number(#[schemars(with = "f64")] Text),
    /// Ô trống.
    Empty,
    /// Một ô có các khóa.
    Parts(Spanned<Box<RawCellParts>>),
}

keys! {
/// Một ô có các khóa.
pub struct RawCellParts {
    /// Văn bản hoặc số.
    "text" text: CellText,
    /// Số cột mà ô chiếm, hoặc all.
    "span" span: Text,
    /// Số dòng mà ô chiếm; các dòng dưới không viết ô ở đó.
    "rows" rows: RawNumber,
    /// Căn chữ trong ô.
    "align" align: OneOf<Align>,
    /// true: in đậm.
    "bold" bold: bool,
}
}

/// Văn bản hoặc số của một ô.
#[derive(Clone, Debug, JsonSchema)]
#[serde(untagged)]
pub enum CellText {
    /// Văn bản.
    Text(Text),
    /// Số.
    Number(#[schemars(with = "f64")] Text),
}

impl FromYaml for RawColumn {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Yaml::Map(_) => {
                let parts = RawColumnParts::from_yaml(node, reader)?;
                Some(Self::Parts(Spanned { value: Box::new(parts), span: node.span }))
            }
            _ => FromYaml::from_yaml(node, reader).map(Self::Title),
        }
    }
}

impl FromYaml for RawRow {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Yaml::Map(_) => RawRowParts::from_yaml(node, reader).map(|parts| Self::Parts(Box::new(parts))),
            _ => FromYaml::from_yaml(node, reader).map(Self::Cells),
        }
    }
}

impl FromYaml for RawCell {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Yaml::Null => Some(Self::Empty),
            Yaml::Number(_) => FromYaml::from_yaml(node, reader).map(Self::Number),
            Yaml::Map(all) if all.iter().any(|(key, _)| RawCellParts::KEYS.contains(&key.value.as_str())) => {
                let parts = RawCellParts::from_yaml(node, reader)?;
                Some(Self::Parts(Spanned { value: Box::new(parts), span: node.span }))
            }
            _ => FromYaml::from_yaml(node, reader).map(Self::Text),
        }
    }
}

impl FromYaml for CellText {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Yaml::Number(_) => FromYaml::from_yaml(node, reader).map(Self::Number),
            _ => FromYaml::from_yaml(node, reader).map(Self::Text),
        }
    }
}

impl RawCell {
    /// What stands in it, and whether it is written as a number.
    pub fn text(&self) -> Option<(&Text, bool)> {
        match self {
            Self::Text(text) => Some((text, false)),
            Self::Number(number) => Some((number, true)),
            Self::Empty => None,
            Self::Parts(parts) => parts.value.text.as_ref().map(|text| match text {
                CellText::Text(text) => (text, false),
                CellText::Number(number) => (number, true),
            }),
        }
    }
}

impl RawTable {
    /// The cells of all rows, and the words of groups, in their order.
    pub fn cells(&self) -> Vec<(&Text, bool)> {
        let mut out = Vec::new();
        cells_of(self.rows.list(), &mut out);
        out
    }

    /// The titles of its columns, from the upper left to the lower right.
    pub(crate) fn titles(&self) -> Vec<&Text> {
        let mut out = Vec::new();
        titles_of(self.columns.list(), &mut out);
        out
    }

    /// The cells of each row, where no row is a group and no cell covers another.
    pub(crate) fn plain_rows<'a>(&'a self) -> Option<Vec<&'a List<RawCell>>> {
        let cells = |row: &'a Spanned<RawRow>| match &row.value {
            RawRow::Cells(cells) => Some(cells),
            RawRow::Parts(_) => None,
        };
        self.rows.items().map(cells).collect()
    }
}

fn cells_of<'a>(rows: &'a [Slot<Spanned<RawRow>>], out: &mut Vec<(&'a Text, bool)>) {
    for row in rows.iter().flatten() {
        match &row.value {
            RawRow::Cells(cells) => out.extend(cells.iter().flatten().filter_map(RawCell::text)),
            RawRow::Parts(parts) => {
                out.extend(parts.group.iter().map(|group| (group, false)));
                out.extend(parts.cells.items().filter_map(RawCell::text));
                cells_of(parts.rows.list(), out);
            }
        }
    }
}

fn titles_of<'a>(columns: &'a [Slot<RawColumn>], out: &mut Vec<&'a Text>) {
    for column in columns.iter().flatten() {
        match column {
            RawColumn::Title(title) => out.push(title),
            RawColumn::Parts(parts) => {
                out.extend(parts.value.title.iter());
                titles_of(parts.value.columns.list(), out);
            }
        }
    }
}
