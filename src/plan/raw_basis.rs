//! A căn cứ as written.

use schemars::JsonSchema;

use super::reader::{FromYaml, Reader, keys};
use crate::source::Spanned;
use crate::text::Text;
use crate::yaml::Yaml;

/// Một căn cứ: viết theo từng phần, hoặc viết nguyên câu.
#[derive(Clone, Debug, JsonSchema)]
#[serde(untagged)]
pub enum RawBasis {
    /// Viết nguyên câu.
    Free(Text),
    /// Viết theo từng phần.
    Citation(Box<Spanned<RawCitation>>),
}

impl FromYaml for RawBasis {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Yaml::Map(_) => {
                Spanned::from_yaml(node, reader).map(|citation| Self::Citation(Box::new(citation)))
            }
            _ => FromYaml::from_yaml(node, reader).map(Self::Free),
        }
    }
}

keys! {
/// Một văn bản làm căn cứ.
pub struct RawCitation {
    /// Tên loại: Luật, Nghị định, Quyết định…
    "type" kind: Text,
    /// Số, ký hiệu (Luật, Bộ luật, Pháp lệnh không ghi).
    "number" number: Text,
    /// Tên của Luật, Bộ luật, Pháp lệnh.
    "name" name: Text,
    /// Ngày ban hành, viết 06/11/2020 hoặc 2020-11-06.
    "date" date: Text,
    /// Cơ quan ban hành.
    "issuer" issuer: Text,
    /// Trích yếu.
    "subject" subject: Text,
}
}
