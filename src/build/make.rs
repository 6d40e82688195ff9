//! One document: up to date, or made.

use std::io;
use std::path::{Path, PathBuf};

use super::documents::Document;
use super::ingredients::{Hashes, difference, templates_of};
use super::pipeline::Pipeline;
use super::report::{FileReport, Reason, Status};
use super::run::Settled;
use super::{Format, Job, Outcome};
use crate::backend::Artifact;
use crate::batch::Batch;
use crate::output::{Entry, Folder, Manifest, Staged, hash};
use crate::source::{self, ReadError};

/// What making a document needs.
pub struct Maker<'a> {
    /// How to build.
    pub settled: &'a Settled,
    /// The plans' files.
    pub jobs: &'a [Job],
    /// The plans' files as the manifest names them: from the folder of outputs.
    pub names: Vec<String>,
    /// The plans.
    pub batches: &'a [Batch],
    /// The way to make each.
    pub pipelines: Vec<Pipeline<'a>>,
    /// What is known of the outputs.
    pub manifest: &'a Manifest,
    /// What goes into them now.
    pub hashes: Hashes<'a>,
    /// Where they go; none where nothing is written.
    pub folder: Option<&'a Folder>,
}

/// What became of a document so far.
pub struct Made {
    /// What was found; none where nothing had to be made.
    pub outcome: Option<Outcome>,
    /// Its files.
    pub files: Vec<MadeFile>,
}

/// A file that may wait to be put in its place.
pub struct MadeFile {
    /// What to tell of it.
    pub report: FileReport,
    /// What the manifest will say; none where it has nothing new to say.
    pub entry: Option<Entry>,
    /// The file beside its place.
    pub staged: Option<Staged>,
}

impl Maker<'_> {
    /// Makes what is not up to date.
    pub fn make(&self, one: &Document) -> Made {
        let states: Vec<(Format, Result<Entry, Reason>)> =
            self.settled.formats.iter().map(|format| (*format, self.state(one, *format))).collect();
        let needed: Vec<Format> =
            states.iter().filter(|(_, state)| state.is_err()).map(|(format, _)| *format).collect();
        let mut outcome = (!needed.is_empty()).then(|| self.pipelines[one.job].encode(one.n, &needed));
        let mut artifacts = outcome
            .as_mut()
            .map(|outcome| std::mem::take(&mut outcome.artifacts))
            .unwrap_or_default()
            .into_iter();
        let files = states.into_iter().map(|(format, state)| match state {
            Ok(entry) => unchanged(self.path(one, format), entry),
            Err(reason) => match (artifacts.next(), &outcome) {
                (Some(artifact), Some(outcome)) => self.made(one, format, artifact, outcome, reason),
                _ => failed(self.path(one, format)),
            },
        });
        let files = files.collect();
        Made { outcome, files }
    }

    fn path(&self, one: &Document, format: Format) -> PathBuf {
        self.settled.out.join(one.file(format))
    }

    /// What is known of an output that is up to date, or why it is not.
    fn state(&self, one: &Document, format: Format) -> Result<Entry, Reason> {
        if self.settled.force {
            return Err(Reason::Forced);
        }
        let entry = self.manifest.get(&one.file(format)).ok_or(Reason::New)?;
        let batch = &self.batches[one.job];
        let names = entry.from.templates.keys().map(String::as_str);
        let now = self.hashes.now(one.job, batch, one.n, names);
        if let Some(reason) = difference(&entry.from, &now) {
            return Err(reason);
        }
        match source::read_bytes(&self.path(one, format), u64::MAX - 1) {
            Ok(bytes) if hash(&bytes) == entry.sha256 => {
                // Rows may have moved.
                Ok(Entry { row: batch.row(one.n), plan: self.names[one.job].clone(), ..entry.clone() })
            }
            Ok(_) => Err(Reason::Edited),
            Err(_) => Err(Reason::Deleted),
        }
    }

    fn made(
        &self,
        one: &Document,
        format: Format,
        artifact: Artifact,
        outcome: &Outcome,
        reason: Reason,
    ) -> MadeFile {
        let batch = &self.batches[one.job];
        let names = templates_of(format, &outcome.wording);
        let entry = Entry {
            file: one.file(format),
            sha256: hash(&artifact.bytes),
            bytes: artifact.bytes.len(),
            pages: artifact.pages,
            kind: outcome.kind.clone().unwrap_or_default(),
            plan: self.names[one.job].clone(),
            row: batch.row(one.n),
            from: self.hashes.now(one.job, batch, one.n, names.iter().map(String::as_str)),
        };
        let path = self.path(one, format);
        let (status, staged) = match self.folder {
            None => match source::read_bytes(&path, u64::MAX - 1) {
                Ok(bytes) if bytes == artifact.bytes => (Status::Unchanged, None),
                read => (Status::Built(on_disk(&read, reason)), None),
            },
            Some(folder) => match folder.stage(Path::new(&entry.file), &artifact.bytes) {
                Ok(staged) => (Status::Built(reason), Some(staged)),
                Err(error) => (Status::Unwritten(error), None),
            },
        };
        let report = FileReport {
            file: path,
            kind: Some(entry.kind.clone()),
            pages: entry.pages,
            content: Some((entry.bytes, entry.sha256.clone())),
            status,
        };
        MadeFile { report, entry: Some(entry), staged }
    }
}

/// Why a file is not what it should be, where the manifest knows nothing of it.
fn on_disk(read: &Result<Vec<u8>, ReadError>, reason: Reason) -> Reason {
    match (read, reason) {
        (Ok(_), Reason::New) => Reason::Edited,
        (Err(_), Reason::New) => Reason::Deleted,
        (_, reason) => reason,
    }
}

fn unchanged(file: PathBuf, entry: Entry) -> MadeFile {
    let report = FileReport {
        file,
        kind: Some(entry.kind.clone()),
        pages: entry.pages,
        content: Some((entry.bytes, entry.sha256.clone())),
        status: Status::Unchanged,
    };
    MadeFile { report, entry: Some(entry), staged: None }
}

fn failed(file: PathBuf) -> MadeFile {
    let report = FileReport { file, kind: None, pages: None, content: None, status: Status::Failed };
    MadeFile { report, entry: None, staged: None }
}

/// A path as seen from a folder, with `/`: "../plans/a.yaml". The path itself where there is no way.
pub fn from_folder(folder: &Path, path: &Path) -> String {
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
