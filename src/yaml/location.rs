//! The place of what the YAML library names.

use crate::source::{SourceId, Span, floor_char_boundary};

/// The place of a location.
pub(super) fn span(at: serde_saphyr::Location, source: SourceId, text: &str) -> Span {
    let offset = at.span().byte_offset().and_then(|at| usize::try_from(at).ok()).unwrap_or(0);
    let len = at.span().byte_len().and_then(|len| usize::try_from(len).ok()).unwrap_or(0);
    let start = floor_char_boundary(text, offset);
    Span { source, start, end: floor_char_boundary(text, start + len) }
}
