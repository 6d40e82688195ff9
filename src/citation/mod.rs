//! Citations (viện dẫn) of documents, read out of sentences.

mod grammar;
mod kinds;
mod rest;

use chrono::NaiveDate;

use crate::reference;
use crate::source::{Span, Spanned};
use crate::text::prose::Prose;
use crate::vietnamese::folded;

pub(crate) use grammar::citations;
pub(crate) use kinds::{CitedKind, issued_by};

/// A cited document.
#[derive(Clone, Debug)]
pub struct Citation {
    /// Where in the plan.
    pub place: CitedIn,
    /// Everything that was read of it.
    pub span: Span,
    /// Tên loại; none for a symbol that stands alone.
    pub kind: Option<Spanned<CitedKind>>,
    /// Tên loại as it is spelled.
    pub kind_words: String,
    /// Whether "số" stands before the number.
    pub says_number: bool,
    /// Số, ký hiệu, without spaces: "1600/QĐ-TTg".
    pub number: Option<Spanned<String>>,
    /// The name of a Luật, Bộ luật or Pháp lệnh.
    pub name: Option<Spanned<String>>,
    /// Ngày ban hành.
    pub date: Option<Spanned<Day>>,
    /// The year alone, where there is no date ("Luật Hợp tác xã năm 2012").
    pub year: Option<i32>,
    /// Cơ quan ban hành, as far as it is read.
    pub issuer: Option<Spanned<String>>,
    /// Whether a trích yếu follows.
    pub has_subject: bool,
    /// "Theo đề nghị của … tại Tờ trình số …": who wrote it and what for stands before.
    pub is_proposal: bool,
}

/// Where a citation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitedIn {
    /// A căn cứ written by its parts; which one.
    Parts(usize),
    /// A căn cứ written out; which one.
    Basis(usize),
    /// The trích yếu of another document, or a table: not a citation of the plan's own.
    Quoted,
    /// A sentence of the preamble or the body.
    Sentence,
}

/// A day as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day, if there is such a one.
    pub date: Option<NaiveDate>,
    /// Whether day and month have the zeros of P1.II.4.b, and no other.
    pub is_padded: bool,
}

impl Citation {
    /// The year of the document, as far as it is known.
    pub fn year(&self) -> Option<i32> {
        use chrono::Datelike;
        let dated = self.date.as_ref().and_then(|day| day.value.date).map(|date| date.year());
        dated.or(self.year).or_else(|| {
            let number = self.number.as_ref()?;
            number.value.split('/').nth(1)?.parse().ok().filter(|year| (1945..2100).contains(year))
        })
    }

    /// The document, if it is a well-known one.
    pub fn known(&self) -> Option<&'static reference::KnownDocument> {
        match (&self.number, &self.name, self.kind.as_ref()) {
            (Some(number), _, _) => reference::numbered(&number.value, self.year()),
            (None, Some(name), Some(kind)) => {
                let day = self.date.as_ref().and_then(|day| day.value.date);
                reference::law(kind.value.name, &name.value, self.year()?, day)
            }
            _ => None,
        }
    }

    /// Whether both cite one document: the same number, or the same law, of one year where both tell.
    pub fn is_same(&self, other: &Self) -> bool {
        let same = match (&self.number, &other.number) {
            (Some(one), Some(other)) => one.value == other.value,
            (None, None) => {
                let name = |one: &Self| one.name.as_ref().map(|name| folded(&name.value));
                name(self).is_some() && name(self) == name(other)
            }
            _ => false,
        };
        same && self.year().zip(other.year()).is_none_or(|(one, other)| one == other)
    }

    /// Whether it is a căn cứ.
    pub fn is_basis(&self) -> bool {
        matches!(self.place, CitedIn::Parts(_) | CitedIn::Basis(_))
    }

    /// The part of the number after its last slash that tells who issued it: "QĐ-TTg".
    pub fn symbol(&self) -> Option<&str> {
        self.number.as_ref()?.value.rsplit('/').next()
    }

    /// What it is called in a message: "Quyết định số 1600/QĐ-TTg".
    pub fn title(&self) -> String {
        let kind = &self.kind_words;
        match (&self.number, &self.name) {
            (_, Some(name)) => format!("{kind} {}", name.value),
            (Some(number), None) if kind.is_empty() => number.value.clone(),
            (Some(number), None) => format!("{kind} số {}", number.value),
            (None, None) => kind.clone(),
        }
    }
}

/// The days that a line names, those of citations too.
pub(crate) fn days(line: &Prose) -> Vec<Spanned<Day>> {
    (0..line.tokens.len())
        .filter(|at| line.tokens[*at].small == "ngày")
        .filter_map(|at| rest::Rest { line, at }.date())
        .collect()
}
