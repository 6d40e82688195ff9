//! Styles and sections of the DOCX.

use kehoach::document::{Align, Pitch, Role};

use super::{CLOSE, LocalName};
use crate::common::documents;
use crate::common::docx::{child, value};

#[test]
fn every_style_of_the_docx_is_the_layout() {
    for plan in documents() {
        let (document, package) = (plan.document(), plan.package());
        let styles = package.part("word/styles.xml");
        let mut seen = 0;
        for style in styles.descendants().filter(|node| node.has_tag_name_local("style")) {
            let name = value(style, "aliases", "val").or(value(style, "name", "val")).unwrap();
            let Some(role) = Role::ALL.iter().find(|role| role.name() == name) else { continue };
            seen += 1;
            let layout = document.layout.style(*role);
            let (paragraph, run) = (child(style, "pPr").unwrap(), child(style, "rPr").unwrap());
            let twips = |node, name, attribute| -> i64 {
                value(node, name, attribute).unwrap_or("0").parse().unwrap()
            };
            assert_eq!(twips(run, "sz", "val"), layout.size.to_half_points(), "{role:?} size");
            assert_eq!(child(run, "b").is_some(), layout.bold, "{role:?} bold");
            assert_eq!(child(run, "i").is_some(), layout.italic, "{role:?} italic");
            assert_eq!(twips(paragraph, "spacing", "before"), layout.before.to_twips(), "{role:?} before");
            assert_eq!(twips(paragraph, "spacing", "after"), layout.after.to_twips(), "{role:?} after");
            assert_eq!(
                twips(paragraph, "ind", "firstLine"),
                layout.first_line.to_twips(),
                "{role:?} first line"
            );
            assert_eq!(twips(paragraph, "ind", "left"), layout.left.to_twips(), "{role:?} left");
            let (rule, line) = match layout.pitch {
                Pitch::Multiple(factor) => ("auto", (factor * 240.0).round() as i64),
                Pitch::Exactly(length) => ("exact", length.to_twips()),
            };
            assert_eq!(value(paragraph, "spacing", "lineRule"), Some(rule), "{role:?} rule");
            assert_eq!(twips(paragraph, "spacing", "line"), line, "{role:?} line");
            let align = match layout.align {
                Align::Left => "left",
                Align::Center => "center",
                Align::Right => "right",
                Align::Justify => "both",
            };
            assert_eq!(value(paragraph, "jc", "val"), Some(align), "{role:?} align");
            assert_eq!(child(paragraph, "keepNext").is_some(), layout.keep_next, "{role:?} keep");
            let outline = value(paragraph, "outlineLvl", "val").map(|level| level.parse::<u8>().unwrap() + 1);
            assert_eq!(outline, layout.outline, "{role:?} outline");
        }
        assert_eq!(seen, document.layout.styles.len(), "every role that the document may have has a style");
    }
}

#[test]
fn every_section_of_the_docx_has_the_pages_of_the_layout() {
    for plan in documents() {
        let (document, package) = (plan.document(), plan.package());
        let main = package.part("word/document.xml");
        let sections: Vec<_> = main.descendants().filter(|node| node.has_tag_name_local("sectPr")).collect();
        assert_eq!(sections.len(), document.parts.len());
        let laid_out = plan.pages();
        for (section, part) in sections.iter().zip(&document.parts) {
            let twips =
                |name, attribute| -> i64 { value(*section, name, attribute).unwrap().parse().unwrap() };
            let page = part.page;
            assert_eq!(
                (twips("pgSz", "w"), twips("pgSz", "h")),
                (page.width.to_twips(), page.height.to_twips())
            );
            let margins = ["top", "bottom", "left", "right", "header"].map(|side| twips("pgMar", side));
            let wanted =
                [page.top, page.bottom, page.left, page.right, page.header].map(|length| length.to_twips());
            assert_eq!(margins, wanted);
            assert_eq!(value(*section, "pgSz", "orient") == Some("landscape"), page.is_landscape());
            assert!(child(*section, "titlePg").is_some(), "the first page has a header of its own");
            assert_eq!(twips("pgNumType", "start"), 1);
            let has_size = |frame: &typst::layout::Frame| {
                (frame.width().to_pt() - page.width.to_pt()).abs() < CLOSE
                    && (frame.height().to_pt() - page.height.to_pt()).abs() < CLOSE
            };
            assert!(laid_out.pages().iter().any(|page| has_size(&page.frame)));
        }
    }
}
