//! Values that are one of a few words.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::checks::unknown_value;
use super::reader::{FromYaml, Reader, schema};
use crate::decree::text::{SECRECIES, Secrecy, URGENCIES, Urgency};
use crate::source::Spanned;
use crate::text::Text;
use crate::yaml::Yaml;

/// A type whose values are words of the plan file.
pub trait Choice: Copy {
    /// What is chosen, in Vietnamese and in English.
    const WHAT: (&'static str, &'static str) = ("lựa chọn", "choice");
    /// The clause that names the values.
    const CLAUSE: Option<&'static str> = None;

    /// The words, each with its value.
    fn all() -> Vec<(&'static str, Self)>;
}

/// A value written as one of the words of its type.
#[derive(Clone, Copy, Debug)]
pub struct OneOf<T>(pub T);

impl<T: Choice> FromYaml for OneOf<T> {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        let text = Text::from_yaml(node, reader)?;
        let all = T::all();
        let found = all.iter().find(|(word, _)| *word == text.value.trim());
        if found.is_none() {
            let words: Vec<&str> = all.iter().map(|(word, _)| *word).collect();
            unknown_value(&text, T::WHAT, &words, T::CLAUSE, reader.sink);
        }
        found.map(|(_, value)| Self(*value))
    }
}

impl<T: Choice> JsonSchema for OneOf<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        T::WHAT.1.into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words: Vec<&str> = T::all().into_iter().map(|(word, _)| word).collect();
        json_schema!({"type": "string", "enum": words})
    }
}

/// How numbered nodes below a mục count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbering {
    /// 1., a) (P1.II.6.đ).
    #[default]
    Letters,
    /// 1., 1.1., 1.1.1.: common in practice.
    Decimal,
}

impl Choice for Numbering {
    fn all() -> Vec<(&'static str, Self)> {
        vec![("letters", Self::Letters), ("decimal", Self::Decimal)]
    }
}

/// How justified lines are broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Justification {
    /// As Word 2013 and later.
    #[default]
    Word,
    /// Each line takes what fits, as Word 2010 and LibreOffice.
    Greedy,
}

impl Choice for Justification {
    fn all() -> Vec<(&'static str, Self)> {
        vec![("word", Self::Word), ("greedy", Self::Greedy)]
    }
}

/// How days are written in căn cứ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateStyle {
    /// "ngày 16 tháng 8 năm 2016".
    #[default]
    Long,
    /// "ngày 16/8/2016".
    Short,
}

impl Choice for DateStyle {
    fn all() -> Vec<(&'static str, Self)> {
        vec![("long", Self::Long), ("short", Self::Short)]
    }
}

/// Căn dòng of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Đều hai bên, as running text is set.
    #[default]
    Justify,
    /// Trái.
    Left,
    /// Giữa.
    Center,
    /// Phải.
    Right,
}

impl Choice for Align {
    fn all() -> Vec<(&'static str, Self)> {
        vec![
            ("justify", Self::Justify),
            ("left", Self::Left),
            ("center", Self::Center),
            ("right", Self::Right),
        ]
    }
}

/// How the first column of a table is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowNumbering {
    /// With the numbers of the rows.
    Auto,
}

impl Choice for RowNumbering {
    fn all() -> Vec<(&'static str, Self)> {
        vec![("auto", Self::Auto)]
    }
}

impl Choice for Urgency {
    const WHAT: (&'static str, &'static str) = ("độ khẩn", "degree of urgency");
    const CLAUSE: Option<&'static str> = Some("P1.III.2.b");

    fn all() -> Vec<(&'static str, Self)> {
        URGENCIES.iter().map(|one| (one.slug, *one)).collect()
    }
}

impl Choice for Secrecy {
    const WHAT: (&'static str, &'static str) = ("độ mật", "degree of secrecy");
    const CLAUSE: Option<&'static str> = Some("P1.III.2.a");

    fn all() -> Vec<(&'static str, Self)> {
        SECRECIES.iter().map(|one| (one.slug, *one)).collect()
    }
}

/// How the cells of a column print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellFormat {
    /// As they are written.
    Text,
    /// Grouped, without a fraction: 1.234.567.
    Money,
    /// A share: 0.125 is 12,5%.
    Percent,
    /// Grouped, with so many digits behind the comma; as many as there are where none is named.
    Decimal(Option<u32>),
    /// A day: 06/11/2026.
    Date,
}

impl FromYaml for CellFormat {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        let text = Text::from_yaml(node, reader)?;
        let word = text.value.trim();
        let digits = word.strip_prefix("decimal(").and_then(|rest| rest.strip_suffix(')'));
        let digits = digits.and_then(|digits| digits.trim().parse().ok()).filter(|digits| *digits <= 6);
        match (word, digits) {
            ("text", _) => Some(Self::Text),
            ("money", _) => Some(Self::Money),
            ("percent", _) => Some(Self::Percent),
            ("decimal", _) => Some(Self::Decimal(None)),
            ("date", _) => Some(Self::Date),
            (_, Some(digits)) => Some(Self::Decimal(Some(digits))),
            _ => {
                let known = ["text", "money", "percent", "decimal", "decimal(2)", "date"];
                unknown_value(&text, ("cách in", "format"), &known, None, reader.sink);
                None
            }
        }
    }
}

schema! { CellFormat, {"type": "string", "pattern": "^(text|money|percent|date|decimal([(][0-6][)])?)$"} }
