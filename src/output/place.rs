//! From staged to its place: the files of a document together or not at all, and never over what a person may
//! have changed.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::lock::Staged;
use super::write::folder_of;
use crate::world::hash;

/// What stands in the place of an output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing.
    Nothing,
    /// A file, by the SHA-256 of its bytes.
    File(String),
    /// Something that cannot be read as a file: a folder, or what the system refuses.
    Blocked(ErrorKind),
}

/// Looks at a place.
#[expect(clippy::disallowed_methods, reason = "outputs are looked at before they are written")]
pub fn standing(path: &Path) -> Standing {
    // What is no file is not opened: reading a pipe would wait for ever.
    match std::fs::metadata(path) {
        Ok(data) if data.is_file() => match std::fs::read(path) {
            Ok(bytes) => Standing::File(hash(&bytes)),
            Err(error) => Standing::Blocked(error.kind()),
        },
        Ok(_) => Standing::Blocked(ErrorKind::IsADirectory),
        // A link to nothing is something.
        Err(error) if error.kind() == ErrorKind::NotFound && !path.is_symlink() => Standing::Nothing,
        Err(error) => Standing::Blocked(error.kind()),
    }
}

/// A file to be put in its place.
#[derive(Debug)]
pub struct Placing {
    /// The file beside its place.
    pub staged: Staged,
    /// What stood in the place when it was looked at.
    pub seen: Standing,
    /// Whether that is kept beside it, under another name.
    pub keep: bool,
}

/// Why the files of a document are not put in their places; what stood there stands there still.
#[derive(Debug)]
pub enum PlaceError {
    /// This one was changed since it was looked at.
    Changed(usize),
    /// The operating system refuses this one.
    Io(usize, io::Error),
}

/// What was done with a place, to be undone where another file of the document fails.
enum Placed {
    New(PathBuf),
    Replaced(PathBuf, TempPath),
    Kept { from: PathBuf, to: PathBuf },
}

/// Puts the files of one document in their places: all of them, or none. At every moment a place holds the old
/// file or the new one, whole. Gives the names under which old files were kept.
///
/// # Errors
/// See [`PlaceError`].
pub fn place(files: Vec<Placing>) -> Result<Vec<PathBuf>, PlaceError> {
    for (at, one) in files.iter().enumerate() {
        match standing(&one.staged.path) {
            Standing::Blocked(kind) => return Err(PlaceError::Io(at, kind.into())),
            now if now != one.seen => return Err(PlaceError::Changed(at)),
            _ => {}
        }
    }
    let mut done = Vec::new();
    for (at, one) in files.into_iter().enumerate() {
        if let Err(error) = place_one(one, &mut done) {
            done.into_iter().rev().for_each(undo);
            return Err(match error.kind() {
                // It came since it was looked at.
                ErrorKind::AlreadyExists => PlaceError::Changed(at),
                _ => PlaceError::Io(at, error),
            });
        }
    }
    let kept = done.into_iter().filter_map(|done| match done {
        Placed::Kept { to, .. } => Some(to),
        _ => None,
    });
    Ok(kept.collect())
}

fn place_one(one: Placing, done: &mut Vec<Placed>) -> io::Result<()> {
    let Placing { staged: Staged { temporary, path }, seen, keep } = one;
    if seen != Standing::Nothing && !keep {
        let old = second_name(&path)?;
        temporary.persist(&path).map_err(|error| error.error)?;
        done.push(Placed::Replaced(path, old));
        return Ok(());
    }
    if keep && seen != Standing::Nothing {
        let to = keep_aside(&path)?;
        done.push(Placed::Kept { from: path.clone(), to });
    }
    temporary.persist_noclobber(&path).map_err(|error| error.error)?;
    done.push(Placed::New(path));
    Ok(())
}

/// A second name of a file, by which it is put back; gone when it is dropped.
#[expect(clippy::disallowed_methods, reason = "the output room is where files are written")]
fn second_name(path: &Path) -> io::Result<TempPath> {
    let name = super::write::filled(folder_of(path), &[])?.into_temp_path();
    std::fs::remove_file(&name)?;
    // A file system without second names gets a copy.
    std::fs::hard_link(path, &name).or_else(|_| std::fs::copy(path, &name).map(|_| ()))?;
    Ok(name)
}

/// Moves a file to the first free "NAME (sửa tay N).docx" beside it.
#[expect(clippy::disallowed_methods, reason = "the output room is where files are written")]
fn keep_aside(path: &Path) -> io::Result<PathBuf> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let extension = path.extension().map(|one| format!(".{}", one.to_string_lossy())).unwrap_or_default();
    for n in 1u32.. {
        let to = path.with_file_name(format!("{stem} (sửa tay {n}){extension}"));
        // Taking the name first makes it ours; what stands there already stays.
        match std::fs::OpenOptions::new().write(true).create_new(true).open(&to) {
            Ok(_) => return std::fs::rename(path, &to).map(|()| to),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

#[expect(clippy::disallowed_methods, reason = "the output room is where files are written")]
fn undo(done: Placed) {
    // What cannot be put back is left under the name it has: nothing is lost.
    let _ = match done {
        Placed::New(path) => std::fs::remove_file(path),
        Placed::Replaced(path, old) => old.persist(path).map_err(|error| error.error),
        Placed::Kept { from, to } => std::fs::rename(to, from),
    };
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test")]
mod tests {
    use super::*;
    use crate::output::Folder;

    /// What someone saves between the look and the rename stays, and so does the other file of the document.
    #[test]
    fn what_changes_while_a_build_runs_is_not_overwritten() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = Folder::open(folder.path()).expect("it is free");
        let path = |name: &str| folder.path().join(name);
        let write = |name: &str, text: &str| crate::output::write_new(&path(name), text.as_bytes()).is_ok();
        assert!(write("a.docx", "cũ"));
        let placing = |name: &str, seen| Placing {
            staged: out.stage(Path::new(name), "mới".as_bytes()).expect("there is room"),
            seen,
            keep: false,
        };
        let old = standing(&path("a.docx"));
        let files = vec![placing("a.docx", old.clone()), placing("a.pdf", Standing::Nothing)];
        assert!(write("a.pdf", "của lãnh đạo"));
        assert!(matches!(place(files), Err(PlaceError::Changed(1))));
        assert_eq!(standing(&path("a.docx")), old);
        assert_eq!(standing(&path("a.pdf")), Standing::File(hash("của lãnh đạo".as_bytes())));
        let files = vec![placing("a.docx", old), placing("b.pdf", Standing::Nothing)];
        assert!(place(files).is_ok());
        assert_eq!(standing(&path("a.docx")), Standing::File(hash("mới".as_bytes())));
        let names = path("").read_dir().expect("it is a folder").count();
        assert_eq!(names, 4, "the two, the one of the leader, and the lock");
    }
}
