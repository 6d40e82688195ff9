//! Reading what a wording template made: a small XML vocabulary.

use roxmltree::Node as Xml;

use super::{Confirmation, Item, Wording};
use crate::document::Role;
use crate::message;
use crate::text::{Inline, RichText, trim_end};

/// What is wrong in the rendered XML, and its byte range.
pub(super) type Wrong = (crate::diag::Message, std::ops::Range<usize>);

/// Reads the whole wording of a plan that may have these lists of nodes.
pub(super) fn read(root: Xml<'_, '_>, lists: &[&str]) -> Result<Wording, Wrong> {
    let mut out = Wording::default();
    for child in root.children().filter(Xml::is_element) {
        match child.tag_name().name() {
            "draft" => out.draft = crate::text::words(&rich(child)?),
            "title" => out.title = crate::text::words(&rich(child)?),
            "addressees" => {
                let role = if is_centered(child) { Role::Centered } else { Role::Addressee };
                out.addressees = Some((role, crate::text::words(&rich(child)?)));
            }
            "issued-with" => out.issued_with = rich(child)?,
            "confirmation" => out.confirmation = Some(confirmation(child)?),
            "total" => out.total = crate::text::words(&rich(child)?),
            "in-words" => out.in_words = crate::text::words(&rich(child)?),
            "appendix" => out.appendix = rich(child)?,
            "contact" => out.contact.push(rich(child)?),
            _ => out.items.push(item(child, lists)?),
        }
    }
    Ok(out)
}

fn item(xml: Xml<'_, '_>, lists: &[&str]) -> Result<Item, Wrong> {
    match xml.tag_name().name() {
        "basis" => Ok(Item::Basis(rich(xml)?, xml.attribute("at").and_then(|at| at.parse().ok()))),
        "p" => paragraph(if is_centered(xml) { Role::Centered } else { Role::Body }, xml),
        "authority" => paragraph(Role::IssuingAuthority, xml),
        "enactment" => paragraph(Role::Enactment, xml),
        "articles" => Ok(Item::Articles),
        "section" | "clause" => {
            let title = xml.attribute("title").unwrap_or_default().to_owned();
            let below = xml
                .children()
                .filter(Xml::is_element)
                .map(|one| item(one, lists))
                .collect::<Result<_, _>>()?;
            Ok(Item::Titled(title, below))
        }
        "nodes" => match xml.attribute("of") {
            Some(key) if lists.contains(&key) => Ok(Item::Nodes(key.to_owned())),
            other => {
                let got = other.unwrap_or_default();
                Err((
                    message!("không có phần nodes of=\"{got}\"", "there is no nodes of=\"{got}\""),
                    xml.range(),
                ))
            }
        },
        other => Err((message!("không có thẻ <{other}>", "there is no tag <{other}>"), xml.range())),
    }
}

fn is_centered(xml: Xml<'_, '_>) -> bool {
    xml.attribute("align") == Some("center")
}

/// Lines of `p`, and the `name` of who confirms; words without tags are one line.
fn confirmation(xml: Xml<'_, '_>) -> Result<Confirmation, Wrong> {
    let mut out = Confirmation::default();
    for child in xml.children().filter(Xml::is_element) {
        let words = crate::text::words(&rich(child)?);
        match child.tag_name().name() {
            "p" => out.lines.push(words),
            "name" => out.name = Some(words),
            other => {
                return Err((
                    message!(
                        "không có thẻ <{other}> trong confirmation",
                        "there is no tag <{other}> in confirmation"
                    ),
                    child.range(),
                ));
            }
        }
    }
    if out.lines.is_empty() && out.name.is_none() {
        out.lines.push(crate::text::words(&rich(xml)?));
    }
    Ok(out)
}

fn paragraph(role: Role, xml: Xml<'_, '_>) -> Result<Item, Wrong> {
    Ok(Item::Paragraph(role, rich(xml)?, xml.attribute("at").map(str::to_owned)))
}

/// The running text of an element; white space counts as one space, and none at the ends.
fn rich(xml: Xml<'_, '_>) -> Result<RichText, Wrong> {
    let mut out = Vec::new();
    gather(xml, false, false, &mut out)?;
    Ok(squeeze(out))
}

fn gather(xml: Xml<'_, '_>, bold: bool, italic: bool, out: &mut RichText) -> Result<(), Wrong> {
    for child in xml.children() {
        if let Some(text) = child.text().filter(|_| child.is_text()) {
            out.push(Inline::Text { text: text.to_owned(), bold, italic });
        } else if child.is_element() {
            match child.tag_name().name() {
                "b" => gather(child, true, italic, out)?,
                "i" => gather(child, bold, true, out)?,
                "note" => out.push(Inline::Note { note: rich(child)? }),
                other => {
                    return Err((
                        message!(
                            "không có thẻ <{other}> trong câu",
                            "there is no tag <{other}> in a sentence"
                        ),
                        child.range(),
                    ));
                }
            }
        }
    }
    Ok(())
}

/// Template white space (line ends and indents) becomes one space; a user's own spaces stay.
fn squeeze(text: RichText) -> RichText {
    let mut out = RichText::new();
    let mut at_start = true;
    for inline in text {
        let Inline::Text { text, bold, italic } = inline else {
            out.push(inline);
            at_start = false;
            continue;
        };
        let mut words = String::new();
        let mut rest = text.as_str();
        while let Some(gap) = rest.find(['\n', '\r', '\t', ' ']) {
            words.push_str(&rest[..gap]);
            at_start &= gap == 0;
            let run = rest[gap..].find(|c| !"\n\r\t ".contains(c)).unwrap_or(rest.len() - gap);
            let space = &rest[gap..gap + run];
            if !at_start {
                words.push_str(if space.contains(['\n', '\t']) { " " } else { space });
            }
            rest = &rest[gap + run..];
        }
        words.push_str(rest);
        at_start &= rest.is_empty() && words.is_empty();
        if !words.is_empty() {
            out.push(Inline::Text { text: words, bold, italic });
        }
    }
    trim_end(&mut out);
    out
}
