//! Paragraphs → docx-rs. What docx-rs cannot say is left as a marker that [`super::package`] replaces.

use docx_rs::{
    BreakType, Footnote, IndentLevel, NumberingId, Paragraph, Run, Tab, TabLeaderType, TabValueType,
};

use super::styles::{alignment, style_id, width};
use crate::backend::pitch;
use crate::document::{self, Align, Layout, Role};
use crate::length::Length;
use crate::text::Inline;

/// Begins a marker: a character that no plan can hold (it has no glyph).
pub(super) const MARKER: char = '\u{e000}';

/// Makes docx-rs paragraphs.
pub(super) struct Writer<'a> {
    /// The layout of the document.
    pub layout: &'a Layout,
    /// The numbering instance of the part.
    pub instance: usize,
    /// Whether the next paragraph begins a page.
    pub begins_page: bool,
    next_note: usize,
}

impl<'a> Writer<'a> {
    /// A writer for one document.
    pub(super) fn new(layout: &'a Layout) -> Self {
        Self { layout, instance: 0, begins_page: false, next_note: 1 }
    }

    /// A small paragraph that keeps tables apart, or carries a marker.
    pub(super) fn empty(&self, role: Role, marker: &str) -> Paragraph {
        let paragraph = Paragraph::new().style(&style_id(role).0);
        if marker.is_empty() { paragraph } else { paragraph.add_run(Run::new().add_text(marker)) }
    }

    /// One paragraph.
    pub(super) fn paragraph(&mut self, one: &document::Paragraph) -> Paragraph {
        let mut out = Paragraph::new().style(&style_id(one.role).0);
        let style = self.layout.style(one.role);
        let own = one.align.filter(|align| *align != style.align);
        let is_ragged = one.ragged && own.unwrap_or(style.align) == Align::Justify;
        if let Some(align) = if is_ragged { Some(Align::Left) } else { own } {
            out = out.align(alignment(align));
        }
        if std::mem::take(&mut self.begins_page) {
            out = out.page_break_before(true);
        }
        for (at, stop) in one.stops.iter().enumerate() {
            // The last stop is the margin, up to which Word sets a line only from the right.
            let is_margin = at + 1 == one.stops.len();
            let side = if is_margin { TabValueType::Right } else { TabValueType::Left };
            out = out.add_tab(Tab::new().val(side).leader(TabLeaderType::Dot).pos(width(*stop).0));
        }
        if one.keep {
            out = out.keep_next(true);
        }
        if one.keep || one.whole {
            out = out.keep_lines(true);
        }
        match &one.number {
            Some(number) if number.format.is_some() => {
                out = out.numbering(NumberingId::new(self.instance), IndentLevel::new(number.level));
                if number.bold && !style.bold {
                    // The number takes its style from the mark of the paragraph.
                    out = out.bold();
                }
            }
            Some(number) => {
                let run = Run::new().add_text(format!("{} ", number.text));
                out = out.add_run(if number.bold && !style.bold { run.bold() } else { run });
            }
            None => {}
        }
        for inline in &one.text {
            let run = self.run(inline);
            out = out.add_run(if let Some(size) = one.size { run.size(half_points(size)) } else { run });
        }
        if let Some(size) = one.size {
            // The mark of the paragraph is as high as its letters.
            out = out.size(half_points(size));
        }
        if let Some(length) = one.rule {
            let lines = one.text.iter().filter(|inline| **inline == Inline::Break).count() + 1;
            let down = pitch(style).scale(lines as f64) + self.layout.rule_gap;
            out = out.add_run(Run::new().add_text(rule_marker(length, down)));
        }
        out
    }

    fn run(&mut self, inline: &Inline) -> Run {
        match inline {
            Inline::Text { text, bold, italic } => {
                let mut run = Run::new().add_text(text);
                if *bold {
                    run = run.bold();
                }
                if *italic {
                    run = run.italic();
                }
                run
            }
            Inline::Break => Run::new().add_break(BreakType::TextWrapping),
            Inline::Fill => Run::new().add_tab(),
            Inline::Note { note } => {
                let mut content = Paragraph::new()
                    .style(&style_id(Role::Footnote).0)
                    .add_run(Run::new().style("FootnoteReference").add_text(format!("{MARKER}note")))
                    .add_run(Run::new().add_text(" "));
                for inline in note {
                    content = content.add_run(self.run(inline));
                }
                // Numbered by us: docx-rs counts over the whole process.
                let id = self.next_note;
                self.next_note += 1;
                Run::new().add_footnote_reference(Footnote { id, content: vec![content] })
            }
        }
    }
}

fn half_points(size: Length) -> usize {
    usize::try_from(size.to_half_points()).unwrap_or(0)
}

fn rule_marker(length: Length, down: Length) -> String {
    format!("{MARKER}rule {} {}", length.to_emu(), down.to_emu())
}
