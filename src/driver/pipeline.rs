//! The program on one page: a plan becomes its document, and that its files.

use std::sync::Arc;

use crate::backend::pdf::{DrawingTemplates, TypstError};
use crate::backend::{Artifact, docx, pdf};
use crate::batch::Batch;
use crate::compose;
use crate::diag::{Diagnostic, Sink, codes};
use crate::document::Document;
use crate::lint;
use crate::plan::{self, IssuedWith, Plan};
use crate::say;
use crate::source::{SourceMap, Span};
use crate::templates::{Template, TemplateError, Templates, told_of_drawing};

/// A format to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// OOXML, for Word.
    Docx,
    /// PDF/A-2a and PDF/UA-1.
    Pdf,
}

impl Format {
    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }
}

/// What became of one document.
#[derive(Debug)]
pub struct Outcome {
    /// The files; none after an error.
    pub artifacts: Vec<Artifact>,
    /// Tên loại, by its slug; none where that was not reached.
    pub kind: Option<String>,
    /// The wording templates that it has, or would have if they were there.
    pub wording: Vec<String>,
    /// Everything found, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts the diagnostics point into.
    pub sources: SourceMap,
}

/// The way from a batch's plans to their files, with what its documents share.
#[derive(Debug)]
pub struct Pipeline<'a> {
    batch: &'a Batch,
    templates: &'a Templates,
    memory: lint::Memory<'a>,
}

impl<'a> Pipeline<'a> {
    /// For the documents of one batch.
    pub fn new(batch: &'a Batch, templates: &'a Templates) -> Self {
        Self { batch, templates, memory: lint::Memory::default() }
    }

    /// Checks the `n`-th plan and composes its document. `sources` has at least the texts of the batch.
    pub fn document(&self, n: usize, sources: &mut SourceMap, sink: &mut Sink) -> Option<(Plan, Document)> {
        let plan = self.plan(self.batch, n, sink);
        let attached: Vec<Option<Plan>> =
            self.batch.attachments.iter().map(|one| self.plan(one, 0, sink)).collect();
        let plan = plan?;
        let issued_with = |attached| Plan { issued_with: Some(IssuedWith::of(&plan)), ..attached };
        let attached = attached.into_iter().map(|one| one.map(issued_with)).collect::<Option<Vec<Plan>>>()?;
        let document = compose::compose(&plan, &attached, self.templates, sources, sink)?;
        (sink.errors() == 0).then_some((plan, document))
    }

    /// The `n`-th plan of a batch, checked.
    fn plan(&self, batch: &Batch, n: usize, sink: &mut Sink) -> Option<Plan> {
        let kinds = self.templates.kinds();
        let raw = batch.plan(n, kinds, sink)?;
        // What a single document has is not kept: there may be thousands of plans.
        let own = lint::Memory::default();
        let memory = if self.batch.len() > 1 { &self.memory } else { &own };
        lint::check_plan(&raw, kinds, &self.batch.sources, memory, sink);
        plan::validate(raw, kinds, sink)
    }

    /// Turns the `n`-th plan into files in memory: none where the batch has an error of its own.
    pub fn encode(&self, n: usize, formats: &[Format]) -> Outcome {
        let formats = if self.batch.is_sound() { formats } else { &[] };
        let (mut sources, mut sink) = (self.batch.sources.clone(), Sink::default());
        let composed = self.document(n, &mut sources, &mut sink);
        let artifacts = composed.as_ref().and_then(|(_, document)| {
            let encode =
                |format: &Format| artifact(*format, document, self.templates, &mut sources, &mut sink);
            formats.iter().map(encode).collect()
        });
        Outcome {
            artifacts: artifacts.unwrap_or_default(),
            kind: composed.as_ref().map(|(plan, _)| plan.kind.slug.to_string()),
            wording: composed.map(|(_, document)| document.wording).unwrap_or_default(),
            diagnostics: self.batch.explain(n, sink.into_sorted()),
            sources,
        }
    }
}

fn artifact(
    format: Format,
    document: &Document,
    templates: &Templates,
    sources: &mut SourceMap,
    sink: &mut Sink,
) -> Option<Artifact> {
    match format {
        Format::Docx => match docx::encode(document) {
            Ok(artifact) => Some(artifact),
            Err(error) => {
                sink.push(failed(&format!("DOCX: {error}"), None, sources));
                None
            }
        },
        Format::Pdf => {
            let drawing = drawing_templates(templates, sources, sink)?;
            match pdf::encode(document, &drawing) {
                Ok(artifact) => Some(artifact),
                Err(errors) => {
                    for error in errors {
                        let TypstError { message, place } = error;
                        sink.push(failed(&message, place, sources));
                    }
                    None
                }
            }
        }
    }
}

fn drawing_templates(
    templates: &Templates,
    sources: &mut SourceMap,
    sink: &mut Sink,
) -> Option<DrawingTemplates> {
    let mut get = |name: &str| match templates.get(name) {
        Ok(template) => Some(template),
        Err(TemplateError::Unknown) => None,
        Err(TemplateError::Unreadable(path, _)) => {
            let path = path.display().to_string();
            let source = sources.add(path.as_str(), "");
            let at = Span { source, start: 0, end: 0 };
            sink.push(
                codes::TEMPLATE_UNREADABLE
                    .at(at, say!("không đọc được mẫu {path}", "the template {path} cannot be read")),
            );
            None
        }
    };
    Some(DrawingTemplates { document: get("typst/document.typ")?, blocks: get("typst/blocks.typ")? })
}

fn failed(
    message: &str,
    place: Option<(Arc<Template>, std::ops::Range<usize>)>,
    sources: &mut SourceMap,
) -> Diagnostic {
    let (name, text, range) = place.map_or_else(
        || ("<kehoach>".to_owned(), String::new(), 0..0),
        |(template, range)| (template.origin.clone(), template.text.clone(), range),
    );
    let source = sources.add(name, text);
    let (vi, en) = told_of_drawing(message);
    codes::TEMPLATE_DRAW
        .at(
            Span { source, start: range.start, end: range.end },
            say!("không vẽ được trang: {vi}", "the page cannot be drawn: {en}"),
        )
        .help(say!(
            "nếu bạn đã sửa mẫu trong templates/typst, xem lại chỗ này",
            "if you changed a template in templates/typst, look here"
        ))
}
