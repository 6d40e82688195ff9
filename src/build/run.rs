//! Jobs → outcomes, on several threads, reported in the order of the jobs.

use std::collections::BTreeMap;
use std::io;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

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
pub type Progress<'a> = dyn FnMut(&Job, &Report) + Send + 'a;

/// The stack of a thread that draws: Typst nests deeply, most of all in a debug build.
const STACK: usize = 16 * 1024 * 1024;

/// Builds all jobs. Threads of our own take them one by one: inside a thread pool of rayon a
/// waiting PDF export would begin the next document on the same stack, and overflow it.
///
/// # Errors
/// A thread cannot be started.
pub fn run(jobs: &[Job], settled: &Settled, progress: &mut Progress) -> io::Result<()> {
    let next = AtomicUsize::new(0);
    let order = Mutex::new(InOrder { next: 0, waiting: BTreeMap::new(), progress });
    let threads = settled.jobs.get().min(jobs.len().max(1));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(job) = jobs.get(at) else { break };
                    let report = build(job, settled);
                    if let Ok(mut order) = order.lock() {
                        order.done(jobs, at, report);
                    }
                }
            })?;
        }
        Ok(())
    })
}

struct InOrder<'a, 'b> {
    next: usize,
    waiting: BTreeMap<usize, Report>,
    progress: &'a mut Progress<'b>,
}

impl InOrder<'_, '_> {
    fn done(&mut self, jobs: &[Job], at: usize, report: Report) {
        self.waiting.insert(at, report);
        while let Some(report) = self.waiting.remove(&self.next) {
            (self.progress)(&jobs[self.next], &report);
            self.next += 1;
        }
    }
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
