//! Expressions in the texts of a plan, by Tera. What a value prints is told apart from the words around
//! it, so that it stays a value.

use std::io::{self, Write};

use tera::{Context, Kwargs, State, Tera, Value};

use super::engine::{Data, RenderError, explain};
use super::filters;
use super::told::BOTH;

/// Around each value in what Tera prints: characters that no text has.
const VALUE: char = '\u{f0010}';
const END: char = '\u{f0011}';

/// Values of a loop's `range(end=…)` above this are a slip.
const MAX_RANGE: u64 = 10_000;

/// Compiled expressions.
#[derive(Clone)]
pub struct Engine {
    tera: Tera,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Engine").finish_non_exhaustive()
    }
}

/// The variables that expressions may name.
#[derive(Clone, Debug, Default)]
pub struct Scope(Context);

impl Scope {
    /// Adds a variable.
    pub fn set(&mut self, name: String, value: Data) {
        self.0.insert_value(name, value.into());
    }
}

/// A piece of what an expression prints.
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
        // These would print a value as if it were written in the plan.
        for name in ["safe", "escape", "escape_html", "escape_xml", "newlines_to_br"] {
            tera.register_filter(name, |value: Value, _: Kwargs, _: &State| value);
        }
        tera.register_function("range", range);
        Self { tera }
    }
}

impl Engine {
    /// Compiles a text with expressions.
    ///
    /// # Errors
    /// It is no Tera, or names a filter that is not there.
    pub fn add(&mut self, name: &str, text: &str) -> Result<(), RenderError> {
        self.tera.add_raw_template(name, text).map_err(|error| located(explain(&error), text))
    }

    /// The variables that a compiled text takes from outside.
    pub fn variables(&self, name: &str) -> Vec<String> {
        let found = self.tera.get_template_variables(name).unwrap_or_default();
        let mut found: Vec<String> = found.into_iter().map(str::to_owned).collect();
        found.sort_unstable();
        found
    }

    /// What a compiled text prints.
    ///
    /// # Errors
    /// A variable is not there, or a filter does not take the value.
    pub fn print(&self, name: &str, scope: &Scope) -> Result<Vec<Printed>, RenderError> {
        let text = self.tera.render(name, &scope.0).map_err(|error| explain(&error))?;
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
}

/// An error that Tera drew as a picture, as a message and a place: "error: Unknown filter `x`\n --> a:1:29".
fn located(error: RenderError, text: &str) -> RenderError {
    if error.range.is_some() {
        return error;
    }
    let mut lines = error.message.lines();
    let first = lines.next().unwrap_or_default();
    let message = first.strip_prefix("error: ").unwrap_or(first).to_owned();
    let place = lines.next().and_then(|place| {
        let mut numbers = place.trim().rsplit(':');
        let column: usize = numbers.next()?.parse().ok()?;
        let line: usize = numbers.next()?.parse().ok()?;
        let before: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
        let (inside, _) = text.get(before..)?.char_indices().nth(column.checked_sub(1)?)?;
        let name = message.split('`').nth(1).map_or(1, str::len);
        Some(before + inside..before + inside + name)
    });
    RenderError { message, range: place, part: None }
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
    Ok((start..end).collect())
}
