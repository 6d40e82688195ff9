//! One document: up to date, or made.

use std::path::{Path, PathBuf};

use super::cache_key::{CacheKeys, difference};
use super::config::Config;
use super::documents::Document;
use super::report::{FileReport, Origin, Reason, Status};
use crate::backend::Artifact;
use crate::batch::Batch;
use crate::output::{Entry, Folder, Manifest, Placing, Standing, standing};
use crate::pipeline::Pipeline;
use crate::pipeline::{Encoded, Format, Job, Outcome};
use crate::world::hash;

/// What making a document needs.
pub(super) struct Maker<'a> {
    /// How to build.
    pub config: &'a Config<'a>,
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
    pub hashes: CacheKeys<'a>,
    /// Where they go; none where nothing is written.
    pub folder: Option<&'a Folder>,
}

/// What became of a document so far.
pub(super) struct Built {
    /// What was found; none where nothing had to be made.
    pub outcome: Option<Outcome>,
    /// Its files.
    pub files: Vec<BuiltFile>,
}

/// A file that may wait to be put in its place.
pub(super) struct BuiltFile {
    /// What to tell of it.
    pub report: FileReport,
    /// What the manifest will say; none where it has nothing new to say.
    pub entry: Option<Entry>,
    /// The file beside its place.
    pub placing: Option<Placing>,
}

/// A file of a document, as it is and as it should be.
struct Look {
    format: Format,
    standing: Standing,
    /// What is known of it, if it is up to date; else why it is not.
    state: Result<Entry, Reason>,
}

impl Maker<'_> {
    /// Makes what is not up to date.
    pub(super) fn make(&self, one: &Document) -> Built {
        let looks: Vec<Look> = self.config.formats.iter().map(|format| self.look(one, *format)).collect();
        let needed: Vec<Format> =
            looks.iter().filter(|look| look.state.is_err()).map(|look| look.format).collect();
        let mut outcome = (!needed.is_empty()).then(|| self.pipelines[one.job].encode(one.n, &needed));
        let artifacts =
            outcome.as_mut().map(|outcome| std::mem::take(&mut outcome.artifacts)).unwrap_or_default();
        let mut artifacts = artifacts.into_iter();
        let mut files: Vec<BuiltFile> = Vec::new();
        let mut waiting = Vec::new();
        for Look { format, standing, state } in looks {
            match state {
                Ok(entry) => files.push(unchanged(self.path(one, format), entry)),
                Err(reason) => match (artifacts.next(), &outcome) {
                    (Some(artifact), Some(outcome)) => {
                        let file = self.made(one, format, &artifact, outcome, reason, &standing);
                        waiting.push((files.len(), artifact.artifact, standing));
                        files.push(file);
                    }
                    _ => files.push(failed(self.path(one, format))),
                },
            }
        }
        self.hold_back_beside_edited(one, &mut files);
        if let Some(folder) = self.folder {
            for (at, artifact, seen) in waiting {
                self.stage(&mut files[at], folder, &artifact, seen);
            }
            hold_back_beside(&mut files, |status| matches!(status, Status::Unwritten(_)));
        }
        Built { outcome, files }
    }

    fn path(&self, one: &Document, format: Format) -> PathBuf {
        self.config.out.join(one.file(format))
    }

    fn look(&self, one: &Document, format: Format) -> Look {
        let standing = standing(&self.path(one, format));
        let state = self.state(one, format, &standing);
        Look { format, standing, state }
    }

    /// What is known of an output that is up to date, or why it is not.
    fn state(&self, one: &Document, format: Format, standing: &Standing) -> Result<Entry, Reason> {
        if self.config.force {
            return Err(Reason::Forced);
        }
        let entry = self.manifest.get(&one.file(format)).ok_or(Reason::New)?;
        let batch = &self.batches[one.job];
        let names = entry.from.templates.keys().map(String::as_str);
        let now = self.hashes.now(one.job, batch, one.n, names);
        if let Some(reason) = difference(&entry.from, &now) {
            return Err(reason);
        }
        match standing {
            Standing::File(sha256) if *sha256 == entry.sha256 => Ok(Entry {
                // Rows may have moved.
                row: batch.row(one.n),
                plan: self.names[one.job].clone(),
                was: Vec::new(),
                ..entry.clone()
            }),
            Standing::File(_) => Err(Reason::Older),
            _ => Err(Reason::Deleted),
        }
    }

    /// Where a file comes from that someone may have changed; none where it is as this program wrote it.
    fn edited(&self, file: &str, standing: &Standing) -> Option<Origin> {
        let Standing::File(sha256) = standing else { return None };
        match self.manifest.get(file) {
            Some(entry) if entry.wrote(sha256) => None,
            Some(_) => Some(Origin::Written),
            None => Some(Origin::Unknown),
        }
    }

    /// A document is written as a whole: where one of its files was changed by hand, none is. That counts for
    /// files of formats, too, that are not asked for now.
    fn hold_back_beside_edited(&self, one: &Document, files: &mut Vec<BuiltFile>) {
        let others = Format::ALL.into_iter().filter(|format| {
            !self.config.force && !self.config.formats.contains(format) && files.iter().any(is_to_be_written)
        });
        for format in others.collect::<Vec<_>>() {
            let (file, path) = (one.file(format), self.path(one, format));
            if self.manifest.get(&file).is_some()
                && let Some(origin) = self.edited(&file, &standing(&path))
            {
                let report = FileReport { status: Status::Edited(origin), ..failed(path).report };
                files.push(BuiltFile { report, entry: None, placing: None });
            }
        }
        hold_back_beside(files, |status| matches!(status, Status::Edited(_)));
    }

    fn made(
        &self,
        one: &Document,
        format: Format,
        Encoded { artifact, templates }: &Encoded,
        outcome: &Outcome,
        reason: Reason,
        standing: &Standing,
    ) -> BuiltFile {
        let batch = &self.batches[one.job];
        let entry = Entry {
            file: one.file(format),
            sha256: hash(&artifact.bytes),
            was: Vec::new(),
            bytes: artifact.bytes.len(),
            pages: artifact.pages,
            kind: outcome.kind.clone().unwrap_or_default(),
            plan: self.names[one.job].clone(),
            row: batch.row(one.n),
            from: self.hashes.now(one.job, batch, one.n, templates.iter().map(String::as_str)),
        };
        let is_there = *standing == Standing::File(entry.sha256.clone());
        let status = match self.edited(&entry.file, standing).filter(|_| !self.config.force) {
            // Bytes that would be written anyway are nobody's work.
            Some(_) if is_there => Status::Unchanged,
            Some(origin) => Status::Edited(origin),
            None if reason == Reason::New && *standing == Standing::Nothing && self.folder.is_none() => {
                Status::Built(Reason::Deleted)
            }
            None => Status::Built(reason),
        };
        let report = FileReport {
            file: self.path(one, format),
            kind: Some(entry.kind.clone()),
            pages: entry.pages,
            content: Some((entry.bytes, entry.sha256.clone())),
            status,
        };
        BuiltFile { report, entry: Some(entry), placing: None }
    }

    /// Writes a file beside its place, if it is to be written.
    fn stage(&self, file: &mut BuiltFile, folder: &Folder, artifact: &Artifact, seen: Standing) {
        let Some(entry) = file.entry.as_ref().filter(|_| is_to_be_written(file)) else { return };
        let is_there = seen == Standing::File(entry.sha256.clone());
        let keep = !is_there && self.edited(&entry.file, &seen).is_some();
        match folder.stage(Path::new(&entry.file), &artifact.bytes) {
            Ok(staged) => file.placing = Some(Placing { staged, seen, keep }),
            Err(error) => file.report.status = Status::Unwritten(error),
        }
    }
}

fn is_to_be_written(file: &BuiltFile) -> bool {
    matches!(file.report.status, Status::Built(_))
}

/// Holds back what would be written beside a file with such a status.
pub(super) fn hold_back_beside(files: &mut [BuiltFile], is_such: fn(&Status) -> bool) {
    if files.iter().any(|file| is_such(&file.report.status)) {
        for file in files.iter_mut().filter(|file| is_to_be_written(file)) {
            file.report.status = Status::Beside;
            file.placing = None;
        }
    }
}

fn unchanged(file: PathBuf, entry: Entry) -> BuiltFile {
    let report = FileReport {
        file,
        kind: Some(entry.kind.clone()),
        pages: entry.pages,
        content: Some((entry.bytes, entry.sha256.clone())),
        status: Status::Unchanged,
    };
    BuiltFile { report, entry: Some(entry), placing: None }
}

fn failed(file: PathBuf) -> BuiltFile {
    let report = FileReport { file, kind: None, pages: None, content: None, status: Status::Failed };
    BuiltFile { report, entry: None, placing: None }
}
