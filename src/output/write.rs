//! Single files: whole or not at all.

use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// How the names of temporary files begin and end; between stand letters and digits by chance.
const TEMPORARY: (&str, &str) = (".kehoach-", ".tmp");

/// Whether a name is that of a temporary file.
pub fn is_temporary(name: &str) -> bool {
    let chance = name.strip_prefix(TEMPORARY.0).and_then(|name| name.strip_suffix(TEMPORARY.1));
    chance.is_some_and(|chance| chance.len() == 6 && chance.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// Replaces a file that is someone's, so that at every moment it is the old one or the new one, whole: into a
/// temporary file beside it, synced, then renamed. It keeps its permissions, and a link stays one.
///
/// # Errors
/// The operating system refuses.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = std::fs::canonicalize(path)?;
    let permissions = std::fs::metadata(&path)?.permissions();
    if permissions.readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let file = filled(folder_of(&path), bytes)?;
    file.as_file().sync_all()?;
    file.as_file().set_permissions(permissions)?;
    file.persist(&path).map_err(|error| error.error)?.sync_all()
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
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// A temporary file in `folder` with these bytes; whether they are on the disk is the caller's to see to.
pub fn filled(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
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
