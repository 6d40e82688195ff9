//! A text of Tera, compiled with what counts its cost.

use tera::Tera;

use super::bounds;
use super::error::{RenderError, explain, located};
use super::segments::{SegmentKind, segments};

/// Compiles a text, with what counts its cost.
///
/// # Errors
/// It is no Tera, or too much to compile.
pub(super) fn add_bounded(tera: &mut Tera, name: &str, text: &str) -> Result<(), RenderError> {
    // What is not closed, Tera tells.
    let segments = segments(text).unwrap_or_default();
    bounds::compilable(text, &segments).map_err(|(message, at)| RenderError {
        message,
        range: Some(at),
        part: None,
    })?;
    // First as it is written, so that the places of errors are its own.
    tera.add_raw_template(name, text).map_err(|error| located(explain(&error), text))?;
    if segments.iter().any(|segment| segment.kind == SegmentKind::Block) {
        let metered = bounds::metered(text, &segments);
        tera.add_raw_template(name, &metered).map_err(|error| located(explain(&error), &metered))?;
    }
    Ok(())
}
