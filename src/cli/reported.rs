//! What a run that is repeated has said already: what is still wrong is not said again at every save.

use std::collections::HashSet;
use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// What was said in the round before, and in this one.
#[derive(Debug, Default)]
pub(super) struct Reported {
    before: HashSet<u64>,
    known: HashSet<u64>,
    /// The plans that were saved, or whose files were.
    saved: HashSet<PathBuf>,
    said: bool,
    has_outputs: bool,
}

impl Reported {
    /// A round begins, over all plans or some; what these plans have is known in any case.
    pub(super) fn begin(&mut self, is_whole: bool, saved: HashSet<PathBuf>) {
        // Of plans that are not looked at, what was said stays said.
        self.before = if is_whole { std::mem::take(&mut self.known) } else { self.known.clone() };
        self.saved = saved;
        self.said = false;
        self.has_outputs &= !is_whole;
    }

    /// Whether this was not said in the round before. It counts as said in this one.
    pub(super) fn is_news(&mut self, what: &impl Debug) -> bool {
        let mut hasher = DefaultHasher::new();
        format!("{what:?}").hash(&mut hasher);
        let what = hasher.finish();
        self.known.insert(what);
        let is_news = !self.before.contains(&what);
        self.said |= is_news;
        is_news
    }

    /// As [`Reported::is_news`], of a plan: one that was saved is known anew.
    pub(super) fn is_news_of(&mut self, plan: &Path, what: &impl Debug) -> bool {
        let is_news = self.is_news(&(plan, what)) || self.saved.contains(plan);
        self.said |= is_news;
        is_news
    }

    /// Something is said that is always worth it.
    pub(super) fn say(&mut self) {
        self.said = true;
    }

    /// Outputs are where they should be.
    pub(super) fn see_outputs(&mut self) {
        self.has_outputs = true;
    }

    /// Whether there are outputs after this round.
    pub(super) fn has_outputs(&self) -> bool {
        self.has_outputs
    }

    /// Whether this round said anything so far.
    pub(super) fn has_said(&self) -> bool {
        self.said
    }
}
