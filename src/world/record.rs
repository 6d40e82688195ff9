//! What was read: what a document depends on, and what is to be watched for it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};

use super::{Listed, Place, State, World};
use crate::source::ReadError;

/// The SHA-256 of some bytes, in hexadecimal digits.
pub fn hash(bytes: &[u8]) -> String {
    use std::fmt::Write;
    let digest = Sha256::digest(bytes);
    digest.iter().fold(String::with_capacity(64), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The files that were read or looked for, in the order of the first time, each with the hash of what was read;
/// none for one that was looked for in vain.
#[derive(Clone, Debug, Default)]
pub struct Record(Vec<(PathBuf, Option<String>)>);

impl Record {
    /// The files.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.0.iter().map(|(path, _)| path.as_path())
    }

    /// One hash of all that was read, this file left out: it does not matter where the files stand.
    pub fn hash_without(&self, left_out: Option<&Path>) -> String {
        let all = self.0.iter().filter(|(path, _)| Some(path.as_path()) != left_out);
        let hashes: Vec<&str> = all.map(|(_, hash)| hash.as_deref().unwrap_or("-")).collect();
        hash(hashes.join("\n").as_bytes())
    }
}

/// A world that takes note of what is read in it.
#[derive(Debug)]
pub struct Recorded<'w> {
    world: &'w dyn World,
    record: Mutex<Record>,
}

impl<'w> Recorded<'w> {
    /// Over a world, with nothing read so far.
    pub fn over(world: &'w dyn World) -> Self {
        Self { world, record: Mutex::default() }
    }

    /// What was read.
    pub fn finish(self) -> Record {
        self.record.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl World for Recorded<'_> {
    fn read(&self, path: &Path, at_most: u64) -> Result<Vec<u8>, ReadError> {
        let read = self.world.read(path, at_most);
        let Record(files) = &mut *self.record.lock().unwrap_or_else(PoisonError::into_inner);
        if files.iter().all(|(known, _)| known != path) {
            files.push((path.to_owned(), read.as_ref().ok().map(|bytes| hash(bytes))));
        }
        read
    }

    fn list(&self, folder: &Path, extensions: &[&'static str]) -> io::Result<Vec<Listed>> {
        self.world.list(folder, extensions)
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
