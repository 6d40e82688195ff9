//! Sections: paper, margins, page numbers that begin anew, headers and footers.

use super::xml::Element;
use crate::backend::pitch;
use crate::document::{Document, Page, Role};
use crate::length::Length;

/// The relationship ids that docx-rs gives the headers and footers, in the order in which
/// [`super::body`] adds them.
const NUMBERED: &str = "rIdHeader1";
const FIRST_HEADER: &str = "rIdHeader2";
const EMPTY_HEADER: &str = "rIdHeader3";
const FIRST_FOOTER: &str = "rIdFooter1";
const EMPTY_FOOTER: &str = "rIdFooter2";

/// The properties of one part's section.
pub(super) fn section(document: &Document, part: usize) -> Element {
    let page = document.parts[part].page;
    let (circulation, contact) = document
        .parts
        .first()
        .map_or((false, false), |first| (first.circulation.is_some(), !first.contact.is_empty()));
    let reference = |name: &str, kind: &str, id: &str| Element::new(name, &[("w:type", kind), ("r:id", id)]);
    let mut out = Element::new("w:sectPr", &[]).with([reference("w:headerReference", "default", NUMBERED)]);
    if circulation {
        let id = if part == 0 { FIRST_HEADER } else { EMPTY_HEADER };
        out = out.with([reference("w:headerReference", "first", id)]);
    }
    if contact {
        let id = if part == 0 { FIRST_FOOTER } else { EMPTY_FOOTER };
        out = out.with([
            reference("w:footerReference", "default", EMPTY_FOOTER),
            reference("w:footerReference", "first", id),
        ]);
    }
    // The contact foot stands inside the text area, on the bottom margin; what keeps it there on
    // other pages is an empty line in that margin.
    let footer = if contact { page.bottom - pitch(document.layout.style(Role::Spacer)) } else { page.header };
    out.with([
        Element::new("w:type", &[("w:val", "nextPage")]),
        size(page),
        margins(page, footer),
        Element::new("w:pgNumType", &[("w:start", "1")]),
        Element::new("w:titlePg", &[]),
    ])
}

fn size(page: Page) -> Element {
    let (width, height) = (page.width.to_twips().to_string(), page.height.to_twips().to_string());
    let mut attributes = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
    if page.is_landscape() {
        attributes.push(("w:orient", "landscape"));
    }
    Element::new("w:pgSz", &attributes)
}

fn margins(page: Page, footer: Length) -> Element {
    let twips = |length: Length| length.to_twips().to_string();
    Element::new(
        "w:pgMar",
        &[
            ("w:top", &twips(page.top)),
            ("w:right", &twips(page.right)),
            ("w:bottom", &twips(page.bottom)),
            ("w:left", &twips(page.left)),
            ("w:header", &twips(page.header)),
            ("w:footer", &twips(footer)),
            ("w:gutter", "0"),
        ],
    )
}
