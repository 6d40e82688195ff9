//! What state files are in, to tell whether one of them changed.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The state of files: when each was changed and how long it is; none for one that is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp(BTreeMap<PathBuf, Option<(SystemTime, u64)>>);

/// The files of a folder that may be plans, parts of plans or templates; a log beside them is none.
const WATCHED: [&str; 4] = ["yaml", "yml", "xml", "typ"];

impl Stamp {
    /// Of files, and of the plans and templates below folders but for what is hidden or in `leave_out`.
    pub fn of<'a>(paths: impl Iterator<Item = &'a Path>, leave_out: &Path) -> Self {
        let mut out = Self::default();
        let mut walk = Walk { leave_out: leave_out.canonicalize().ok(), seen: HashSet::new() };
        for path in paths {
            match path.is_dir() {
                true => out.add_folder(path, &mut walk),
                false => out.add(path),
            }
        }
        out
    }

    /// How many files it is of.
    pub fn files(&self) -> usize {
        self.0.len()
    }

    /// The files that are not as they were in `before`, or were not known there.
    pub fn changed_since(&self, before: &Self) -> Vec<PathBuf> {
        let here = self.0.iter().filter(|(path, state)| before.0.get(*path) != Some(state));
        let gone = before.0.keys().filter(|path| !self.0.contains_key(*path));
        here.map(|(path, _)| path).chain(gone).cloned().collect()
    }

    /// Takes in the state of files that it does not know.
    pub fn cover<'a>(&mut self, files: impl Iterator<Item = &'a Path>) {
        for file in files.filter(|file| !file.is_dir()) {
            if !self.0.contains_key(file) {
                self.add(file);
            }
        }
    }

    fn add(&mut self, path: &Path) {
        let state = path.metadata().ok();
        let state = state.map(|state| (state.modified().unwrap_or(SystemTime::UNIX_EPOCH), state.len()));
        self.0.insert(path.to_owned(), state);
    }

    #[expect(clippy::disallowed_methods, reason = "folders are searched for plans here, too")]
    fn add_folder(&mut self, folder: &Path, walk: &mut Walk) {
        // Once, by whatever links it can be reached.
        let Ok(real) = folder.canonicalize() else { return };
        if Some(&real) == walk.leave_out.as_ref() || !walk.seen.insert(real) {
            return;
        }
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let is_watched = || path.extension().is_some_and(|it| WATCHED.iter().any(|one| it == *one));
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if path.is_dir() {
                self.add_folder(&path, walk);
            } else if is_watched() {
                self.add(&path);
            }
        }
    }
}

/// What a walk through folders passes over.
struct Walk {
    leave_out: Option<PathBuf>,
    seen: HashSet<PathBuf>,
}
