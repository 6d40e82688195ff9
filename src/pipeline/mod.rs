//! The program on one page: a plan becomes its document, and that its files.

mod agency;
mod encode;
mod fix;
mod gather;
mod job;

use crate::batch::Batch;
use crate::compose;
use crate::diag::{Findings, Sink};
use crate::document::Document;
use crate::lint;
use crate::plan::{self, Plan};
use crate::source::SourceMap;
use crate::templates::Templates;
use encode::artifact;

pub use agency::load_templates;
pub use encode::{Encoded, Format, Outcome};
pub use fix::{Fixed, check, fix};
pub use gather::Gathered;
pub use job::Job;

/// The way from a batch's plans to their files, with what its documents share.
#[derive(Debug)]
pub struct Pipeline<'a> {
    batch: &'a Batch,
    templates: &'a Templates<'a>,
    cache: lint::Cache<'a>,
}

impl<'a> Pipeline<'a> {
    /// For the documents of one batch.
    pub fn new(batch: &'a Batch, templates: &'a Templates<'a>) -> Self {
        Self { batch, templates, cache: lint::Cache::default() }
    }

    /// Checks the `n`-th plan and composes its document. `sources` has at least the texts of the batch.
    pub fn document(&self, n: usize, sources: &mut SourceMap, sink: &mut Sink) -> Option<(Plan, Document)> {
        self.composed(n, self.templates, sources, sink)
    }

    fn composed(
        &self,
        n: usize,
        templates: &Templates,
        sources: &mut SourceMap,
        sink: &mut Sink,
    ) -> Option<(Plan, Document)> {
        let plan = self.plan(self.batch, n, sink);
        let attached: Vec<Option<Plan>> =
            self.batch.attachments.iter().map(|one| self.plan(one, 0, sink)).collect();
        let plan = plan?;
        let issued_with = |attached| Plan { issued_with: Some(plan.as_decision()), ..attached };
        let attached = attached.into_iter().map(|one| one.map(issued_with)).collect::<Option<Vec<Plan>>>()?;
        let document = compose::compose(&plan, &attached, templates, sources, sink)?;
        (sink.errors() == 0).then_some((plan, document))
    }

    /// The `n`-th plan of a batch, checked.
    fn plan(&self, batch: &Batch, n: usize, sink: &mut Sink) -> Option<Plan> {
        let kinds = self.templates.kinds();
        let raw = batch.plan(n, kinds, sink)?;
        // What a single document has is not kept: there may be thousands of plans.
        let own = lint::Cache::default();
        let cache = if self.batch.len() > 1 { &self.cache } else { &own };
        lint::check_plan(&raw, kinds, &self.batch.sources, cache, sink);
        plan::validate(raw, kinds, sink)
    }

    /// Turns the `n`-th plan into files in memory: none where the batch has an error of its own.
    pub fn encode(&self, n: usize, formats: &[Format]) -> Outcome {
        let formats = if self.batch.is_sound() { formats } else { &[] };
        let (mut sources, mut sink) = (self.batch.sources.clone(), Sink::default());
        let templates = self.templates.noting();
        let composed = self.composed(n, &templates, &mut sources, &mut sink);
        let artifacts = composed.as_ref().and_then(|(_, document)| {
            let encode = |format: &Format| {
                let templates = templates.noting();
                let artifact = artifact(*format, document, &templates, &mut sources, &mut sink)?;
                Some(Encoded { artifact, templates: templates.asked() })
            };
            formats.iter().map(encode).collect()
        });
        let all = self.batch.explain(n, sink.into_sorted());
        Outcome {
            artifacts: artifacts.unwrap_or_default(),
            kind: composed.map(|(plan, _)| plan.kind.slug.to_string()),
            findings: Findings { sources, all },
        }
    }
}
