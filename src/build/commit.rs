//! From made to written: a plan's documents are put in their places together, when none of its rows has an
//! error; with `--keep-going` each by itself.

use std::io;

use super::documents::Document;
use super::gather::Gathered;
use super::make::{Made, MadeFile, Maker};
use super::report::{DocumentReport, Event, Status};
use super::run::Listener;
use crate::batch::Batch;
use crate::output::{Manifest, Staged};

/// The plans of a run, as their documents come in.
pub struct Plans<'a, 'b, 'c> {
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
    documents: Vec<(Option<String>, Vec<MadeFile>)>,
    /// Documents up to this one are in their places.
    written: usize,
    /// Whether a file could not be written.
    is_stuck: bool,
}

impl<'a, 'b, 'c> Plans<'a, 'b, 'c> {
    /// Of a run.
    pub fn new(maker: &'a Maker<'a>, listen: &'b mut Listener<'c>) -> Self {
        let manifest = maker.manifest.clone();
        Self { maker, listen, next: 0, current: Current::default(), manifest, noted: false }
    }

    /// Takes in the next document.
    pub fn take(&mut self, one: &Document, made: Made) {
        self.tell_until(one.job);
        (self.listen)(Event::Tick);
        let batch = &self.maker.batches[one.job];
        let before = self.current.gathered.errors();
        if let Some(outcome) = made.outcome {
            self.current.gathered.add(one.n, outcome);
        }
        let is_stuck = made.files.iter().any(|file| matches!(file.report.status, Status::Unwritten(_)));
        self.current.is_stuck |= is_stuck;
        self.current.documents.push((batch.row(one.n), made.files));
        if self.maker.settled.keep_going {
            self.put(self.current.gathered.errors() == before);
        }
    }

    /// Puts what waits in its place, or lets it go.
    fn put(&mut self, is_good: bool) {
        let new = || self.current.documents.iter().skip(self.current.written).flat_map(|(_, files)| files);
        let staged: Vec<&Staged> = new().filter_map(|file| file.staged.as_ref()).collect();
        let settled = match self.maker.folder.filter(|_| is_good) {
            Some(folder) => folder.settle(staged.into_iter()),
            None => Ok(()),
        };
        for (_, files) in self.current.documents.iter_mut().skip(self.current.written) {
            for file in files {
                let Some(staged) = file.staged.take() else {
                    let known = file.entry.take().filter(|_| matches!(file.report.status, Status::Unchanged));
                    // Under --check nothing is known that the manifest does not say.
                    known
                        .filter(|_| self.maker.folder.is_some())
                        .into_iter()
                        .for_each(|entry| self.manifest.set(entry));
                    continue;
                };
                if !is_good {
                    file.report.status = Status::HeldBack;
                    continue;
                }
                if let Err(error) = &settled {
                    file.report.status = Status::Unwritten(io::Error::new(error.kind(), error.to_string()));
                    continue;
                }
                match (staged.commit(), file.entry.take(), self.maker.folder) {
                    (Err(error), ..) => file.report.status = Status::Unwritten(error),
                    (Ok(()), Some(entry), Some(folder)) => {
                        // The manifest is written whole at the end; a note that fails only costs time later.
                        self.noted |= folder.note(&entry).is_ok();
                        self.manifest.set(entry);
                    }
                    _ => {}
                }
            }
        }
        self.current.written = self.current.documents.len();
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
        let documents = documents.into_iter().map(|(row, files)| DocumentReport {
            row,
            files: files.into_iter().map(|file| file.report).collect(),
        });
        (self.listen)(Event::Plan {
            job: &self.maker.jobs[job],
            findings: gathered.finish(batch),
            documents: documents.collect(),
        });
    }

    /// Tells the plans that are left: the manifest as it is now, and whether the file says it in notes.
    pub fn finish(mut self) -> (Manifest, bool) {
        self.tell_until(self.maker.jobs.len());
        (self.manifest, self.noted)
    }
}
