//! A world that is read again and again: what did not change in between is read once, and what did is told.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::overlay::first;
use super::walk::{is_hidden, walk};
use super::{Listed, Place, State, World};
use crate::source::ReadError;

/// What was read of a world, kept until it changes.
#[derive(Debug)]
pub struct Kept<'w> {
    world: &'w dyn World,
    files: Mutex<BTreeMap<PathBuf, File>>,
    folders: Mutex<BTreeMap<Search, Vec<Listed>>>,
}

/// A folder, and the extensions of the files that were looked for in it.
type Search = (PathBuf, Vec<&'static str>);

/// A file as it was when it was first read.
#[derive(Debug)]
struct File {
    state: Option<State>,
    /// The bytes, where it could be read and not more than this was asked for.
    whole: Option<Vec<u8>>,
}

impl<'w> Kept<'w> {
    /// Over a world, with nothing read so far.
    pub fn over(world: &'w dyn World) -> Self {
        Self { world, files: Mutex::default(), folders: Mutex::default() }
    }

    /// Looks at everything that was read, or looked for in vain: the files that changed are given, and forgotten.
    pub fn refresh(&self) -> Vec<PathBuf> {
        let mut changed = Vec::new();
        self.files.lock().unwrap_or_else(PoisonError::into_inner).retain(|path, file| {
            let is_same = self.world.state(path) == file.state;
            if !is_same {
                changed.push(path.clone());
            }
            is_same
        });
        let mut new_folders = Vec::new();
        for ((folder, extensions), before) in
            self.folders.lock().unwrap_or_else(PoisonError::into_inner).iter_mut()
        {
            let now = self.world.list(folder, extensions).unwrap_or_default();
            let before = std::mem::replace(before, now.clone());
            let gone = before.iter().filter(|one| !one.is_folder && !now.contains(one));
            changed.extend(gone.map(|one| one.path.clone()));
            for new in now.into_iter().filter(|one| !before.contains(one)) {
                match new.is_folder {
                    true => new_folders.push((new.path, extensions.clone())),
                    false => changed.push(new.path),
                }
            }
        }
        // An empty folder is no change, but what comes into it will be one.
        for (folder, extensions) in new_folders.into_iter().filter(|(folder, _)| !is_hidden(folder)) {
            changed.extend(walk(self, &folder, &extensions).files);
        }
        changed.sort();
        changed.dedup();
        changed
    }

    /// The files that were read or looked for, and the folders that were searched.
    pub fn places(&self) -> (Vec<PathBuf>, Vec<PathBuf>) {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner).keys().cloned().collect();
        let folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        (files, folders.keys().map(|(folder, _)| folder.clone()).collect())
    }
}

impl World for Kept<'_> {
    fn read(&self, path: &Path, at_most: u64) -> Result<Vec<u8>, ReadError> {
        let known = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = known.get(path).and_then(|file| file.whole.as_ref()) {
            return Ok(first(bytes, at_most));
        }
        drop(known);
        // Before it is read: what changes meanwhile has changed since.
        let state = self.world.state(path);
        let read = self.world.read(path, at_most);
        let whole = read.as_ref().ok().filter(|bytes| (bytes.len() as u64) < at_most).cloned();
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.entry(path.to_owned()).or_insert(File { state, whole });
        read
    }

    fn list(&self, folder: &Path, extensions: &[&'static str]) -> io::Result<Vec<Listed>> {
        // Without extensions a name is looked for, and the file of that name is read afterwards.
        if extensions.is_empty() {
            return self.world.list(folder, extensions);
        }
        let key = (folder.to_owned(), extensions.to_vec());
        if let Some(known) = self.folders.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(known.clone());
        }
        let listed = self.world.list(folder, extensions);
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        folders.insert(key, listed.as_ref().map_or_else(|_| Vec::new(), Clone::clone));
        listed
    }

    fn look(&self, path: &Path) -> Option<Place> {
        self.world.look(path)
    }

    fn state(&self, path: &Path) -> Option<State> {
        self.world.state(path)
    }

    fn templates(&self) -> Option<&Path> {
        self.world.templates()
    }
}
