//! Plans → files: what is not up to date is made, on several threads, and reported in the order of the plans
//! and their rows.

use std::io;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use super::check::load_all;
use super::commit::Plans;
use super::documents::{Document, FindClash, documents};
use super::ingredients::Hashes;
use super::make::{Maker, from_folder};
use super::parallel::in_order;
use super::report::Event;
use super::stale::tell_gone;
use crate::output::{Folder, MANIFEST, Manifest, OpenError};
use crate::pipeline::{Format, Job, Pipeline};
use crate::templates::Templates;
use crate::world::World;

/// How to build.
#[derive(Clone, Debug)]
pub struct Settled<'w> {
    /// What to write.
    pub formats: Vec<Format>,
    /// Where templates come from.
    pub templates: Templates<'w>,
    /// Where plans and what they name are read.
    pub world: &'w dyn World,
    /// How many threads.
    pub jobs: NonZeroUsize,
    /// Where the files go.
    pub out: PathBuf,
    /// Which part of all documents.
    pub shard: Option<Shard>,
    /// Writes nothing: only tells what would be written.
    pub dry: bool,
    /// Makes what is up to date, too.
    pub force: bool,
    /// Writes the documents of a plan although some of its rows have errors.
    pub keep_going: bool,
    /// Removes outputs whose row or plan is gone.
    pub prune: bool,
    /// The folders that were searched for plans.
    pub folders: Vec<PathBuf>,
}

/// The K-th of N equal parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// Which part, from 1.
    pub index: usize,
    /// How many parts.
    pub of: usize,
}

impl Shard {
    /// The part of `count` things.
    fn range(self, count: usize) -> std::ops::Range<usize> {
        let end = |index: usize| {
            // Products of two of these fit, and the quotient is at most `count`.
            let end = index as u128 * count as u128 / self.of as u128;
            usize::try_from(end).unwrap_or(count)
        };
        end(self.index - 1)..end(self.index)
    }
}

/// Why nothing is built.
#[derive(Debug)]
pub enum RunError {
    /// Several plans would write the same files.
    Clashes(Vec<FindClash>),
    /// The folder of outputs.
    Open(OpenError),
    /// A thread cannot be started.
    Thread(io::Error),
    /// The manifest cannot be read or written.
    Manifest(PathBuf, io::Error),
}

/// What `run` tells while it goes on.
pub type Listener<'a> = dyn FnMut(Event) + Send + 'a;

/// Builds all jobs.
///
/// # Errors
/// See [`RunError`]; what is wrong with a single plan or file is told to `listen`.
pub fn run(jobs: &[Job], settled: &Settled, listen: &mut Listener) -> Result<(), RunError> {
    let batches = load_all(settled.world, jobs, settled.jobs).map_err(RunError::Thread)?;
    let (all, clashes) = documents(jobs, &batches);
    if !clashes.is_empty() {
        return Err(RunError::Clashes(clashes));
    }
    let folder = match settled.dry {
        true => None,
        false => Some(Folder::open(&settled.out).map_err(RunError::Open)?),
    };
    let manifest_path = settled.out.join(MANIFEST);
    let failed = |error| RunError::Manifest(manifest_path.clone(), error);
    let manifest = Manifest::open(&manifest_path).map_err(failed)?;
    if let Some(folder) = &folder {
        let files = manifest.entries().map(|entry| Path::new(&entry.file));
        folder.sweep(files.chain(all.iter().map(|one| one.stem.as_path()))).map_err(failed)?;
    }
    let selected = match settled.shard {
        Some(shard) => &all[shard.range(all.len())],
        None => &all[..],
    };
    listen(Event::Begin(selected.len()));
    let hashes = Hashes::new(settled.templates.noting(), batches.iter());
    let maker = Maker {
        settled,
        jobs,
        names: jobs.iter().map(|job| from_folder(&settled.out, &job.path)).collect(),
        batches: &batches,
        pipelines: batches.iter().map(|batch| Pipeline::new(batch, &settled.templates)).collect(),
        manifest: &manifest,
        hashes,
        folder: folder.as_ref(),
    };
    let mut plans = Plans::new(&maker, listen);
    let work = |one: &Document| maker.make(one);
    in_order(selected, settled.jobs, work, &mut |one, made| plans.take(one, made))
        .map_err(RunError::Thread)?;
    let (mut manifest_now, noted) = plans.finish();
    tell_gone(&maker, &all, &mut manifest_now, listen);
    if let Some(folder) = &folder
        && (noted || manifest_now != manifest)
    {
        folder.finish(&manifest_now).map_err(failed)?;
    }
    folder.into_iter().for_each(Folder::close);
    Ok(())
}
