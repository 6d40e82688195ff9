//! Số trang, written on finished pages. A header that asks Typst for the number of its page would make it lay out
//! each document twice: 5 % of the time of a batch.

use std::str::FromStr;

use ecow::EcoVec;
use typst::foundations::{Content, NativeElement};
use typst::introspection::{Location, Tag, TagFlags};
use typst::layout::{Abs, Em, FrameItem, Point};
use typst::model::Document as _;
use typst::syntax::Span;
use typst::text::{Font, FontVariant, FontVariations, Glyph, Lang, Region, TextItem};
use typst::utils::hash128;
use typst::visualize::{Color, Paint};
use typst_layout::{Page, PagedDocument};
use typst_library::pdf::{ArtifactElem, ArtifactKind};

use super::drawing::style;
use crate::document::{Document, Role};

/// Writes its number at the top of each page but the first of a part, in the middle of the text's width
/// (P1.I.7).
pub(super) fn write(pages: PagedDocument, document: &Document, font: &Font) -> PagedDocument {
    let style = style(document.layout.style(Role::PageNumber));
    let mut parts = document.parts.iter().map(|part| part.page);
    let mut place = None;
    let mut numbered: EcoVec<Page> = pages.pages().into();
    for (at, page) in numbered.make_mut().iter_mut().enumerate() {
        if page.number == 1 {
            place = parts.next();
            continue;
        }
        let Some(place) = place else { continue };
        let text = number(page.number, Abs::pt(style.size), font);
        let middle = Abs::pt((place.left + place.text_width().scale(0.5)).to_pt());
        let point = Point::new(middle - text.width() * 0.5, Abs::pt(place.header.to_pt() + style.top));
        let [start, end] = artifact(at);
        let items = [start, FrameItem::Text(text), end];
        page.frame.prepend_multiple(items.map(|item| (point, item)));
    }
    PagedDocument::new(numbered, pages.info().clone())
}

fn number(number: u64, size: Abs, font: &Font) -> TextItem {
    let text = number.to_string();
    let font = font.clone().instantiate(FontVariant::default(), size, &FontVariations::default());
    let glyphs = (0..).zip(text.chars()).filter_map(|(at, digit)| {
        let id = font.ttf().glyph_index(digit)?.0;
        Some(Glyph {
            id,
            x_advance: font.x_advance(id)?,
            x_offset: Em::zero(),
            y_advance: Em::zero(),
            y_offset: Em::zero(),
            range: at..at + 1,
            span: (Span::detached(), 0),
        })
    });
    TextItem {
        glyphs: glyphs.collect(),
        font,
        size,
        fill: Paint::Solid(Color::BLACK),
        stroke: None,
        lang: Lang::VIETNAMESE,
        region: Region::from_str("VN").ok(),
        text: text.into(),
    }
}

/// What begins and ends a header of the page that nobody reads aloud.
fn artifact(page: usize) -> [FrameItem; 2] {
    let mut artifact = ArtifactElem::new(Content::empty()).with_kind(ArtifactKind::Header).pack();
    let key = hash128(&("page number", page));
    let location = Location::new(key);
    artifact.set_location(location);
    let flags = TagFlags { introspectable: false, tagged: true };
    [Tag::Start(artifact, flags), Tag::End(location, key, flags)].map(FrameItem::Tag)
}
