//! Checks that no type can express, and the documentation of every finding: one file a rule.

mod allow;
mod cache;
mod citations;
mod citing;
mod examples;
mod explain;
mod gather;
mod rule;
mod structure;
mod subject;
mod table;
mod text;

use crate::decree::Kind;
use crate::diag::Sink;
use crate::diag::codes::{Code, Kinds};
use crate::plan::raw::RawPlan;
use crate::source::{SourceMap, Spanned};
use gather::subject;

pub(crate) use cache::Cache;
pub use examples::{unmarked, whole_plan};
pub(crate) use explain::list;
pub use explain::{explain, handbook};
pub(crate) use rule::Check;
pub use rule::Rule;
pub use table::{RULES, code, codes, rule};

/// Checks a plan as it was written; `sources` has the texts of its files, and `cache` what is known of those
/// texts from other documents of the batch.
pub(crate) fn check_plan<'t>(
    plan: &Spanned<RawPlan>,
    kinds: &crate::decree::Kinds,
    sources: &'t SourceMap,
    cache: &Cache<'t>,
    sink: &mut Sink,
) {
    let mut subject = subject(plan, kinds, sources, cache);
    let mut found = Sink::default();
    // What single lines have is known for documents of all kinds.
    for one in std::mem::take(&mut subject.found) {
        if holds_for(one.code, subject.kind.as_ref()) {
            found.push(one);
        }
    }
    for rule in RULES.iter().filter(|rule| holds_for(&rule.code, subject.kind.as_ref())) {
        match rule.check {
            Check::Plan(check) => check(&subject, &mut found),
            // Done with each text.
            Check::Print(check) => check(&subject, sink),
            Check::Prose(_) => {}
        }
    }
    allow::apply(&subject, found, sink);
}

/// Whether a code is for documents of a kind. An agency's own kinds go with the kind that they are like; of a plan
/// whose kind is not known everything is checked.
fn holds_for(code: &Code, kind: Option<&Kind>) -> bool {
    match (code.kinds, kind) {
        (Kinds::All, _) | (_, None) => true,
        (Kinds::Only(slugs), Some(kind)) => slugs.contains(&kind.like),
    }
}
