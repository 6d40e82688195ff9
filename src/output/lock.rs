//! A folder of outputs while it is built into: one program at a time, files first beside their place and
//! then in it.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use tempfile::TempPath;

use super::manifest::{Entry, MANIFEST, Manifest};
use super::write::{filled, folder_of, is_temporary};

/// The file that is locked while a folder is built into. It stays: removing it would let two in.
const LOCK: &str = ".kehoach.lock";

/// So many files are synced one by one: syncing all that the file system holds waits for other programs, too.
#[cfg(target_os = "linux")]
const FEW: usize = 32;

/// Why a folder cannot be built into.
#[derive(Debug)]
pub enum OpenError {
    /// Another build is at work in it.
    Busy,
    /// This file of the program's own is a link to somewhere else.
    Link(PathBuf),
    /// The operating system refuses.
    Io(PathBuf, io::Error),
}

/// A locked folder of outputs; unlocked when it is dropped, and by the system when the program is killed.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Whether it was not there before.
    is_new: bool,
    journal: Mutex<Option<File>>,
    _lock: File,
}

/// A file that is written, but not yet in its place; gone when it is dropped.
#[derive(Debug)]
pub struct Staged {
    pub(super) temporary: TempPath,
    pub(super) path: PathBuf,
}

#[expect(clippy::disallowed_methods, reason = "the output room is where files are written")]
impl Folder {
    /// Makes the folder where it is not there, and locks it.
    ///
    /// # Errors
    /// Another build is at work in it, or the operating system refuses.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        let refused = |at: &Path| {
            let at = at.to_owned();
            move |error| OpenError::Io(at, error)
        };
        let is_new = !path.exists();
        std::fs::create_dir_all(path).map_err(refused(path))?;
        let lock = path.join(LOCK);
        for ours in [&lock, &path.join(MANIFEST)] {
            // What is written through a link is not in this folder.
            if ours.is_symlink() {
                return Err(OpenError::Link(ours.clone()));
            }
        }
        let file = OpenOptions::new().create(true).append(true).open(&lock).map_err(refused(&lock))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(OpenError::Busy),
            // A file system without locks (some network folders): builds are trusted to take turns.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
            Err(TryLockError::Error(error)) => return Err(OpenError::Io(lock, error)),
        }
        Ok(Self { path: path.to_owned(), is_new, journal: Mutex::new(None), _lock: file })
    }

    /// Removes what a killed build left unfinished in the folders of these files.
    ///
    /// # Errors
    /// A folder cannot be read.
    pub fn sweep<'a>(&self, files: impl Iterator<Item = &'a Path>) -> io::Result<()> {
        let mut folders: Vec<PathBuf> =
            files.map(|file| folder_of(&self.path.join(file)).to_owned()).collect();
        folders.push(self.path.clone());
        folders.sort();
        folders.dedup();
        for folder in folders.iter().filter(|folder| folder.is_dir()) {
            for entry in std::fs::read_dir(folder)? {
                let entry = entry?;
                // Only what has such a name and is a file: whatever else begins alike is someone's.
                let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
                if is_file && is_temporary(&entry.file_name().to_string_lossy()) {
                    std::fs::remove_file(entry.path())?;
                }
            }
        }
        Ok(())
    }

    /// Writes the bytes of `file`, a path inside the folder, beside its place.
    ///
    /// # Errors
    /// The operating system refuses.
    pub fn stage(&self, file: &Path, bytes: &[u8]) -> io::Result<Staged> {
        let path = self.path.join(file);
        let folder = folder_of(&path);
        std::fs::create_dir_all(folder)?;
        Ok(Staged { temporary: filled(folder, bytes)?.into_temp_path(), path })
    }

    /// Sees to it that what is staged is on the disk before it is put in its place, so that a power cut, too,
    /// leaves whole files. Many files are synced together: one by one would take longer than making them.
    ///
    /// # Errors
    /// The operating system refuses.
    pub fn settle<'a>(&self, staged: impl ExactSizeIterator<Item = &'a Staged>) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        if staged.len() > FEW {
            return Ok(rustix::fs::syncfs(File::open(&self.path)?)?);
        }
        for one in staged {
            File::open(&one.temporary)?.sync_all()?;
        }
        Ok(())
    }

    /// Notes a file before it is put in its place: a build that is killed later need not make it again, and one
    /// that is killed in between does not leave a file that nobody knows.
    ///
    /// # Errors
    /// The operating system refuses.
    pub fn note(&self, entry: &Entry) -> io::Result<()> {
        let Ok(mut journal) = self.journal.lock() else { return Ok(()) };
        let file = match journal.as_mut() {
            Some(file) => file,
            None => {
                let open = OpenOptions::new().create(true).append(true).open(self.path.join(MANIFEST))?;
                journal.insert(open)
            }
        };
        // After a line that was cut off, this one still begins anew.
        file.write_all(format!("\n{}\n", entry.line()).as_bytes())
    }

    /// Writes the manifest anew, whole.
    ///
    /// # Errors
    /// The operating system refuses.
    pub fn finish(&self, manifest: &Manifest) -> io::Result<()> {
        let Staged { temporary, path } = self.stage(Path::new(MANIFEST), manifest.text().as_bytes())?;
        temporary.persist(path).map_err(|error| error.error)
    }

    /// Leaves the folder; one that was made for nothing is removed.
    pub fn close(self) {
        if self.is_new && !self.path.join(MANIFEST).exists() {
            // What cannot be removed does no harm.
            let _ = std::fs::remove_file(self.path.join(LOCK));
            let _ = std::fs::remove_dir(&self.path);
        }
    }

    /// Removes a document, and the folders that are empty without it: never through a link, and nothing but what
    /// this program makes.
    ///
    /// # Errors
    /// It is no document of this folder, or the operating system refuses.
    pub fn remove(&self, file: &Path) -> io::Result<()> {
        let is_document = file.extension().is_some_and(|one| one == "docx" || one == "pdf");
        let through_link =
            file.ancestors().any(|part| !part.as_os_str().is_empty() && self.path.join(part).is_symlink());
        if !is_document || through_link {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        match std::fs::remove_file(self.path.join(file)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut folder = file.parent();
        while let Some(inside) = folder.filter(|inside| !inside.as_os_str().is_empty()) {
            if std::fs::remove_dir(self.path.join(inside)).is_err() {
                break;
            }
            folder = inside.parent();
        }
        Ok(())
    }
}
