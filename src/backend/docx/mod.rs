//! DOCX: docx-rs builds the parts, `package` completes and packs them.

mod body;
mod memo;
mod numbering;
mod opc;
mod order;
mod package;
mod paragraph;
mod sections;
mod settings;
mod shape;
mod styles;
mod table;
mod xml;

use std::fmt;

use super::Artifact;
use crate::document::Document;

/// The parts could not be completed or packed: a fault of this program, not of a plan.
#[derive(Debug)]
pub struct DocxError(String);

impl fmt::Display for DocxError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Writes the document.
///
/// # Errors
/// See [`DocxError`].
pub fn encode(document: &Document) -> Result<Artifact, DocxError> {
    let parts = body::build(document);
    let bytes = package::complete(parts, document)?;
    Ok(Artifact { extension: "docx", bytes, pages: None })
}
