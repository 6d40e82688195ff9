//! What a code is: the stable name of a kind of finding, with its documentation.

use crate::diag::{Diagnostic, Lang, Message, Severity};
use crate::source::Span;

/// A kind of finding.
#[derive(Debug)]
pub struct Code {
    /// Stable name.
    pub name: &'static str,
    /// How bad a finding is.
    pub severity: Severity,
    /// The clause of the decree, e.g. `P1.II.4.b`; a finding may name one of its own.
    pub clause: Option<&'static str>,
    /// Which kinds of documents it holds for.
    pub kinds: Kinds,
    /// What is wrong.
    pub what: Words,
    /// Why it is.
    pub why: Words,
    /// Examples of it.
    pub examples: Examples,
}

/// Kinds of documents, by their slugs.
#[derive(Clone, Copy, Debug)]
pub enum Kinds {
    /// All of them.
    All,
    /// These alone, and the kinds of an agency that are like one of them.
    Only(&'static [&'static str]),
}

impl Code {
    /// A finding of this kind.
    pub fn at(&'static self, span: Span, message: Message) -> Diagnostic {
        Diagnostic {
            code: self,
            severity: self.severity,
            clause: self.clause,
            message,
            span,
            labels: Vec::new(),
            help: None,
            fix: None,
        }
    }
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Code {}

/// A sentence in both languages.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// In Vietnamese.
    pub vi: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Words {
    /// The sentence in one language.
    pub fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }
}

/// A wrong and a right example. In the wrong one `⟦` and `⟧` stand around the place that is shown.
#[derive(Clone, Copy, Debug)]
pub enum Examples {
    /// Keys of a plan; the other keys are those of a small plan.
    Plan {
        /// This rule alone fires.
        wrong: &'static str,
        /// Nothing fires.
        right: &'static str,
    },
    /// A template of the user's.
    Template {
        /// Its name.
        name: &'static str,
        /// This rule alone fires.
        wrong: &'static str,
        /// Nothing fires.
        right: &'static str,
    },
    /// What is wrong cannot be written as a text.
    None,
}
