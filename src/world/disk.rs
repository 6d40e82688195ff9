//! The world of a machine: its disk.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::overlay::has_one_of;
use super::{Listed, Place, State, World};
use crate::source::ReadError;

/// The disk.
#[derive(Clone, Debug, Default)]
pub struct Disk {
    templates: Option<PathBuf>,
}

impl Disk {
    /// The disk, with the folder of an agency's templates.
    pub fn with_templates(folder: PathBuf) -> Self {
        Self { templates: Some(folder) }
    }
}

impl World for Disk {
    #[expect(clippy::disallowed_methods, reason = "this is where files are read")]
    fn read(&self, path: &Path, at_most: u64) -> Result<Vec<u8>, ReadError> {
        // Before it is opened: a pipe would wait for who writes into it.
        let kind = path.metadata().map_err(ReadError::Io)?;
        if kind.is_dir() {
            return Err(ReadError::Folder);
        }
        if !kind.is_file() {
            return Err(ReadError::Special);
        }
        let mut bytes = Vec::new();
        let file = File::open(path).map_err(ReadError::Io)?;
        file.take(at_most).read_to_end(&mut bytes).map_err(ReadError::Io)?;
        Ok(bytes)
    }

    #[expect(clippy::disallowed_methods, reason = "this is where folders are read")]
    fn list(&self, folder: &Path, extensions: &[&'static str]) -> io::Result<Vec<Listed>> {
        let mut all = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let path = entry.path();
            let is_folder = match entry.file_type()? {
                kind if kind.is_symlink() => path.is_dir(),
                kind => kind.is_dir(),
            };
            if is_folder || has_one_of(&path, extensions) {
                all.push(Listed { path, is_folder });
            }
        }
        all.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(all)
    }

    fn look(&self, path: &Path) -> Option<Place> {
        let resolved = path.canonicalize().ok()?;
        Some(Place { is_folder: resolved.is_dir(), path: resolved })
    }

    fn state(&self, path: &Path) -> Option<State> {
        let data = path.metadata().ok()?;
        Some(State::of(&(data.modified().ok(), data.len())))
    }

    fn templates(&self) -> Option<&Path> {
        self.templates.as_deref()
    }
}
