//! Pages → PDF/A-2a and PDF/UA-1.

use typst::diag::{SourceDiagnostic, SourceResult};
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::document::Document;

/// Writes the file. Nothing in it depends on the clock or the machine: its identity comes from the
/// document's own words.
pub fn export(pages: &PagedDocument, document: &Document) -> Result<Vec<u8>, Vec<SourceDiagnostic>> {
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
