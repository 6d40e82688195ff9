//! A document in one format, in memory.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::Pipeline;
use crate::backend::pdf::{DrawingTemplates, TypstError};
use crate::backend::{Artifact, docx, pdf};
use crate::diag::{Diagnostic, Findings, Sink, codes, unreadable_template};
use crate::document::Document;
use crate::message;
use crate::source::{SourceMap, Span};
use crate::templates::{Template, TemplateError, Templates, translated_drawing};

/// A format to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// OOXML, for Word.
    Docx,
    /// PDF/A-2a and PDF/UA-1.
    Pdf,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Docx, Self::Pdf];

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
    pub artifacts: Vec<Encoded>,
    /// Tên loại, by its slug; none where that was not reached.
    pub kind: Option<String>,
    /// Everything found.
    pub findings: Findings,
}

/// A file in memory.
#[derive(Debug)]
pub struct Encoded {
    /// The file.
    pub artifact: Artifact,
    /// The templates that were asked for, those that are not there among them.
    pub templates: BTreeSet<String>,
}

impl Pipeline<'_> {
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

/// Writes a document in one format. `None` after a finding.
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
        Err(TemplateError::Unreadable(path, error)) => {
            let source = sources.add(path.display().to_string(), "");
            let at = Span { source, start: 0, end: 0 };
            sink.push(codes::TEMPLATE_UNREADABLE.at(at, unreadable_template(&path, &error)));
            None
        }
    };
    Some(DrawingTemplates { document: get("typst/document.typ")?, blocks: get("typst/blocks.typ")? })
}

fn failed(
    message: &str,
    place: Option<(Arc<Template>, Range<usize>)>,
    sources: &mut SourceMap,
) -> Diagnostic {
    let (name, text, range) = place.map_or_else(
        || ("<kehoach>".to_owned(), String::new(), 0..0),
        |(template, range)| (template.origin.clone(), template.text.clone(), range),
    );
    let source = sources.add(name, text);
    let (vi, en) = translated_drawing(message);
    codes::TEMPLATE_DRAW
        .at(
            Span { source, start: range.start, end: range.end },
            message!("không vẽ được trang: {vi}", "the page cannot be drawn: {en}"),
        )
        .help(message!(
            "nếu bạn đã sửa mẫu trong templates/typst, xem lại chỗ này",
            "if you changed a template in templates/typst, look here"
        ))
}
