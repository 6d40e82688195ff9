//! Ban hành kèm theo: the decision that a document is issued with (mẫu 1.3).

use chrono::NaiveDate;

use super::date::{date, positive};
use super::issuer::is_symbol;
use super::raw::RawIssuedWith;
use crate::decree::{KINDS, Kind};
use crate::diag::{Sink, codes};
use crate::message;
use crate::source::Spanned;
use crate::text::unmarked;

/// What is known of the decision; what is not is left as room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedWith {
    /// Its tên loại.
    pub kind: String,
    /// Its số.
    pub number: Option<u32>,
    /// Its ký hiệu.
    pub symbol: Option<String>,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// Its year, where there is no date.
    pub year: Option<i32>,
    /// Who issued it.
    pub issuer: Option<String>,
}

/// The kinds that others are issued with.
pub(super) const DECISIONS: [&str; 2] = ["quyet-dinh", "nghi-quyet"];

/// Reads it.
pub(super) fn issued_with(raw: &RawIssuedWith, sink: &mut Sink) -> Option<IssuedWith> {
    let slug = raw.kind.as_ref().map_or(DECISIONS[0], |kind| kind.value.trim());
    let kind: Option<&Kind> = KINDS.iter().find(|kind| kind.slug == slug && DECISIONS.contains(&slug));
    if let (None, Some(text)) = (kind, raw.kind.as_ref()) {
        sink.push(
            codes::UNKNOWN_VALUE
                .at(
                    text.span,
                    message!(
                        "văn bản chỉ được ban hành kèm theo quyết định hoặc nghị quyết",
                        "a document is issued with a decision or a resolution only"
                    ),
                )
                .help(message!(
                    "chọn một trong: quyet-dinh, nghi-quyet",
                    "choose one of: quyet-dinh, nghi-quyet"
                )),
        );
    }
    let symbol = raw.symbol.as_ref().map(|text| Spanned { value: unmarked(text, sink), span: text.span });
    if let Some(symbol) = symbol.as_ref().filter(|symbol| !is_symbol(&symbol.value)) {
        super::issuer::bad_symbol(symbol.span, "QĐ-LMHTX", sink);
    }
    let year = raw.year.as_ref().and_then(|year| positive(year, sink));
    Some(IssuedWith {
        kind: kind?.name.to_string(),
        number: raw.number.as_ref().and_then(|number| positive(number, sink)),
        symbol: symbol.map(|symbol| symbol.value),
        date: raw.date.as_ref().and_then(|text| date(text, sink)),
        year: year.and_then(|year| i32::try_from(year).ok()),
        issuer: raw.issuer.as_ref().map(|text| unmarked(text, sink)).filter(|words| !words.is_empty()),
    })
}
