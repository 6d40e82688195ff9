//! What stands below a folder.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use super::{World, plain};

/// The files that were looked for, and where.
#[derive(Debug, Default)]
pub struct Walked {
    /// The files, sorted within each folder.
    pub files: Vec<PathBuf>,
    /// Folders that cannot be read.
    pub unreadable: Vec<(PathBuf, io::Error)>,
}

/// Files with one of these extensions below a folder. What is hidden is left out, and each folder is searched once,
/// by whatever links it can be reached.
pub fn walk(world: &dyn World, folder: &Path, extensions: &[&'static str]) -> Walked {
    let mut walked = Walked::default();
    visit(world, folder, extensions, &mut HashSet::new(), &mut walked);
    walked
}

fn visit(
    world: &dyn World,
    folder: &Path,
    extensions: &[&'static str],
    seen: &mut HashSet<PathBuf>,
    out: &mut Walked,
) {
    if world.look(folder).is_some_and(|place| !seen.insert(place.path)) {
        return;
    }
    let entries = match world.list(folder, extensions) {
        Ok(entries) => entries,
        Err(error) => return out.unreadable.push((folder.to_owned(), error)),
    };
    for entry in entries {
        let path = plain(&entry.path);
        match (is_hidden(&path), entry.is_folder) {
            (true, _) => {}
            (false, true) => visit(world, &path, extensions, seen, out),
            (false, false) => out.files.push(path),
        }
    }
}

/// Whether the name of a file or folder begins with a point.
pub(super) fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}
