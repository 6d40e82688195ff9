//! Values of the plan file that may be written in more than one way.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::checks::empty_text;
use super::reader::{FromYaml, Reader, keys, schema, wrong_type};
use super::slot::{List, Slot};
use crate::message;
use crate::source::Spanned;
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
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Yaml::Map(_) => Some(Self),
            _ => wrong_type(node, message!("các hằng (tên: giá trị)", "constants (name: value)"), reader),
        }
    }
}

schema! { Constants, {"type": "object"} }

/// Lines that only one kind of document has, by their names.
#[derive(Clone, Debug)]
pub struct RawDetails(pub Vec<(Spanned<String>, Slot<RawLines>)>);

impl FromYaml for RawDetails {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        let Yaml::Map(all) = &node.value else {
            return wrong_type(
                node,
                message!("các dòng (tên: nội dung)", "lines (name: what it says)"),
                reader,
            );
        };
        let written = all.iter().filter(|(_, value)| value.value != Yaml::Null);
        let read = written.map(|(key, value)| (key.clone(), Slot::read(value, reader)));
        Some(Self(read.collect()))
    }
}

schema! { RawDetails, {"type": "object"} }

/// Which draft a plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draft {
    /// None.
    No,
    /// One that is not counted.
    Uncounted,
    /// The first, the second …
    Count(u32),
}

impl FromYaml for Draft {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        let count = node.value.words().and_then(|words| words.trim().parse().ok()).filter(|count| *count > 0);
        match (node.value.words(), count) {
            (_, Some(count)) => Some(Self::Count(count)),
            (Some("true"), None) => Some(Self::Uncounted),
            (Some("false"), None) => Some(Self::No),
            _ => wrong_type(node, message!("true, false hoặc lần dự thảo", "true, false or a count"), reader),
        }
    }
}

schema! { Draft, {"type": ["boolean", "integer"], "minimum": 1} }

/// Where the rows of `for_each` stand.
#[derive(Clone, Debug)]
pub enum RowSource {
    /// In a file beside the plan.
    File(String),
    /// In the plan.
    Rows(Vec<Spanned<Yaml>>),
}

impl FromYaml for RowSource {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Yaml::Seq(rows) => Some(Self::Rows(rows.clone())),
            Yaml::Text(name) => Some(Self::File(name.clone())),
            _ => wrong_type(
                node,
                message!(
                    "tên một tệp dữ liệu, hoặc danh sách các dòng",
                    "the name of a data file, or a list of rows"
                ),
                reader,
            ),
        }
    }
}

schema! { RowSource, {"type": ["string", "array"], "items": {"type": "object"}} }

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
pub struct RawLines(pub List<Text>);

impl FromYaml for RawLines {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Yaml::Seq(_) => FromYaml::from_yaml(node, reader).map(Self),
            _ => FromYaml::from_yaml(node, reader).map(|one| Self(List(vec![Slot::Value(one)]))),
        }
    }
}

schema! { RawLines, {"type": ["string", "array"], "items": {"type": "string"}} }

/// The line below the title of an appendix that says what it is attached to.
#[derive(Clone, Debug)]
pub enum Attached {
    /// That of the wording template, or none.
    Standard(bool),
    /// In the plan's own words.
    Words(Text),
}

impl FromYaml for Attached {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        match node.value.words() {
            Some("true" | "false") => FromYaml::from_yaml(node, reader).map(Self::Standard),
            _ => FromYaml::from_yaml(node, reader).map(Self::Words),
        }
    }
}

schema! { Attached, {"type": ["string", "boolean"]} }

/// A whole number as it is spelled.
#[derive(Clone, Debug)]
pub struct RawNumber(pub Text);

impl FromYaml for RawNumber {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        FromYaml::from_yaml(node, reader).map(Self)
    }
}

schema! { RawNumber, {"type": ["integer", "string"], "minimum": 1} }

/// Codes of rules that the plan silences, each with its reason.
#[derive(Clone, Debug)]
pub struct Allow(pub Vec<(Spanned<String>, Slot<Text>)>);

impl FromYaml for Allow {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        let Yaml::Map(all) = &node.value else {
            return wrong_type(
                node,
                message!("các mã, mỗi mã kèm lý do", "codes, each with its reason"),
                reader,
            );
        };
        let mut out = Vec::new();
        for (code, reason) in all {
            match &reason.value {
                Yaml::Null => reader.push(empty_text(code.span)),
                _ => out.push((code.clone(), Slot::read(reason, reader))),
            }
        }
        let reasons = out.iter().flat_map(|(_, reason)| reason);
        reasons
            .filter(|one: &&Text| one.value.trim().is_empty())
            .for_each(|one| reader.push(empty_text(one.span)));
        Some(Self(out))
    }
}

schema! { Allow, {"type": "object", "additionalProperties": {"type": "string", "minLength": 1}} }

/// Giãn dòng: số lần dòng đơn, hoặc độ cao dòng chính xác.
#[derive(Clone, Debug, JsonSchema)]
#[serde(untagged)]
pub enum RawLineSpacing {
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

impl FromYaml for RawLineSpacing {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Yaml::Map(_) => FromYaml::from_yaml(node, reader).map(Self::Exactly),
            _ => FromYaml::from_yaml(node, reader).map(Self::Multiple),
        }
    }
}
