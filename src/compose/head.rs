//! The top of page 1: issuer and State, number and date, tên loại and trích yếu, kính gửi.

use super::columns::columns;
use super::wording::Wording;
use super::{blank, date_words, decision_number, gap, number_symbol};
use crate::decree::forms::SubjectPlace;
use crate::decree::{sizes, text};
use crate::diag::{Sink, codes};
use crate::document::{Block, Cell, Columns, Layout, Page, Paragraph, Role};
use crate::length::Length;
use crate::message;
use crate::plan::{IssuedWith, Plan};
use crate::source::{Span, Spanned};
use crate::templates::bare;
use crate::text::{Inline, words};
use crate::typeset::{Face, balanced};

/// Room for a place that is not known, in spaces.
const PLACE_BLANK: usize = 16;
/// What the longest place and date have to spare, so that a word processor that rounds each glyph keeps
/// them on one line (P1.II.4.c.1).
const DATE_SLACK: Length = Length::mm(1);
/// Between the texts of the two columns.
const COLUMN_GAP: Length = Length::mm(4);

/// Builds the two columns. The right one is as wide as its widest line; the left one has the rest,
/// and must hold the number and the longest word of the issuer.
pub(super) fn head(plan: &Plan, layout: &Layout, page: &Page, sink: &mut Sink) -> Option<Columns> {
    let width = |role: Role, words: &str| {
        let style = layout.style(role);
        Face::of(style.bold, style.italic).width(words, style.size)
    };
    // A document issued with a decision has no number and no date of its own (mẫu 1.3).
    let form = plan.kind.form;
    let is_own = plan.issued_with.is_none();
    let place_date = (is_own && form.has_place_date).then(|| {
        let place = plan.place.as_ref().map_or_else(|| blank(PLACE_BLANK), |place| place.value.clone());
        format!("{place}, {}", date_words(plan))
    });
    let number = is_own.then(|| format!("{} {}", text::NUMBER_LABEL, number_symbol(plan)));
    let right = [
        width(Role::NationalName, text::NATIONAL_NAME),
        width(Role::NationalMotto, text::NATIONAL_MOTTO),
        place_date.as_ref().map_or(Length::ZERO, |words| width(Role::PlaceDate, words) + DATE_SLACK),
    ];
    let right = right.into_iter().max().unwrap_or_default().ceil_twip();
    let left = page.text_width() - right;
    let room = left - COLUMN_GAP;
    let longest_word = |role: Role, names: &[Spanned<String>]| {
        let words = names.iter().flat_map(|name| name.value.split(' '));
        words.map(|word| width(role, &word.to_uppercase())).max().unwrap_or_default()
    };
    let issuer_word = longest_word(Role::IssuingBody, &plan.issuer.name)
        .max(longest_word(Role::ParentBody, &plan.issuer.parent));
    let number_width = number.as_ref().map_or(Length::ZERO, |words| width(Role::NumberSymbol, words));
    if number_width.max(issuer_word) > room {
        let first_name = plan.issuer.name.first().map_or(plan.span, |name| name.span);
        let span = plan.place.as_ref().map_or(first_name, |place| place.span);
        sink.push(
            codes::HEAD_TOO_WIDE
                .at(
                    span,
                    message!(
                        "địa danh, ngày tháng và số, ký hiệu không đủ chỗ trên một dòng",
                        "place, date, number and symbol do not fit on one line"
                    ),
                )
                .help(message!(
                    "đặt layout.header_size: 12, hoặc thu nhỏ lề phải",
                    "set layout.header_size: 12, or a smaller right margin"
                ))
                .clause("P1.II.4.c.1"),
        );
        return None;
    }
    let mut issuer: Vec<Paragraph> =
        name(Role::ParentBody, &plan.issuer.parent, layout, room).into_iter().collect();
    issuer.extend(
        name(Role::IssuingBody, &plan.issuer.name, layout, room)
            .map(|paragraph| with_short_rule(paragraph, layout)),
    );
    let motto = Paragraph {
        // As long as the line of text (P1.II.1.b.3).
        rule: Some(width(Role::NationalMotto, text::NATIONAL_MOTTO)),
        ..plain(Role::NationalMotto, text::NATIONAL_MOTTO, None)
    };
    let nation = vec![plain(Role::NationalName, text::NATIONAL_NAME, None), motto];
    let mut rows = vec![[issuer.into(), nation.into()]];
    if is_own {
        let number = number.map(|words| plain(Role::NumberSymbol, &words, None));
        let place = plan.place.as_ref().map(|place| place.span);
        let place_date = place_date.map(|words| plain(Role::PlaceDate, &words, place));
        // On one baseline (P1.II.4.c.1).
        let cell = |one: Option<Paragraph>| Cell { paragraphs: one.into_iter().collect(), bottom: true };
        rows.push([cell(number), cell(place_date)]);
    }
    if let Some(subject) = plan.subject.as_ref().filter(|_| form.subject == SubjectPlace::BelowNumber) {
        let words = format!("{} {}", text::SUBJECT_LABEL, subject.value);
        let subject = centered(Role::LetterSubject, &words, str::to_owned, Some(subject.span), layout, room);
        rows.push([vec![subject].into(), Vec::new().into()]);
    }
    Some(columns([left, right], rows, layout, page))
}

/// Room for the signing data of a document in a file of its own (P1.II.8.b.2): what is known of the number and
/// symbol; day, hour and minute are those of the digital signature.
pub(super) fn signing_data(decision: &IssuedWith) -> Block {
    let number = decision_number(decision);
    let (two, four) = (blank(6), blank(10));
    let words = format!("{} {number}; {two}/{two}/{four}; {two}:{two}:{two}", text::NUMBER_LABEL);
    Block::Paragraph(plain(Role::SigningData, &words, None))
}

fn plain(role: Role, words: &str, span: Option<Span>) -> Paragraph {
    Paragraph::new(role, vec![Inline::plain(words)], span)
}

/// A name in capitals: one text is broken into even lines, several are one line each.
fn name(role: Role, names: &[Spanned<String>], layout: &Layout, width: Length) -> Option<Paragraph> {
    let first = names.first()?;
    let lines: Vec<String> =
        names.iter().flat_map(|name| broken(role, &name.value, layout, width, str::to_uppercase)).collect();
    Some(Paragraph::new(role, in_lines(&lines), Some(first.span)))
}

fn broken(role: Role, words: &str, layout: &Layout, width: Length, shown: fn(&str) -> String) -> Vec<String> {
    let style = layout.style(role);
    balanced(words, shown, Face::of(style.bold, style.italic), style.size, width)
}

fn in_lines(lines: &[String]) -> Vec<Inline> {
    let mut out = Vec::new();
    for line in lines {
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        out.push(Inline::plain(line.as_str()));
    }
    out
}

/// A paragraph centred in even lines; `shown` makes what is printed of what is written.
pub(super) fn centered(
    role: Role,
    words: &str,
    shown: fn(&str) -> String,
    span: Option<Span>,
    layout: &Layout,
    width: Length,
) -> Paragraph {
    Paragraph::new(role, in_lines(&broken(role, words, layout, width, shown)), span)
}

/// The paragraph with a line below it; see [`short_rule`].
fn with_short_rule(paragraph: Paragraph, layout: &Layout) -> Paragraph {
    Paragraph { rule: Some(short_rule(&paragraph, layout)), ..paragraph }
}

/// The length of a line of 1/3 to 1/2 of a text (P1.II.2.b.3, P1.II.5.b.3). Where that has several lines, the
/// drawn one keeps to the bounds for the longest and for the last.
pub(super) fn short_rule(paragraph: &Paragraph, layout: &Layout) -> Length {
    let style = layout.style(paragraph.role);
    let face = Face::of(style.bold, style.italic);
    let widths: Vec<Length> = paragraph
        .text
        .iter()
        .filter_map(|inline| match inline {
            Inline::Text { text, .. } => Some(face.width(text, style.size)),
            _ => None,
        })
        .collect();
    let longest = widths.iter().copied().max().unwrap_or_default();
    let last = widths.last().copied().unwrap_or_default();
    let bounds = &sizes::SHORT_RULE;
    longest.scale(bounds.default).min(last.scale(bounds.max)).max(longest.scale(bounds.min))
}

/// Tên loại and trích yếu, and what the document is issued with; a công văn has neither here.
pub(super) fn title(plan: &Plan, wording: &Wording, layout: &Layout, page: &Page) -> Vec<Block> {
    // Lines of the full measure are hard to read centred.
    let width = page.text_width().scale(0.9);
    if plan.kind.form.subject == SubjectPlace::BelowNumber {
        return Vec::new();
    }
    let name = |role| plain(role, &wording.title.to_uppercase(), None);
    let mut out = match &plan.subject {
        Some(subject) => {
            let words =
                centered(Role::Subject, &subject.value, str::to_owned, Some(subject.span), layout, width);
            vec![Block::Paragraph(name(Role::Title)), Block::Paragraph(with_short_rule(words, layout))]
        }
        // The forms without trích yếu have the line below tên loại (mẫu 1.8, 1.10). What is drawn stands from the
        // top of its paragraph, which word processors count with or without a gap before it: so that is apart.
        None => [gap(), gap(), with_short_rule(name(Role::LoneTitle), layout)].map(Block::Paragraph).into(),
    };
    if plan.issued_with.is_some() {
        let line = words(&wording.issued_with);
        out.push(Block::Paragraph(centered(Role::IssuedWith, &line, str::to_owned, None, layout, width)));
    }
    out
}

/// Kính gửi, or what the wording has in its place: one addressee on the same line, several below with dashes under the colon.
pub(super) fn addressees(plan: &Plan, role: Role, label: &str) -> Vec<Block> {
    match plan.addressees.as_slice() {
        [] => Vec::new(),
        [one] => {
            let words = format!("{label} {}", one.value);
            vec![Block::Paragraph(plain(role, &words, Some(one.span)))]
        }
        all => {
            let mut out = vec![Block::Paragraph(plain(role, label, None))];
            for (at, one) in all.iter().enumerate() {
                let mark = if at + 1 == all.len() { "." } else { ";" };
                let words = format!("- {}{mark}", bare(&one.value));
                out.push(Block::Paragraph(plain(Role::AddresseeItem, &words, Some(one.span))));
            }
            out
        }
    }
}
