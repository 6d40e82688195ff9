//! The text that a reader copies from the PDF is the document's, and nothing runs off a page.

use kehoach::document::Role;
use kehoach::pipeline::Format;
use kehoach::templates::Templates;
use kehoach::text::Inline;

use crate::common::{Plan, document, documents, encode, small, squeezed};

/// The text that a reader copies from a PDF, page by page.
fn copied(plan: &Plan) -> String {
    let pdf = lopdf::Document::load_mem(&plan.files()[1]).unwrap();
    pdf.get_pages().keys().map(|page| pdf.extract_text(&[*page]).unwrap()).collect()
}

#[test]
fn sentences_can_be_copied_from_the_pdf() {
    for plan in documents() {
        let text = squeezed(&copied(plan));
        let document = plan.document();
        let mut checked = 0;
        for part in &document.parts {
            part.paragraphs(&mut |paragraph| {
                // A page may break inside a paragraph, and a footnote or a page number stand there.
                for inline in &paragraph.text {
                    if let Inline::Text { text: words, .. } = inline {
                        let words = squeezed(&words.replace('\u{2011}', "-"));
                        checked += usize::from(text.contains(&words));
                    }
                }
            });
        }
        let mut all = 0;
        for part in &document.parts {
            part.paragraphs(&mut |paragraph| {
                all += paragraph.text.iter().filter(|inline| matches!(inline, Inline::Text { .. })).count()
            });
        }
        assert!(
            all - checked <= document.parts.len() * 8,
            "{}: {checked} of {all} pieces are found whole",
            plan.name
        );
    }
}

#[test]
fn words_stay_apart_where_a_line_ends() {
    let mut found = 0;
    for plan in documents() {
        let document = plan.document();
        let text: String = plan.drawn().runs.iter().map(|run| run.text.as_str()).collect();
        let mut checked = 0;
        for part in &document.parts {
            part.paragraphs(&mut |paragraph| {
                if let [Inline::Text { text: words, .. }] = paragraph.text.as_slice()
                    && paragraph.role == Role::Body
                    && text.contains(words.as_str())
                {
                    checked += 1;
                }
            });
        }
        found += checked;
    }
    assert!(found > 20, "{found} paragraphs of several lines are found with their spaces");
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
