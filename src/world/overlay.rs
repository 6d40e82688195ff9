//! Texts that are not saved yet, in the place of what stands below them.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::path::{absolute, folder_of};
use super::{Listed, Place, State, World};
use crate::source::ReadError;

/// A world with the unsaved texts of an editor over it.
#[derive(Debug)]
pub struct Overlay<'w> {
    below: &'w dyn World,
    /// By their whole paths.
    texts: BTreeMap<PathBuf, Vec<u8>>,
}

impl<'w> Overlay<'w> {
    /// Over a world, with nothing of its own.
    pub fn over(below: &'w dyn World) -> Self {
        Self { below, texts: BTreeMap::new() }
    }

    /// Puts a text in the place of a file, which need not be there.
    pub fn set(&mut self, path: &Path, text: impl Into<Vec<u8>>) {
        self.texts.insert(self.whole(path), text.into());
    }

    fn whole(&self, path: &Path) -> PathBuf {
        self.below.look(path).map_or_else(|| absolute(self.below, path), |place| place.path)
    }
}

impl World for Overlay<'_> {
    fn read(&self, path: &Path, at_most: u64) -> Result<Vec<u8>, ReadError> {
        match self.texts.get(&self.whole(path)) {
            Some(text) => Ok(first(text, at_most)),
            None => self.below.read(path, at_most),
        }
    }

    fn list(&self, folder: &Path, extensions: &[&'static str]) -> io::Result<Vec<Listed>> {
        let inside = self.whole(folder);
        let own = self.texts.keys().filter(|path| folder_of(path) == inside && has_one_of(path, extensions));
        let own = own.filter_map(|path| path.file_name());
        let own: Vec<Listed> = own.map(|name| Listed { path: folder.join(name), is_folder: false }).collect();
        let mut all = match self.below.list(folder, extensions) {
            Err(_) if !own.is_empty() => Vec::new(),
            listed => listed?,
        };
        all.extend(own);
        all.sort_by(|one, other| one.path.cmp(&other.path));
        all.dedup();
        Ok(all)
    }

    fn look(&self, path: &Path) -> Option<Place> {
        self.below.look(path).or_else(|| {
            let path = self.whole(path);
            self.texts.contains_key(&path).then_some(Place { path, is_folder: false })
        })
    }

    fn state(&self, path: &Path) -> Option<State> {
        match self.texts.get(&self.whole(path)) {
            Some(text) => Some(State::of(text)),
            None => self.below.state(path),
        }
    }

    fn templates(&self) -> Option<&Path> {
        self.below.templates()
    }
}

/// The first bytes of a text, at most so many.
pub(super) fn first(text: &[u8], at_most: u64) -> Vec<u8> {
    text[..text.len().min(usize::try_from(at_most).unwrap_or(usize::MAX))].to_vec()
}

/// Whether a file has one of these extensions; without extensions every file does.
pub(super) fn has_one_of(path: &Path, extensions: &[&'static str]) -> bool {
    let is_it = |one: &std::ffi::OsStr| extensions.iter().any(|extension| one == *extension);
    extensions.is_empty() || path.extension().is_some_and(is_it)
}
