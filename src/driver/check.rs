//! Many plans, checked on several threads.

use std::io;
use std::num::NonZeroUsize;

use super::parallel::in_order;
use crate::batch::Batch;
use crate::diag::Findings;
use crate::pipeline::{Gathered, Job, Pipeline};
use crate::templates::Templates;
use crate::world::World;

/// So many plans are held at once: there may be thousands.
const AT_ONCE: usize = 64;

/// Gets what was found in a plan, and how many documents it stands for.
pub(super) type Checked<'a> = dyn FnMut(&Job, usize, Findings) + Send + 'a;

/// Checks plans, on several threads the rows of a single one, too; `done` gets what was found in each, in
/// their order.
///
/// # Errors
/// A thread cannot be started.
pub fn check_all(
    world: &dyn World,
    jobs: &[Job],
    threads: NonZeroUsize,
    templates: &Templates,
    done: &mut Checked,
) -> io::Result<()> {
    jobs.chunks(AT_ONCE).try_for_each(|some| check_some(world, some, threads, templates, done))
}

fn check_some(
    world: &dyn World,
    jobs: &[Job],
    threads: NonZeroUsize,
    templates: &Templates,
    done: &mut Checked,
) -> io::Result<()> {
    let batches = load_all(world, jobs, threads)?;
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
        gathered.add(&batches[*job], *n, outcome);
    })?;
    tell_until(jobs.len(), &mut gathered);
    Ok(())
}

/// Loads all plans, in their order.
///
/// # Errors
/// A thread cannot be started.
pub(super) fn load_all(world: &dyn World, jobs: &[Job], threads: NonZeroUsize) -> io::Result<Vec<Batch>> {
    let mut out = Vec::with_capacity(jobs.len());
    let load = |job: &Job| {
        let mut batch = job.load(world);
        batch.check_file_name(&job.stem);
        batch
    };
    in_order(jobs, threads, load, &mut |_, batch| out.push(batch))?;
    Ok(out)
}
