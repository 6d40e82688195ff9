//! A template or an expression that does not load or render.

use std::sync::Arc;

use tera::ErrorKind;

use super::Template;

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

/// What Tera says, with its place.
pub(super) fn explain(error: &tera::Error) -> RenderError {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => RenderError {
            message: without_own(report.message()),
            range: Some(report.span().range.clone()),
            part: None,
        },
        _ => RenderError { message: error.to_string(), range: None, part: None },
    }
}

/// What Tera says, without the names that are the program's own.
fn without_own(message: &str) -> String {
    const LISTED: &str = "Available variables: ";
    let Some((before, names)) = message.split_once(LISTED) else { return message.to_owned() };
    let names: Vec<&str> = names.split(", ").filter(|name| !name.starts_with("__")).collect();
    match names.is_empty() {
        true => before.trim_end().to_owned(),
        false => format!("{before}{LISTED}{}", names.join(", ")),
    }
}

/// An error that Tera drew as a picture, as a message and a place: "error: Unknown filter `x`\n --> a:1:29".
pub(super) fn located(error: RenderError, text: &str) -> RenderError {
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
