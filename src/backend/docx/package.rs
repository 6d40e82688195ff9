//! From docx-rs's parts to a package that Word, the schema and a clerk accept: markers become what
//! they stand for, children get into schema order, what changes from run to run goes, what docx-rs
//! lacks is added; then everything is zipped with fixed times.

use std::io::{Cursor, Write};

use docx_rs::XMLDocx;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::body::MARKER;
use super::order::arrange;
use super::styles::style_id;
use super::xml::{Element, Node, parse};
use super::{DocxError, sections, shape};
use crate::document::{Document, Meta, Role};

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const OFFICE_RELS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A part of the package.
struct Part {
    name: String,
    content_type: String,
    bytes: Vec<u8>,
    /// Id and type of the relationship that leads to it from the main document.
    relationship: Option<(String, &'static str)>,
}

/// Completes and packs.
///
/// # Errors
/// A part of docx-rs is not well-formed, or cannot be packed.
pub fn complete(parts: XMLDocx, document: &Document) -> Result<Vec<u8>, DocxError> {
    let mut all = vec![
        word("document", "main", &body(parse(&parts.document)?, document)?, None),
        word("styles", "styles", &styles(parse(&parts.styles)?, document), Some(("rIdStyles", "styles"))),
        word("settings", "settings", &settings(document), Some(("rIdSettings", "settings"))),
        word("numbering", "numbering", &clean(parse(&parts.numberings)?), Some(("rIdNumbering", "numbering"))),
        word("fontTable", "fontTable", &clean(parse(&parts.font_table)?), Some(("rIdFonts", "fontTable"))),
        word("footnotes", "footnotes", &footnotes(parse(&parts.footnotes)?), Some(("rIdFootnotes", "footnotes"))),
    ];
    for (kind, id, files) in [("header", "rIdHeader", &parts.headers), ("footer", "rIdFooter", &parts.footers)] {
        for (at, bytes) in files.iter().enumerate() {
            let n = at + 1;
            let mut tree = clean(parse(bytes)?);
            replace_markers(&mut tree, document)?;
            all.push(word(&format!("{kind}{n}"), kind, &tree, Some((&format!("{id}{n}"), kind))));
        }
    }
    pack(&all, document)
}

/// A part below `word/`; `kind` names its content type, `relationship` its id and type.
fn word(name: &str, kind: &str, tree: &Element, relationship: Option<(&str, &'static str)>) -> Part {
    let kind = if kind == "main" { "document.main" } else { kind };
    Part {
        name: format!("word/{name}.xml"),
        content_type: format!("{WORD}.{kind}+xml"),
        bytes: tree.to_file(),
        relationship: relationship.map(|(id, kind)| (id.to_owned(), kind)),
    }
}

/// Removes what is empty or changes from run to run, and puts children in order.
fn clean(mut tree: Element) -> Element {
    tree.each_mut(&mut |element| {
        element.attributes.retain(|(key, _)| key != "w14:paraId" && key != "w:dirty");
        element.children.retain(|node| match node {
            Node::Element(child) => !(matches!(child.name.as_str(), "w:rPr" | "w:pPr" | "w:trPr" | "w:tcPr") && child.children.is_empty()),
            Node::Text(_) => true,
        });
        if element.name == "w:gridCol" {
            element.attributes.retain(|(key, _)| key == "w:w");
        }
        arrange(element);
    });
    tree
}

fn body(tree: Element, document: &Document) -> Result<Element, DocxError> {
    let mut tree = clean(tree);
    replace_markers(&mut tree, document)?;
    let head_style = style_id(Role::TableHead).0;
    tree.each_mut(&mut |element| match element.name.as_str() {
        "w:tr" if has_style(element, &head_style) => {
            append(element, "w:trPr", Element::new("w:tblHeader", &[]));
        }
        // The last section stands at the end of the body.
        "w:body" => {
            element.children.retain(|node| !matches!(node, Node::Element(child) if child.name == "w:sectPr"));
            element.children.push(Node::Element(sections::section(document, document.parts.len() - 1)));
        }
        _ => {}
    });
    Ok(tree)
}

/// Adds `added` to the properties called `name`, in order.
fn append(element: &mut Element, name: &str, added: Element) {
    element.change_child(name, |properties| {
        properties.children.push(Node::Element(added));
        arrange(properties);
    });
}

fn has_style(row: &Element, style: &str) -> bool {
    row.elements().any(|child| {
        (child.name == "w:pStyle" && child.attribute("w:val") == Some(style)) || has_style(child, style)
    })
}

/// Replaces each run that is a marker by what it stands for, and no-break hyphens by Word's own.
fn replace_markers(tree: &mut Element, document: &Document) -> Result<(), DocxError> {
    let (mut next_shape, mut failed) = (1, None);
    let weight = document.layout.rule_weight.to_emu();
    tree.each_mut(&mut |element| match element.name.as_str() {
        "w:r" => {
            let text = element.text();
            let Some(marker) = text.strip_prefix(MARKER) else {
                no_break_hyphens(element);
                return;
            };
            let properties: Vec<Node> = element.children.iter().filter(|node| matches!(node, Node::Element(child) if child.name == "w:rPr")).cloned().collect();
            element.children = properties;
            let words: Vec<&str> = marker.split(' ').collect();
            match words.as_slice() {
                ["note"] => element.children.push(Node::Element(Element::new("w:footnoteRef", &[]))),
                ["rule", length, down] => {
                    let lengths = length.parse().ok().zip(down.parse().ok());
                    match lengths.map(|(length, down)| parse(shape::rule(next_shape, length, down, weight).as_bytes())) {
                        Some(Ok(shape)) => element.children.push(Node::Element(shape)),
                        _ => failed = Some(marker.to_owned()),
                    }
                    next_shape += 1;
                }
                // A section's break is a property of its paragraph, below.
                ["section", _] => element.name = marker.to_owned(),
                _ => failed = Some(marker.to_owned()),
            }
        }
        "w:p" => {
            let part = element.elements().find_map(|child| child.name.strip_prefix("section ").and_then(|at| at.parse().ok()));
            if let Some(part) = part {
                element.children.retain(|node| !matches!(node, Node::Element(child) if child.name.starts_with("section ")));
                append(element, "w:pPr", sections::section(document, part));
            }
        }
        _ => {}
    });
    failed.map_or(Ok(()), |marker| Err(DocxError(format!("marker: {marker}"))))
}

fn no_break_hyphens(run: &mut Element) {
    const HYPHEN: char = '\u{2011}';
    let has = |node: &Node| matches!(node, Node::Element(child) if child.name == "w:t" && child.text().contains(HYPHEN));
    let Some(at) = run.children.iter().position(has) else { return };
    let Node::Element(whole) = run.children.remove(at) else { return };
    let text = whole.text();
    let mut pieces = Vec::new();
    for (n, words) in text.split(HYPHEN).enumerate() {
        if n > 0 {
            pieces.push(Node::Element(Element::new("w:noBreakHyphen", &[])));
        }
        if !words.is_empty() {
            pieces.push(Node::Element(Element { children: vec![Node::Text(words.to_owned())], ..whole.clone() }));
        }
    }
    run.children.splice(at..at, pieces);
}

fn styles(tree: Element, document: &Document) -> Element {
    let mut tree = clean(tree);
    let language = Element::new("w:lang", &[("w:val", document.meta.language), ("w:eastAsia", document.meta.language), ("w:bidi", document.meta.language)]);
    let names: Vec<(String, &str)> =
        Role::ALL.iter().map(|role| (style_id(*role), role.name())).filter(|(id, _)| id.1.is_some()).map(|(id, name)| (id.0, name)).collect();
    let mut seen: Vec<String> = Vec::new();
    tree.each_mut(&mut |element| match element.name.as_str() {
        "w:rPrDefault" => append(element, "w:rPr", language.clone()),
        "w:style" => {
            let id = element.attribute("w:styleId").unwrap_or_default().to_owned();
            if id == "Normal" {
                element.attributes.push(("w:default".to_owned(), "1".to_owned()));
            }
            // A clerk finds Word's own styles by the decree's terms, too.
            if let Some((_, name)) = names.iter().find(|(one, _)| *one == id) {
                element.children.push(Node::Element(Element::new("w:aliases", &[("w:val", name)])));
            }
            if id == "FootnoteReference" {
                append(element, "w:rPr", Element::new("w:vertAlign", &[("w:val", "superscript")]));
            }
            arrange(element);
        }
        // docx-rs brings a Normal of its own; ours, the later one, counts.
        "w:styles" => {
            element.children.reverse();
            element.children.retain(|node| match node {
                Node::Element(child) => match child.attribute("w:styleId") {
                    Some(id) if seen.iter().any(|one| one == id) => false,
                    Some(id) => {
                        seen.push(id.to_owned());
                        true
                    }
                    None => true,
                },
                Node::Text(_) => true,
            });
            element.children.reverse();
        }
        _ => {}
    });
    tree
}

/// Word sets justified lines by its mode: 15 shrinks spaces, 14 does not.
fn settings(document: &Document) -> Element {
    let mode = if document.layout.shrink { "15" } else { "14" };
    let uri = "http://schemas.microsoft.com/office/word";
    let setting = |name: &str, value: &str| Element::new("w:compatSetting", &[("w:name", name), ("w:uri", uri), ("w:val", value)]);
    let footnotes = Element::new("w:footnotePr", &[]).with([
        Element::new("w:footnote", &[("w:id", "-1")]),
        Element::new("w:footnote", &[("w:id", "0")]),
    ]);
    Element::new("w:settings", &[("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")]).with([
        Element::new("w:defaultTabStop", &[("w:val", "720")]),
        Element::new("w:characterSpacingControl", &[("w:val", "doNotCompress")]),
        footnotes,
        Element::new("w:compat", &[]).with([
            setting("compatibilityMode", mode),
            setting("overrideTableStyleFontSizeAndJustification", "1"),
            setting("enableOpenTypeFeatures", "1"),
            setting("doNotFlipMirrorIndents", "1"),
            setting("differentiateMultirowTableHeaders", "1"),
        ]),
        Element::new("w:themeFontLang", &[("w:val", document.meta.language)]),
    ])
}

/// The two separators that Word expects before the footnotes of the document, on a line as low as
/// the gap below a table.
fn footnotes(tree: Element) -> Element {
    let mut tree = clean(tree);
    let separator = |id: &str, kind: &str, mark: &str| {
        let run = Element::new("w:r", &[]).with([Element::new(mark, &[])]);
        let style = Element::new("w:pStyle", &[("w:val", &style_id(Role::TableEnd).0)]);
        let properties = Element::new("w:pPr", &[]).with([style]);
        Element::new("w:footnote", &[("w:type", kind), ("w:id", id)]).with([Element::new("w:p", &[]).with([properties, run])])
    };
    let notes = std::mem::take(&mut tree.children);
    tree = tree.with([separator("-1", "separator", "w:separator"), separator("0", "continuationSeparator", "w:continuationSeparator")]);
    tree.children.extend(notes);
    tree.each_mut(&mut |element| {
        if element.name == "w:r" && element.text().starts_with(MARKER) {
            element.children.retain(|node| matches!(node, Node::Element(child) if child.name == "w:rPr"));
            element.children.push(Node::Element(Element::new("w:footnoteRef", &[])));
        }
    });
    tree
}

fn core_properties(meta: &Meta) -> Element {
    let text = |name: &str, text: &str| {
        let mut out = Element::new(name, &[]);
        out.children.push(Node::Text(text.to_owned()));
        out
    };
    let mut out = Element::new("cp:coreProperties", &[
        ("xmlns:cp", &format!("{PACKAGE}/metadata/core-properties")),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ])
    .with([
        text("dc:title", &meta.title),
        text("dc:subject", &meta.subject),
        text("dc:creator", &meta.author),
        text("cp:keywords", &meta.keywords.join("; ")),
        text("dc:language", meta.language),
    ]);
    if let Some((year, month, day)) = meta.date {
        for name in ["dcterms:created", "dcterms:modified"] {
            let mut date = text(name, &format!("{year:04}-{month:02}-{day:02}T00:00:00Z"));
            date.attributes.push(("xsi:type".to_owned(), "dcterms:W3CDTF".to_owned()));
            out = out.with([date]);
        }
    }
    out
}

fn pack(parts: &[Part], document: &Document) -> Result<Vec<u8>, DocxError> {
    let types = Element::new("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))])
        .with([
            Element::new("Default", &[("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml")]),
            Element::new("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]),
            Element::new("Override", &[("PartName", "/docProps/core.xml"), ("ContentType", "application/vnd.openxmlformats-package.core-properties+xml")]),
        ])
        .with(parts.iter().map(|part| Element::new("Override", &[("PartName", &format!("/{}", part.name)), ("ContentType", &part.content_type)])));
    let relationship = |id: &str, kind: &str, target: &str| Element::new("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
    let relationships = Element::new("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))]);
    let package = relationships.clone().with([
        relationship("rId1", &format!("{OFFICE_RELS}/officeDocument"), "word/document.xml"),
        relationship("rId2", &format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
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
    zip_files(&files).map_err(|error| DocxError(format!("zip: {error}")))
}

fn zip_files(files: &[(&str, Vec<u8>)]) -> Result<Vec<u8>, zip::result::ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
