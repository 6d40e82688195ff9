//! Paths: as they are written, and as they stand.

use std::path::{Component, Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use super::World;

/// A path without `.` parts, as it is shown and compared.
pub fn plain(path: &Path) -> PathBuf {
    let parts: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
    if parts.as_os_str().is_empty() { PathBuf::from(".") } else { parts }
}

/// The folder that a path stands in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A path without `.` and `..`, by its words alone.
pub(super) fn lexical(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                out.pop();
            }
            Component::CurDir => {}
            part => out.push(part),
        }
    }
    out
}

/// The whole path, whatever stands there.
pub(super) fn absolute(world: &dyn World, path: &Path) -> PathBuf {
    let here = world.look(Path::new(".")).map(|place| place.path).unwrap_or_default();
    lexical(&here.join(path))
}

/// The path as the file system has it: another way to write its letters (a Mac decomposes them) is found, too.
pub fn located(world: &dyn World, path: &Path) -> PathBuf {
    if path.as_os_str().is_ascii() || world.look(path).is_some() {
        return path.to_owned();
    }
    let mut out = PathBuf::new();
    for part in path.components() {
        let next = out.join(part);
        let (Component::Normal(name), None) = (part, world.look(&next)) else {
            out = next;
            continue;
        };
        let wanted: String = name.to_string_lossy().nfc().collect();
        let folder = if out.as_os_str().is_empty() { Path::new(".") } else { &out };
        let entries = world.list(folder, &[]).unwrap_or_default();
        let names = entries.iter().filter_map(|entry| entry.path.file_name());
        match names.into_iter().find(|name| name.to_string_lossy().nfc().eq(wanted.chars())) {
            Some(name) => out.push(name),
            None => return path.to_owned(),
        }
    }
    out
}
