//! Sections: paper, margins, page numbers that begin anew, headers and footers.

use super::xml::Element;
use crate::document::{Document, Page};

/// The relationship ids that docx-rs gives the headers and footers, in the order in which
/// [`super::body`] adds them.
const NUMBERED: &str = "rIdHeader1";
const FIRST_HEADER: &str = "rIdHeader2";
const EMPTY_HEADER: &str = "rIdHeader3";
const FIRST_FOOTER: &str = "rIdFooter1";
const EMPTY_FOOTER: &str = "rIdFooter2";

/// The properties of one part's section.
pub fn section(document: &Document, part: usize) -> Element {
    let page = document.parts[part].page;
    let (header, footer) = if part == 0 { (FIRST_HEADER, FIRST_FOOTER) } else { (EMPTY_HEADER, EMPTY_FOOTER) };
    let reference = |name: &str, kind: &str, id: &str| Element::new(name, &[("w:type", kind), ("r:id", id)]);
    let mut out = Element::new("w:sectPr", &[]).with([
        reference("w:headerReference", "default", NUMBERED),
        reference("w:headerReference", "first", header),
        // Later pages have no footer; without this Word would take the one of the part before.
        reference("w:footerReference", "default", EMPTY_FOOTER),
        reference("w:footerReference", "first", footer),
    ]);
    out = out.with([Element::new("w:type", &[("w:val", "nextPage")])]);
    out.with([size(page), margins(page), Element::new("w:pgNumType", &[("w:start", "1")]), Element::new("w:titlePg", &[])])
}

fn size(page: Page) -> Element {
    let (width, height) = (page.width.to_twips().to_string(), page.height.to_twips().to_string());
    let mut attributes = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
    if page.is_landscape() {
        attributes.push(("w:orient", "landscape"));
    }
    Element::new("w:pgSz", &attributes)
}

fn margins(page: Page) -> Element {
    let twips = |length: crate::decree::units::Length| length.to_twips().to_string();
    Element::new("w:pgMar", &[
        ("w:top", &twips(page.top)),
        ("w:right", &twips(page.right)),
        ("w:bottom", &twips(page.bottom)),
        ("w:left", &twips(page.left)),
        ("w:header", &twips(page.header)),
        // The contact foot stands inside the text area: on the bottom margin, not in it.
        ("w:footer", &twips(page.bottom)),
        ("w:gutter", "0"),
    ])
}
