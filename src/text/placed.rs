//! A text of the plan, and where its characters come from when expressions made it.

use std::borrow::Cow;
use std::sync::Arc;

use super::marks::stand_in;
use crate::source::{Span, Spanned};
use crate::yaml::Evaluated;

/// A text with its place.
#[derive(Clone, Debug)]
pub struct Text {
    /// The text.
    pub value: String,
    /// Its place.
    pub span: Span,
    /// How expressions made it; none for a text that is printed as it is written.
    pub evaluated: Option<Arc<Evaluated>>,
}

impl Text {
    /// The text and its place alone.
    pub fn plain(&self) -> Spanned<String> {
        Spanned { value: self.value.clone(), span: self.span }
    }

    /// The text with stand-ins for the characters of values that would be read as marks: inline marks
    /// are those that the plan's author typed. As many characters as the text has.
    pub fn guarded(&self) -> Cow<'_, str> {
        let Some(evaluated) = self.evaluated.as_ref().filter(|evaluated| !evaluated.values.is_empty()) else {
            return Cow::Borrowed(&self.value);
        };
        let is_value = |at: usize| evaluated.values.iter().any(|range| range.contains(&at));
        let guard = |(at, c): (usize, char)| if is_value(at) { stand_in(c) } else { c };
        Cow::Owned(self.value.chars().enumerate().map(guard).collect())
    }
}
