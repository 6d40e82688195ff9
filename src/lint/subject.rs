//! What the rules look at: the plan as it was written, so that a mistake in one place hides none in another.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::citation::Citation;
use crate::decree::Kind;
use crate::diag::Diagnostic;
use crate::plan::raw::{RawBasis, RawCitation, RawPlan};
use crate::source::{SourceMap, Span};
use crate::text::Field;
use crate::text::prose::Prose;
use crate::vietnamese::Legacy;

/// A plan to check.
#[derive(Debug)]
pub struct Subject<'a, 't> {
    /// The texts of its files.
    pub sources: &'t SourceMap,
    /// The plan's keys as written.
    pub raw: &'a RawPlan,
    /// The beginning of the file, where what is missing is shown.
    pub top: Span,
    /// Its texts, a line each; those typed for an old font left out.
    pub prose: Vec<Arc<Prose<'t>>>,
    /// How many of these are of the document itself; the rest are of its appendices.
    pub main: usize,
    /// Lines typed for an old font, and what they say.
    pub old_font: Vec<(Arc<Prose<'t>>, Legacy)>,
    /// What the rules for single lines found.
    pub found: Vec<Diagnostic>,
    /// The documents that it cites, in the order of print.
    pub citations: Vec<Citation>,
    /// Ngày ban hành, where it is one.
    pub date: Option<NaiveDate>,
    /// Tên loại, where it is one.
    pub kind: Option<Kind>,
}

impl<'a, 't> Subject<'a, 't> {
    /// The parts of the căn cứ with this number, where it is written by its parts.
    pub fn cited_parts(&self, at: usize) -> Option<&'a RawCitation> {
        match self.raw.legal_basis.items().nth(at)? {
            RawBasis::Citation(parts) => Some(&parts.value),
            RawBasis::Free(_) => None,
        }
    }

    /// What is written at a place.
    pub fn slice(&self, span: Span) -> &'t str {
        self.sources.slice(span)
    }

    /// The lines of one field.
    pub fn lines(&self, field: Field) -> impl Iterator<Item = &Prose<'t>> {
        self.prose.iter().map(|line| &**line).filter(move |line| line.field == field)
    }

    /// The line that a place begins in, by its number.
    pub fn line_at(&self, span: Span) -> Option<usize> {
        self.prose.iter().position(|line| {
            let all = line.span(0..line.chars.len());
            all.source == span.source && (all.start..all.end).contains(&span.start)
        })
    }

    /// Whether the plan is of the time of two levels of local government, from 01/7/2025 on.
    pub fn is_two_level(&self) -> bool {
        self.day().zip(NaiveDate::from_ymd_opt(2025, 7, 1)).is_some_and(|(day, since)| day >= since)
    }

    /// The day from which the plan's facts are judged: its date, or else the first day of its year.
    pub fn day(&self) -> Option<NaiveDate> {
        let year = || self.raw.year.as_ref()?.0.value.trim().parse().ok();
        self.date.or_else(|| NaiveDate::from_ymd_opt(year()?, 1, 1))
    }
}
