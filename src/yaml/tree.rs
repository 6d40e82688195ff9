//! YAML text → a tree in which every key and every value has its place.
//!
//! Scalars stay as they are written: `08`, `no` and `2026-01-15` are texts; only what YAML takes
//! for a number is marked as one, and keeps its spelling.

use std::fmt;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::options::DuplicateKeyPolicy;

use super::evaluated::Evaluated;
use super::location::span;
use super::meanings;
use crate::diag::Sink;
use crate::source::{SourceId, SourceMap, Span, Spanned};

/// A YAML value.
#[derive(Clone, Debug, PartialEq)]
pub enum Yaml {
    /// Nothing after the colon, or `null`, or `~`.
    Null,
    /// A text.
    Text(String),
    /// A text that expressions made.
    Evaluated(String, Arc<Evaluated>),
    /// A text whose expression failed: what it would say is not known, and why is told already.
    Failed,
    /// A plain scalar that YAML takes for a number, as it is spelled.
    Number(String),
    /// A list.
    Seq(Vec<Spanned<Yaml>>),
    /// A map, in the order of the file, repeated keys included.
    Map(Vec<(Spanned<String>, Spanned<Yaml>)>),
}

impl Yaml {
    /// The value of a key that is written, and the place of the key.
    pub fn get(&self, wanted: &str) -> Option<(Span, &Self)> {
        let Self::Map(entries) = self else { return None };
        let (key, value) = entries.iter().find(|(key, _)| key.value == wanted)?;
        (value.value != Self::Null).then_some((key.span, &value.value))
    }

    /// What a single value says.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Text(words) | Self::Number(words) | Self::Evaluated(words, _) => Some(words),
            Self::Null | Self::Failed | Self::Seq(_) | Self::Map(_) => None,
        }
    }

    /// Whether some text in it failed.
    pub fn has_failed(&self) -> bool {
        match self {
            Self::Failed => true,
            Self::Seq(items) => items.iter().any(|item| item.value.has_failed()),
            Self::Map(entries) => entries.iter().any(|(_, value)| value.value.has_failed()),
            Self::Null | Self::Text(_) | Self::Evaluated(..) | Self::Number(_) => false,
        }
    }

    /// Whether keys, lists and sorts of values are the same, whatever the texts say.
    pub fn has_shape_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Seq(one), Self::Seq(other)) => {
                one.len() == other.len()
                    && one.iter().zip(other).all(|(one, other)| one.value.has_shape_of(&other.value))
            }
            (Self::Map(one), Self::Map(other)) => {
                one.len() == other.len()
                    && one.iter().zip(other).all(|((key, one), (other_key, other))| {
                        key.value == other_key.value && one.value.has_shape_of(&other.value)
                    })
            }
            (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
        }
    }
}

/// Parses a text as YAML has it.
pub(crate) fn strict(source: SourceId, text: &str) -> Result<Spanned<Yaml>, Box<serde_saphyr::Error>> {
    parse_within(100_000, 8 * 1024 * 1024, source, text)
}

/// What a small text says.
pub fn value_of(text: &str) -> Option<Yaml> {
    strict(SourceMap::default().add("", ""), text).ok().map(|tree| tree.value)
}

/// As [`strict`], for data, of which there may be much more.
pub(crate) fn parse_data(source: SourceId, text: &str, sink: &mut Sink) -> Option<Spanned<Yaml>> {
    let parsed = parse_within(5_000_000, 64 * 1024 * 1024, source, text);
    parsed.map_err(|error| sink.push(meanings::error(&error, source, text))).ok()
}

fn parse_within(
    max_nodes: usize,
    max_bytes: usize,
    source: SourceId,
    text: &str,
) -> Result<Spanned<Yaml>, Box<serde_saphyr::Error>> {
    let options = serde_saphyr::options! {
        // Repeated keys come through, so that each is reported and nothing else is lost.
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        with_snippet: false,
        budget: serde_saphyr::budget! {
            max_depth: 48,
            max_documents: 1,
            max_nodes: max_nodes,
            max_aliases: 1_000,
            max_total_scalar_bytes: max_bytes,
        },
    };
    let raw: Located<Raw> = serde_saphyr::from_str_with_options(text, options)?;
    Ok(Tree { source, text }.convert(raw))
}

type Located<T> = serde_saphyr::Spanned<T>;

/// What serde sees. A scalar that is not a text has lost its spelling here: `Tree` takes that from
/// the source.
enum Raw {
    Null,
    Text(String),
    Number,
    Seq(Vec<Located<Raw>>),
    Map(Vec<(Located<String>, Located<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Text(text))
    }

    // `true` is no number, but it is spelled in the source as a number is.
    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut all = Vec::new();
        while let Some(item) = items.next_element()? {
            all.push(item);
        }
        Ok(Raw::Seq(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut all = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            all.push(entry);
        }
        Ok(Raw::Map(all))
    }
}

struct Tree<'a> {
    source: SourceId,
    text: &'a str,
}

impl Tree<'_> {
    fn convert(&self, raw: Located<Raw>) -> Spanned<Yaml> {
        let span = self.span(raw.referenced);
        let value = match raw.value {
            Raw::Null => Yaml::Null,
            Raw::Text(text) => Yaml::Text(text),
            Raw::Number => {
                let at = self.span(raw.defined);
                let spelled = self.text[at.start..at.end].trim();
                if spelled.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c)) {
                    Yaml::Number(spelled.to_owned())
                } else {
                    Yaml::Text(spelled.to_owned())
                }
            }
            Raw::Seq(items) => Yaml::Seq(items.into_iter().map(|item| self.convert(item)).collect()),
            Raw::Map(entries) => Yaml::Map(
                entries
                    .into_iter()
                    .map(|(key, value)| {
                        let span = self.span(key.referenced);
                        (Spanned { value: key.value, span }, self.convert(value))
                    })
                    .collect(),
            ),
        };
        Spanned { value, span }
    }

    fn span(&self, at: serde_saphyr::Location) -> Span {
        span(at, self.source, self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> Option<Spanned<Yaml>> {
        strict(SourceMap::default().add("a", text), text).ok()
    }

    /// Calls `see` with every scalar.
    fn scalars(node: &Spanned<Yaml>, see: &mut dyn FnMut(&str, Span)) {
        match &node.value {
            Yaml::Null | Yaml::Failed => {}
            Yaml::Text(text) | Yaml::Number(text) | Yaml::Evaluated(text, _) => see(text, node.span),
            Yaml::Seq(items) => items.iter().for_each(|item| scalars(item, see)),
            Yaml::Map(entries) => entries.iter().for_each(|(key, value)| {
                see(&key.value, key.span);
                scalars(value, see);
            }),
        }
    }

    #[test]
    fn every_leaf_has_its_place() {
        let plain = "đầu: Một hai\nsố: 08\nkhông: no\nngày: 2026-01-15\ntiền: 1_000\n";
        let blocks = "gấp: >-\n  Ba bốn\n  năm\ngiữ: |\n  Sáu\n  bảy\nnháy: \"Tám \\\"chín\\\"\"\n";
        let nested = "sâu: [{a: Mười, b: [x, 1.5]}, 'một''hai']\nlại: &neo Neo\ndùng: *neo\n";
        for start in ["", "\u{feff}", "# chú thích đ\n"] {
            let text = format!("{start}{plain}{blocks}{nested}");
            let mut seen = 0;
            let Some(tree) = tree(&text) else { unreachable!("{text}") };
            scalars(&tree, &mut |value, span| {
                let slice = &text[span.start..span.end];
                let word = value.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
                // An alias is shown where it is used.
                let found = word.is_some_and(|word| slice.contains(word)) || slice.starts_with('*');
                assert!(found, "{value:?} is not at {slice:?}");
                seen += 1;
            });
            assert_eq!(seen, 27, "keys and values");
        }
    }

    #[test]
    fn scalars_stay_as_they_are_written() {
        let text = "a: 08\nb: no\nc: 1_000\nd: 2026-01-15\ne: 224\nf: \"224\"\ng: 1.50\nh: ~\ni:\n";
        let Some(Spanned { value: Yaml::Map(entries), .. }) = tree(text) else { unreachable!("no map") };
        let values: Vec<Yaml> = entries.into_iter().map(|(_, value)| value.value).collect();
        let text = |text: &str| Yaml::Text(text.to_owned());
        let number = |text: &str| Yaml::Number(text.to_owned());
        assert_eq!(
            values,
            [
                text("08"),
                text("no"),
                text("1_000"),
                text("2026-01-15"),
                number("224"),
                text("224"),
                number("1.50"),
                Yaml::Null,
                Yaml::Null
            ]
        );
    }
}
