//! Plan + wording + layout → Document.

mod appendix;
mod body;
mod closing;
mod end;
mod head;
mod numbering;
mod style;
mod table;
mod wording;

use chrono::Datelike;

use crate::decree::text;
use crate::diag::Sink;
use crate::document::{Block, Document, Layout, Meta, Paragraph, Part, Role, Stamp};
use crate::plan::Plan;
use crate::source::SourceMap;
use crate::templates::{Templates, lower_first};
use crate::text::{Inline, words};
use crate::typeset::Face;

/// The space that blanks are made of: neither a line break nor a justified line changes it.
const BLANK: char = '\u{a0}';

fn blank(spaces: usize) -> String {
    BLANK.to_string().repeat(spaces)
}

/// Composes the document. `None` after an error in `sink`.
pub fn compose(
    plan: &Plan,
    templates: &Templates,
    sources: &mut SourceMap,
    sink: &mut Sink,
) -> Option<Document> {
    let wording = wording::wording(plan, templates, sources, sink)?;
    let layout = style::layout(&plan.settings);
    let page = style::page(&plan.settings, false);
    // A file that begins with a table gets a whole empty line before it in LibreOffice, where it has
    // footnotes or several sections.
    let spacer = Block::Paragraph(Paragraph::new(Role::Spacer, Vec::new(), None));
    let mut blocks = vec![spacer, Block::Head(head::head(plan, &layout, &page, sink)?)];
    blocks.extend(stamps(plan, &layout));
    blocks.extend(head::title(plan, &wording.title, &layout, &page));
    blocks.extend(head::addressees(plan));
    let mut text = body::body(plan, &wording, &layout, &page, sink);
    end::finish(&mut text, plan.settings.end_mark, &layout, &page);
    blocks.extend(text);
    blocks.push(Block::Closing(closing::closing(plan, &layout, &page)));
    let main = Part {
        page,
        circulation: plan.circulation.as_ref().map(|words| {
            let words = words.value.to_uppercase();
            stamp(&words, &layout, None, false)
        }),
        contact: wording
            .contact
            .iter()
            .map(|line| Paragraph::new(Role::Contact, line.clone(), None))
            .collect(),
        blocks,
    };
    let mut parts = vec![main];
    parts.extend(appendix::appendices(plan, &wording, &layout, sink));
    Some(Document { meta: meta(plan, &wording.title), layout, parts })
}

fn meta(plan: &Plan, title: &str) -> Meta {
    Meta {
        title: format!("{title} {}", lower_first(&plan.subject.value)),
        author: issuer_words(plan),
        subject: plan.subject.value.clone(),
        keywords: vec![title.to_owned(), number_symbol(plan)],
        date: plan.date.map(|date| (date.year(), date.month(), date.day())),
        year: plan.year,
    }
}

/// The issuer's name on one line, as written.
fn issuer_words(plan: &Plan) -> String {
    let lines: Vec<_> = plan.issuer.name.iter().map(|line| line.value.as_str()).collect();
    lines.join(" ")
}

/// "224/KH-LMHTX", with room for a number that is not known.
fn number_symbol(plan: &Plan) -> String {
    let number = plan.number.map_or_else(|| blank(8), text::document_number);
    format!("{number}/{}", plan.symbol.as_str())
}

/// "ngày 06 tháng 11 năm 2020", with room for what is not known.
fn date_words(plan: &Plan) -> String {
    match plan.date {
        Some(date) => format!("ngày {}", text::long_date(date.day(), date.month(), date.year())),
        None => {
            let year = plan.year.map_or_else(|| blank(8), |year| year.to_string());
            format!("ngày {gap} tháng {gap} năm {year}", gap = blank(4))
        }
    }
}

fn stamps(plan: &Plan, layout: &Layout) -> Option<Block> {
    let mut stamps = Vec::new();
    stamps.extend(plan.secrecy.map(|words| stamp(words, layout, None, true)));
    stamps.extend(plan.urgency.map(|urgency| stamp(urgency.words, layout, Some(urgency.width), true)));
    (!stamps.is_empty()).then_some(Block::Stamps { stamps })
}

/// A box around `words`, as wide as the decree says or as the words need.
fn stamp(words: &str, layout: &Layout, width: Option<crate::decree::units::Length>, red: bool) -> Stamp {
    let style = layout.style(Role::Stamp);
    let natural = Face::of(style.bold, style.italic).width(words, style.size) + style::STAMP_PADDING;
    Stamp {
        paragraph: Paragraph::new(Role::Stamp, vec![Inline::plain(words)], None),
        width: width.unwrap_or(natural.ceil_twip()),
        height: crate::decree::sizes::URGENCY_HEIGHT,
        red,
    }
}

/// The words of running text in capitals, as the decree wants for mục and tên phụ lục.
fn capitals(text: &[Inline]) -> Vec<Inline> {
    crate::text::map_words(text.to_vec(), str::to_uppercase)
}

/// Whether a text ends a sentence or asks for more after it.
fn ends_with_mark(text: &[Inline]) -> bool {
    words(text).trim_end().ends_with(['.', ':', ';', ',', '?', '!', '…'])
}
