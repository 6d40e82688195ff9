//! Diagnostics: what is wrong, where, and what to do about it.

mod full;

use crate::source::Span;

pub use full::render_full;

/// The language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

/// A message in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

impl Message {
    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

/// Builds a [`Message`] from a Vietnamese and an English format string.
#[macro_export]
macro_rules! say {
    ($vi:literal, $en:literal $(,)?) => {
        $crate::diag::Message { vi: format!($vi), en: format!($en) }
    };
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Breaks the decree or cannot be printed.
    Error,
    /// Likely a slip.
    Warning,
}

/// A further place that a diagnostic points to.
#[derive(Clone, Debug)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is there.
    pub message: Message,
}

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Stable name of the kind of finding.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: Message,
    /// Where.
    pub span: Span,
    /// Further places.
    pub labels: Vec<Label>,
    /// What to do.
    pub help: Option<Message>,
    /// The clause of the decree, e.g. `P1.II.4.b`.
    pub clause: Option<&'static str>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(code: &'static str, span: Span, message: Message) -> Self {
        let severity = Severity::Error;
        Self { code, severity, message, span, labels: Vec::new(), help: None, clause: None }
    }

    /// A warning at a place.
    pub fn warning(code: &'static str, span: Span, message: Message) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, span, message) }
    }

    /// The same with what to do about it.
    pub fn help(self, help: Message) -> Self {
        Self { help: Some(help), ..self }
    }

    /// The same with the clause it rests on.
    pub fn clause(self, clause: &'static str) -> Self {
        Self { clause: Some(clause), ..self }
    }

    /// The same with a further place.
    pub fn label(mut self, span: Span, message: Message) -> Self {
        self.labels.push(Label { span, message });
        self
    }
}

/// Where the stages put what they find.
#[derive(Debug, Default)]
pub struct Sink {
    found: Vec<Diagnostic>,
}

impl Sink {
    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Whether an error is among the findings.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|one| one.severity == Severity::Error)
    }

    /// All findings, sorted by place.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|one| (one.span, one.code));
        self.found
    }
}
