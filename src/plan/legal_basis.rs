//! Căn cứ (P1.II.6.a).

use chrono::NaiveDate;

use super::checks::required;
use super::date::date;
use super::raw::{RawBasis, RawCitation, Slot};
use crate::diag::Sink;
use crate::source::{Span, Spanned};
use crate::text::RichText;
use crate::text::Text;
use crate::text::{rich, unmarked};

/// One căn cứ.
#[derive(Clone, Debug)]
pub enum LegalBasis {
    /// A sentence as written, without its final mark.
    Free(Spanned<RichText>),
    /// A document cited by its parts.
    Citation(Spanned<Citation>),
}

impl LegalBasis {
    /// Where it is written.
    pub fn span(&self) -> Span {
        match self {
            Self::Free(text) => text.span,
            Self::Citation(citation) => citation.span,
        }
    }
}

/// A cited document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Tên loại.
    pub kind: String,
    /// Số, ký hiệu.
    pub number: Option<String>,
    /// The name of a Luật, Bộ luật or Pháp lệnh.
    pub name: Option<String>,
    /// Ngày ban hành.
    pub date: Option<NaiveDate>,
    /// Cơ quan ban hành.
    pub issuer: Option<String>,
    /// Trích yếu.
    pub subject: Option<String>,
}

/// Types that are cited by name, without a number and an issuer (P1.II.6.a.2).
const BY_NAME: [&str; 4] = ["Hiến pháp", "Luật", "Bộ luật", "Pháp lệnh"];

/// Reads one căn cứ.
pub(super) fn legal_basis(raw: &RawBasis, sink: &mut Sink) -> Option<LegalBasis> {
    match raw {
        RawBasis::Free(text) => {
            let rich = rich(text, sink);
            Some(LegalBasis::Free(Spanned { value: rich, span: text.span }))
        }
        RawBasis::Citation(raw) => {
            citation(raw, sink).map(|value| LegalBasis::Citation(Spanned { value, span: raw.span }))
        }
    }
}

fn citation(raw: &Spanned<RawCitation>, sink: &mut Sink) -> Option<Citation> {
    let RawCitation { kind, number, name, date: day, issuer, subject } = &raw.value;
    let mut text = |text: &Slot<Text>| text.as_ref().map(|text| unmarked(text, sink));
    let (kind_text, number, name, issuer, subject) =
        (text(kind), text(number), text(name), text(issuer), text(subject));
    let date = day.as_ref().and_then(|day| date(day, sink));
    required(kind, "type", raw.span, sink)?;
    let kind = kind_text?;
    let cited_by_name = BY_NAME.contains(&kind.as_str());
    if cited_by_name {
        required(&raw.value.name, "name", raw.span, sink)?;
    } else {
        required(&raw.value.number, "number", raw.span, sink)?;
    }
    Some(Citation { kind, number, name, date, issuer, subject })
}
