//! Plans → files: what is not up to date is made, on several threads, and reported in the order of the plans
//! and their rows.

use std::io;
use std::path::{Path, PathBuf};

use super::cache_key::CacheKeys;
use super::check::load_all;
use super::commit::Plans;
use super::config::Config;
use super::documents::{Document, FindClash, documents, from_folder};
use super::make::Maker;
use super::orphans::report_orphans;
use super::parallel::in_order;
use super::report::{Event, Listener};
use crate::output::{Folder, MANIFEST, Manifest, OpenError};
use crate::pipeline::{Job, Pipeline};

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

/// Builds all jobs.
///
/// # Errors
/// See [`RunError`]; what is wrong with a single plan or file is told to `listen`.
pub fn run(jobs: &[Job], config: &Config, listen: &mut Listener) -> Result<(), RunError> {
    let batches = load_all(config.world, jobs, config.jobs).map_err(RunError::Thread)?;
    let (all, clashes) = documents(jobs, &batches);
    if !clashes.is_empty() {
        return Err(RunError::Clashes(clashes));
    }
    let folder = match config.dry {
        true => None,
        false => Some(Folder::open(&config.out).map_err(RunError::Open)?),
    };
    let manifest_path = config.out.join(MANIFEST);
    let failed = |error| RunError::Manifest(manifest_path.clone(), error);
    let (manifest, bad_lines) = Manifest::open(&manifest_path).map_err(failed)?;
    if !bad_lines.is_empty() {
        listen(Event::BadLines(&manifest_path, &bad_lines));
    }
    if let Some(folder) = &folder {
        let files = manifest.entries().map(|entry| Path::new(&entry.file));
        folder.sweep(files.chain(all.iter().map(|one| one.stem.as_path()))).map_err(failed)?;
    }
    let selected = match config.shard {
        Some(shard) => &all[shard.range(all.len())],
        None => &all[..],
    };
    listen(Event::Begin(selected.len()));
    let hashes = CacheKeys::new(config.templates.noting(), batches.iter());
    let maker = Maker {
        config,
        jobs,
        names: jobs.iter().map(|job| from_folder(&config.out, &job.path)).collect(),
        batches: &batches,
        pipelines: batches.iter().map(|batch| Pipeline::new(batch, &config.templates)).collect(),
        manifest: &manifest,
        hashes,
        folder: folder.as_ref(),
    };
    let mut plans = Plans::new(&maker, listen);
    let work = |one: &Document| maker.make(one);
    in_order(selected, config.jobs, work, &mut |one, made| plans.take(one, made))
        .map_err(RunError::Thread)?;
    let (mut manifest_now, noted) = plans.finish();
    report_orphans(&maker, &all, &mut manifest_now, listen);
    if let Some(folder) = &folder
        && (noted || manifest_now != manifest)
    {
        folder.finish(&manifest_now).map_err(failed)?;
    }
    folder.into_iter().for_each(Folder::close);
    Ok(())
}
