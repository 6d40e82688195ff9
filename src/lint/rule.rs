//! What a rule is: its name, its documentation with examples, and its check.

use super::subject::Subject;
use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Message, Sink};
use crate::source::Span;
use crate::text::prose::Prose;

/// A rule. Its file holds everything there is to say of it.
///
/// An error breaks a rule of the decree that can be read off the plan exactly, or cannot be printed;
/// a warning is a likely slip, style that the decree asks for, or a rule that is found by reading
/// sentences; an info is practice.
#[derive(Debug)]
pub struct Rule {
    /// Its name and documentation.
    pub code: Code,
    /// How it is found.
    pub check: Check,
}

/// How a rule finds what it is about.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// In the plan as a whole.
    Plan(fn(&Subject, &mut Sink)),
    /// In each line of text by itself.
    Prose(fn(&Prose, &mut Sink)),
    /// In what the plan prints: what it finds cannot be printed.
    Print(fn(&Subject, &mut Sink)),
}

impl Rule {
    /// A finding of this rule.
    pub fn at(&'static self, span: Span, message: Message) -> Diagnostic {
        self.code.at(span, message)
    }

    /// Whether a plan may silence it: not where nothing could be printed.
    pub fn can_be_silenced(&self) -> bool {
        matches!(self.check, Check::Plan(_) | Check::Prose(_))
    }
}
