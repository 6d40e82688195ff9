//! Which plans the paths of a command line stand for, and where their documents go.

use std::path::{Path, PathBuf};

use super::walk::{Walked, walk};
use crate::batch::{self, Batch};
use crate::plan;
use crate::source::{self, ReadError, Root, located, plain};

/// How the files of plans are called in a folder.
pub const EXTENSIONS: [&str; 2] = ["yaml", "yml"];

/// A plan to build.
#[derive(Clone, Debug)]
pub struct Job {
    /// The plan's file.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
    /// Where its documents go, from the folder of outputs, without extension; with `for_each` a folder.
    pub stem: PathBuf,
    /// The folder below which it may name files.
    pub root: Root,
}

impl Job {
    /// The plan with what it draws in.
    pub fn load(&self) -> Batch {
        batch::load_below(self.root.clone(), &self.path.display().to_string(), &self.text)
    }
}

/// What the paths stand for.
#[derive(Debug, Default)]
pub struct Found {
    /// The plans, sorted within each folder.
    pub jobs: Vec<Job>,
    /// Files of a folder that are YAML and no plan, or a part of one.
    pub skipped: Vec<PathBuf>,
    /// The folders that were searched.
    pub folders: Vec<PathBuf>,
}

/// Why a path stands for nothing.
#[derive(Debug)]
pub enum FindError {
    /// A file or folder cannot be read.
    Read(PathBuf, ReadError),
    /// A folder holds no plan.
    Empty(PathBuf),
}

/// Finds the plans of `paths`: a file is a plan; a folder is searched, with its sub-folders, which
/// the output keeps.
///
/// Plans name files below `root`, or below the root that each has by itself. Beside what was found: all paths that do
/// not work, not the first only.
pub fn find(paths: &[PathBuf], root: Option<&Path>) -> (Found, Vec<FindError>) {
    let mut found = Found::default();
    let mut errors = Vec::new();
    for path in &paths.iter().map(|path| located(&plain(path))).collect::<Vec<_>>() {
        if path.is_dir() {
            let before = (found.jobs.len(), errors.len());
            let first = found.jobs.len();
            search(path, &mut found, &mut errors);
            leave_out_parts(first, &mut found);
            found.folders.push(path.clone());
            if (found.jobs.len(), errors.len()) == before {
                errors.push(FindError::Empty(path.clone()));
            }
        } else {
            match source::read(path) {
                Ok(text) => {
                    found.jobs.push(job(path, text, path.file_name().map(Path::new).unwrap_or(path), None));
                }
                Err(error) => errors.push(FindError::Read(path.clone(), error)),
            }
        }
    }
    if let Some(root) = root.map(Root::at) {
        found.jobs.iter_mut().for_each(|job| job.root = root.clone());
    }
    (found, errors)
}

fn job(path: &Path, text: String, relative: &Path, searched: Option<&Path>) -> Job {
    let root = Root::of_plan(path, searched);
    Job { path: path.to_owned(), text, stem: relative.with_extension(""), root }
}

/// Leaves out files of a searched folder that a plan there includes or attaches: they are parts of it.
fn leave_out_parts(first: usize, found: &mut Found) {
    let searched = found.jobs.split_off(first);
    let included: Vec<PathBuf> = searched
        .iter()
        .flat_map(|job| {
            let names = job.text.lines().filter_map(|line| line.strip_prefix("include:"));
            let names = names
                .map(|name| name.split(" #").next().unwrap_or_default().trim().trim_matches(['"', '\'']));
            let names: Vec<String> = names.map(str::to_owned).chain(plan::attachments(&job.text)).collect();
            names.into_iter().map(|name| located(&job.path.with_file_name(name)))
        })
        .filter_map(|path| path.canonicalize().ok())
        .collect();
    for job in searched {
        match job.path.canonicalize() {
            Ok(path) if included.contains(&path) => found.skipped.push(job.path),
            _ => found.jobs.push(job),
        }
    }
}

/// The plans below a folder.
fn search(folder: &Path, found: &mut Found, errors: &mut Vec<FindError>) {
    let Walked { files, unreadable, .. } = walk(folder, &EXTENSIONS);
    errors.extend(unreadable.into_iter().map(|(path, error)| FindError::Read(path, ReadError::Io(error))));
    for path in files {
        match source::read(&path) {
            Ok(text) if plan::is_plan(&text) => {
                let relative = path.strip_prefix(folder).unwrap_or(&path).to_owned();
                found.jobs.push(job(&path, text, &relative, Some(folder)));
            }
            Ok(_) => found.skipped.push(path),
            Err(error) => errors.push(FindError::Read(path, error)),
        }
    }
}
