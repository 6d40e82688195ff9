//! Rendering a template with Tera. Every value is escaped for XML unless it was made as markup.

use std::sync::Arc;

use tera::{Context, Kwargs, State, Tera, Value};

use super::Template;
use super::bounds::{self, Budget};
use super::compile::add_bounded;
use super::data::Data;
use super::error::{RenderError, explain};

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
