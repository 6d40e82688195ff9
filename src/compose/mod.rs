//! Plan + wording + layout → Document.

mod appendix;
mod article;
mod body;
mod closing;
mod columns;
mod end;
mod even;
mod form;
mod head;
mod letterhead;
mod numbering;
mod style;
mod table;
mod widths;
mod wording;

use chrono::{Datelike, NaiveDate};

use crate::decree::text;
use crate::diag::Sink;
use crate::document::{Align, Block, Document, Frame, Layout, Meta, Paragraph, Part, Role};
use crate::plan::{IssuedWith, Plan};
use crate::source::SourceMap;
use crate::templates::{Templates, lower_first};
use crate::text::{Inline, RichText, words};
use crate::typeset::Face;
use wording::Wording;

/// The space that blanks are made of: neither a line break nor a justified line changes it.
const BLANK: char = '\u{a0}';

fn blank(spaces: usize) -> String {
    BLANK.to_string().repeat(spaces)
}

/// Composes the document, with `attached` ones that are issued with it in the same file. `None` after an error
/// in `sink`.
pub(crate) fn compose(
    plan: &Plan,
    attached: &[Plan],
    templates: &Templates,
    sources: &mut SourceMap,
    sink: &mut Sink,
) -> Option<Document> {
    // One document has one layout: that of the decision.
    let mut layout = style::layout(&plan.settings);
    let mut words = Vec::new();
    for one in std::iter::once(plan).chain(attached) {
        words.push((one, wording::wording(one, templates, sources, sink)?));
    }
    let mut parts = Vec::new();
    for (at, (one, wording)) in words.iter().enumerate() {
        let place = if at > 0 { Place::SameFile } else { Place::OwnFile };
        parts.push(main_part(one, wording, &layout, place, sink)?);
        parts.extend(appendix::appendices(one, wording, &layout, sink));
    }
    layout.styles.retain(|role, _| !role.is_rare() || has_role(&parts, *role));
    let title = words.first().map(|(_, wording)| wording.title.as_str()).unwrap_or_default();
    let meta = meta(plan, title);
    Some(Document { meta, layout, parts })
}

fn has_role(parts: &[Part], role: Role) -> bool {
    let mut found = false;
    parts.iter().for_each(|part| part.paragraphs(&mut |one| found |= one.role == role));
    found
}

/// Whether a document stands in a file of its own, or follows the decision that it is issued with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    OwnFile,
    SameFile,
}

/// The document without its appendices.
fn main_part(plan: &Plan, wording: &Wording, layout: &Layout, place: Place, sink: &mut Sink) -> Option<Part> {
    let page = style::page(&plan.settings, false);
    let mut blocks = vec![Block::Paragraph(spacer())];
    if place == Place::OwnFile {
        blocks.extend(plan.issued_with.as_ref().map(head::signing_data));
    }
    if !wording.draft.is_empty() {
        blocks.push(Block::Paragraph(draft(&wording.draft)));
    }
    blocks.push(Block::Columns(head::head(plan, layout, &page, sink)?));
    blocks.extend(stamps(plan, layout));
    blocks.extend(head::title(plan, wording, layout, &page));
    let (role, label) = match &wording.addressees {
        Some((role, label)) => (*role, label.as_str()),
        None => (Role::Addressee, text::ADDRESSEES_LABEL),
    };
    blocks.extend(head::addressees(plan, role, label));
    let mut text = body::body(plan, wording, layout, &page, sink);
    end::finish(&mut text, plan.settings.end_mark, layout, &page);
    blocks.extend(text);
    blocks.extend(closing::closing(plan, wording, layout, &page).map(Block::Columns));
    Some(Part {
        page,
        circulation: plan.circulation.as_ref().map(|words| {
            let words = words.value.to_uppercase();
            stamp(&words, layout, None, false)
        }),
        contact: wording
            .contact
            .iter()
            .map(|line| Paragraph::new(Role::Contact, line.clone(), None))
            .collect(),
        blocks,
    })
}

fn meta(plan: &Plan, title: &str) -> Meta {
    // A document issued with a decision has the decision's number and date.
    let decision = plan.issued_with.as_ref();
    let number = match decision {
        Some(decision) => number_and(decision.number, decision.symbol.as_deref().unwrap_or_default()),
        None => number_symbol(plan),
    };
    let date = plan.date.or(decision.and_then(|decision| decision.date));
    let words = plan.subject.as_ref().map_or(number.as_str(), |subject| &subject.value);
    Meta {
        title: format!(
            "{title} {}",
            if plan.subject.is_some() { lower_first(words) } else { number.clone() }
        ),
        author: issuer_words(plan),
        subject: words.to_owned(),
        keywords: vec![title.to_owned(), number],
        date: date.map(|date| (date.year(), date.month(), date.day())),
        year: plan.year.or(decision.and_then(|decision| decision.year)),
    }
}

/// The issuer's name on one line, as written.
fn issuer_words(plan: &Plan) -> String {
    let lines: Vec<_> = plan.issuer.name.iter().map(|line| line.value.as_str()).collect();
    lines.join(" ")
}

/// "224/KH-LMHTX", with room for a number that is not known.
fn number_symbol(plan: &Plan) -> String {
    number_and(plan.number, plan.symbol.as_str())
}

/// The same of a decision, with room for a symbol that is not known, too.
fn decision_number(decision: &IssuedWith) -> String {
    let symbol = decision.symbol.clone().unwrap_or_else(|| blank(12));
    number_and(decision.number, &symbol)
}

fn number_and(number: Option<u32>, symbol: &str) -> String {
    let number = number.map_or_else(|| blank(8), text::document_number);
    format!("{number}/{symbol}")
}

/// "ngày 06 tháng 11 năm 2020", with room for what is not known.
fn date_words(plan: &Plan) -> String {
    day_words(plan.date, plan.month, plan.year)
}

fn day_words(date: Option<NaiveDate>, month: Option<u32>, year: Option<i32>) -> String {
    match date {
        Some(date) => format!("ngày {}", text::long_date(date.day(), date.month(), date.year())),
        None => {
            let year = year.map_or_else(|| blank(8), |year| year.to_string());
            let month = month.map_or_else(|| blank(4), text::month);
            format!("ngày {} tháng {month} năm {year}", blank(4))
        }
    }
}

/// Độ mật and độ khẩn, each below a gap.
fn stamps(plan: &Plan, layout: &Layout) -> Vec<Block> {
    let secrecy = plan.secrecy.map(|secrecy| stamp(secrecy.words, layout, None, true));
    let urgency = plan.urgency.map(|urgency| stamp(urgency.words, layout, Some(urgency.width), true));
    let with_gap = |frame| [Block::Paragraph(gap()), Block::Frame(frame)];
    secrecy.into_iter().chain(urgency).flat_map(with_gap).collect()
}

/// "DỰ THẢO", at the upper left of a text that is not issued.
fn draft(words: &str) -> Paragraph {
    let words = vec![Inline::plain(words.to_uppercase())];
    Paragraph { align: Some(Align::Left), ..Paragraph::new(Role::Stamp, words, None) }
}

/// A small gap, which also keeps apart what Word would join.
fn gap() -> Paragraph {
    Paragraph::new(Role::TableEnd, Vec::new(), None)
}

/// Nothing, before a table at the top of a page: a file that begins with one gets a whole empty line before it in
/// LibreOffice, where it has footnotes or several sections.
fn spacer() -> Paragraph {
    Paragraph::new(Role::Spacer, Vec::new(), None)
}

/// A box around `words`, as wide as the decree says or as the words need.
fn stamp(words: &str, layout: &Layout, width: Option<crate::length::Length>, red: bool) -> Frame {
    let style = layout.style(Role::Stamp);
    let natural = Face::of(style.bold, style.italic).width(words, style.size) + style::STAMP_PADDING;
    Frame {
        paragraphs: vec![Paragraph::new(Role::Stamp, vec![Inline::plain(words)], None)],
        width: width.unwrap_or(natural.ceil_twip()),
        height: crate::decree::sizes::URGENCY_HEIGHT,
        red,
    }
}

/// The words of running text in capitals, as the decree wants for mục and tên phụ lục.
fn capitals(text: &[Inline]) -> Vec<Inline> {
    crate::text::map_words(text.to_vec(), str::to_uppercase)
}

/// The text in bold.
fn bold(text: &[Inline]) -> RichText {
    let one = |inline: &Inline| match inline {
        Inline::Text { text, italic, .. } => Inline::Text { text: text.clone(), bold: true, italic: *italic },
        other => other.clone(),
    };
    text.iter().map(one).collect()
}

/// Whether a text ends a sentence or asks for more after it.
fn ends_with_mark(text: &[Inline]) -> bool {
    words(text).trim_end().ends_with(['.', ':', ';', ',', '?', '!', '…'])
}
