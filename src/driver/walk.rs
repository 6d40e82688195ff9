//! What stands below a folder.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use crate::source::plain;

/// The files that were looked for, and where.
#[derive(Debug, Default)]
pub struct Walked {
    /// The files, sorted within each folder.
    pub files: Vec<PathBuf>,
    /// The folders, the first one included.
    pub folders: Vec<PathBuf>,
    /// Folders that cannot be read.
    pub unreadable: Vec<(PathBuf, io::Error)>,
}

/// Files with one of these extensions below a folder. What is hidden is left out, and each folder is searched once,
/// by whatever links it can be reached.
pub fn walk(folder: &Path, extensions: &[&str]) -> Walked {
    let mut walked = Walked::default();
    visit(folder, extensions, &mut HashSet::new(), &mut walked);
    walked
}

#[expect(clippy::disallowed_methods, reason = "this is where folders are searched")]
fn visit(folder: &Path, extensions: &[&str], seen: &mut HashSet<PathBuf>, out: &mut Walked) {
    if folder.canonicalize().is_ok_and(|path| !seen.insert(path)) {
        return;
    }
    out.folders.push(folder.to_owned());
    let entries = std::fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect());
    let mut entries: Vec<PathBuf> = match entries {
        Ok(entries) => entries,
        Err(error) => return out.unreadable.push((folder.to_owned(), error)),
    };
    entries.sort();
    for path in entries {
        let path = plain(&path);
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if hidden {
            continue;
        }
        if path.is_dir() {
            visit(&path, extensions, seen, out);
        } else if path.extension().is_some_and(|one| extensions.iter().any(|extension| one == *extension)) {
            out.files.push(path);
        }
    }
}
