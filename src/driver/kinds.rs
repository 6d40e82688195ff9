//! Templates of an agency, and the kinds of documents that it adds to those of the decree.

use std::path::PathBuf;

use crate::diag::{Diagnostic, Sink, codes, unreadable};
use crate::plan::{self, read_kinds};
use crate::source::{SourceMap, Span};
use crate::templates::{KINDS, TemplateError, Templates};

/// What is wrong with the file of kinds, and its text.
#[derive(Debug)]
pub struct KindsError {
    /// Everything found, sorted.
    pub findings: Vec<Diagnostic>,
    /// The text that the findings point into.
    pub sources: SourceMap,
}

/// The templates of a folder, with the kinds of its `kinds.yaml`.
///
/// # Errors
/// That file cannot be read, or says something wrong.
pub fn load_templates(folder: Option<PathBuf>) -> Result<Templates, KindsError> {
    let templates = Templates::new(folder);
    let (mut sources, mut sink) = (SourceMap::default(), Sink::default());
    match templates.get(KINDS) {
        Err(TemplateError::Unknown) => return Ok(templates),
        Err(TemplateError::Unreadable(path, error)) => {
            let source = sources.add(path.display().to_string(), "");
            let at = Span { source, start: 0, end: 0 };
            sink.push(codes::TEMPLATE_UNREADABLE.at(at, unreadable(&path, &error)));
        }
        Ok(file) => {
            let source = sources.add(file.origin.as_str(), file.text.as_str());
            let kinds = plan::parse(source, &file.text, &mut sink).map(|tree| read_kinds(&tree, &mut sink));
            if let Some(kinds) = kinds.filter(|_| sink.errors() == 0) {
                return Ok(templates.with_kinds(kinds));
            }
        }
    }
    Err(KindsError { findings: sink.into_sorted(), sources })
}
