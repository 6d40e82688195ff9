//! PDF, by Typst as a library: static templates draw a JSON view of the document.

mod breaks;
mod data;
mod divide;
mod drawing;
mod export;
mod fill;
mod page_number;
mod together;
mod unhinted;
mod world;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use typst::diag::SourceDiagnostic;
use typst::{World, WorldExt};

pub use drawing::Drawing;
pub use typst_layout::PagedDocument;

use super::Artifact;
use crate::document::Document;
use crate::templates::Template;
use breaks::Breaks;
use world::TypstWorld;

/// The two templates that draw.
#[derive(Clone, Debug)]
pub struct DrawingTemplates {
    /// `typst/document.typ`.
    pub document: Arc<Template>,
    /// `typst/blocks.typ`.
    pub blocks: Arc<Template>,
}

/// A place in a template, and what Typst says.
#[derive(Clone, Debug)]
pub struct TypstError {
    /// What is wrong.
    pub message: String,
    /// The template and the byte range in it, where they are known.
    pub place: Option<(Arc<Template>, std::ops::Range<usize>)>,
}

/// Lays a document out.
///
/// # Errors
/// A template does not compile.
pub fn lay_out(
    drawing: &Drawing,
    document: &Document,
    templates: &DrawingTemplates,
) -> Result<PagedDocument, Vec<TypstError>> {
    let mut pages = compile(drawing, templates)?;
    let mut breaks = Breaks::default();
    // Each turn ends a page somewhere; most documents need none.
    for _ in 0..MAX_TURNS {
        if !breaks.mend(&pages, &drawing.watches) {
            break;
        }
        pages = compile(&Drawing::with(document, &breaks), templates)?;
    }
    let mut pages = page_number::write(pages, document, world::regular());
    export::describe(&mut pages, &document.meta);
    Ok(pages)
}

/// More rows than this are not moved on: a table that needs it is no longer one that a person reads.
const MAX_TURNS: usize = 200;

fn compile(drawing: &Drawing, templates: &DrawingTemplates) -> Result<PagedDocument, Vec<TypstError>> {
    let world = TypstWorld::new(templates, drawing);
    let warned = typst::compile::<PagedDocument>(&world);
    // A missing font or glyph is only a warning to Typst, and a wrong page to us.
    let warnings = explain(&world, templates, &warned.warnings);
    match warned.output {
        Ok(pages) if warnings.is_empty() => Ok(pages),
        Ok(_) => Err(warnings),
        Err(errors) => Err(explain(&world, templates, &errors)),
    }
}

/// Writes laid-out pages as PDF/A-2a and PDF/UA-1.
///
/// # Errors
/// Something on the pages that these standards do not allow.
pub fn export(pages: &PagedDocument, document: &Document) -> Result<Artifact, Vec<TypstError>> {
    let bytes = export::export(pages, document).map_err(|errors| {
        errors.iter().map(|error| TypstError { message: message(error), place: None }).collect::<Vec<_>>()
    })?;
    Ok(Artifact { extension: "pdf", bytes, pages: Some(pages.pages().len()) })
}

/// After so many documents Typst's cache lets go of what none of them had: the paragraphs that the documents
/// of a batch share are laid out once, and memory stays bounded. Each document costs some 2 MB until then;
/// looking through the cache more often costs time.
const WINDOW: usize = 4;

/// Lays out and writes the document; then lets go of what Typst keeps of older ones.
///
/// # Errors
/// As [`lay_out`] and [`export()`].
pub fn encode(document: &Document, templates: &DrawingTemplates) -> Result<Artifact, Vec<TypstError>> {
    let artifact =
        lay_out(&Drawing::new(document), document, templates).and_then(|pages| export(&pages, document));
    age();
    artifact
}

/// Ages Typst's cache, which is global to the process, by one document.
fn age() {
    static DOCUMENTS: AtomicUsize = AtomicUsize::new(1);
    if DOCUMENTS.fetch_add(1, Ordering::Relaxed).is_multiple_of(WINDOW) {
        comemo::evict(1);
    }
}

/// Empties Typst's cache.
pub fn forget() {
    comemo::evict(0);
}

fn explain(world: &TypstWorld, templates: &DrawingTemplates, errors: &[SourceDiagnostic]) -> Vec<TypstError> {
    errors
        .iter()
        .map(|error| {
            let template =
                if error.span.id() == Some(world.main()) { &templates.document } else { &templates.blocks };
            TypstError {
                message: message(error),
                place: world.range(error.span).map(|range| (template.clone(), range)),
            }
        })
        .collect()
}

/// What Typst says, its hints included.
fn message(error: &SourceDiagnostic) -> String {
    let hints = error.hints.iter().map(|hint| format!("; {}", hint.v));
    format!("{}{}", error.message, hints.collect::<String>())
}
