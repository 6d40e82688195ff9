//! The findings of all documents of a batch: one that many rows share is told once.

use std::collections::HashMap;

use super::{Outcome, Pipeline};
use crate::batch::Batch;
use crate::diag::{Diagnostic, Findings, Label, Severity};
use crate::message;
use crate::source::{SourceMap, Span};

/// Places in the data that are shown for one finding.
const MAX_LABELS: usize = 10;

/// Findings of a batch so far.
#[derive(Debug, Default)]
pub struct Gathered {
    found: Vec<Held>,
    by_place: HashMap<(&'static str, Span, String), usize>,
    /// The batch's own texts, and those that single documents have beside them.
    sources: SourceMap,
    documents: usize,
    errors: usize,
}

#[derive(Debug)]
struct Held {
    finding: Diagnostic,
    /// The first document that has it.
    first: usize,
    documents: usize,
}

impl Gathered {
    /// What is found in all documents of a batch, none of which is made.
    pub fn of(batch: &Batch, pipeline: &Pipeline) -> Self {
        let mut gathered = Self::default();
        (0..batch.len()).for_each(|n| gathered.add(batch, n, pipeline.encode(n, &[])));
        gathered
    }

    /// Adds what was found in the `n`-th document of a batch.
    pub fn add(&mut self, batch: &Batch, n: usize, outcome: Outcome) {
        if self.documents == 0 {
            self.sources = batch.sources.clone();
        }
        self.documents += 1;
        for mut finding in outcome.findings.all {
            self.errors += usize::from(finding.severity == Severity::Error);
            let place = (finding.code.name, finding.span, finding.message.vi.clone());
            match self.by_place.get(&place).and_then(|at| self.found.get_mut(*at)) {
                Some(known) => {
                    known.documents += 1;
                    for label in finding.labels {
                        let labels = &mut known.finding.labels;
                        if labels.len() < MAX_LABELS && labels.iter().all(|other| other.span != label.span) {
                            labels.push(label);
                        }
                    }
                }
                None => {
                    self.by_place.insert(place, self.found.len());
                    let sources = &outcome.findings.sources;
                    finding.move_places(self.sources.take_in(sources, batch.sources.len()));
                    self.found.push(Held { finding, first: n, documents: 1 });
                }
            }
        }
    }

    /// How many errors there were, each as often as it was found.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// The findings, and those of the batch itself.
    pub fn finish(self, batch: &Batch) -> Findings {
        let own = batch.findings.iter().cloned();
        let all = self.found.into_iter().map(|found| {
            let Held { mut finding, first, documents } = found;
            // Words that stand in the plan itself, and are found in every document, are about no row.
            if documents == self.documents && documents > 1 && !batch.is_made(finding.span) {
                // Its other places in the plan stay.
                let own = finding.span.source;
                finding.labels.retain(|label| label.span.source == own);
            }
            // What every document has is about the plan, not about a row.
            if let Some(span) = batch.row_span(first).filter(|_| documents < self.documents.max(2)) {
                if finding.labels.is_empty() {
                    let message = message!("với dòng này của dữ liệu", "with this row of the data");
                    finding.labels.push(Label { span, message });
                }
                if let Some(last) = finding.labels.last_mut().filter(|_| documents > 1) {
                    last.message.vi.push_str(&format!(" (cả thảy {documents} dòng)"));
                    last.message.en.push_str(&format!(" ({documents} rows in all)"));
                }
            }
            finding
        });
        let mut all: Vec<Diagnostic> = own.chain(all).collect();
        all.sort_by_key(|one| (one.span, one.code.name));
        let sources = if self.documents == 0 { batch.sources.clone() } else { self.sources };
        Findings { sources, all }
    }
}
