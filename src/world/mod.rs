//! The outside: what is read of files and folders. A [`World`] is the disk, texts that are not saved yet over the
//! disk, or memory; what was read through a [`Recorded`] one, or looked for in vain, is what a document depends on.

mod disk;
mod kept;
mod memory;
mod overlay;
mod path;
mod record;
mod root;
mod walk;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::source::{self, MAX_BYTES, ReadError};

pub use disk::Disk;
pub use kept::Kept;
pub use memory::Memory;
pub use overlay::Overlay;
pub use path::{located, plain};
pub use record::{Record, Recorded, hash};
pub use root::Root;
pub use walk::{Walked, walk};

/// Where the program reads.
pub trait World: fmt::Debug + Send + Sync {
    /// The first bytes of a regular file, at most so many.
    ///
    /// # Errors
    /// It is not there, is no regular file, or cannot be read.
    fn read(&self, path: &Path, at_most: u64) -> Result<Vec<u8>, ReadError>;

    /// The sub-folders of a folder and its files with one of these extensions, sorted by name; without extensions
    /// everything that stands in it.
    ///
    /// # Errors
    /// The folder is not there, or cannot be read.
    fn list(&self, folder: &Path, extensions: &[&'static str]) -> io::Result<Vec<Listed>>;

    /// What a path leads to, links followed; none where nothing is there.
    fn look(&self, path: &Path) -> Option<Place>;

    /// The state of a file, another one after each change; none where nothing is there.
    fn state(&self, path: &Path) -> Option<State>;

    /// The folder with the templates and kinds of the agency, where it has one.
    fn templates(&self) -> Option<&Path> {
        None
    }
}

/// What stands in a folder.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Listed {
    /// Its path.
    pub path: PathBuf,
    /// Whether it is a folder, links followed.
    pub is_folder: bool,
}

/// Where a path leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The whole path, without links.
    pub path: PathBuf,
    /// Whether a folder stands there.
    pub is_folder: bool,
}

/// The state of a file: equal where it did not change in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct State(u64);

impl State {
    /// From all that tells one state from another.
    fn of(parts: &impl std::hash::Hash) -> Self {
        use std::hash::{BuildHasher, BuildHasherDefault};
        Self(BuildHasherDefault::<rustc_hash::FxHasher>::default().hash_one(parts))
    }
}

/// The bytes of a file.
///
/// # Errors
/// It cannot be read, or has more bytes than `limit`.
pub fn bytes(world: &dyn World, path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    source::within(limit, world.read(path, limit.saturating_add(1))?)
}

/// The text of a file of at most [`MAX_BYTES`].
///
/// # Errors
/// It cannot be read, is too large, or is no text; which program's file it is, where that can be seen.
pub fn text(world: &dyn World, path: &Path) -> Result<String, ReadError> {
    source::small_text(world.read(path, MAX_BYTES + 1)?)
}

/// Whether a folder stands at a path.
pub fn is_folder(world: &dyn World, path: &Path) -> bool {
    world.look(path).is_some_and(|place| place.is_folder)
}
