//! The config of a run, made before any work.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use crate::pipeline::Format;
use crate::templates::Templates;
use crate::world::World;

/// How to build.
#[derive(Clone, Debug)]
pub struct Config<'w> {
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
    pub fn range(self, count: usize) -> std::ops::Range<usize> {
        let end = |index: usize| {
            // Products of two of these fit, and the quotient is at most `count`.
            let end = index as u128 * count as u128 / self.of as u128;
            usize::try_from(end).unwrap_or(count)
        };
        end(self.index - 1)..end(self.index)
    }
}
