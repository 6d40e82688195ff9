//! What a wording template may name.

use chrono::{Datelike, NaiveDate};

use crate::compose::{date_words, issuer_words, number_symbol};
use crate::decree::text as fixed;
use crate::plan::{LegalBasis, Objectives, Plan};
use crate::templates::Data;
use crate::text::{Inline, RichText};

/// The values, by name.
pub fn data(plan: &Plan) -> Vec<(&'static str, Data)> {
    let text = |text: &str| Data::Text(text.to_owned());
    let paragraphs = |texts: Option<&crate::source::Spanned<Vec<RichText>>>| {
        Data::List(
            texts
                .map(|texts| texts.value.iter().map(|text| Data::Markup(markup(text))).collect())
                .unwrap_or_default(),
        )
    };
    let (together, purpose, requirements) = match &plan.objectives {
        Objectives::Together(list) => (!list.is_empty(), false, false),
        Objectives::Apart(purpose, requirements) => (false, !purpose.is_empty(), !requirements.is_empty()),
    };
    let contact = plan.contact.clone();
    vec![
        ("kind", text(plan.kind.name)),
        ("issuer", Data::Text(issuer_words(plan))),
        ("subject", text(&plan.subject.value)),
        ("number_symbol", Data::Text(number_symbol(plan))),
        ("date", Data::Text(date_words(plan))),
        (
            "legal_basis",
            Data::List(plan.legal_basis.iter().map(|one| basis(one, plan.settings.long_dates)).collect()),
        ),
        ("preamble", paragraphs(plan.preamble.as_ref())),
        ("closing", paragraphs(plan.closing.as_ref())),
        (
            "has",
            Data::named([
                ("objectives", Data::Flag(together)),
                ("purpose", Data::Flag(purpose)),
                ("requirements", Data::Flag(requirements)),
                ("support_contents", Data::Flag(!plan.support_contents.is_empty())),
                ("sections", Data::Flag(!plan.sections.is_empty())),
                ("implementation", Data::Flag(!plan.implementation.is_empty())),
            ]),
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

fn basis(one: &LegalBasis, long_dates: bool) -> Data {
    let day = |date: NaiveDate| match long_dates {
        true => fixed::long_date(date.day(), date.month(), date.year()),
        false => fixed::short_date(date.day(), date.month(), date.year()),
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
        text.truncate(text.trim_end_matches([';', '.', ',', ' ']).len());
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
            Inline::Break => " ".to_owned(),
        })
        .collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
