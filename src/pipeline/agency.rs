//! Templates of an agency, and the kinds of documents that it adds to those of the decree.

use crate::diag::{Findings, Sink, codes, unreadable_template};
use crate::plan::{self, read_kinds};
use crate::source::{SourceMap, Span};
use crate::templates::{KINDS, TemplateError, Templates};
use crate::world::World;

/// The templates of a world's agency, with the kinds of its `kinds.yaml`.
///
/// # Errors
/// That file cannot be read, or says something wrong.
pub fn load_templates(world: &dyn World) -> Result<Templates<'_>, Findings> {
    let templates = Templates::of(world);
    let (mut sources, mut sink) = (SourceMap::default(), Sink::default());
    match templates.get(KINDS) {
        Err(TemplateError::Unknown) => return Ok(templates),
        Err(TemplateError::Unreadable(path, error)) => {
            let source = sources.add(path.display().to_string(), "");
            let at = Span { source, start: 0, end: 0 };
            sink.push(codes::TEMPLATE_UNREADABLE.at(at, unreadable_template(&path, &error)));
        }
        Ok(file) => {
            let source = sources.add(file.origin.as_str(), file.text.as_str());
            let kinds = plan::parse(source, &file.text, &mut sink).map(|tree| read_kinds(&tree, &mut sink));
            if let Some(kinds) = kinds.filter(|_| sink.errors() == 0) {
                return Ok(templates.with_kinds(kinds));
            }
        }
    }
    Err(Findings { sources, all: sink.into_sorted() })
}
