//! Templates: name → text and where it came from, a user's folder before the built-in ones.

mod bounds;
mod compile;
mod data;
mod engine;
mod error;
mod expression;
mod filters;
mod segments;
mod tokens;
mod translated;
mod values;

use std::collections::{BTreeSet, HashMap};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tera::Tera;

use crate::decree::Kinds;
use crate::source::ReadError;
use crate::world::{self, World};

pub use data::Data;
pub use engine::{bare, lower_first, render};
pub use error::RenderError;
pub use expression::{Engine, Printed, Scope};
pub use filters::{FILTERS, serial_day};
pub use segments::{Segment, SegmentKind, Use, may_have, segments, uses};
pub use translated::drawing as translated_drawing;
pub use values::{SHOWN, spelled};

/// The file of an agency's own kinds of documents, beside its templates.
pub const KINDS: &str = "kinds.yaml";

/// Pieces that wording templates include.
pub const PARTS: [&str; 2] = ["wording/parts/opening.xml", "wording/parts/foot.xml"];

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../templates/", $name)))),*]
    };
}

/// The built-in templates: their name (the path below `templates/`) and text.
pub const BUILT_IN: [(&str, &str); 13] = files![
    "wording/ke-hoach.xml",
    "wording/van-ban.xml",
    "wording/quyet-dinh.xml",
    "wording/nghi-quyet.xml",
    "wording/cong-dien.xml",
    "wording/giay-moi.xml",
    "wording/giay-gioi-thieu.xml",
    "wording/bien-ban.xml",
    "wording/giay-nghi-phep.xml",
    "wording/parts/opening.xml",
    "wording/parts/foot.xml",
    "typst/document.typ",
    "typst/blocks.typ",
];

/// A start for each kind that has a form: `new/<kind>.yaml`.
pub const STARTS: [(&str, &str); 25] = files![
    "new/nghi-quyet.yaml",
    "new/quyet-dinh.yaml",
    "new/chi-thi.yaml",
    "new/quy-che.yaml",
    "new/quy-dinh.yaml",
    "new/thong-cao.yaml",
    "new/thong-bao.yaml",
    "new/huong-dan.yaml",
    "new/chuong-trinh.yaml",
    "new/ke-hoach.yaml",
    "new/phuong-an.yaml",
    "new/de-an.yaml",
    "new/du-an.yaml",
    "new/bao-cao.yaml",
    "new/bien-ban.yaml",
    "new/to-trinh.yaml",
    "new/cong-van.yaml",
    "new/cong-dien.yaml",
    "new/giay-uy-quyen.yaml",
    "new/giay-moi.yaml",
    "new/giay-gioi-thieu.yaml",
    "new/giay-nghi-phep.yaml",
    "new/phieu-gui.yaml",
    "new/phieu-chuyen.yaml",
    "new/phieu-bao.yaml",
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
pub struct Templates<'w> {
    world: Option<&'w dyn World>,
    kinds: Arc<Kinds>,
    read: Arc<Mutex<HashMap<String, Arc<Template>>>>,
    asked: Arc<Mutex<BTreeSet<String>>>,
}

impl<'w> Templates<'w> {
    /// Templates of a world's agency win over the built-in ones, file by file.
    pub fn of(world: &'w dyn World) -> Self {
        Self { world: Some(world), ..Self::default() }
    }

    /// The same, for these kinds of documents.
    pub fn with_kinds(self, kinds: Kinds) -> Self {
        Self { kinds: Arc::new(kinds), ..self }
    }

    /// The same, with notes of its own of what is asked for from now on.
    pub fn noting(&self) -> Self {
        Self { asked: Arc::new(Mutex::new(self.asked())), ..self.clone() }
    }

    /// The names of the templates that were asked for, those that are not there among them.
    pub fn asked(&self) -> BTreeSet<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The kinds of documents there are.
    pub fn kinds(&self) -> &Kinds {
        &self.kinds
    }

    /// The template with this name.
    ///
    /// # Errors
    /// There is none, or the user's file cannot be read.
    pub fn get(&self, name: &str) -> Result<Arc<Template>, TemplateError> {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        if !asked.contains(name) {
            asked.insert(name.to_owned());
        }
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = read.get(name) {
            return Ok(known.clone());
        }
        let found = Arc::new(self.find(name)?);
        read.insert(name.to_owned(), found.clone());
        Ok(found)
    }

    fn find(&self, name: &str) -> Result<Template, TemplateError> {
        // A name never leads out of the folder.
        let is_inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        let own = self.world.and_then(|world| Some((world, world.templates()?.join(name))));
        if let Some((world, path)) = own.filter(|_| is_inside) {
            match world::text(world, &path) {
                Ok(text) => return Ok(Template::new(path.display().to_string(), text)),
                Err(ReadError::Io(error)) if is_absent(&error) => {}
                Err(error) => return Err(TemplateError::Unreadable(path, error)),
            }
        }
        BUILT_IN
            .iter()
            .chain(&STARTS)
            .find(|(built_in, _)| *built_in == name)
            .map(|(name, text)| Template::new(format!("<{name}>"), *text))
            .ok_or(TemplateError::Unknown)
    }
}

fn is_absent(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory)
}
