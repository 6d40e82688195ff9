//! The top of page 1: issuer and State, number and date, tên loại and trích yếu, kính gửi.

use super::columns::columns;
use super::even::{centered, plain, with_short_rule};
use super::letterhead::{COLUMN_GAP, Letterhead, place_date};
use super::wording::Wording;
use super::{blank, date_words, decision_number, gap, number_symbol};
use crate::decree::forms::SubjectPlace;
use crate::decree::text;
use crate::diag::Sink;
use crate::document::{Block, Columns, Layout, Page, Role};
use crate::plan::{IssuedWith, Plan};
use crate::templates::bare;
use crate::text::words;

/// Builds the two columns at the top of page 1.
pub(crate) fn head(plan: &Plan, layout: &Layout, page: &Page, sink: &mut Sink) -> Option<Columns> {
    // A document issued with a decision has no number and no date of its own (mẫu 1.3).
    let form = plan.kind.form;
    let is_own = plan.issued_with.is_none();
    let head = Letterhead {
        parent: &plan.issuer.parent,
        name: &plan.issuer.name,
        number: is_own.then(|| format!("{} {}", text::NUMBER_LABEL, number_symbol(plan))),
        place_date: (is_own && form.has_place_date)
            .then(|| place_date(plan.place.as_ref(), &date_words(plan))),
        span: plan.span,
    };
    let (widths, mut rows) = head.rows(layout, page, sink)?;
    if let Some(subject) = plan.subject.as_ref().filter(|_| form.subject == SubjectPlace::BelowNumber) {
        let words = format!("{} {}", text::SUBJECT_LABEL, subject.value);
        let room = widths[0] - COLUMN_GAP;
        let subject = centered(Role::LetterSubject, &words, str::to_owned, Some(subject.span), layout, room);
        rows.push(vec![vec![subject].into(), Vec::new().into()]);
    }
    Some(columns(widths.into(), rows, layout, page))
}

/// Room for the signing data of a document in a file of its own (P1.II.8.b.2): what is known of the number and
/// symbol; day, hour and minute are those of the digital signature.
pub(super) fn signing_data(decision: &IssuedWith) -> Block {
    let number = decision_number(decision);
    let (two, four) = (blank(6), blank(10));
    let words = format!("{} {number}; {two}/{two}/{four}; {two}:{two}:{two}", text::NUMBER_LABEL);
    Block::Paragraph(plain(Role::SigningData, &words, None))
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
