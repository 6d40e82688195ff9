//! The program on one page: a plan becomes its document, and that its files.

mod agency;
mod encode;
mod fix;
mod gather;
mod job;

use crate::batch::Batch;
use crate::compose;
use crate::diag::Sink;
use crate::document::Document;
use crate::lint;
use crate::plan::{self, Plan};
use crate::source::SourceMap;
use crate::templates::Templates;

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
}
