//! The program on one page: a plan's text becomes its documents.

use crate::backend::pdf::{DrawingTemplates, TypstError};
use crate::backend::{Artifact, docx, pdf};
use crate::compose;
use crate::diag::{Diagnostic, Sink};
use crate::document::Document;
use crate::plan;
use crate::rules;
use crate::say;
use crate::source::{SourceMap, Span};
use crate::templates::{Template, TemplateError, Templates};

/// A format to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// OOXML, for Word.
    Docx,
    /// PDF/A-2a and PDF/UA-1.
    Pdf,
}

/// What became of a plan.
#[derive(Debug)]
pub struct Outcome {
    /// The files; none after an error.
    pub artifacts: Vec<Artifact>,
    /// Everything found, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts the diagnostics point into.
    pub sources: SourceMap,
}

/// Reads and checks a plan and composes its document.
pub fn document(
    name: &str,
    text: &str,
    templates: &Templates,
    sources: &mut SourceMap,
    sink: &mut Sink,
) -> Option<Document> {
    let source = sources.add(name, text);
    let raw = plan::parse(source, text, sink)?;
    rules::check_plan(&raw, text, sink);
    let plan = plan::validate(raw, sink)?;
    let document = compose::compose(&plan, templates, sources, sink)?;
    rules::check_document(&document, sink);
    (sink.errors() == 0).then_some(document)
}

/// Turns a plan's text into files in memory.
pub fn encode(name: &str, text: &str, formats: &[Format], templates: &Templates) -> Outcome {
    let (mut sources, mut sink) = (SourceMap::default(), Sink::default());
    let artifacts = document(name, text, templates, &mut sources, &mut sink)
        .and_then(|document| {
            formats
                .iter()
                .map(|format| artifact(*format, &document, templates, &mut sources, &mut sink))
                .collect()
        })
        .unwrap_or_default();
    Outcome { artifacts, diagnostics: sink.into_sorted(), sources }
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
            sink.push(Diagnostic::error(
                "template-unreadable",
                at,
                say!("không đọc được mẫu {path}", "the template {path} cannot be read"),
            ));
            None
        }
    };
    Some(DrawingTemplates { document: get("typst/document.typ")?, blocks: get("typst/blocks.typ")? })
}

fn failed(
    message: &str,
    place: Option<(Template, std::ops::Range<usize>)>,
    sources: &mut SourceMap,
) -> Diagnostic {
    let (name, text, range) = place.map_or_else(
        || ("<kehoach>".to_owned(), String::new(), 0..0),
        |(template, range)| (template.origin, template.text, range),
    );
    let source = sources.add(name, text);
    Diagnostic::error(
        "template-draw",
        Span { source, start: range.start, end: range.end },
        say!("không vẽ được trang: {message}", "the page cannot be drawn: {message}"),
    )
    .help(say!(
        "nếu bạn đã sửa mẫu trong templates/typst, xem lại chỗ này",
        "if you changed a template in templates/typst, look here"
    ))
}
