//! What state files are in, to tell whether one of them changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::walk::walk;

/// The state of files: when each was changed and how long it is; none for one that is not there.
#[derive(Clone, Debug, Default)]
pub struct Stamp {
    files: BTreeMap<PathBuf, Option<(SystemTime, u64)>>,
    folders: BTreeSet<PathBuf>,
}

impl Stamp {
    /// Takes in the state of a file, or of the files below a folder that have one of these extensions: whatever else
    /// stands there, a log or the outputs, is nothing that is read. What is known already stays as it is.
    pub fn add(&mut self, path: &Path, extensions: &[&str]) {
        if !path.is_dir() {
            self.add_file(path.to_owned());
            return;
        }
        let walked = walk(path, extensions);
        self.folders.extend(walked.folders);
        walked.files.into_iter().for_each(|file| self.add_file(file));
    }

    fn add_file(&mut self, file: PathBuf) {
        self.files.entry(file).or_insert_with_key(|file| {
            let state = file.metadata().ok()?;
            Some((state.modified().unwrap_or(SystemTime::UNIX_EPOCH), state.len()))
        });
    }

    /// The files that are not as they were in `before`, or were not known there.
    pub fn changed_since(&self, before: &Self) -> Vec<PathBuf> {
        let here = self.files.iter().filter(|(path, state)| before.files.get(*path) != Some(state));
        let gone = before.files.keys().filter(|path| !self.files.contains_key(*path));
        here.map(|(path, _)| path).chain(gone).cloned().collect()
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The files.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.files.keys().map(PathBuf::as_path)
    }

    /// The folders that were searched.
    pub fn folders(&self) -> impl Iterator<Item = &Path> {
        self.folders.iter().map(PathBuf::as_path)
    }
}
