//! Values of the plan file that may be written in more than one way.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::raw::{RawCitation, RawParts, RawPurposes};
use super::reader::{FromYaml, keys, wrong_type};
use super::slot::{List, Slot};
use super::validate::empty_text;
use crate::diag::{Diagnostic, Sink, codes};
use crate::say;
use crate::source::{Span, Spanned};
use crate::text::Text;
use crate::yaml::Yaml;

impl JsonSchema for Text {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        String::schema_name()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

/// Any keys and values: the constants of a plan.
#[derive(Clone, Debug)]
pub struct Constants;

impl FromYaml for Constants {
    fn from_yaml(node: &Spanned<Yaml>, sink: &mut Sink) -> Option<Self> {
        match node.value {
            Yaml::Map(_) => Some(Self),
            _ => wrong_type(node, say!("các hằng (tên: giá trị)", "constants (name: value)"), sink),
        }
    }
}

impl JsonSchema for Constants {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Constants".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "object"})
    }
}

/// Lines that only one kind of document has, by their names.
#[derive(Clone, Debug)]
pub struct Details(pub Vec<(Spanned<String>, Slot<Lines>)>);

impl FromYaml for Details {
    fn from_yaml(node: &Spanned<Yaml>, sink: &mut Sink) -> Option<Self> {
        let Yaml::Map(all) = &node.value else {
            return wrong_type(node, say!("các dòng (tên: nội dung)", "lines (name: what it says)"), sink);
        };
        let written = all.iter().filter(|(_, value)| value.value != Yaml::Null);
        let read = written.map(|(key, value)| (key.clone(), Slot::read(value, sink)));
        Some(Self(read.collect()))
    }
}

impl JsonSchema for Details {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Details".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "object"})
    }
}

/// Where the rows of `for_each` stand.
#[derive(Clone, Debug)]
pub enum RowSource {
    /// In a file beside the plan.
    File(String),
    /// In the plan.
    Rows(Vec<Spanned<Yaml>>),
}

impl FromYaml for RowSource {
    fn from_yaml(node: &Spanned<Yaml>, sink: &mut Sink) -> Option<Self> {
        match &node.value {
            Yaml::Seq(rows) => Some(Self::Rows(rows.clone())),
            Yaml::Text(name) => Some(Self::File(name.clone())),
            _ => wrong_type(
                node,
                say!(
                    "tên một tệp dữ liệu, hoặc danh sách các dòng",
                    "the name of a data file, or a list of rows"
                ),
                sink,
            ),
        }
    }
}

impl JsonSchema for RowSource {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "RowSource".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": ["string", "array"], "items": {"type": "object"}})
    }
}

impl<T: JsonSchema> JsonSchema for Spanned<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// One text, or one text a line.
#[derive(Clone, Debug)]
pub struct Lines(pub List<Text>);

impl FromYaml for Lines {
    fn from_yaml(node: &Spanned<Yaml>, sink: &mut Sink) -> Option<Self> {
        match node.value {
            Yaml::Seq(_) => FromYaml::from_yaml(node, sink).map(Self),
            _ => FromYaml::from_yaml(node, sink).map(|one| Self(List(vec![Slot::Value(one)]))),
        }
    }
}

impl JsonSchema for Lines {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Lines".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": ["string", "array"], "items": {"type": "string"}})
    }
}

/// A whole number as it is spelled.
#[derive(Clone, Debug)]
pub struct Number(pub Text);

impl FromYaml for Number {
    fn from_yaml(node: &Spanned<Yaml>, sink: &mut Sink) -> Option<Self> {
        FromYaml::from_yaml(node, sink).map(Self)
    }
}

impl JsonSchema for Number {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": ["integer", "string"], "minimum": 1})
    }
}

/// Codes of rules that the plan silences, each with its reason.
#[derive(Clone, Debug)]
pub struct Allow(pub Vec<(Spanned<String>, Slot<Text>)>);

impl FromYaml for Allow {
    fn from_yaml(node: &Spanned<Yaml>, sink: &mut Sink) -> Option<Self> {
        let Yaml::Map(all) = &node.value else {
            return wrong_type(node, say!("các mã, mỗi mã kèm lý do", "codes, each with its reason"), sink);
        };
        let mut out = Vec::new();
        for (code, reason) in all {
            match &reason.value {
                Yaml::Null => empty_text(code.span, sink),
                _ => out.push((code.clone(), Slot::read(reason, sink))),
            }
        }
        let reasons = out.iter().flat_map(|(_, reason)| reason);
        reasons.filter(|one: &&Text| one.value.trim().is_empty()).for_each(|one| empty_text(one.span, sink));
        Some(Self(out))
    }
}

impl JsonSchema for Allow {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Allow".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "object", "additionalProperties": {"type": "string", "minLength": 1}})
    }
}

/// Giãn dòng: số lần dòng đơn, hoặc độ cao dòng chính xác.
#[derive(Clone, Debug, JsonSchema)]
#[serde(untagged)]
pub enum LineSpacing {
    /// Số lần dòng đơn.
    Multiple(f64),
    /// Độ cao dòng chính xác.
    Exactly(RawExactly),
}

keys! {
/// Độ cao dòng chính xác.
pub struct RawExactly {
    /// Tính bằng pt.
    "exactly_pt" exactly_pt: Spanned<f64>,
}
}

impl FromYaml for LineSpacing {
    fn from_yaml(node: &Spanned<Yaml>, sink: &mut Sink) -> Option<Self> {
        match node.value {
            Yaml::Map(_) => FromYaml::from_yaml(node, sink).map(Self::Exactly),
            _ => FromYaml::from_yaml(node, sink).map(Self::Multiple),
        }
    }
}

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
    fn from_yaml(node: &Spanned<Yaml>, sink: &mut Sink) -> Option<Self> {
        match node.value {
            Yaml::Map(_) => Spanned::from_yaml(node, sink).map(|citation| Self::Citation(Box::new(citation))),
            _ => FromYaml::from_yaml(node, sink).map(Self::Free),
        }
    }
}

/// Mục đích, yêu cầu: một danh sách, hoặc hai phần purpose và requirements.
#[derive(Clone, Debug, JsonSchema)]
#[serde(untagged)]
pub enum RawObjectives {
    /// Một danh sách.
    List(List<RawNode>),
    /// Hai phần.
    Purposes(RawPurposes),
}

impl FromYaml for RawObjectives {
    fn from_yaml(node: &Spanned<Yaml>, sink: &mut Sink) -> Option<Self> {
        match node.value {
            Yaml::Map(_) => FromYaml::from_yaml(node, sink).map(Self::Purposes),
            _ => FromYaml::from_yaml(node, sink).map(Self::List),
        }
    }
}

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
    fn from_yaml(node: &Spanned<Yaml>, sink: &mut Sink) -> Option<Self> {
        match node.value {
            Yaml::Map(ref all) if all.first().is_some_and(|(key, _)| is_sentence(&key.value)) => {
                all.iter().take(1).for_each(|(key, _)| sink.push(split_text(&key.value, key.span)));
                None
            }
            Yaml::Map(_) => RawParts::from_yaml(node, sink)
                .map(|parts| Self::Parts(Spanned { value: Box::new(parts), span: node.span })),
            Yaml::Text(_) | Yaml::Number(_) | Yaml::Made(..) => {
                FromYaml::from_yaml(node, sink).map(Self::Dash)
            }
            _ => wrong_type(
                node,
                say!(
                    "một văn bản hoặc một phần có khóa (title, text, items…)",
                    "a text or a map (title, text, items…)"
                ),
                sink,
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
        say!("\"{key}:\" được đọc thành một khóa, không phải lời văn", "\"{key}:\" is read as a key, not as words"),
    )
    .help(say!(
        "văn bản có dấu hai chấm phải đặt cả trong dấu nháy kép; gạch đầu dòng có gạch con viết: \"- item: …\", dòng dưới \"items:\"; phần có tiêu đề viết: \"- title: …\", \"items:\"",
        "a text with a colon needs double quotes; a dash with dashes below is written \"- item: …\" and below it \"items:\"; a part with a heading \"- title: …\", \"items:\""
    ))
}

/// Một ô của bảng: văn bản, số, hoặc để trống.
#[derive(Clone, Debug, JsonSchema)]
#[serde(untagged)]
pub enum Cell {
    /// Văn bản.
    Text(Text),
    /// Số; in căn phải, theo cách viết Việt Nam.
    Number(#[schemars(with = "f64")] Text),
    /// Ô trống.
    Empty,
}

impl FromYaml for Cell {
    fn from_yaml(node: &Spanned<Yaml>, sink: &mut Sink) -> Option<Self> {
        match &node.value {
            Yaml::Null => Some(Self::Empty),
            Yaml::Number(_) => FromYaml::from_yaml(node, sink).map(Self::Number),
            _ => FromYaml::from_yaml(node, sink).map(Self::Text),
        }
    }
}
