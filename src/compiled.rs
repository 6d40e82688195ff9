//! What a program that uses this library asks for: a plan checked, or compiled to documents and files.

use std::path::Path;

use crate::backend::Artifact;
use crate::batch::Batch;
use crate::diag::{Findings, Sink};
use crate::document::Document;
use crate::pipeline::{self, Format, Gathered, Job, Pipeline, load_templates};
use crate::source::ReadError;
use crate::templates::Templates;
use crate::world::{self, World};

/// A result and everything that was found on the way.
#[derive(Debug)]
pub struct Warned<T> {
    /// The result; none where the findings have an error.
    pub output: Option<T>,
    /// What was found.
    pub findings: Findings,
}

/// A plan without errors, with everything that it draws in: one document, or with `for_each` one a row.
#[derive(Debug)]
pub struct Compiled<'w> {
    batch: Batch,
    templates: Templates<'w>,
}

/// Everything that is wrong in a plan, the documents of all its rows included, with the templates and kinds of the
/// world's agency.
///
/// # Errors
/// The plan cannot be read.
pub fn check(world: &dyn World, path: &Path) -> Result<Findings, ReadError> {
    let job = Job::new(world, path, world::text(world, path)?);
    Ok(match load_templates(world) {
        Ok(templates) => pipeline::check(world, &job, &templates),
        Err(wrong_kinds) => wrong_kinds,
    })
}

/// Compiles a plan.
///
/// # Errors
/// The plan cannot be read.
pub fn compile<'w>(world: &'w dyn World, path: &Path) -> Result<Warned<Compiled<'w>>, ReadError> {
    let job = Job::new(world, path, world::text(world, path)?);
    let templates = match load_templates(world) {
        Ok(templates) => templates,
        Err(findings) => return Ok(Warned { output: None, findings }),
    };
    let batch = job.load(world);
    let findings = Gathered::of(&batch, &Pipeline::new(&batch, &templates)).finish(&batch);
    let is_sound = findings.errors() == 0;
    Ok(Warned { output: is_sound.then_some(Compiled { batch, templates }), findings })
}

impl Compiled<'_> {
    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.batch.len()
    }

    /// Whether there is none: a batch without rows.
    pub fn is_empty(&self) -> bool {
        self.batch.is_empty()
    }

    /// The name that a row gives its document; none for a plan without rows.
    pub fn key(&self, n: usize) -> Option<&str> {
        self.batch.key(n)
    }

    /// The `n`-th document, from 0: roles, blocks and the resolved layout.
    pub fn document(&self, n: usize) -> Warned<Document> {
        let (mut sources, mut sink) = (self.batch.sources.clone(), Sink::default());
        let made = Pipeline::new(&self.batch, &self.templates).document(n, &mut sources, &mut sink);
        let output = made.map(|(_, document)| document);
        Warned { output, findings: Findings { sources, all: sink.into_sorted() } }
    }

    /// The `n`-th document as a file in memory.
    pub fn artifact(&self, n: usize, format: Format) -> Warned<Artifact> {
        let mut outcome = Pipeline::new(&self.batch, &self.templates).encode(n, &[format]);
        Warned { output: outcome.artifacts.pop().map(|made| made.artifact), findings: outcome.findings }
    }
}
