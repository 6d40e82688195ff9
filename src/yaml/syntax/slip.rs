//! What a slip is.

use std::ops::Range;

use crate::diag::{Edit, Fix};
use crate::source::{SourceId, Span};

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A colon in a text.
    Colon,
    /// A text begins with a sign of YAML.
    Begins(char),
    /// Words follow a closing quote.
    AfterQuote,
    /// Words follow a closing bracket.
    AfterBracket,
    /// A quote is not closed.
    OpenQuote,
    /// A bracket is not closed.
    OpenBracket,
    /// An expression begins the text.
    Expression,
    /// Curved quotes stand around a text as if they were YAML's.
    CurvedQuotes,
    /// A tab where spaces belong.
    Tab,
    /// Some other white space where spaces belong.
    Space,
    /// Paragraphs of a list without their dashes.
    NoDash,
    /// No space after the dash.
    DashSpace,
    /// No space after the colon of a key.
    ColonSpace,
    /// Some other mark in the place of a dash.
    Bullet,
    /// A second dash typed after the first.
    SecondDash,
    /// A dash below a text: both are read as one text.
    Joined,
}

/// A slip, and what mends it.
#[derive(Clone, Debug)]
pub(super) struct Slip {
    /// What is wrong.
    pub kind: Kind,
    /// Where it is seen.
    pub at: Range<usize>,
    /// What is replaced, and by what; none where that is for a person to decide.
    pub edit: Option<(Range<usize>, String)>,
    /// Whether the edit surely says what was meant.
    pub safe: bool,
}

impl Slip {
    /// What mends it.
    pub(super) fn fix(&self, source: SourceId) -> Option<Fix> {
        let (range, text) = self.edit.clone()?;
        let span = Span { source, start: range.start, end: range.end };
        Some(Fix { safe: self.safe, edits: vec![Edit { span, text }] })
    }
}
