//! Phụ lục (P1.III.1): each on new pages, counted by itself.

use super::body::{NodeWriter, count, has_titles};
use super::even::{centered, short_rule};
use super::numbering::Counter;
use super::wording::Wording;
use super::{gap, spacer, style};
use crate::decree::{roman, text};
use crate::diag::Sink;
use crate::document::{Block, Layout, Page, Paragraph, Part, Role};
use crate::plan::{Appendix, Attached, Plan};
use crate::text::{Inline, words};

/// Builds the parts of the appendices.
pub(crate) fn appendices(plan: &Plan, wording: &Wording, layout: &Layout, sink: &mut Sink) -> Vec<Part> {
    let several = plan.appendices.iter().filter(|one| one.has_label).count() > 1;
    let (mut parts, mut labelled) = (Vec::new(), 0);
    for appendix in &plan.appendices {
        let page = style::page(&plan.settings, appendix.landscape);
        let label = appendix.has_label.then(|| {
            labelled += 1;
            // A single appendix has no number (P1.III.1.a).
            match several {
                true => format!("{} {}", text::APPENDIX_LABEL, roman(labelled)),
                false => text::APPENDIX_LABEL.to_owned(),
            }
        });
        let mut blocks = heading(label, appendix, wording, layout, &page);
        // Untitled numbered paragraphs are khoản: Arabic, not Roman.
        let depth = usize::from(!has_titles(&appendix.body));
        let mut counter = Counter::new(plan.settings.numbering, depth, count(&appendix.body));
        let mut writer = NodeWriter::new(plan, wording, layout, &page, sink);
        blocks.extend(writer.nodes(&appendix.body, &mut counter));
        if matches!(blocks.first(), Some(Block::Columns(_))) {
            blocks.insert(0, Block::Paragraph(spacer()));
        }
        // What signs at the end needs no gap below it.
        if let [.., Block::Columns(_), Block::Paragraph(_)] = blocks.as_slice() {
            blocks.pop();
        }
        parts.push(Part { page, circulation: None, contact: Vec::new(), blocks });
    }
    parts
}

/// What stands above the body: "Phụ lục I", its title, and what it is attached to.
fn heading(
    label: Option<String>,
    appendix: &Appendix,
    wording: &Wording,
    layout: &Layout,
    page: &Page,
) -> Vec<Block> {
    let width = page.text_width().scale(0.9);
    let label = label.map(|label| Paragraph::new(Role::AppendixLabel, vec![Inline::plain(label)], None));
    let title = appendix.title.as_ref().map(|title| {
        let span = Some(title.span);
        centered(Role::AppendixTitle, &title.value, str::to_uppercase, span, layout, width)
    });
    let reference =
        |words: &str, span| centered(Role::AppendixReference, words, str::to_owned, span, layout, width);
    let reference = match &appendix.attached {
        Attached::Standard => Some(reference(&words(&wording.appendix), None)),
        Attached::Words(words) => Some(reference(&words.value, Some(words.span))),
        Attached::Nothing => None,
    };
    // The official forms (mẫu 2.1, 2.2) close the heading with a short line.
    let rule = title.as_ref().map(|title| short_rule(title, layout));
    let is_closed = reference.is_some();
    let mut out: Vec<Paragraph> = [label, title, reference].into_iter().flatten().collect();
    if let Some(last) = out.last_mut() {
        last.rule = rule;
        if !is_closed {
            // As high as the gap below the line that is left out.
            out.extend([Paragraph { keep: true, ..gap() }, Paragraph { keep: true, ..gap() }]);
        }
    }
    out.into_iter().map(Block::Paragraph).collect()
}
