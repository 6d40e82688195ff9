//! Everything that is wrong in a plan, and the plan with what can be mended safely.

use std::io;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use super::Job;
use super::gather::Gathered;
use super::parallel::in_order;
use super::pipeline::Pipeline;
use crate::batch::{self, Batch};
use crate::diag::{Diagnostic, Edit, Fix};
use crate::plan;
use crate::source::SourceMap;
use crate::templates::Templates;

/// Checks a plan, the documents of all its rows included.
pub fn check(name: &str, text: &str, templates: &Templates) -> Findings {
    let batch = batch::load(name, text);
    Gathered::of(&batch, &Pipeline::new(&batch, templates)).finish(&batch)
}

/// What was found in a plan: sorted by place, each with the texts it points into.
pub type Findings = Vec<(Diagnostic, SourceMap)>;

/// So many plans are held at once: there may be thousands.
const AT_ONCE: usize = 64;

/// Gets what was found in a plan, and how many documents it stands for.
pub type Done<'a> = dyn FnMut(&Job, usize, Findings) + Send + 'a;

/// Checks plans, on several threads the rows of a single one, too; `done` gets what was found in each, in
/// their order.
///
/// # Errors
/// A thread cannot be started.
pub fn check_all(
    jobs: &[Job],
    threads: NonZeroUsize,
    templates: &Templates,
    done: &mut Done,
) -> io::Result<()> {
    jobs.chunks(AT_ONCE).try_for_each(|some| check_some(some, threads, templates, done))
}

fn check_some(jobs: &[Job], threads: NonZeroUsize, templates: &Templates, done: &mut Done) -> io::Result<()> {
    let batches = load_all(jobs, threads)?;
    let pipelines: Vec<Pipeline> = batches.iter().map(|batch| Pipeline::new(batch, templates)).collect();
    let all: Vec<(usize, usize)> =
        batches.iter().enumerate().flat_map(|(job, batch)| (0..batch.len()).map(move |n| (job, n))).collect();
    let (mut gathered, mut next) = (Gathered::default(), 0);
    // A plan is complete when a document of a later one comes in.
    let mut tell_until = |job: usize, gathered: &mut Gathered| {
        while next < job {
            let batch = &batches[next];
            done(&jobs[next], batch.len(), std::mem::take(gathered).finish(batch));
            next += 1;
        }
    };
    in_order(&all, threads, |(job, n)| pipelines[*job].encode(*n, &[]), &mut |(job, n), outcome| {
        tell_until(*job, &mut gathered);
        gathered.add(*n, outcome);
    })?;
    tell_until(jobs.len(), &mut gathered);
    Ok(())
}

/// The files that each plan reads beside itself: data, included keys, what is attached.
///
/// # Errors
/// A thread cannot be started.
pub fn files_read(jobs: &[Job], threads: NonZeroUsize) -> io::Result<Vec<Vec<PathBuf>>> {
    let mut out = Vec::with_capacity(jobs.len());
    in_order(jobs, threads, |job| job.load().files, &mut |_, files| out.push(files))?;
    Ok(out)
}

/// Loads all plans, in their order.
///
/// # Errors
/// A thread cannot be started.
pub fn load_all(jobs: &[Job], threads: NonZeroUsize) -> io::Result<Vec<Batch>> {
    let mut out = Vec::with_capacity(jobs.len());
    let load = |job: &Job| {
        let mut batch = job.load();
        batch.check_file_name(&job.stem);
        batch
    };
    in_order(jobs, threads, load, &mut |_, batch| out.push(batch))?;
    Ok(out)
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

/// Applies the safe fixes until none is left. Bytes outside the edits stay as they are: comments, order,
/// quotes, line ends. A fix that would change the shape of the YAML, or an included file, is left out.
/// `None`: nothing to mend.
pub fn fix(name: &str, text: &str, templates: &Templates) -> Option<Fixed> {
    let mut fixed = Fixed { text: text.to_owned(), count: 0 };
    for _ in 0..ROUNDS {
        // What does not read as it is meant comes first: the places of all others move with it.
        if let Some((text, count)) = plan::mended(&fixed.text) {
            fixed = Fixed { text, count: fixed.count + count };
            continue;
        }
        let found = check(name, &fixed.text, templates);
        let is_own = |fix: &Fix, sources: &SourceMap| {
            fix.edits.iter().all(|edit| *sources.get(edit.span.source).name == *name)
        };
        let fixes = found
            .into_iter()
            .filter_map(|(one, sources)| one.fix.filter(|fix| fix.safe && is_own(fix, &sources)));
        let fixes: Vec<Fix> = fixes.collect();
        let (text, count) = apply(&fixed.text, fixes);
        if count == 0 {
            break;
        }
        fixed = Fixed { text, count: fixed.count + count };
    }
    (fixed.count > 0).then_some(fixed)
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
