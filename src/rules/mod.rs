//! Checks that no type can express: one file a rule.

mod decimal_numbering;
mod missing_glyph;
mod missing_legal_basis;
mod typed_number;

use crate::diag::Sink;
use crate::document::Document;
use crate::plan::Plan;

/// Checks a valid plan.
pub fn check_plan(plan: &Plan, sink: &mut Sink) {
    missing_legal_basis::check(plan, sink);
    decimal_numbering::check(plan, sink);
    typed_number::check(plan, sink);
}

/// Checks a composed document.
pub fn check_document(document: &Document, sink: &mut Sink) {
    missing_glyph::check(document, sink);
}
