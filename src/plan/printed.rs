//! Every text of a plan that stands on its pages, those without words among them: symbols, addresses, codes.

use unicode_normalization::UnicodeNormalization;

use super::raw::{RawBasis, RawContact, RawIssuer, RawPlan};
use super::texts::{appendix_texts, tables, texts};
use crate::text::Text;
use crate::text::has_no_width;

/// The texts that print, each once, in no order.
pub(crate) fn printed_texts(plan: &RawPlan) -> Vec<&Text> {
    let mut out: Vec<&Text> =
        texts(plan).into_iter().chain(appendix_texts(plan)).map(|(_, text)| text).collect();
    if let Some(RawIssuer { code, unit, .. }) = plan.issuer.as_ref().map(|issuer| &issuer.value) {
        out.extend([code, unit].into_iter().flatten());
    }
    if let Some(RawContact { email, website, phone, fax, .. }) = plan.contact.as_ref() {
        out.extend([email, website, phone, fax].into_iter().flatten());
    }
    out.extend(&plan.symbol);
    out.extend(plan.drafter.as_ref().and_then(|drafter| drafter.value.code.as_ref()));
    out.extend(plan.issued_with.as_ref().and_then(|decision| decision.value.symbol.as_ref()));
    for basis in plan.legal_basis.items() {
        if let RawBasis::Citation(citation) = basis {
            out.extend(&citation.value.kind);
        }
    }
    for table in tables(plan) {
        out.extend(table.cells().into_iter().filter(|(_, is_number)| *is_number).map(|(text, _)| text));
    }
    out
}

/// The characters of a text that stand on the page.
pub(crate) fn characters(text: &Text) -> impl Iterator<Item = char> {
    text.value.nfc().filter(|c| !has_no_width(*c) && !c.is_control())
}
