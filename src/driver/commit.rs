//! From made to written: a plan's documents are put in their places together, when none of its rows has an
//! error; with `--keep-going` each by itself.

use std::io;
use std::path::PathBuf;

use super::documents::Document;
use super::make::{Built, BuiltFile, Maker};
use super::report::{DocumentReport, Event, Listener, Origin, Status};
use crate::batch::Batch;
use crate::output::{Manifest, PlaceError, Placing, Staged, place};
use crate::pipeline::Gathered;

/// The plans of a run, as their documents come in.
pub(super) struct Plans<'a, 'b, 'c> {
    maker: &'a Maker<'a>,
    listen: &'b mut Listener<'c>,
    /// The plan whose documents come in, or that is told next.
    next: usize,
    current: Current,
    manifest: Manifest,
    noted: bool,
}

/// What is known of the plan whose documents come in.
#[derive(Default)]
struct Current {
    gathered: Gathered,
    documents: Vec<Waiting>,
    /// Documents up to this one are in their places.
    written: usize,
    /// Whether a file could not be written.
    is_stuck: bool,
}

/// A document whose files wait to be put in their places, or are there.
struct Waiting {
    row: Option<String>,
    files: Vec<BuiltFile>,
    kept: Vec<PathBuf>,
}

/// Puts the files of one document in their places. Gives where old ones were kept.
fn place_all(files: &mut [BuiltFile]) -> Vec<PathBuf> {
    let (at, placings): (Vec<usize>, Vec<Placing>) =
        files.iter_mut().enumerate().filter_map(|(at, file)| Some((at, file.placing.take()?))).unzip();
    let (failed, status) = match place(placings) {
        Ok(kept) => return kept,
        Err(PlaceError::Changed(which)) => (which, Status::Edited(Origin::Written)),
        Err(PlaceError::Io(which, error)) => (which, Status::Unwritten(error)),
    };
    for file in &at {
        files[*file].report.status = Status::Beside;
    }
    files[at[failed]].report.status = status;
    Vec::new()
}

impl<'a, 'b, 'c> Plans<'a, 'b, 'c> {
    /// Of a run.
    pub(super) fn new(maker: &'a Maker<'a>, listen: &'b mut Listener<'c>) -> Self {
        let manifest = maker.manifest.clone();
        Self { maker, listen, next: 0, current: Current::default(), manifest, noted: false }
    }

    /// Takes in the next document.
    pub(super) fn take(&mut self, one: &Document, made: Built) {
        self.tell_until(one.job);
        (self.listen)(Event::Tick);
        let batch = &self.maker.batches[one.job];
        let before = self.current.gathered.errors();
        if let Some(outcome) = made.outcome {
            self.current.gathered.add(batch, one.n, outcome);
        }
        let is_stuck = made.files.iter().any(|file| matches!(file.report.status, Status::Unwritten(_)));
        self.current.is_stuck |= is_stuck;
        self.current.documents.push(Waiting { row: batch.row(one.n), files: made.files, kept: Vec::new() });
        if self.maker.config.keep_going {
            self.put(self.current.gathered.errors() == before);
        }
    }

    /// Puts what waits in its place, or lets it go.
    fn put(&mut self, is_good: bool) {
        let waiting = &mut self.current.documents[self.current.written..];
        self.current.written += waiting.len();
        if !is_good {
            for file in waiting.iter_mut().flat_map(|one| &mut one.files) {
                if file.placing.take().is_some() {
                    file.report.status = Status::HeldBack;
                }
            }
        }
        let synced = self.maker.folder.map_or(Ok(()), |folder| {
            let files = || waiting.iter().flat_map(|one| &one.files);
            for file in files().filter(|file| file.placing.is_some()) {
                // The manifest is written whole at the end; a note that fails only costs time later.
                self.noted |= file.entry.as_ref().is_some_and(|entry| folder.note(entry).is_ok());
            }
            let staged: Vec<&Staged> =
                files().filter_map(|file| file.placing.as_ref().map(|one| &one.staged)).collect();
            folder.settle(staged.into_iter())
        });
        for one in waiting {
            match &synced {
                Ok(()) => one.kept = place_all(&mut one.files),
                Err(error) => {
                    for file in &mut one.files {
                        if file.placing.take().is_some() {
                            let error = io::Error::new(error.kind(), error.to_string());
                            file.report.status = Status::Unwritten(error);
                        }
                    }
                }
            }
            // Under --check nothing is known that the manifest does not say.
            if self.maker.folder.is_some() {
                let known = |file: &&mut BuiltFile| {
                    matches!(file.report.status, Status::Unchanged | Status::Built(_))
                };
                let entries = one.files.iter_mut().filter(known).filter_map(|file| file.entry.take());
                entries.for_each(|entry| self.manifest.set(entry));
            }
        }
    }

    /// Puts in place and tells the plans before this one: no document of theirs is to come.
    fn tell_until(&mut self, job: usize) {
        while self.next < job {
            self.put(self.current.gathered.errors() == 0 && !self.current.is_stuck);
            self.tell(self.next);
            self.next += 1;
        }
    }

    fn tell(&mut self, job: usize) {
        let Current { gathered, documents, .. } = std::mem::take(&mut self.current);
        let batch: &Batch = &self.maker.batches[job];
        let gathered = match batch.is_sound() {
            true => gathered,
            // None of its documents came in: what else is wrong with them is told all the same.
            false => Gathered::of(batch, &self.maker.pipelines[job]),
        };
        let documents = documents.into_iter().map(|Waiting { row, files, kept }| DocumentReport {
            row,
            files: files.into_iter().map(|file| file.report).collect(),
            kept,
        });
        (self.listen)(Event::Plan {
            job: &self.maker.jobs[job],
            findings: gathered.finish(batch),
            read: &batch.read,
            documents: documents.collect(),
        });
    }

    /// Tells the plans that are left: the manifest as it is now, and whether the file says it in notes.
    pub(super) fn finish(mut self) -> (Manifest, bool) {
        self.tell_until(self.maker.jobs.len());
        (self.manifest, self.noted)
    }
}
