//! Diagnostics: what is wrong, where, and what to do about it.

mod cause;
pub mod codes;
mod full;
mod github;
mod json;
mod sarif;
mod short;
mod unreadable;
mod visible;

use crate::source::{SourceMap, Span};
use codes::Code;

pub use full::render_full;
pub use github::{LIMIT as GITHUB_LIMIT, render_github};
pub use json::render_json;
pub use sarif::Sarif;
pub use short::render_short;
pub use unreadable::{unreadable, unreadable_template};
pub use visible::visible;

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
macro_rules! message {
    ($vi:literal, $en:literal $(,)?) => {
        $crate::diag::Message { vi: format!($vi), en: format!($en) }
    };
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Breaks the decree or cannot be printed.
    Error,
    /// Likely a slip, or style that the decree asks for.
    Warning,
    /// Practice.
    Info,
}

impl Severity {
    /// Its name for a person.
    pub fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Error, Lang::Vi) => "lỗi",
            (Self::Error, Lang::En) => "error",
            (Self::Warning, Lang::Vi) => "cảnh báo",
            (Self::Warning, Lang::En) => "warning",
            (Self::Info, Lang::Vi) => "gợi ý",
            (Self::Info, Lang::En) => "info",
        }
    }
}

/// A further place that a diagnostic points to.
#[derive(Clone, Debug)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is there.
    pub message: Message,
}

/// A change of a source text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty for an insertion.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// How a finding can be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Whether nothing but the slip changes, so that a program may apply it unasked.
    pub safe: bool,
    /// The changes, none over another.
    pub edits: Vec<Edit>,
}

impl Fix {
    /// A fix that may be applied unasked.
    pub fn safe(edits: Vec<Edit>) -> Self {
        Self { safe: true, edits }
    }
}

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// What kind of finding.
    pub code: &'static Code,
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
    /// How to mend it.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// The same with what to do about it.
    pub fn help(self, help: Message) -> Self {
        Self { help: Some(help), ..self }
    }

    /// The same with the clause it rests on.
    pub fn clause(self, clause: &'static str) -> Self {
        Self { clause: Some(clause), ..self }
    }

    /// The same with a way to mend it, if there is one.
    pub fn fix(self, fix: Option<Fix>) -> Self {
        Self { fix, ..self }
    }

    /// Changes every place in it.
    pub fn move_places(&mut self, to: impl Fn(Span) -> Span) {
        self.span = to(self.span);
        self.labels.iter_mut().for_each(|label| label.span = to(label.span));
        let edits = self.fix.iter_mut().flat_map(|fix| &mut fix.edits);
        edits.for_each(|edit| edit.span = to(edit.span));
    }

    /// The same with a further place.
    pub fn label(mut self, span: Span, message: Message) -> Self {
        self.labels.push(Label { span, message });
        self
    }
}

/// What was found in a plan, sorted by place, and the texts that it points into.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// The texts.
    pub sources: SourceMap,
    /// The findings.
    pub all: Vec<Diagnostic>,
}

impl Findings {
    /// How many errors are among them.
    pub fn errors(&self) -> usize {
        errors(&self.all)
    }
}

fn errors(all: &[Diagnostic]) -> usize {
    all.iter().filter(|one| one.severity == Severity::Error).count()
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

    /// How many errors are among the findings.
    pub fn errors(&self) -> usize {
        errors(&self.found)
    }

    /// All findings, sorted by place.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|one| (one.span, one.code.name));
        self.found
    }
}
