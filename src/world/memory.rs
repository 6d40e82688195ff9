//! A world without a disk: files that stand in memory only.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::overlay::{first, has_one_of};
use super::path::lexical;
use super::{Listed, Place, State, World};
use crate::source::ReadError;

/// Files in memory, by their paths from a root.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    files: BTreeMap<PathBuf, Vec<u8>>,
    templates: Option<PathBuf>,
}

impl Memory {
    /// The same with one more file; its folders are there by that.
    #[must_use]
    pub fn with(mut self, path: impl AsRef<Path>, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(whole(path.as_ref()), bytes.into());
        self
    }

    /// The same with the folder of an agency's templates.
    #[must_use]
    pub fn with_templates(self, folder: impl Into<PathBuf>) -> Self {
        Self { templates: Some(folder.into()), ..self }
    }

    fn below(&self, folder: &Path) -> impl Iterator<Item = &Path> {
        let inside = move |path: &&PathBuf| path.starts_with(folder) && path.as_path() != folder;
        self.files.keys().filter(inside).map(PathBuf::as_path)
    }
}

/// The path from the root, without `.` and `..`.
fn whole(path: &Path) -> PathBuf {
    lexical(&Path::new("/").join(path))
}

fn absent() -> io::Error {
    io::ErrorKind::NotFound.into()
}

impl World for Memory {
    fn read(&self, path: &Path, at_most: u64) -> Result<Vec<u8>, ReadError> {
        let path = whole(path);
        match self.files.get(&path) {
            Some(bytes) => Ok(first(bytes, at_most)),
            None if self.below(&path).next().is_some() => Err(ReadError::Folder),
            None => Err(ReadError::Io(absent())),
        }
    }

    fn list(&self, folder: &Path, extensions: &[&'static str]) -> io::Result<Vec<Listed>> {
        let inside = whole(folder);
        let mut all: BTreeMap<PathBuf, bool> = BTreeMap::new();
        for path in self.below(&inside) {
            let mut rest = path.strip_prefix(&inside).into_iter().flat_map(Path::iter);
            let Some(name) = rest.next() else { continue };
            let is_folder = rest.next().is_some();
            if is_folder || has_one_of(Path::new(name), extensions) {
                all.insert(folder.join(name), is_folder);
            }
        }
        match all.is_empty() && self.below(&inside).next().is_none() {
            true => Err(absent()),
            false => Ok(all.into_iter().map(|(path, is_folder)| Listed { path, is_folder }).collect()),
        }
    }

    fn look(&self, path: &Path) -> Option<Place> {
        let path = whole(path);
        let is_folder = !self.files.contains_key(&path);
        let is_there = !is_folder || path == Path::new("/") || self.below(&path).next().is_some();
        is_there.then_some(Place { path, is_folder })
    }

    fn state(&self, path: &Path) -> Option<State> {
        self.files.get(&whole(path)).map(State::of)
    }

    fn templates(&self) -> Option<&Path> {
        self.templates.as_deref()
    }
}
