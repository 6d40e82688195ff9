//! YAML tree → typed values; everything that does not fit is reported and the rest is still read.

use crate::diag::{Diagnostic, Message, Sink, codes};
use crate::message;
use crate::source::{Span, Spanned};

use super::closest::closest;
use super::slot::{List, Slot};
use crate::text::Text;
use crate::yaml::Yaml;

/// Where findings go as a plan is read, and what is known beside the map at hand.
pub struct Reader<'a> {
    /// What is wrong.
    pub sink: &'a mut Sink,
    /// The map that has a key, in words; none where that is no one map.
    pub owner: fn(&str) -> Option<Message>,
}

impl Reader<'_> {
    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.sink.push(diagnostic);
    }
}

/// A type that is read from a YAML value.
pub trait FromYaml: Sized {
    /// Reads it; `None` after a finding.
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self>;
}

impl FromYaml for String {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Yaml::Text(text) | Yaml::Number(text) | Yaml::Evaluated(text, _) => Some(text.clone()),
            Yaml::Map(all) if all.len() == 1 => {
                // "Nội dung: chi" inside brackets.
                let message = message!(
                    "cần một văn bản, nhưng đây là các khóa (khóa: giá trị)",
                    "expected a text, found keys (key: value)"
                );
                reader.push(codes::WRONG_TYPE.at(node.span, message).help(message!(
                    "văn bản có dấu hai chấm phải đặt cả trong dấu nháy kép",
                    "a text with a colon needs double quotes"
                )));
                None
            }
            _ => wrong_type(node, message!("một văn bản", "a text"), reader),
        }
    }
}

impl FromYaml for Text {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        let evaluated = match &node.value {
            Yaml::Evaluated(_, evaluated) => Some(evaluated.clone()),
            _ => None,
        };
        String::from_yaml(node, reader).map(|value| Self { value, span: node.span, evaluated })
    }
}

impl FromYaml for bool {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Yaml::Text(text) | Yaml::Evaluated(text, _) if text == "true" => Some(true),
            Yaml::Text(text) | Yaml::Evaluated(text, _) if text == "false" => Some(false),
            _ => wrong_type(node, message!("true hoặc false", "true or false"), reader),
        }
    }
}

/// A number as it is spelled, e.g. a length in millimetres.
impl FromYaml for f64 {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        let number = match &node.value {
            Yaml::Text(text) | Yaml::Number(text) | Yaml::Evaluated(text, _) => {
                text.parse().ok().filter(|n: &f64| n.is_finite())
            }
            _ => None,
        };
        number.or_else(|| wrong_type(node, message!("một số", "a number"), reader))
    }
}

impl<T: FromYaml> FromYaml for Spanned<T> {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        T::from_yaml(node, reader).map(|value| Self { value, span: node.span })
    }
}

impl<T: FromYaml> FromYaml for List<T> {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Yaml::Seq(items) => Some(Self(items.iter().map(|item| Slot::read(item, reader)).collect())),
            _ => wrong_type(
                node,
                message!(
                    "một danh sách (mỗi dòng bắt đầu bằng \"- \")",
                    "a list (each line begins with \"- \")"
                ),
                reader,
            ),
        }
    }
}

impl<T: FromYaml> Slot<T> {
    /// Reads what stands there.
    pub fn read(node: &Spanned<Yaml>, reader: &mut Reader) -> Self {
        T::from_yaml(node, reader).map_or(Self::Unreadable, Self::Value)
    }
}

/// Reports that `node` is not what is needed there; of a text that failed everything is told.
pub(super) fn wrong_type<T>(node: &Spanned<Yaml>, wanted: Message, reader: &mut Reader) -> Option<T> {
    let got = match &node.value {
        Yaml::Null => message!("chỗ trống", "nothing"),
        Yaml::Text(_) | Yaml::Evaluated(..) => message!("một văn bản", "a text"),
        Yaml::Number(_) => message!("một số", "a number"),
        Yaml::Seq(_) => message!("một danh sách", "a list"),
        Yaml::Map(_) => message!("các khóa (khóa: giá trị)", "keys (key: value)"),
        Yaml::Failed => return None,
    };
    let message = Message {
        vi: format!("cần {}, nhưng đây là {}", wanted.vi, got.vi),
        en: format!("expected {}, found {}", wanted.en, got.en),
    };
    reader.push(codes::WRONG_TYPE.at(node.span, message));
    None
}

/// A key and what is written there; none where the key is misspelled.
type Entry<'a> = (&'a str, Option<&'a Spanned<Yaml>>);

/// The entries of a map whose keys are `known`: unknown and repeated keys are reported, a key
/// without a value counts as not written. `None`: `node` is no map.
pub(super) fn entries<'a>(
    node: &'a Spanned<Yaml>,
    known: &[&'a str],
    reader: &mut Reader,
) -> Option<Vec<Entry<'a>>> {
    let Yaml::Map(all) = &node.value else {
        let keys = known.join(", ");
        let wanted = message!("các khóa {keys}", "the keys {keys}");
        return wrong_type(node, wanted, reader);
    };
    let mut seen: Vec<(&str, Span)> = Vec::new();
    let mut out = Vec::new();
    for (key, value) in all {
        let name = key.value.as_str();
        if let Some((_, first)) = seen.iter().find(|(one, _)| *one == name) {
            reader.push(
                codes::DUPLICATE_KEY
                    .at(key.span, message!("khóa `{name}` viết hai lần", "the key `{name}` is written twice"))
                    .label(*first, message!("lần thứ nhất ở đây", "first written here"))
                    .help(message!("gộp hai phần lại hoặc bỏ một", "merge the two or remove one")),
            );
            continue;
        }
        seen.push((name, key.span));
        if !known.contains(&name) {
            let owner = (reader.owner)(name);
            let near = if owner.is_none() { closest(name, known) } else { None };
            out.extend(near.map(|near| (near, None)));
            let message = message!("không có khóa `{name}` ở chỗ này", "there is no key `{name}` here");
            reader.push(codes::UNKNOWN_KEY.at(key.span, message).help(instead(name, owner, near, known)));
        } else if value.value != Yaml::Null {
            out.push((name, Some(value)));
        }
    }
    Some(out)
}

/// What to do about an unknown key: its owner is another map, or it is a slip for one of this map.
fn instead(name: &str, owner: Option<Message>, near: Option<&str>, known: &[&str]) -> Message {
    match (owner, near) {
        (Some(Message { vi, en }), _) => {
            message!("`{name}` là khóa của {vi}: chuyển về đó", "`{name}` belongs to {en}: move it there")
        }
        (None, Some(near)) => message!("ý bạn là `{near}`?", "did you mean `{near}`?"),
        (None, None) => {
            let keys = known.join(", ");
            message!("các khóa dùng được: {keys}", "known keys: {keys}")
        }
    }
}

/// Declares a map of the plan file: the struct, its reader and, through its doc comments, its
/// part of the JSON Schema. Each field is one key; see [`crate::plan::slot::Slot`]. What follows `..` has keys
/// that are not known beforehand.
macro_rules! keys {
    ($(#[$meta:meta])* $vis:vis struct $name:ident {
        $($(#[$fmeta:meta])* $key:literal $field:ident: $ty:ty,)*
        $(.. $(#[$rmeta:meta])* $rest:ident: $rty:ty,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, schemars::JsonSchema)]
        #[serde(deny_unknown_fields)]
        $vis struct $name {
            $($(#[$fmeta])* #[serde(rename = $key, default)]
            pub $field: $crate::plan::slot::Slot<$ty>,)*
            $($(#[$rmeta])* #[schemars(skip)]
            pub $rest: $rty,)?
        }

        impl $name {
            /// The keys of this map.
            pub(crate) const KEYS: &[&str] = &[$($key),*];

            /// Takes what is written at a key; of a misspelled one nothing.
            fn take(
                &mut self,
                key: &str,
                value: Option<&$crate::source::Spanned<$crate::yaml::Yaml>>,
                reader: &mut $crate::plan::reader::Reader,
            ) {
                match (key, value) {
                    $(($key, Some(value)) => self.$field = $crate::plan::slot::Slot::read(value, reader),
                    ($key, None) if self.$field.is_absent() => {
                        self.$field = $crate::plan::slot::Slot::Unreadable;
                    })*
                    _ => {}
                }
            }
        }

        impl $crate::plan::reader::FromYaml for $name {
            fn from_yaml(
                node: &$crate::source::Spanned<$crate::yaml::Yaml>,
                reader: &mut $crate::plan::reader::Reader,
            ) -> Option<Self> {
                let mut out = Self::default();
                for (key, value) in $crate::plan::reader::entries(node, Self::KEYS, reader)? {
                    out.take(key, value, reader);
                }
                Some(out)
            }
        }
    };
}
pub(crate) use keys;

/// Says in the JSON Schema what a value is that is written in a way of its own.
macro_rules! schema {
    ($type:ident, $schema:tt) => {
        impl schemars::JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    };
}
pub(crate) use schema;
