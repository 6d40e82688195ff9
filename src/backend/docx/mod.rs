//! DOCX.
use super::Artifact;
use crate::document::Document;
pub fn encode(_: &Document) -> Result<Artifact, String> {
    Err("none".into())
}
