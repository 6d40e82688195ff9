//! Single files: whole or not at all.

use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// How the names of temporary files begin and end; between stand letters and digits by chance.
const TEMPORARY: (&str, &str) = (".kehoach-", ".tmp");

/// Whether a name is that of a temporary file.
pub(super) fn is_temporary(name: &str) -> bool {
    let chance = name.strip_prefix(TEMPORARY.0).and_then(|name| name.strip_suffix(TEMPORARY.1));
    chance.is_some_and(|chance| chance.len() == 6 && chance.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// Replaces a file that is someone's, so that at every moment it is the old one or the new one, whole: into a
/// temporary file beside it, synced, then renamed. It keeps its owner and permissions, and a link stays one. False:
/// it no longer holds `old`, and is left as it is.
///
/// # Errors
/// The operating system refuses.
pub fn replace(path: &Path, old: &[u8], bytes: &[u8]) -> io::Result<bool> {
    let path = std::fs::canonicalize(path)?;
    let now = std::fs::metadata(&path)?;
    let permissions = now.permissions();
    if permissions.readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let folder = folder_of(&path);
    let file = filled(folder, bytes)?;
    sweep(folder, file.path());
    file.as_file().sync_all()?;
    file.as_file().set_permissions(permissions)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        let own = file.as_file().metadata()?;
        if (own.uid(), own.gid()) != (now.uid(), now.gid()) {
            fchown(file.as_file(), Some(now.uid()), Some(now.gid()))?;
        }
    }
    // Last of all: who saved it meanwhile keeps what was saved.
    #[expect(clippy::disallowed_methods, reason = "the output room is where files are compared and written")]
    if std::fs::read(&path)? != old {
        return Ok(false);
    }
    file.persist(&path).map_err(|error| error.error)?.sync_all()?;
    Ok(true)
}

/// A temporary file as much older than a new one was left by a run that was killed.
const STALE: std::time::Duration = std::time::Duration::from_secs(600);

/// Removes temporary files that were left in a folder long before `new` was made.
#[expect(clippy::disallowed_methods, reason = "the output room is where files are written")]
fn sweep(folder: &Path, new: &Path) {
    let modified =
        |path: &Path| std::fs::symlink_metadata(path).ok().filter(|it| it.is_file())?.modified().ok();
    let Some(now) = modified(new) else { return };
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_old = || {
            modified(&entry.path()).is_some_and(|then| now.duration_since(then).is_ok_and(|age| age > STALE))
        };
        if is_temporary(&entry.file_name().to_string_lossy()) && is_old() {
            // One that stays does no harm.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// Writes a new file, whole, and refuses to replace one. Folders are made as needed.
///
/// # Errors
/// The file is there already ([`io::ErrorKind::AlreadyExists`]), or the operating system refuses.
#[expect(clippy::disallowed_methods, reason = "the output room is where files are written")]
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = folder_of(path);
    std::fs::create_dir_all(folder)?;
    let file = filled(folder, bytes)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

/// The folder that a file stands in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// A temporary file in `folder` with these bytes; whether they are on the disk is the caller's to see to.
pub(super) fn filled(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    // A temporary file is private; a document is for everyone the umask allows.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    Ok(file)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test makes its own files")]
mod tests {
    use super::*;

    #[test]
    fn what_was_saved_meanwhile_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        std::fs::write(&path, "cũ").unwrap();
        assert!(replace(&path, "cũ".as_bytes(), b"m\xe1\xbb\x9bi").unwrap());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "mới");
        assert!(!replace(&path, "cũ".as_bytes(), b"khac").unwrap());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "mới");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file stays");
    }

    #[test]
    fn what_a_killed_run_left_is_swept_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let old = std::fs::FileTimes::new().set_modified(std::time::SystemTime::UNIX_EPOCH);
        for name in ["a.yaml", ".kehoach-aB3xyZ.tmp", ".kehoach-cua-toi.tmp", ".khac-aB3xyZ.tmp", "b.yaml"] {
            std::fs::File::create(at(name)).unwrap().set_times(old).unwrap();
        }
        std::fs::write(at(".kehoach-aB3xy0.tmp"), "being written").unwrap();
        assert!(replace(&at("a.yaml"), b"", b"x").unwrap());
        let mut left: Vec<String> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        assert_eq!(
            left,
            [".kehoach-aB3xy0.tmp", ".kehoach-cua-toi.tmp", ".khac-aB3xyZ.tmp", "a.yaml", "b.yaml"]
        );
    }
}
