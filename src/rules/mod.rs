//! Checks that no type can express, and the documentation of every finding: one file a rule.

mod allow;
mod citing;
mod explain;
mod reading;
mod rule;
mod structure;
mod subject;
mod table;
mod text;

use crate::diag::Sink;
use crate::document::Document;
use crate::plan::raw::RawPlan;
use crate::source::{SourceMap, Spanned};
use subject::Subject;

pub use explain::{explain, handbook, list};
pub use rule::{Check, Examples, Rule, unmarked, whole_plan};
pub use table::{RULES, by_code, closest};

/// Checks a plan as it was written; `sources` has the texts of its files.
pub fn check_plan(plan: &Spanned<RawPlan>, sources: &SourceMap, sink: &mut Sink) {
    let subject = Subject::new(plan, sources);
    let mut found = Sink::default();
    for rule in RULES {
        match rule.check {
            Check::Plan(check) => check(&subject, &mut found),
            Check::Prose(check) => subject.prose.iter().for_each(|line| check(line, &mut found)),
            Check::Reading | Check::Document(_) => {}
        }
    }
    allow::apply(&subject, found, sink);
}

/// Checks a composed document.
pub fn check_document(document: &Document, sink: &mut Sink) {
    for rule in RULES {
        if let Check::Document(check) = rule.check {
            check(document, sink);
        }
    }
}
