//! The two small parts that docx-rs does not fill: settings and core properties.

use super::xml::{Element, XmlNode};
use crate::document::{Document, LANGUAGE, Meta};

/// Word sets justified lines by its mode: 15 shrinks spaces, 14 does not. `has_notes`: the package has
/// footnotes, whose separators are named here.
pub(super) fn settings(document: &Document, has_notes: bool) -> Element {
    let mode = if document.layout.shrink { "15" } else { "14" };
    let uri = "http://schemas.microsoft.com/office/word";
    let setting = |name: &str, value: &str| {
        Element::new("w:compatSetting", &[("w:name", name), ("w:uri", uri), ("w:val", value)])
    };
    let root = Element::new(
        "w:settings",
        &[("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")],
    )
    .with([Element::new("w:characterSpacingControl", &[("w:val", "doNotCompress")])]);
    let separators = ["-1", "0"].map(|id| Element::new("w:footnote", &[("w:id", id)]));
    root.with(has_notes.then(|| Element::new("w:footnotePr", &[]).with(separators))).with([
        // A line that is broken by hand is not stretched in a justified paragraph.
        Element::new("w:compat", &[]).with([Element::new("w:doNotExpandShiftReturn", &[])]).with([
            setting("compatibilityMode", mode),
            setting("overrideTableStyleFontSizeAndJustification", "1"),
            setting("enableOpenTypeFeatures", "1"),
            setting("doNotFlipMirrorIndents", "1"),
            setting("differentiateMultirowTableHeaders", "1"),
        ]),
        Element::new("w:themeFontLang", &[("w:val", LANGUAGE)]),
    ])
}

/// Title, subject, author, keywords, language and date.
pub(super) fn core_properties(meta: &Meta) -> Element {
    let text = |name: &str, text: &str| {
        let mut out = Element::new(name, &[]);
        out.children.push(XmlNode::Text(text.to_owned()));
        out
    };
    let mut out = Element::new(
        "cp:coreProperties",
        &[
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    )
    .with([
        text("dc:title", &meta.title),
        text("dc:subject", &meta.subject),
        text("dc:creator", &meta.author),
        text("cp:keywords", &meta.keywords.join("; ")),
        text("dc:language", LANGUAGE),
    ]);
    if let Some((year, month, day)) = meta.date {
        for name in ["dcterms:created", "dcterms:modified"] {
            let mut date = text(name, &format!("{year:04}-{month:02}-{day:02}T00:00:00Z"));
            date.attributes.push(("xsi:type".into(), "dcterms:W3CDTF".into()));
            out = out.with([date]);
        }
    }
    out
}
