//! A plan file to work on.

use std::path::{Path, PathBuf};

use crate::batch::{self, Batch};
use crate::world::{Root, World};

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
    /// A plan by itself, with its text; its documents go into the folder of outputs.
    pub fn new(world: &dyn World, path: &Path, text: impl Into<String>) -> Self {
        let stem = path.file_name().map_or(path, Path::new).with_extension("");
        Self { path: path.to_owned(), text: text.into(), stem, root: Root::of_plan(world, path, None) }
    }

    /// The plan with what it draws in.
    pub fn load(&self, world: &dyn World) -> Batch {
        batch::load(world, &self.root, &self.path.display().to_string(), &self.text)
    }
}
