//! Nodes as written: what the body of a plan is made of.

use schemars::JsonSchema;

use super::choice::{Align, OneOf};
use super::raw_forms::{RawFill, RawLetterhead, RawSigning};
use super::raw_table::RawTable;
use super::reader::{FromYaml, Reader, keys, wrong_type};
use super::slot::List;
use crate::diag::{Diagnostic, codes};
use crate::message;
use crate::source::{Span, Spanned};
use crate::text::Text;
use crate::yaml::Yaml;

/// Một phần của nội dung: một gạch đầu dòng, hoặc một phần có các khóa.
#[derive(Clone, Debug, JsonSchema)]
#[serde(untagged)]
pub enum RawNode {
    /// Một gạch đầu dòng.
    Dash(Text),
    /// Một phần có các khóa.
    Parts(Spanned<Box<RawParts>>),
}

impl FromYaml for RawNode {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Yaml::Map(ref all) if all.first().is_some_and(|(key, _)| is_sentence(&key.value)) => {
                all.iter().take(1).for_each(|(key, _)| reader.push(split_text(&key.value, key.span)));
                None
            }
            Yaml::Map(_) => RawParts::from_yaml(node, reader)
                .map(|parts| Self::Parts(Spanned { value: Box::new(parts), span: node.span })),
            Yaml::Text(_) | Yaml::Number(_) | Yaml::Evaluated(..) => {
                FromYaml::from_yaml(node, reader).map(Self::Dash)
            }
            _ => wrong_type(
                node,
                message!(
                    "một văn bản hoặc một phần có khóa (title, text, items…)",
                    "a text or a map (title, text, items…)"
                ),
                reader,
            ),
        }
    }
}

/// Whether a key is words: those of the format are one word without marks.
fn is_sentence(key: &str) -> bool {
    key.contains(' ') || !key.is_ascii()
}

/// A text with a colon that YAML takes for a key and its value: "- Mục tiêu: Nâng cao …".
fn split_text(key: &str, span: Span) -> Diagnostic {
    codes::UNKNOWN_KEY.at(span,
        message!("\"{key}:\" được đọc thành một khóa, không phải lời văn", "\"{key}:\" is read as a key, not as words"),
    )
    .help(message!(
        "văn bản có dấu hai chấm phải đặt cả trong dấu nháy kép; gạch đầu dòng có gạch con viết: \"- item: …\", dòng dưới \"items:\"; phần có tiêu đề viết: \"- title: …\", \"items:\"",
        "a text with a colon needs double quotes; a dash with dashes below is written \"- item: …\" and below it \"items:\"; a part with a heading \"- title: …\", \"items:\""
    ))
}

keys! {
/// Mục đích và yêu cầu.
pub struct RawPurposes {
    /// Mục đích.
    "purpose" purpose: List<RawNode>,
    /// Yêu cầu.
    "requirements" requirements: List<RawNode>,
}
}

keys! {
/// Một phần của nội dung. Dạng nào có những khóa nào, xem hướng dẫn định dạng.
pub struct RawParts {
    /// Tiêu đề, in đậm, có đánh số.
    "title" title: Text,
    /// Phần đầu in đậm trên cùng dòng với text.
    "lead" lead: Text,
    /// Lời văn.
    "text" text: Text,
    /// Các phần con.
    "items" items: List<RawNode>,
    /// Gạch đầu dòng có các gạch con.
    "item" item: Text,
    /// Một đoạn không đánh số; dưới đoạn có thể có các gạch đầu dòng (items).
    "paragraph" paragraph: Text,
    /// Căn đoạn: left, center, right hoặc justify (mặc định).
    "align" align: OneOf<Align>,
    /// Một đoạn bắt đầu bằng dấu "* "; dưới đoạn có thể có các gạch "+ " (items).
    "note" note: Text,
    /// Một bảng.
    "table" table: Spanned<RawTable>,
    /// Dòng chấm để điền: lời hỏi (nhiều lời thì cùng một dòng), hoặc số dòng để trống. Chỉ dùng trong phụ lục và body.
    "fill" fill: RawFill,
    /// Các ô vuông để đánh dấu, mỗi ô một lời. Chỉ dùng trong phụ lục và body.
    "check" check: List<Text>,
    /// Các cột cạnh nhau, không kẻ khung, mỗi cột một danh sách. Chỉ dùng trong phụ lục và body.
    "columns" columns: List<List<RawNode>>,
    /// Độ rộng tương đối của các cột cạnh nhau.
    "widths" widths: List<Spanned<f64>>,
    /// Các cột ký cạnh nhau, nhiều nhất bốn; một người ký thì ký bên phải. Chỉ dùng trong phụ lục và body.
    "signatures" signatures: List<Spanned<RawSigning>>,
    /// Phần đầu văn bản đặt trong biểu mẫu: cơ quan, Quốc hiệu, số, địa danh và ngày. Chỉ dùng trong phụ lục và body.
    "letterhead" letterhead: Spanned<RawLetterhead>,
    /// true: sang trang mới. Chỉ dùng trong phụ lục và body.
    "page_break" page_break: bool,
}
}

impl RawParts {
    /// Whether a key is written.
    pub(crate) fn has(&self, key: &str) -> bool {
        match key {
            "title" => !self.title.is_absent(),
            "lead" => !self.lead.is_absent(),
            "text" => !self.text.is_absent(),
            "items" => !self.items.is_absent(),
            "item" => !self.item.is_absent(),
            "paragraph" => !self.paragraph.is_absent(),
            "align" => !self.align.is_absent(),
            "note" => !self.note.is_absent(),
            "table" => !self.table.is_absent(),
            "fill" => !self.fill.is_absent(),
            "check" => !self.check.is_absent(),
            "columns" => !self.columns.is_absent(),
            "widths" => !self.widths.is_absent(),
            "signatures" => !self.signatures.is_absent(),
            "letterhead" => !self.letterhead.is_absent(),
            "page_break" => !self.page_break.is_absent(),
            _ => false,
        }
    }
}
