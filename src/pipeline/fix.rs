//! Everything that is wrong in a plan, and the plan with what can be mended safely.

use super::{Gathered, Job, Pipeline};
use crate::diag::{Edit, Findings, Fix};
use crate::plan;
use crate::templates::Templates;
use crate::world::World;

/// Checks a plan, the documents of all its rows included.
pub fn check(world: &dyn World, job: &Job, templates: &Templates) -> Findings {
    let batch = job.load(world);
    Gathered::of(&batch, &Pipeline::new(&batch, templates)).finish(&batch)
}

/// A plan's text after safe fixes.
#[derive(Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The text.
    pub text: String,
    /// How many findings were mended.
    pub count: usize,
}

/// A fix may uncover a finding with a fix of its own; this many rounds end every such chain known.
const ROUNDS: usize = 10;

/// Applies the safe fixes to a plan until none is left. Bytes outside the edits stay as they are: comments, order,
/// quotes, line ends. A fix that would change the shape of the YAML, or an included file, is left out.
/// `None`: nothing to mend.
pub fn fix(world: &dyn World, job: &Job, templates: &Templates) -> Option<Fixed> {
    let (mut job, mut count) = (job.clone(), 0);
    let name = job.path.display().to_string();
    for _ in 0..ROUNDS {
        // What does not read as it is meant comes first: the places of all others move with it.
        if let Some((text, more)) = plan::mended(&job.text) {
            (job.text, count) = (text, count + more);
            continue;
        }
        let Findings { sources, all } = check(world, &job, templates);
        let is_own = |fix: &Fix| fix.edits.iter().all(|edit| *sources.get(edit.span.source).name == *name);
        let fixes = all.into_iter().filter_map(|one| one.fix.filter(|fix| fix.safe && is_own(fix)));
        let (text, more) = apply(&job.text, fixes.collect());
        if more == 0 {
            break;
        }
        (job.text, count) = (text, count + more);
    }
    (count > 0).then_some(Fixed { text: job.text, count })
}

/// The text with as many of the fixes as go together and keep its shape, and how many those are.
fn apply(text: &str, fixes: Vec<Fix>) -> (String, usize) {
    let mut chosen: Vec<Edit> = Vec::new();
    let mut going_together = Vec::new();
    for fix in fixes {
        if fix.edits.iter().all(|edit| chosen.iter().all(|other| apart(edit, other))) {
            chosen.extend(fix.edits.iter().cloned());
            going_together.push(fix);
        }
    }
    let whole = edited(text, chosen);
    if plan::same_shape(text, &whole) {
        return (whole, going_together.len());
    }
    // Some of them do harm: each is tried beside those that do not.
    let (mut out, mut kept, mut count) = (text.to_owned(), Vec::new(), 0);
    for fix in going_together {
        let next = [kept.as_slice(), &fix.edits].concat();
        let tried = edited(text, next.clone());
        if plan::same_shape(text, &tried) {
            (out, kept, count) = (tried, next, count + 1);
        }
    }
    (out, count)
}

fn apart(one: &Edit, other: &Edit) -> bool {
    one.span.end < other.span.start || other.span.end < one.span.start
}

fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.span.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for Edit { span, text: with } in edits {
        out.push_str(text.get(at..span.start).unwrap_or_default());
        out.push_str(&with);
        at = span.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}
