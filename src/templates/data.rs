//! What templates and expressions are given.

use std::borrow::Cow;

use tera::Value;

/// What a template may name.
#[derive(Clone, Debug, PartialEq)]
pub enum Data {
    /// Nothing: false in a condition.
    None,
    /// Words; whatever stands in them is escaped.
    Text(String),
    /// Well-formed XML, made by the program and not by a user.
    Markup(String),
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Whole(i64),
    /// Another number.
    Decimal(f64),
    /// Several values.
    List(Vec<Data>),
    /// Named values.
    Map(Vec<(Cow<'static, str>, Data)>),
}

impl From<Option<String>> for Data {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::None, Self::Text)
    }
}

impl From<Data> for Value {
    fn from(data: Data) -> Self {
        match data {
            Data::None => Self::none(),
            Data::Text(text) => Self::from(text),
            Data::Markup(xml) => Self::safe_string(&xml),
            Data::Flag(flag) => Self::from(flag),
            Data::Whole(number) => Self::from(number),
            Data::Decimal(number) => Self::from(number),
            Data::List(list) => Self::from(list.into_iter().map(Self::from).collect::<Vec<_>>()),
            Data::Map(map) => {
                let mut out = tera::Map::new();
                for (key, value) in map {
                    out.insert(tera::value::Key::from(key.into_owned()), value.into());
                }
                Self::from(out)
            }
        }
    }
}

impl Data {
    /// Values by their names.
    pub fn named<const N: usize>(values: [(&'static str, Self); N]) -> Self {
        Self::Map(values.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect())
    }
}
