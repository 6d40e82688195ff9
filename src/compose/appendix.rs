//! Phụ lục (P1.III.1): each on new pages, counted by itself.

use super::body::{NodeWriter, count, has_titles};
use super::head::{centered, short_rule};
use super::numbering::Counter;
use super::style;
use super::wording::Wording;
use crate::decree::{roman, text};
use crate::diag::Sink;
use crate::document::{Block, Layout, Paragraph, Part, Role};
use crate::plan::Plan;
use crate::text::{Inline, words};

/// Builds the parts of the appendices.
pub(super) fn appendices(plan: &Plan, wording: &Wording, layout: &Layout, sink: &mut Sink) -> Vec<Part> {
    let several = plan.appendices.len() > 1;
    let mut parts = Vec::new();
    for (at, appendix) in plan.appendices.iter().enumerate() {
        let page = style::page(&plan.settings, appendix.landscape);
        // A single appendix has no number (P1.III.1.a).
        let label = match several {
            true => format!("{} {}", text::APPENDIX_LABEL, roman(at + 1)),
            false => text::APPENDIX_LABEL.to_owned(),
        };
        let width = page.text_width().scale(0.9);
        let title = centered(
            Role::AppendixTitle,
            &appendix.title.value,
            str::to_uppercase,
            Some(appendix.title.span),
            layout,
            width,
        );
        let line = words(&wording.appendix);
        let reference = centered(Role::AppendixReference, &line, str::to_owned, None, layout, width);
        // The official forms (mẫu 2.1, 2.2) close the heading with a short line.
        let reference = Paragraph { rule: Some(short_rule(&title, layout)), ..reference };
        let label = Paragraph::new(Role::AppendixLabel, vec![Inline::plain(label)], None);
        let mut blocks: Vec<Block> = [label, title, reference].map(Block::Paragraph).into();
        // Untitled numbered paragraphs are khoản: Arabic, not Roman.
        let depth = usize::from(!has_titles(&appendix.body));
        let mut counter = Counter::new(plan.settings.numbering, depth, count(&appendix.body));
        let mut writer = NodeWriter::new(plan, wording, layout, &page, sink);
        blocks.extend(writer.nodes(&appendix.body, &mut counter));
        parts.push(Part { page, circulation: None, contact: Vec::new(), blocks });
    }
    parts
}
