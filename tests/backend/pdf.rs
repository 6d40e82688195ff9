//! The text that a reader copies from the PDF is the document's, and nothing runs off a page.

use kehoach::pipeline::Format;
use kehoach::templates::Templates;

use crate::common::{Plan, document, documents, encode, small, squeezed};

/// The text that a reader copies from a PDF, page by page.
fn copied(plan: &Plan) -> String {
    let pdf = lopdf::Document::load_mem(&plan.files()[1]).unwrap();
    pdf.get_pages().keys().map(|page| pdf.extract_text(&[*page]).unwrap()).collect()
}

#[test]
fn the_text_of_the_pdf_is_that_of_its_pages() {
    for plan in documents() {
        // What `agreement` holds against the document.
        let drawn: String = plan.drawn().runs.iter().map(|run| run.text.as_str()).collect();
        assert!(squeezed(&copied(plan)) == squeezed(&drawn), "{}", plan.name);
    }
}

#[test]
fn tags_stay_valid_where_blocks_meet_the_end_of_a_page() {
    let rows: String = (0..60).map(|n| format!("[{n}, x], ")).collect();
    let table = format!("{{table: {{columns: [A, B], rows: [{rows}]}}}}");
    for text in [
        // A table goes on below a contact foot, with and without a footnote above that.
        small(&format!("contact: {{phone: 0233 1}}\nimplementation: [{{title: Bảng, items: [{table}]}}]")),
        small(&format!("contact: {{phone: 0233 1}}\nimplementation: ['Câu^[chú thích]', {table}]")),
        // Nothing that stays whole may run off a page.
        small(&format!("closing: '{}'", "rất dài ".repeat(2500))),
        small(&format!("preamble: 'Câu^[chú thích] {}'", "rất dài ".repeat(2500))),
        small("").replace("[Ủy ban nhân dân tỉnh]", &format!("[{}]", "Ủy ban nhân dân xã, ".repeat(150))),
        small(&format!(
            "sections: [{{title: A, items: [{{table: {{columns: [A, B], rows: [['{}', b]]}}}}]}}]",
            "dài ".repeat(2500)
        )),
        // A tiêu đề of a điểm below a khoản that has none.
        small("implementation: [{text: Khoản, items: [{title: Tiêu đề, items: [Gạch]}]}]"),
    ] {
        let outcome = encode("a.yaml", &text, &[Format::Pdf], &Templates::default());
        assert_eq!(outcome.artifacts.len(), 1, "{:#?}", outcome.diagnostics);
        let document = document(&text);
        let bottom = (document.parts[0].page.height - document.parts[0].page.bottom).to_pt();
        for run in crate::common::frames::drawn(&crate::common::pages(&document)).runs {
            assert!(run.baseline < bottom, "{:?} runs off page {}", run.text, run.page + 1);
        }
    }
}
