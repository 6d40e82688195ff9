//! What state files are in, to tell whether one of them changed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The state of files: when each was changed and how long it is; none for one that is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp(BTreeMap<PathBuf, Option<(SystemTime, u64)>>);

impl Stamp {
    /// Of files, and of all files below folders but for what is hidden or in `leave_out`.
    pub fn of<'a>(paths: impl Iterator<Item = &'a Path>, leave_out: &Path) -> Self {
        let mut out = Self::default();
        paths.for_each(|path| out.add(path, leave_out));
        out
    }

    /// The files that are not as they were in `before`, or were not known there.
    pub fn changed_since(&self, before: &Self) -> Vec<PathBuf> {
        let here = self.0.iter().filter(|(path, state)| before.0.get(*path) != Some(state));
        let gone = before.0.keys().filter(|path| !self.0.contains_key(*path));
        here.map(|(path, _)| path).chain(gone).cloned().collect()
    }

    /// Takes in the state of files that it does not know.
    pub fn cover<'a>(&mut self, files: impl Iterator<Item = &'a Path>, leave_out: &Path) {
        for file in files.filter(|file| !file.is_dir()) {
            if !self.0.contains_key(file) {
                self.add(file, leave_out);
            }
        }
    }

    #[expect(clippy::disallowed_methods, reason = "folders are searched for plans here, too")]
    fn add(&mut self, path: &Path, leave_out: &Path) {
        let Ok(state) = path.metadata() else {
            self.0.insert(path.to_owned(), None);
            return;
        };
        if !state.is_dir() {
            let changed = state.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            self.0.insert(path.to_owned(), Some((changed, state.len())));
            return;
        }
        for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            if !is_hidden && entry.path() != leave_out {
                self.add(&entry.path(), leave_out);
            }
        }
    }
}
