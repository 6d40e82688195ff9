//! Jobs → files, on several threads, reported in the order of the jobs.

use std::io;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use super::parallel::in_order;
use super::{Format, Job, Outcome, encode};
use crate::output;
use crate::templates::Templates;

/// How to build.
#[derive(Clone, Debug)]
pub struct Settled {
    /// What to write.
    pub formats: Vec<Format>,
    /// Where templates come from.
    pub templates: Templates,
    /// How many threads.
    pub jobs: NonZeroUsize,
}

/// What became of one plan, on disk too.
#[derive(Debug)]
pub struct Report {
    /// What was made and found.
    pub outcome: Outcome,
    /// The files written.
    pub written: Vec<PathBuf>,
    /// A file that could not be written.
    pub failed: Option<(PathBuf, io::Error)>,
}

/// Called with each report, in the order of the jobs.
pub type Progress<'a> = dyn FnMut(&Job, Report) + Send + 'a;

/// Builds all jobs.
///
/// # Errors
/// A thread cannot be started.
pub fn run(jobs: &[Job], settled: &Settled, progress: &mut Progress) -> io::Result<()> {
    in_order(jobs, settled.jobs, |job| build(job, settled), progress)
}

fn build(job: &Job, settled: &Settled) -> Report {
    let outcome = encode(&job.path.display().to_string(), &job.text, &settled.formats, &settled.templates);
    let mut written = Vec::new();
    for artifact in &outcome.artifacts {
        // Not `with_extension`: a plan may be called "a.b.yaml".
        let mut path = job.stem.clone().into_os_string();
        path.push(".");
        path.push(artifact.extension);
        let path = PathBuf::from(path);
        if let Err(error) = output::write(&path, &artifact.bytes) {
            return Report { outcome, written, failed: Some((path, error)) };
        }
        written.push(path);
    }
    Report { outcome, written, failed: None }
}
