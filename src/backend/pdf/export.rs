//! Pages → PDF/A-2a and PDF/UA-1.

use typst::diag::{SourceDiagnostic, SourceResult};
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::document::{Document, Meta};

/// PDF/A demands a date of creation; no clock is asked for one.
const NO_DATE: (i32, u32, u32) = (1970, 1, 1);

/// Sets what the file says of itself: title, author, subject, keywords, and the document's date.
pub(super) fn describe(pages: &mut PagedDocument, meta: &Meta) {
    let (year, month, day) = meta.date.or(meta.year.map(|year| (year, 1, 1))).unwrap_or(NO_DATE);
    // There are no months or days above 255.
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let info = pages.info_mut();
    info.title = Some(meta.title.as_str().into());
    info.author = vec![meta.author.as_str().into()];
    info.description = Some(meta.subject.as_str().into());
    info.keywords = meta.keywords.iter().map(|word| word.as_str().into()).collect();
    info.date = Smart::Custom(Datetime::from_ymd(year, small(month), small(day)));
}

/// Writes the file. Nothing in it depends on the clock or the machine: its identity comes from the
/// document's own words.
pub(super) fn export(pages: &PagedDocument, document: &Document) -> Result<Vec<u8>, Vec<SourceDiagnostic>> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|error| {
        vec![SourceDiagnostic::error(typst::syntax::Span::detached(), error.message().clone())]
    })?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{}|{}", document.meta.title, document.meta.keywords.join("|"))),
        creator: Smart::Custom(Some("kehoach".to_owned())),
        timestamp: None,
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    };
    let written: SourceResult<Vec<u8>> = typst_pdf::pdf(pages, &options);
    written.map_err(|errors| errors.iter().cloned().collect())
}
