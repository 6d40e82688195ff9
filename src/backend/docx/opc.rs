//! The package: parts, their content types and relationships, zipped with fixed times.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::DocxError;
use super::memo::Memo;
use super::settings::core_properties;
use super::xml::Element;
use crate::document::Document;

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const OFFICE_RELS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A part of the package.
pub(super) struct Part {
    name: String,
    content_type: String,
    bytes: Vec<u8>,
    /// Id and type of the relationship that leads to it from the main document.
    relationship: Option<(String, &'static str)>,
}

/// A part below `word/`; `kind` names its content type, `relationship` its id and type.
pub(super) fn word(
    name: &str,
    kind: &str,
    bytes: Vec<u8>,
    relationship: Option<(&str, &'static str)>,
) -> Part {
    let kind = if kind == "main" { "document.main" } else { kind };
    Part {
        name: format!("word/{name}.xml"),
        content_type: format!("{WORD}.{kind}+xml"),
        bytes,
        relationship: relationship.map(|(id, kind)| (id.to_owned(), kind)),
    }
}

/// Packs the parts.
///
/// # Errors
/// The archive cannot be written.
pub(super) fn pack(parts: &[Part], document: &Document) -> Result<Vec<u8>, DocxError> {
    let types = Element::new("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))])
        .with([
            Element::new(
                "Default",
                &[
                    ("Extension", "rels"),
                    ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"),
                ],
            ),
            Element::new("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]),
            Element::new(
                "Override",
                &[
                    ("PartName", "/docProps/core.xml"),
                    ("ContentType", "application/vnd.openxmlformats-package.core-properties+xml"),
                ],
            ),
        ])
        .with(parts.iter().map(|part| {
            Element::new(
                "Override",
                &[("PartName", &format!("/{}", part.name)), ("ContentType", &part.content_type)],
            )
        }));
    let relationship = |id: &str, kind: &str, target: &str| {
        Element::new("Relationship", &[("Id", id), ("Type", kind), ("Target", target)])
    };
    let relationships = Element::new("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))]);
    let package = relationships.clone().with([
        relationship("rId1", &format!("{OFFICE_RELS}/officeDocument"), "word/document.xml"),
        relationship(
            "rId2",
            &format!("{PACKAGE}/relationships/metadata/core-properties"),
            "docProps/core.xml",
        ),
    ]);
    let main = relationships.with(parts.iter().filter_map(|part| {
        let (id, kind) = part.relationship.as_ref()?;
        Some(relationship(id, &format!("{OFFICE_RELS}/{kind}"), part.name.trim_start_matches("word/")))
    }));
    let mut files = vec![
        ("[Content_Types].xml", types.to_file()),
        ("_rels/.rels", package.to_file()),
        ("docProps/core.xml", core_properties(&document.meta).to_file()),
        ("word/_rels/document.xml.rels", main.to_file()),
    ];
    files.extend(parts.iter().map(|part| (part.name.as_str(), part.bytes.clone())));
    zip_files(&files)
}

/// Files whose words are a document's own; all others are the same throughout a batch.
const OWN: [&str; 3] = ["word/document.xml", "word/footnotes.xml", "docProps/core.xml"];

/// Archives of one file each, by its content: compressing it again costs more than copying.
static PACKED: Memo<Vec<u8>, Vec<u8>> = Memo::new(32);

fn zip_files(files: &[(&str, Vec<u8>)]) -> Result<Vec<u8>, DocxError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        if OWN.contains(name) {
            add(&mut zip, name, bytes)?;
            continue;
        }
        let packed = PACKED.get(bytes.as_slice(), || {
            let mut alone = ZipWriter::new(Cursor::new(Vec::new()));
            add(&mut alone, name, bytes)?;
            Ok(alone.finish().map_err(failed)?.into_inner())
        })?;
        let mut packed = ZipArchive::new(Cursor::new(packed.as_slice())).map_err(failed)?;
        // Files of one content may have several names.
        zip.raw_copy_file_rename(packed.by_index_raw(0).map_err(failed)?, *name).map_err(failed)?;
    }
    Ok(zip.finish().map_err(failed)?.into_inner())
}

fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) -> Result<(), DocxError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    zip.start_file(name, options).map_err(failed)?;
    zip.write_all(bytes).map_err(failed)
}

fn failed(error: impl std::fmt::Display) -> DocxError {
    DocxError(format!("zip: {error}"))
}
