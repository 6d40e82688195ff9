//! The documents that a plan cites.

use std::sync::Arc;

use crate::citation::{Citation, CitedIn, CitedKind, Day, citations};
use crate::plan::date_of;
use crate::plan::raw::{RawBasis, RawCitation, RawPlan, Slot};
use crate::source::{Span, Spanned};
use crate::text::prose::Prose;
use crate::text::{Field, Text};

/// All citations of a plan, in the order of print.
pub(super) fn all(plan: &RawPlan, prose: &[Arc<Prose>]) -> Vec<Citation> {
    let mut out = Vec::new();
    for (at, basis) in plan.legal_basis.items().enumerate() {
        match basis {
            RawBasis::Citation(parts) => out.push(from_parts(at, &parts.value, parts.span)),
            RawBasis::Free(_) => {
                for line in prose.iter().filter(|line| line.field == Field::Basis(at)) {
                    out.extend(citations(line, CitedIn::Basis(at)));
                }
            }
        }
    }
    for line in prose {
        match line.field {
            Field::BasisPart | Field::Table => out.extend(citations(line, CitedIn::Quoted)),
            Field::Preamble
            | Field::Title
            | Field::Body
            | Field::AfterLead
            | Field::Note
            | Field::Closing => {
                out.extend(citations(line, CitedIn::Sentence));
            }
            _ => {}
        }
    }
    out
}

fn from_parts(at: usize, parts: &RawCitation, span: Span) -> Citation {
    let RawCitation { kind, number, name, date, issuer, subject } = parts;
    let said = |text: &Slot<Text>| text.as_ref().cloned().filter(|text| !text.value.trim().is_empty());
    let kind_words = kind.as_ref().map(|kind| kind.value.trim().to_owned()).unwrap_or_default();
    Citation {
        place: CitedIn::Parts(at),
        span,
        kind: kind.as_ref().and_then(|kind| {
            CitedKind::named(&kind.value.trim().to_lowercase())
                .map(|value| Spanned { value, span: kind.span })
        }),
        kind_words,
        says_number: true,
        number: said(number).map(|number| number.plain().map(|text| text.split_whitespace().collect())),
        name: said(name).map(|name| name.plain().map(|text| text.trim().to_owned())),
        date: date
            .as_ref()
            .map(|text| Spanned { value: Day { date: date_of(text), is_padded: true }, span: text.span }),
        year: None,
        issuer: said(issuer).map(|issuer| issuer.plain()),
        has_subject: said(subject).is_some(),
        is_proposal: false,
    }
}
