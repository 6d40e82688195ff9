//! Checks that no type can express, and the documentation of every finding: one file a rule.

mod allow;
mod citations;
mod citing;
mod explain;
mod memory;
mod reading;
mod rule;
mod structure;
mod subject;
mod table;
mod text;

use crate::diag::Sink;
use crate::plan::raw::RawPlan;
use crate::source::{SourceMap, Spanned};
use subject::Subject;

pub use explain::{explain, handbook, list};
pub use memory::Memory;
pub use rule::{Check, Examples, Kinds, Rule, unmarked, whole_plan};
pub use table::{RULES, by_code};

/// Checks a plan as it was written; `sources` has the texts of its files, and `memory` what is known of those
/// texts from other documents of the batch.
pub fn check_plan<'t>(
    plan: &Spanned<RawPlan>,
    kinds: &crate::decree::Kinds,
    sources: &'t SourceMap,
    memory: &Memory<'t>,
    sink: &mut Sink,
) {
    let mut subject = Subject::new(plan, kinds, sources, memory);
    let mut found = sink.beside();
    // What single lines have is known for documents of all kinds.
    for one in std::mem::take(&mut subject.found) {
        if by_code(one.code).is_none_or(|rule| rule.kinds.have(subject.kind.as_ref())) {
            found.push(one);
        }
    }
    for rule in RULES.iter().filter(|rule| rule.kinds.have(subject.kind.as_ref())) {
        match rule.check {
            Check::Plan(check) => check(&subject, &mut found),
            // Done with each text.
            Check::Print(check) => check(&subject, sink),
            Check::Prose(_) | Check::Reading => {}
        }
    }
    allow::apply(&subject, found, sink);
}
