//! Which plans the paths of a command line stand for, and where their documents go.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::plan;
use crate::source::{self, ReadError, SourceMap};

/// A plan to build.
#[derive(Clone, Debug)]
pub struct Job {
    /// The plan's file.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
    /// Where its documents go, without extension.
    pub stem: PathBuf,
}

/// What the paths stand for.
#[derive(Debug, Default)]
pub struct Found {
    /// The plans, sorted within each folder.
    pub jobs: Vec<Job>,
    /// Files of a folder that are YAML and no plan.
    pub skipped: Vec<PathBuf>,
}

/// Why a path stands for nothing.
#[derive(Debug)]
pub enum FindError {
    /// A file or folder cannot be read.
    Read(PathBuf, ReadError),
    /// A folder holds no plan.
    Empty(PathBuf),
    /// Two plans would write the same documents.
    Clash(PathBuf, PathBuf),
}

/// Finds the plans of `paths`: a file is a plan; a folder is searched, with its sub-folders, which
/// the output keeps.
///
/// Beside what was found: all paths that do not work, not the first only.
pub fn find(paths: &[PathBuf], out: &Path) -> (Found, Vec<FindError>) {
    let mut found = Found::default();
    let mut errors = Vec::new();
    for path in paths {
        if path.is_dir() {
            let before = (found.jobs.len(), errors.len());
            search(path, path, out, &mut found, &mut errors);
            if (found.jobs.len(), errors.len()) == before {
                errors.push(FindError::Empty(path.clone()));
            }
        } else {
            match source::read(path) {
                Ok(text) => {
                    found.jobs.push(job(path, text, path.file_name().map(Path::new).unwrap_or(path), out))
                }
                Err(error) => errors.push(FindError::Read(path.clone(), error)),
            }
        }
    }
    (found, errors)
}

/// Plans that would write the same documents.
pub fn clashes(jobs: &[Job]) -> Vec<FindError> {
    let mut seen: HashMap<&Path, &Job> = HashMap::new();
    let mut out = Vec::new();
    for job in jobs {
        if let Some(other) = seen.insert(&job.stem, job) {
            out.push(FindError::Clash(other.path.clone(), job.path.clone()));
        }
    }
    out
}

fn job(path: &Path, text: String, relative: &Path, out: &Path) -> Job {
    Job { path: path.to_owned(), text, stem: out.join(relative.with_extension("")) }
}

#[expect(clippy::disallowed_methods, reason = "this is where folders are searched")]
fn search(folder: &Path, root: &Path, out: &Path, found: &mut Found, errors: &mut Vec<FindError>) {
    let entries = std::fs::read_dir(folder).and_then(|entries| {
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()
    });
    let mut entries: Vec<PathBuf> = match entries {
        Ok(entries) => entries,
        Err(error) => return errors.push(FindError::Read(folder.to_owned(), ReadError::Io(error))),
    };
    entries.sort();
    for path in entries {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let is_yaml = path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml");
        if hidden {
            continue;
        }
        if path.is_dir() {
            search(&path, root, out, found, errors);
        } else if is_yaml {
            match source::read(&path) {
                Ok(text) if plan::is_plan(SourceMap::default().add("", ""), &text) => {
                    let relative = path.strip_prefix(root).unwrap_or(&path).to_owned();
                    found.jobs.push(job(&path, text, &relative, out));
                }
                Ok(_) => found.skipped.push(path),
                Err(error) => errors.push(FindError::Read(path, error)),
            }
        }
    }
}
