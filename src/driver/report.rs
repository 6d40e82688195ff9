//! What became of the documents of a run.

use std::io;
use std::path::{Path, PathBuf};

use crate::diag::Findings;
use crate::pipeline::Job;
use crate::world::Record;

/// Why an output is made anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing is known of it.
    New,
    /// It was asked for.
    Forced,
    /// Another version of this program made it.
    Tool,
    /// The plan, or a file it includes, changed.
    Plan,
    /// The row of the data changed.
    Row,
    /// This template changed.
    Template(String),
    /// The file is gone.
    Deleted,
    /// A build that was killed left an older one.
    Older,
}

/// What became of an output.
#[derive(Debug)]
pub enum Status {
    /// It was written; under `--check`: it would be.
    Built(Reason),
    /// It is what it should be.
    Unchanged,
    /// It was not written: its plan has an error.
    Failed,
    /// It was not written, because another row of its plan has an error.
    HeldBack,
    /// It could not be written.
    Unwritten(io::Error),
    /// It stays as it is: someone may have changed it.
    Edited(Origin),
    /// It was not written, because another file of its document was changed, or could not be written.
    Beside,
}

/// Where a file comes from that is not as a build would leave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// This program wrote it, and it was changed since.
    Written,
    /// No build is known to have written it.
    Unknown,
}

/// An output of a run.
#[derive(Debug)]
pub struct FileReport {
    /// Its path.
    pub file: PathBuf,
    /// Tên loại, by its slug, where that is known.
    pub kind: Option<String>,
    /// Its pages, of a PDF.
    pub pages: Option<usize>,
    /// Its size and the SHA-256 of its bytes, where there are some.
    pub content: Option<(usize, String)>,
    /// What became of it.
    pub status: Status,
}

/// A document of a run, in each format.
#[derive(Debug)]
pub struct DocumentReport {
    /// The row of the data: file and line.
    pub row: Option<String>,
    /// One for each format.
    pub files: Vec<FileReport>,
    /// Where files that were changed by hand are kept, under `--force`.
    pub kept: Vec<PathBuf>,
}

/// What a run tells while it goes on, in the order of the documents.
pub enum Event<'a> {
    /// Lines of the manifest that are none of ours, and are passed over: their numbers, from 1.
    BadLines(&'a Path, &'a [usize]),
    /// This many documents will be looked at.
    Begin(usize),
    /// One more document is done.
    Tick,
    /// A plan is done.
    Plan {
        /// Which.
        job: &'a Job,
        /// What was found.
        findings: Findings,
        /// The files beside it that it reads, or looked for in vain.
        read: &'a Record,
        /// Its documents.
        documents: Vec<DocumentReport>,
    },
    /// An output whose row or plan is gone.
    Gone {
        /// Its path.
        file: PathBuf,
        /// What became of it.
        fate: Fate,
    },
}

/// What `run` tells while it goes on.
pub type Listener<'a> = dyn FnMut(Event) + Send + 'a;

/// What became of an output whose row or plan is gone.
#[derive(Debug)]
pub enum Fate {
    /// It is still there: removing was not asked for.
    Kept,
    /// It was removed.
    Removed,
    /// It was changed by hand, and is kept.
    Edited,
    /// It could not be removed.
    Stuck(io::Error),
}
