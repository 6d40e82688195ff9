//! Rendering a template with Tera. Every value is escaped for XML unless it was made as markup.

use std::borrow::Cow;
use std::sync::Arc;

use tera::{Context, ErrorKind, Kwargs, State, Tera, Value};

use super::Template;
use super::bounds::{self, Budget};
use super::expression::add_bounded;

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

/// A template that does not load or render.
#[derive(Clone, Debug)]
pub struct RenderError {
    /// What Tera says.
    pub message: String,
    /// The byte range in the template, where it is known.
    pub range: Option<std::ops::Range<usize>>,
    /// The included template that does not load, if it is one.
    pub part: Option<Arc<Template>>,
}

/// Renders one template with `data`; `parts` are the templates that it may include, by the names it has for them.
///
/// # Errors
/// The template is not valid, or names something that `data` does not have.
pub fn render(
    template: &Template,
    parts: &[(&str, Arc<Template>)],
    data: Vec<(&'static str, Data)>,
) -> Result<String, RenderError> {
    let compiled = template.compiled.get_or_init(|| compile(&template.text, parts));
    let tera = compiled.as_ref().map_err(Clone::clone)?;
    let mut context = Context::new();
    for (key, value) in data {
        context.insert_value(key, value.into());
    }
    Budget::default().spend(
        bounds::MAX_TOTAL,
        |out| tera.render_to(NAME, &context, out).map_err(|error| explain(&error)),
        |message| RenderError { message, range: None, part: None },
    )
}

/// The name of the one template.
const NAME: &str = "wording.xml";

fn compile(text: &str, parts: &[(&str, Arc<Template>)]) -> Result<Tera, RenderError> {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".xml"]);
    bounds::register(&mut tera);
    tera.register_filter("bare", |value: Value, _: Kwargs, _: &State| {
        match (value.as_str(), value.is_safe()) {
            (Some(text), true) => Value::safe_string(bare(text)),
            (Some(text), false) => Value::from(bare(text)),
            (None, _) => value.clone(),
        }
    });
    tera.register_filter("lower_first", |text: &str, _: Kwargs, _: &State| lower_first(text));
    for (name, part) in parts {
        let in_part = |error| RenderError { part: Some(part.clone()), ..error };
        add_bounded(&mut tera, name, &part.text).map_err(in_part)?;
    }
    add_bounded(&mut tera, NAME, text)?;
    Ok(tera)
}

/// A text without the marks at its end, where one is printed; a row of dots stays.
pub fn bare(text: &str) -> &str {
    let end = text.trim_end_matches([';', ',', ' ']);
    match end.strip_suffix('.') {
        Some(words) if !words.ends_with('.') => words.trim_end_matches([';', ',', ' ']),
        _ => end,
    }
}

/// "Thực hiện …" → "thực hiện …": for a trích yếu inside a sentence.
pub fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

pub fn explain(error: &tera::Error) -> RenderError {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => RenderError {
            message: report.message().to_owned(),
            range: Some(report.span().range.clone()),
            part: None,
        },
        _ => RenderError { message: error.to_string(), range: None, part: None },
    }
}
