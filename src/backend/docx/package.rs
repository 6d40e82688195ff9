//! From docx-rs's parts to a package that Word, the schema and a clerk accept: markers become what
//! they stand for, children get into schema order, what changes from run to run goes, what docx-rs
//! lacks is added.

use docx_rs::XMLDocx;

use super::body::build_styles;
use super::memo::Memo;
use super::opc::{pack, word};
use super::order::arrange;
use super::paragraph::MARKER;
use super::settings::settings;
use super::styles::style_id;
use super::xml::{Element, XmlNode, parse};
use super::{DocxError, sections, shape};
use crate::document::{Document, LANGUAGE, Layout, Role};

/// Completed styles by their layout, and numbering by what docx-rs made.
static STYLES: Memo<Layout, Vec<u8>> = Memo::new(4);
static NUMBERING: Memo<Vec<u8>, Vec<u8>> = Memo::new(4);

/// Completes and packs.
///
/// # Errors
/// A part of docx-rs is not well-formed, or cannot be packed.
pub(super) fn complete(parts: XMLDocx, document: &Document) -> Result<Vec<u8>, DocxError> {
    let notes = parse(&parts.footnotes)?;
    let has_notes = notes.elements().next().is_some();
    let complete_styles = || Ok(styles(parse(&build_styles(&document.layout))?).to_file());
    let styles = STYLES.get(&document.layout, complete_styles)?.to_vec();
    let numbering = NUMBERING
        .get(parts.numberings.as_slice(), || Ok(clean(parse(&parts.numberings)?).to_file()))?
        .to_vec();
    let settings = settings(document, has_notes).to_file();
    let mut all = vec![
        word("document", "main", body(parse(&parts.document)?, document)?.to_file(), None),
        word("styles", "styles", styles, Some(("rIdStyles", "styles"))),
        word("settings", "settings", settings, Some(("rIdSettings", "settings"))),
        word("numbering", "numbering", numbering, Some(("rIdNumbering", "numbering"))),
    ];
    if has_notes {
        all.push(word(
            "footnotes",
            "footnotes",
            footnotes(notes, document)?.to_file(),
            Some(("rIdFootnotes", "footnotes")),
        ));
    }
    for (kind, id, files) in
        [("header", "rIdHeader", &parts.headers), ("footer", "rIdFooter", &parts.footers)]
    {
        for (at, bytes) in files.iter().enumerate() {
            let n = at + 1;
            let mut tree = clean(parse(bytes)?);
            replace_markers(&mut tree, document)?;
            all.push(word(&format!("{kind}{n}"), kind, tree.to_file(), Some((&format!("{id}{n}"), kind))));
        }
    }
    pack(&all, document)
}

/// Removes what is empty or changes from run to run, and puts children in order.
fn clean(mut tree: Element) -> Element {
    tree.each_mut(&mut |element| {
        element.attributes.retain(|(key, _)| key != "w14:paraId" && key != "w:dirty");
        element.children.retain(|node| match node {
            XmlNode::Element(child) => {
                !(matches!(child.name.as_str(), "w:rPr" | "w:pPr" | "w:trPr" | "w:tcPr")
                    && child.children.is_empty())
            }
            XmlNode::Text(_) => true,
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
            element
                .children
                .retain(|node| !matches!(node, XmlNode::Element(child) if child.name == "w:sectPr"));
            element.children.push(XmlNode::Element(sections::section(document, document.parts.len() - 1)));
        }
        _ => {}
    });
    Ok(tree)
}

/// Adds `added` to the properties called `name`, in order.
fn append(element: &mut Element, name: &str, added: Element) {
    element.change_child(name, |properties| {
        properties.children.push(XmlNode::Element(added));
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
            let properties: Vec<XmlNode> = element
                .children
                .iter()
                .filter(|node| matches!(node, XmlNode::Element(child) if child.name == "w:rPr"))
                .cloned()
                .collect();
            element.children = properties;
            let words: Vec<&str> = marker.split(' ').collect();
            match words.as_slice() {
                ["note"] => element.children.push(XmlNode::Element(Element::new("w:footnoteRef", &[]))),
                ["rule", length, down] => {
                    let lengths = length.parse().ok().zip(down.parse().ok());
                    match lengths
                        .map(|(length, down)| parse(shape::rule(next_shape, length, down, weight).as_bytes()))
                    {
                        Some(Ok(shape)) => element.children.push(XmlNode::Element(shape)),
                        _ => failed = Some(marker.to_owned()),
                    }
                    next_shape += 1;
                }
                // A section's break is a property of its paragraph, below.
                ["section", _] => element.name = marker.into(),
                _ => failed = Some(marker.to_owned()),
            }
        }
        "w:p" => {
            let part = element
                .elements()
                .find_map(|child| child.name.strip_prefix("section ").and_then(|at| at.parse().ok()));
            if let Some(part) = part {
                element.children.retain(
                    |node| !matches!(node, XmlNode::Element(child) if child.name.starts_with("section ")),
                );
                append(element, "w:pPr", sections::section(document, part));
            }
        }
        _ => {}
    });
    failed.map_or(Ok(()), |marker| Err(DocxError(format!("marker: {marker}"))))
}

fn no_break_hyphens(run: &mut Element) {
    const HYPHEN: char = '\u{2011}';
    let has = |node: &XmlNode| matches!(node, XmlNode::Element(child) if child.name == "w:t" && child.text().contains(HYPHEN));
    let Some(at) = run.children.iter().position(has) else { return };
    let XmlNode::Element(whole) = run.children.remove(at) else { return };
    let text = whole.text();
    let mut pieces = Vec::new();
    for (n, words) in text.split(HYPHEN).enumerate() {
        if n > 0 {
            pieces.push(XmlNode::Element(Element::new("w:noBreakHyphen", &[])));
        }
        if !words.is_empty() {
            pieces.push(XmlNode::Element(Element {
                children: vec![XmlNode::Text(words.to_owned())],
                ..whole.clone()
            }));
        }
    }
    run.children.splice(at..at, pieces);
}

fn styles(tree: Element) -> Element {
    let mut tree = clean(tree);
    let language =
        Element::new("w:lang", &[("w:val", LANGUAGE), ("w:eastAsia", LANGUAGE), ("w:bidi", LANGUAGE)]);
    let names: Vec<(String, &str)> = Role::ALL
        .iter()
        .map(|role| (style_id(*role), role.name()))
        .filter(|(id, _)| id.1.is_some())
        .map(|(id, name)| (id.0, name))
        .collect();
    let mut seen: Vec<String> = Vec::new();
    tree.each_mut(&mut |element| match element.name.as_str() {
        "w:rPrDefault" => append(element, "w:rPr", language.clone()),
        "w:style" => {
            let id = element.attribute("w:styleId").unwrap_or_default().to_owned();
            if id == "Normal" {
                element.attributes.push(("w:default".into(), "1".into()));
            }
            // A clerk finds Word's own styles by the decree's terms, too.
            if let Some((_, name)) = names.iter().find(|(one, _)| *one == id) {
                element.children.push(XmlNode::Element(Element::new("w:aliases", &[("w:val", name)])));
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
                XmlNode::Element(child) => match child.attribute("w:styleId") {
                    Some(id) if seen.iter().any(|one| one == id) => false,
                    Some(id) => {
                        seen.push(id.to_owned());
                        true
                    }
                    None => true,
                },
                XmlNode::Text(_) => true,
            });
            element.children.reverse();
        }
        _ => {}
    });
    tree
}

/// The two separators that Word expects before the footnotes of the document, on a line as low as
/// the gap below a table.
fn footnotes(tree: Element, document: &Document) -> Result<Element, DocxError> {
    let mut tree = clean(tree);
    replace_markers(&mut tree, document)?;
    let separator = |id: &str, kind: &str, mark: &str| {
        let run = Element::new("w:r", &[]).with([Element::new(mark, &[])]);
        let style = Element::new("w:pStyle", &[("w:val", &style_id(Role::TableEnd).0)]);
        let properties = Element::new("w:pPr", &[]).with([style]);
        Element::new("w:footnote", &[("w:type", kind), ("w:id", id)])
            .with([Element::new("w:p", &[]).with([properties, run])])
    };
    let notes = std::mem::take(&mut tree.children);
    tree = tree.with([
        separator("-1", "separator", "w:separator"),
        separator("0", "continuationSeparator", "w:continuationSeparator"),
    ]);
    tree.children.extend(notes);
    Ok(tree)
}
