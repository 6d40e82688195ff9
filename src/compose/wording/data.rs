//! What a wording template may name.

use chrono::{Datelike, NaiveDate};

use crate::compose::{blank, date_words, day_words, decision_number, issuer_words, number_symbol};
use crate::decree::text as fixed;
use crate::plan::{DateStyle, Draft, IssuedWith, LegalBasis, Plan};
use crate::templates::{Data, bare};
use crate::text::{Inline, RichText};

/// The values, by name.
pub(super) fn data(plan: &Plan) -> Vec<(&'static str, Data)> {
    let text = |text: &str| Data::Text(text.to_owned());
    let paragraphs = |texts: Option<&crate::source::Spanned<Vec<RichText>>>| {
        Data::List(texts.map(|texts| marked_up(&texts.value)).unwrap_or_default())
    };
    let contact = plan.contact.clone();
    vec![
        ("kind", text(&plan.kind.name)),
        ("issuer", Data::Text(issuer_words(plan))),
        ("subject", plan.subject.as_ref().map(|subject| subject.value.clone()).into()),
        ("authority", plan.authority.as_ref().map(|authority| authority.value.clone()).into()),
        ("details", details(plan)),
        ("issued_with", plan.issued_with.as_ref().map_or(Data::None, issued_with)),
        ("number_symbol", Data::Text(number_symbol(plan))),
        // A kind that prints no date has none to speak of.
        ("date", plan.kind.form.has_place_date.then(|| date_words(plan)).into()),
        (
            "draft",
            match plan.draft {
                Draft::No => Data::None,
                Draft::Uncounted => Data::Flag(true),
                Draft::Count(count) => Data::Whole(i64::from(count)),
            },
        ),
        (
            "legal_basis",
            Data::List(plan.legal_basis.iter().map(|one| basis(one, plan.settings.date_style)).collect()),
        ),
        ("preamble", paragraphs(plan.preamble.as_ref())),
        ("closing", paragraphs(plan.closing.as_ref())),
        (
            "has",
            Data::Map(
                super::lists(plan)
                    .map(|key| (key.to_owned().into(), Data::Flag(plan.list(key).is_some())))
                    .collect(),
            ),
        ),
        (
            "contact",
            Data::named([
                ("address", contact.address.into()),
                ("email", contact.email.into()),
                ("website", contact.website.into()),
                ("phone", contact.phone.into()),
                ("fax", contact.fax.into()),
            ]),
        ),
    ]
}

fn marked_up(texts: &[RichText]) -> Vec<Data> {
    texts.iter().map(|text| Data::Markup(markup(text))).collect()
}

/// Lines that only the kind has: a list each, empty for those that are not written.
fn details(plan: &Plan) -> Data {
    let all = plan.kind.details.iter().map(|detail| {
        let said = plan.details.get(&*detail.key).map(|said| marked_up(said)).unwrap_or_default();
        (detail.key.clone(), Data::List(said))
    });
    Data::Map(all.collect())
}

fn issued_with(decision: &IssuedWith) -> Data {
    let IssuedWith { kind, date, year, issuer, .. } = decision;
    Data::named([
        ("kind", Data::Text(kind.clone())),
        ("number_symbol", Data::Text(decision_number(decision))),
        ("date", Data::Text(day_words(*date, None, *year))),
        ("issuer", Data::Text(issuer.clone().unwrap_or_else(|| blank(24)))),
    ])
}

fn basis(one: &LegalBasis, dates: DateStyle) -> Data {
    let day = |date: NaiveDate| match dates {
        DateStyle::Long => fixed::long_date(date.day(), date.month(), date.year()),
        DateStyle::Short => fixed::short_date(date.day(), date.month(), date.year()),
    };
    let (text, citation) = match one {
        LegalBasis::Free(text) => (Data::Markup(markup(&without_end_mark(&text.value))), None),
        LegalBasis::Citation(citation) => (Data::None, Some(citation.value.clone())),
    };
    let citation = citation.as_ref();
    Data::named([
        ("text", text),
        ("type", citation.map(|one| one.kind.clone()).into()),
        ("name", citation.and_then(|one| one.name.clone()).into()),
        ("number", citation.and_then(|one| one.number.clone()).into()),
        ("date", citation.and_then(|one| one.date).map(day).into()),
        ("issuer", citation.and_then(|one| one.issuer.clone()).into()),
        ("subject", citation.and_then(|one| one.subject.clone()).into()),
    ])
}

/// The template writes the mark at the end of a căn cứ.
fn without_end_mark(text: &[Inline]) -> RichText {
    let mut text = text.to_vec();
    if let Some(Inline::Text { text, .. }) = text.last_mut() {
        text.truncate(bare(text).len());
    }
    text
}

/// Running text as the template's vocabulary.
fn markup(text: &[Inline]) -> String {
    text.iter()
        .map(|inline| match inline {
            Inline::Text { text, bold, italic } => {
                let mut out = escape(text);
                for tag in [("b", *bold), ("i", *italic)].iter().filter(|tag| tag.1).map(|tag| tag.0) {
                    out = format!("<{tag}>{out}</{tag}>");
                }
                out
            }
            Inline::Note { note } => format!("<note>{}</note>", markup(note)),
            Inline::Break | Inline::Fill => " ".to_owned(),
        })
        .collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
