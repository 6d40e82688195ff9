//! Expressions in the texts of a plan, by Tera. What a value prints is told apart from the words around
//! it, so that it stays a value.

use std::collections::HashMap;
use std::io::{self, Write};
use std::sync::OnceLock;

use tera::{Context, Kwargs, State, Tera, Value};

use super::bounds::{self, Budget, tick};
use super::compile::add_bounded;
use super::data::Data;
use super::error::{RenderError, explain, located};
use super::filters;
use super::segments::segments;
use super::translated::BOTH;
use super::values;

/// Around each value in what Tera prints: characters that no text has.
const VALUE: char = '\u{f0010}';
const END: char = '\u{f0011}';

/// Values of a loop's `range(end=…)` above this are a slip.
const MAX_RANGE: u64 = 10_000;

/// Compiled expressions.
#[derive(Clone)]
pub struct Engine {
    /// Tera with its filters. Each text is tried in it alone: with every text that is added, Tera goes through all that
    /// it has.
    probe: Tera,
    /// The texts by their names, as they are written.
    texts: HashMap<String, String>,
    /// Tera with all of them, once one is printed.
    ready: OnceLock<Tera>,
}

/// The name of the text that is tried.
const PROBE: &str = "text";

impl std::fmt::Debug for Engine {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Engine").finish_non_exhaustive()
    }
}

/// The variables that expressions may name.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    names: Context,
    budget: Budget,
}

impl Scope {
    /// Adds a variable.
    pub fn set(&mut self, name: String, value: Data) {
        self.names.insert_value(name, value.into());
    }
}

/// A segment of what an expression prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Printed {
    /// Words that are written in the plan.
    Words(String),
    /// A value.
    Value(String),
}

impl Default for Engine {
    /// No expressions so far.
    fn default() -> Self {
        let mut tera = Tera::new();
        // Every template, whatever its name: escaping is what tells values apart.
        tera.autoescape_on(vec![""]);
        tera.set_escape_fn(mark_value);
        filters::register(&mut tera);
        values::register(&mut tera);
        // These would print a value as if it were written in the plan.
        for name in ["safe", "escape", "escape_html", "escape_xml", "newlines_to_br"] {
            tera.register_filter(name, |value: Value, _: Kwargs, _: &State| value);
        }
        bounds::register(&mut tera);
        tera.register_function("range", range);
        Self { probe: tera, texts: HashMap::new(), ready: OnceLock::new() }
    }
}

impl Engine {
    /// Compiles a text with expressions.
    ///
    /// # Errors
    /// It is no Tera, or names a filter that is not there.
    pub fn add(&mut self, name: &str, text: &str) -> Result<(), RenderError> {
        // As it is written first, so that what Tera says of it is about that.
        add_bounded(&mut self.probe, PROBE, text)?;
        let (_, source) = runnable(name, text);
        self.probe.add_raw_template(PROBE, &source).map_err(|error| located(explain(&error), &source))?;
        self.texts.insert(name.to_owned(), text.to_owned());
        self.ready = OnceLock::new();
        Ok(())
    }

    /// Tera with all texts.
    fn ready(&self) -> &Tera {
        self.ready.get_or_init(|| {
            let mut tera = self.probe.clone();
            // Each was taken by itself.
            let _ = tera.add_raw_templates(self.texts.iter().map(|(name, text)| runnable(name, text)));
            tera
        })
    }

    /// The variables that a compiled text takes from outside.
    pub fn variables(&self, name: &str) -> Vec<String> {
        let found = self.ready().get_template_variables(name).unwrap_or_default();
        let mut found: Vec<String> = found.into_iter().map(str::to_owned).collect();
        found.sort_unstable();
        found
    }

    /// What a compiled text prints.
    ///
    /// # Errors
    /// A variable is not there, or a filter does not take the value.
    pub fn print(&self, name: &str, scope: &Scope) -> Result<Vec<Printed>, RenderError> {
        let text = render(self.ready(), name, scope).map_err(|error| self.as_written(name, scope, error))?;
        let mut out = Vec::new();
        for part in text.split_inclusive([VALUE, END]) {
            match part.strip_suffix(END) {
                Some(value) => out.push(Printed::Value(value.to_owned())),
                None => {
                    let words = part.trim_end_matches(VALUE);
                    if !words.is_empty() {
                        out.push(Printed::Words(words.to_owned()));
                    }
                }
            }
        }
        Ok(out)
    }

    /// What is wrong with a text as it is written, without what [`values`] adds: where a value is missing, it says
    /// which.
    fn as_written(&self, name: &str, scope: &Scope, error: RenderError) -> RenderError {
        let mut tera = self.probe.clone();
        let text = self.texts.get(name).map_or("", String::as_str);
        match add_bounded(&mut tera, name, text).and_then(|()| render(&tera, name, scope)) {
            Err(plain) if self.texts.contains_key(name) => plain,
            _ => error,
        }
    }
}

fn render(tera: &Tera, name: &str, scope: &Scope) -> Result<String, RenderError> {
    scope.budget.spend(
        bounds::MAX_PRINTED,
        |out| tera.render_to(name, &scope.names, out).map_err(|error| explain(&error)),
        |message| RenderError { message, range: None, part: None },
    )
}

/// A text with its name, as it is printed: with what [`values`] adds, and what counts its cost.
fn runnable(name: &str, text: &str) -> (String, String) {
    let text = values::rewritten(text, &segments(text).unwrap_or_default());
    let metered = bounds::metered(&text, &segments(&text).unwrap_or_default());
    (name.to_owned(), metered)
}

fn mark_value(value: &str, out: &mut dyn Write) -> io::Result<()> {
    let bare: String = value.chars().filter(|c| *c != VALUE && *c != END).collect();
    write!(out, "{VALUE}{bare}{END}")
}

fn range(arguments: Kwargs, _: &State) -> tera::TeraResult<Vec<u64>> {
    let end: u64 = arguments.must_get("end")?;
    let start: u64 = arguments.get("start")?.unwrap_or(0);
    if end.saturating_sub(start) > MAX_RANGE {
        return Err(tera::Error::message(format!(
            "range: quá {MAX_RANGE} giá trị{BOTH}range: more than {MAX_RANGE} values"
        )));
    }
    // Taken before it is made: at most MAX_RANGE.
    tick(u32::try_from(end.saturating_sub(start)).unwrap_or(u32::MAX))?;
    Ok((start..end).collect())
}
