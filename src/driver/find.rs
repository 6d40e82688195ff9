//! Which plans the paths of a command line stand for, and where their documents go.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::pipeline::Job;
use crate::plan;
use crate::source::ReadError;
use crate::world::{self, Root, Walked, World, is_folder, located, plain, walk};

/// How the files of plans are called in a folder.
const EXTENSIONS: [&str; 2] = ["yaml", "yml"];

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
pub fn find(world: &dyn World, paths: &[PathBuf], root: Option<&Path>) -> (Found, Vec<FindError>) {
    let mut found = Found::default();
    let mut errors = Vec::new();
    for path in &paths.iter().map(|path| located(world, &plain(path))).collect::<Vec<_>>() {
        if is_folder(world, path) {
            let before = (found.jobs.len(), errors.len());
            let first = found.jobs.len();
            search(world, path, &mut found, &mut errors);
            leave_out_parts(world, first, &mut found);
            found.folders.push(path.clone());
            if (found.jobs.len(), errors.len()) == before {
                errors.push(FindError::Empty(path.clone()));
            }
        } else {
            match world::text(world, path) {
                Ok(text) => found.jobs.push(Job::new(world, path, text)),
                Err(error) => errors.push(FindError::Read(path.clone(), error)),
            }
        }
    }
    if let Some(root) = root.map(|root| Root::at(world, root)) {
        found.jobs.iter_mut().for_each(|job| job.root = root.clone());
    }
    (found, errors)
}

/// Leaves out files of a searched folder that a plan there includes or attaches: they are parts of it.
fn leave_out_parts(world: &dyn World, first: usize, found: &mut Found) {
    let searched = found.jobs.split_off(first);
    let included: Vec<PathBuf> = searched
        .iter()
        .flat_map(|job| {
            let names = job.text.lines().filter_map(|line| line.strip_prefix("include:"));
            let names = names
                .map(|name| name.split(" #").next().unwrap_or_default().trim().trim_matches(['"', '\'']));
            let names: Vec<String> = names.map(str::to_owned).chain(plan::attachments(&job.text)).collect();
            names.into_iter().map(|name| located(world, &job.path.with_file_name(name)))
        })
        .filter_map(|path| Some(world.look(&path)?.path))
        .collect();
    if included.is_empty() {
        found.jobs.extend(searched);
        return;
    }
    for job in searched {
        match world.look(&job.path) {
            Some(place) if included.contains(&place.path) => found.skipped.push(job.path),
            _ => found.jobs.push(job),
        }
    }
}

/// The plans below a folder.
fn search(world: &dyn World, folder: &Path, found: &mut Found, errors: &mut Vec<FindError>) {
    let Walked { files, unreadable, .. } = walk(world, folder, &EXTENSIONS);
    errors.extend(unreadable.into_iter().map(|(path, error)| FindError::Read(path, ReadError::Io(error))));
    // Plans of one folder have one root.
    let mut roots: HashMap<PathBuf, Root> = HashMap::new();
    for path in files {
        match world::text(world, &path) {
            Ok(text) if plan::is_plan(&text) => {
                let stem = path.strip_prefix(folder).unwrap_or(&path).with_extension("");
                let inside = path.parent().unwrap_or(Path::new("")).to_owned();
                let of_plan = || Root::of_plan(world, &path, Some(folder));
                let root = roots.entry(inside).or_insert_with(of_plan).clone();
                found.jobs.push(Job { path, text, stem, root });
            }
            Ok(_) => found.skipped.push(path),
            Err(error) => errors.push(FindError::Read(path, error)),
        }
    }
}
