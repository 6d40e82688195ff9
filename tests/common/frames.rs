//! The words on Typst's pages, with their places and fonts.

use kehoach::backend::pdf::PagedDocument;
use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::visualize::Geometry;

/// A run of glyphs.
#[derive(Clone, Debug)]
pub struct Run {
    pub page: usize,
    pub text: String,
    /// Left edge and baseline, in points from the top left of the page.
    pub x: f64,
    pub baseline: f64,
    pub width: f64,
    /// Size in points.
    pub size: f64,
    pub bold: bool,
    pub italic: bool,
}

/// A drawn line or box: its page, place and extent in points.
#[derive(Clone)]
pub struct Shape {
    pub page: usize,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// Everything on the pages, in the order it was drawn.
#[derive(Clone, Default)]
pub struct Drawn {
    pub runs: Vec<Run>,
    pub shapes: Vec<Shape>,
}

pub fn drawn(pages: &PagedDocument) -> Drawn {
    let mut out = Drawn::default();
    for (at, page) in pages.pages().iter().enumerate() {
        walk(&page.frame, Point::zero(), at, &mut out);
    }
    out
}

fn walk(frame: &Frame, origin: Point, page: usize, out: &mut Drawn) {
    for (at, item) in frame.items() {
        let place = origin + *at;
        match item {
            FrameItem::Group(group) => {
                assert_eq!(group.transform.sx, Transform::identity().sx, "nothing is scaled");
                let moved = Point::new(group.transform.tx, group.transform.ty);
                walk(&group.frame, place + moved, page, out);
            }
            FrameItem::Text(text) => {
                let variant = text.font.info().variant;
                out.runs.push(Run {
                    page,
                    text: text.text.to_string(),
                    x: place.x.to_pt(),
                    baseline: place.y.to_pt(),
                    width: text.width().to_pt(),
                    size: text.size.to_pt(),
                    bold: variant.weight.to_number() >= 600,
                    italic: variant.style != typst::text::FontStyle::Normal,
                });
            }
            FrameItem::Shape(shape, _) => {
                let (width, height) = match &shape.geometry {
                    Geometry::Line(to) => (abs(to.x), abs(to.y)),
                    Geometry::Rect(size) => (abs(size.x), abs(size.y)),
                    Geometry::Curve(_) => (0.0, 0.0),
                };
                out.shapes.push(Shape { page, x: place.x.to_pt(), y: place.y.to_pt(), width, height });
            }
            _ => {}
        }
    }
}

fn abs(length: Abs) -> f64 {
    length.to_pt().abs()
}
