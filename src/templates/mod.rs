//! Templates: name → text and where it came from, a user's folder before the built-in ones.

mod engine;
mod expression;
mod filters;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock};

use tera::Tera;

use crate::source::{self, ReadError};

pub use engine::{Data, RenderError, lower_first, render};
pub use expression::{Engine, Printed, Scope};
pub use filters::{BOTH, FILTERS};

/// The built-in templates: their name (the path below `templates/`) and text.
pub const BUILT_IN: [(&str, &str); 3] = [
    ("wording/ke-hoach.xml", include_str!("../../templates/wording/ke-hoach.xml")),
    ("typst/document.typ", include_str!("../../templates/typst/document.typ")),
    ("typst/blocks.typ", include_str!("../../templates/typst/blocks.typ")),
];

/// A template's text and the name to show for it.
#[derive(Debug)]
pub struct Template {
    /// Name of the file, or the built-in name.
    pub origin: String,
    /// The text.
    pub text: String,
    /// Compiled for Tera, once that is asked for.
    compiled: OnceLock<Result<Tera, RenderError>>,
}

impl Template {
    /// A template.
    pub fn new(origin: impl Into<String>, text: impl Into<String>) -> Self {
        Self { origin: origin.into(), text: text.into(), compiled: OnceLock::new() }
    }
}

/// Why there is no template.
#[derive(Debug)]
pub enum TemplateError {
    /// Neither the user's folder nor the program has it.
    Unknown,
    /// The user's file cannot be read.
    Unreadable(PathBuf, ReadError),
}

/// Where templates come from. Each is read once: a copy has those that were read.
#[derive(Clone, Debug, Default)]
pub struct Templates {
    folder: Option<PathBuf>,
    read: Arc<Mutex<HashMap<String, Arc<Template>>>>,
}

impl Templates {
    /// Templates of `folder` win over the built-in ones, file by file.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, read: Arc::default() }
    }

    /// The template with this name.
    ///
    /// # Errors
    /// There is none, or the user's file cannot be read.
    pub fn get(&self, name: &str) -> Result<Arc<Template>, TemplateError> {
        let Ok(mut read) = self.read.lock() else { return self.find(name).map(Arc::new) };
        if let Some(known) = read.get(name) {
            return Ok(known.clone());
        }
        let found = Arc::new(self.find(name)?);
        read.insert(name.to_owned(), found.clone());
        Ok(found)
    }

    fn find(&self, name: &str) -> Result<Template, TemplateError> {
        if let Some(path) = self.folder.as_ref().map(|folder| folder.join(name)) {
            match source::read(&path) {
                Ok(text) => return Ok(Template::new(path.display().to_string(), text)),
                Err(ReadError::Io(error)) if is_absent(&error) => {}
                Err(error) => return Err(TemplateError::Unreadable(path, error)),
            }
        }
        BUILT_IN
            .iter()
            .find(|(built_in, _)| *built_in == name)
            .map(|(name, text)| Template::new(format!("<{name}>"), *text))
            .ok_or(TemplateError::Unknown)
    }
}

fn is_absent(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory)
}
