//! All documents that plans stand for, and where each goes.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use crate::batch::{Batch, folded};
use crate::pipeline::{Format, Job};

/// A document to build.
#[derive(Clone, Debug)]
pub(super) struct Document {
    /// Which plan.
    pub job: usize,
    /// Which of the plan's documents.
    pub n: usize,
    /// Where its files go, from the folder of outputs, without extension.
    pub stem: PathBuf,
}

/// Two plans that would write the same file.
#[derive(Debug)]
pub struct FindClash {
    /// The plans.
    pub plans: (PathBuf, PathBuf),
    /// The file, without extension.
    pub file: PathBuf,
}

impl Document {
    /// The file of a format, from the folder of outputs, with `/`.
    pub(super) fn file(&self, format: Format) -> String {
        let parts: Vec<_> = self.stem.iter().map(|part| part.to_string_lossy()).collect();
        // Not `with_extension`: a plan may be called "a.b.yaml".
        format!("{}.{}", parts.join("/"), format.extension())
    }
}

/// The documents of all plans without an error of their own, in their order, and those that would be written
/// to one place.
pub(super) fn documents(jobs: &[Job], batches: &[Batch]) -> (Vec<Document>, Vec<FindClash>) {
    let (mut out, mut clashes) = (Vec::new(), Vec::new());
    let mut seen: HashMap<String, usize> = HashMap::new();
    let sound = jobs.iter().zip(batches).enumerate().filter(|(_, (_, batch))| batch.is_sound());
    for (job, (one, batch)) in sound {
        for n in 0..batch.len() {
            let stem = match batch.key(n) {
                Some(key) => one.stem.join(key),
                None => one.stem.clone(),
            };
            if let Some(first) = seen.insert(folded(&stem.to_string_lossy()), job) {
                let path = |at: usize| jobs.get(at).map_or(Path::new(""), |job| &job.path).to_owned();
                clashes.push(FindClash { plans: (path(first), path(job)), file: stem.clone() });
            }
            out.push(Document { job, n, stem });
        }
    }
    (out, clashes)
}

/// A path as seen from a folder, with `/`: "../plans/a.yaml". The path itself where there is no way.
pub(super) fn from_folder(folder: &Path, path: &Path) -> String {
    let absolute = |path: &Path| -> io::Result<Vec<PathBuf>> {
        let mut out: Vec<PathBuf> = Vec::new();
        for part in std::path::absolute(path)?.components() {
            match part {
                std::path::Component::ParentDir => drop(out.pop()),
                part => out.push(part.as_os_str().into()),
            }
        }
        Ok(out)
    };
    let (Ok(from), Ok(to)) = (absolute(folder), absolute(path)) else { return path.display().to_string() };
    let common = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
    if common == 0 {
        return path.display().to_string();
    }
    let up = std::iter::repeat_n("..".to_owned(), from.len() - common);
    let down = to[common..].iter().map(|part| part.to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}
