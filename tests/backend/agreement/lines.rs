//! Lines of the PDF: their words, how they are set, and the gaps between paragraphs.

use kehoach::document::{Align, Paragraph, Role};
use kehoach::text::Inline;

use super::{Bare, CLOSE, lines, paragraphs, pitch, printed, without_tables};
use crate::common::documents;

#[test]
fn the_words_of_the_pages_are_those_of_the_document_tables_included() {
    let mut cells = 0;
    for plan in documents() {
        let document = plan.document();
        for (paragraph, _, runs) in paragraphs(document, plan.drawn()) {
            let style = document.layout.style_of(paragraph);
            // A cell may be bold throughout, as those of a group are.
            let is_bold = |one: &Inline| matches!(one, Inline::Text { bold, text, .. } if *bold || text.trim().is_empty());
            let bold = style.bold || paragraph.text.iter().all(is_bold);
            if matches!(
                paragraph.role,
                Role::TableHead | Role::TableText | Role::TableNumber | Role::TotalText | Role::TotalNumber
            ) {
                cells += 1;
                assert!(
                    runs.iter().all(|run| (run.size - style.size.to_pt()).abs() < CLOSE && run.bold == bold)
                );
            }
        }
    }
    assert!(cells > 500, "{cells} cells");
}

#[test]
fn every_paragraph_reads_on_the_pages_as_in_the_document() {
    for plan in documents() {
        for (wanted, got) in printed(plan.document(), plan.drawn()) {
            assert_eq!(got, wanted, "{}", plan.name);
        }
    }
}

#[test]
fn every_line_of_the_pdf_is_set_as_the_layout_says() {
    for bare @ Bare { plan, document, .. } in without_tables() {
        let mut checked = 0;
        for (paragraph, part, runs) in bare.paragraphs() {
            let style = &document.layout.style_of(paragraph);
            let page = document.parts[part].page;
            let in_column = matches!(
                paragraph.role,
                Role::NationalName
                    | Role::NationalMotto
                    | Role::ParentBody
                    | Role::IssuingBody
                    | Role::NumberSymbol
                    | Role::PlaceDate
                    | Role::LetterSubject
                    | Role::Confirmation
                    | Role::RecipientsLabel
                    | Role::Recipient
                    | Role::Authority
                    | Role::SignerName
                    | Role::Stamp
                    | Role::FormLine
                    | Role::SigningNote
            );
            let what = format!("{} {:?} {:?}", plan.name, paragraph.role, runs[0].text);
            let number = paragraph.number.as_ref();
            for run in &runs {
                assert!((run.size - style.size.to_pt()).abs() < CLOSE, "{what}: size {}", run.size);
                let own = |want: fn(&Inline) -> bool| paragraph.text.iter().any(want);
                if number.is_some_and(|number| run.text.trim_end() == number.text) {
                    assert_eq!(run.bold, number.is_some_and(|number| number.bold), "{what}: bold");
                } else if style.bold || !own(|inline| matches!(inline, Inline::Text { bold: true, .. })) {
                    assert_eq!(run.bold, style.bold, "{what}: bold");
                }
                if style.italic || !own(|inline| matches!(inline, Inline::Text { italic: true, .. })) {
                    assert_eq!(run.italic, style.italic, "{what}: italic");
                }
                assert!(run.x > page.left.to_pt() - CLOSE, "{what}: in the margin");
            }
            let lines = lines(&runs);
            for pair in lines.windows(2).filter(|pair| pair[0].page == pair[1].page) {
                let down = pair[1].baseline - pair[0].baseline;
                assert!((down - pitch(style)).abs() < CLOSE, "{what}: pitch {down}");
            }
            if in_column {
                continue;
            }
            let (left, right) = (page.left.to_pt(), (page.width - page.right).to_pt());
            match style.align {
                Align::Justify | Align::Left => {
                    let first = left + (style.left + style.first_line).to_pt();
                    assert!((lines[0].left - first).abs() < CLOSE, "{what}: first line at {}", lines[0].left);
                    for line in &lines[1..] {
                        assert!(
                            (line.left - left - style.left.to_pt()).abs() < CLOSE,
                            "{what}: line at {}",
                            line.left
                        );
                    }
                }
                Align::Center => {
                    for line in &lines {
                        let middle = (line.left + line.right) / 2.0;
                        assert!((middle - (left + right) / 2.0).abs() < 0.1, "{what}: centre {middle}");
                    }
                }
                Align::Right => {
                    for line in &lines {
                        assert!((line.right - right).abs() < 0.1, "{what}: ends at {}", line.right);
                    }
                }
            }
            if style.align == Align::Justify && !paragraph.ragged {
                for line in &lines[..lines.len() - 1] {
                    assert!((line.right - right).abs() < 0.1, "{what}: ends at {} not {right}", line.right);
                }
                assert!(lines[lines.len() - 1].right < right + 0.1, "{what}: leaves the measure");
            }
            checked += 1;
        }
        assert!(checked > 3, "{}: {checked} paragraphs", plan.name);
    }
}

#[test]
fn gaps_between_paragraphs_are_those_of_the_layout() {
    let mut gaps = 0;
    for bare @ Bare { plan, document, .. } in without_tables() {
        let mut checked = 0;
        let mut order: Vec<*const Paragraph> = Vec::new();
        document.parts.iter().for_each(|part| part.paragraphs(&mut |one| order.push(one)));
        for pair in bare.paragraphs().windows(2) {
            let [(one, _, above), (two, _, below)] = pair else { continue };
            let flow = |role: Role| document.layout.style(role).align == Align::Justify;
            let (last, first) = (&above[above.len() - 1], &below[0]);
            // Lines of dots between them have no words.
            let at = order.iter().position(|each| std::ptr::eq(*each, *one)).unwrap();
            let is_next = order.get(at + 1).is_some_and(|each| std::ptr::eq(*each, *two));
            if !is_next || !flow(one.role) || !flow(two.role) || last.page != first.page {
                continue;
            }
            let (style, next) = (document.layout.style(one.role), document.layout.style(two.role));
            // Both roles have one size and pitch, so baselines are a pitch and a gap apart.
            let wanted = pitch(next) + style.after.to_pt().max(next.before.to_pt());
            let got = first.baseline - last.baseline;
            assert!((got - wanted).abs() < CLOSE, "{}: {:?} then {:?}: {got}", plan.name, one.role, two.role);
            assert!(style.after.to_pt() >= 6.0, "P1.II.6.e.3");
            checked += 1;
        }
        gaps += checked;
    }
    assert!(gaps > 400, "{gaps} gaps");
}
