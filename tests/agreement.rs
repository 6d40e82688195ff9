//! DOCX, PDF and the resolved layout agree: for each role, size, weight, slant, alignment, indents,
//! gaps, pitch and margins as read back from the DOCX and as laid out in Typst's frames.

use kehoach::document::{Align, Block, Document, Paragraph, Pitch, Role, Style};
use kehoach::text::{Inline, words};
use kehoach::typeset::single_pitch;

use crate::common::docx::{child, package, value};
use crate::common::frames::{Run, drawn};
use crate::common::{documents, pages, squeezed};

/// What a position may be off by, in points: Typst adds up in floating point.
const CLOSE: f64 = 0.02;

fn pitch(style: &Style) -> f64 {
    match style.pitch {
        Pitch::Multiple(factor) => single_pitch(style.size).scale(factor).to_pt(),
        Pitch::Exactly(length) => length.to_pt(),
    }
}

#[test]
fn every_style_of_the_docx_is_the_layout() {
    for plan in documents() {
        let document = plan.document();
        let package = package(&document);
        let styles = package.part("word/styles.xml");
        let mut seen = 0;
        for style in styles.descendants().filter(|node| node.has_tag_name_local("style")) {
            let name = value(style, "aliases", "val").or(value(style, "name", "val")).unwrap();
            let Some(role) = Role::ALL.iter().find(|role| role.name() == name) else { continue };
            seen += 1;
            let layout = document.layout.style(*role);
            let (paragraph, run) = (child(style, "pPr").unwrap(), child(style, "rPr").unwrap());
            let twips = |node, name, attribute| -> i64 {
                value(node, name, attribute).unwrap_or("0").parse().unwrap()
            };
            assert_eq!(twips(run, "sz", "val"), layout.size.to_half_points(), "{role:?} size");
            assert_eq!(child(run, "b").is_some(), layout.bold, "{role:?} bold");
            assert_eq!(child(run, "i").is_some(), layout.italic, "{role:?} italic");
            assert_eq!(twips(paragraph, "spacing", "before"), layout.before.to_twips(), "{role:?} before");
            assert_eq!(twips(paragraph, "spacing", "after"), layout.after.to_twips(), "{role:?} after");
            assert_eq!(
                twips(paragraph, "ind", "firstLine"),
                layout.first_line.to_twips(),
                "{role:?} first line"
            );
            assert_eq!(twips(paragraph, "ind", "left"), layout.left.to_twips(), "{role:?} left");
            let (rule, line) = match layout.pitch {
                Pitch::Multiple(factor) => ("auto", (factor * 240.0).round() as i64),
                Pitch::Exactly(length) => ("exact", length.to_twips()),
            };
            assert_eq!(value(paragraph, "spacing", "lineRule"), Some(rule), "{role:?} rule");
            assert_eq!(twips(paragraph, "spacing", "line"), line, "{role:?} line");
            let align = match layout.align {
                Align::Left => "left",
                Align::Center => "center",
                Align::Right => "right",
                Align::Justify => "both",
            };
            assert_eq!(value(paragraph, "jc", "val"), Some(align), "{role:?} align");
            assert_eq!(child(paragraph, "keepNext").is_some(), layout.keep_next, "{role:?} keep");
            let outline = value(paragraph, "outlineLvl", "val").map(|level| level.parse::<u8>().unwrap() + 1);
            assert_eq!(outline, layout.outline, "{role:?} outline");
        }
        assert_eq!(seen, Role::ALL.len(), "every role has a style");
    }
}

#[test]
fn every_section_of_the_docx_has_the_pages_of_the_layout() {
    for plan in documents() {
        let document = plan.document();
        let package = package(&document);
        let main = package.part("word/document.xml");
        let sections: Vec<_> = main.descendants().filter(|node| node.has_tag_name_local("sectPr")).collect();
        assert_eq!(sections.len(), document.parts.len());
        let laid_out = pages(&document);
        for (section, part) in sections.iter().zip(&document.parts) {
            let twips =
                |name, attribute| -> i64 { value(*section, name, attribute).unwrap().parse().unwrap() };
            let page = part.page;
            assert_eq!(
                (twips("pgSz", "w"), twips("pgSz", "h")),
                (page.width.to_twips(), page.height.to_twips())
            );
            let margins = ["top", "bottom", "left", "right", "header"].map(|side| twips("pgMar", side));
            let wanted =
                [page.top, page.bottom, page.left, page.right, page.header].map(|length| length.to_twips());
            assert_eq!(margins, wanted);
            assert_eq!(value(*section, "pgSz", "orient") == Some("landscape"), page.is_landscape());
            assert!(child(*section, "titlePg").is_some(), "the first page has a header of its own");
            assert_eq!(twips("pgNumType", "start"), 1);
            let has_size = |frame: &typst::layout::Frame| {
                (frame.width().to_pt() - page.width.to_pt()).abs() < CLOSE
                    && (frame.height().to_pt() - page.height.to_pt()).abs() < CLOSE
            };
            assert!(laid_out.pages().iter().any(|page| has_size(&page.frame)));
        }
    }
}

/// The runs of each paragraph of the flow, in order; what stands in the margins and footnotes is
/// left out, and so are the heads of tables that are drawn again on a further page.
fn paragraphs(document: &Document) -> Vec<(&Paragraph, usize, Vec<Run>)> {
    let margin = document.parts[0].page.top.to_pt();
    let note = document.layout.style(Role::Footnote).size.to_pt();
    let contact: String =
        document.parts[0].contact.iter().map(|one| squeezed(&kehoach::text::words(&one.text))).collect();
    let in_contact = |run: &Run| run.page == 0 && run.size == 11.0 && contact.contains(&squeezed(&run.text));
    let flow: Vec<Run> = drawn(&pages(document))
        .runs
        .into_iter()
        .filter(|run| run.baseline > margin && !run.text.trim().is_empty())
        // Footnotes are as small as the signing data at the very top.
        .filter(|run| run.size > note || run.baseline < margin + note)
        .filter(|run| !in_contact(run))
        .collect();
    let mut at = 0;
    let mut out: Vec<(&Paragraph, usize, Vec<Run>)> = Vec::new();
    for (part, one) in document.parts.iter().enumerate() {
        let mut all = Vec::new();
        one.paragraphs(&mut |paragraph| all.push(paragraph));
        let mut head = String::new();
        for paragraph in all.into_iter().filter(|paragraph| paragraph.role != Role::Contact) {
            let number = paragraph.number.as_ref().map_or("", |number| number.text.as_str());
            let words = kehoach::text::words(&paragraph.text).replace('\u{2011}', "-");
            let wanted = squeezed(&format!("{number}{words}"));
            if wanted.is_empty() {
                continue;
            }
            let before = out.last().map(|(paragraph, _, runs)| (paragraph.role, runs[runs.len() - 1].page));
            match before {
                Some((Role::TableHead, _)) if paragraph.role == Role::TableHead => head.push_str(&wanted),
                _ if paragraph.role == Role::TableHead => head = wanted.clone(),
                Some((_, page)) if flow.get(at).is_some_and(|run| run.page > page) => {
                    at += repeated(&flow[at..], &head);
                }
                _ => {}
            }
            let (mut got, mut taken) = (String::new(), Vec::new());
            while got.len() < wanted.len() {
                let run = flow.get(at).unwrap_or_else(|| panic!("{wanted:?} is not on the pages"));
                got.push_str(&squeezed(&run.text));
                taken.push(run.clone());
                at += 1;
            }
            assert_eq!(got, wanted, "the words of the pages are those of the document, in order");
            out.push((paragraph, part, taken));
        }
    }
    assert!(at == flow.len(), "nothing else is on the pages: {:?}", flow.get(at));
    out
}

/// How many runs at the beginning say the head of a table once more.
fn repeated(flow: &[Run], head: &str) -> usize {
    let mut said = String::new();
    for (at, run) in flow.iter().enumerate() {
        if said == head {
            return at;
        }
        said.push_str(&squeezed(&run.text));
        if !head.starts_with(&said) {
            return 0;
        }
    }
    0
}

#[test]
fn the_words_of_the_pages_are_those_of_the_document_tables_included() {
    let mut cells = 0;
    for plan in documents() {
        let document = plan.document();
        for (paragraph, _, runs) in paragraphs(&document) {
            let style = document.layout.style(paragraph.role);
            if matches!(
                paragraph.role,
                Role::TableHead | Role::TableText | Role::TableNumber | Role::TotalText | Role::TotalNumber
            ) {
                cells += 1;
                assert!(
                    runs.iter()
                        .all(|run| (run.size - style.size.to_pt()).abs() < CLOSE && run.bold == style.bold)
                );
            }
        }
    }
    assert!(cells > 500, "{cells} cells");
}

#[test]
fn every_line_of_the_pdf_is_set_as_the_layout_says() {
    for plan in documents() {
        let document = plan.document();
        let mut checked = 0;
        for (paragraph, part, runs) in paragraphs(&without_tables(document.clone())) {
            let style = document.layout.style(paragraph.role);
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
                Align::Right => {}
            }
            if style.align == Align::Justify {
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
    for plan in documents() {
        let document = without_tables(plan.document());
        let mut checked = 0;
        let all = paragraphs(&document);
        for pair in all.windows(2) {
            let [(one, _, above), (two, _, below)] = pair else { continue };
            let flow = |role: Role| document.layout.style(role).align == Align::Justify;
            let (last, first) = (&above[above.len() - 1], &below[0]);
            if !flow(one.role) || !flow(two.role) || last.page != first.page {
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

/// Tables repeat their heads and have columns of their own: they are checked by their text.
fn without_tables(mut document: Document) -> Document {
    for part in &mut document.parts {
        part.blocks.retain(|block| !matches!(block, Block::Table(_)));
    }
    document
}

struct Line {
    page: usize,
    baseline: f64,
    left: f64,
    right: f64,
}

/// Runs on one baseline; the space that ends a line is not part of it.
fn lines(runs: &[Run]) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for run in runs {
        let trailing = run.text.chars().rev().take_while(|c| *c == ' ').count();
        let per_space = run.size * 0.25;
        let right = run.x + run.width - trailing as f64 * per_space;
        match out.last_mut() {
            Some(line) if line.page == run.page && (line.baseline - run.baseline).abs() < CLOSE => {
                line.right = right
            }
            _ => out.push(Line { page: run.page, baseline: run.baseline, left: run.x, right }),
        }
    }
    out
}

trait LocalName {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl LocalName for roxmltree::Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.tag_name().name() == name
    }
}

#[test]
fn drawn_lines_have_the_lengths_of_the_decree() {
    for plan in documents() {
        let document = without_tables(plan.document());
        let laid_out = drawn(&pages(&document));
        let mut checked = 0;
        let mut title = 0.0;
        for (paragraph, _, runs) in paragraphs(&document) {
            let of =
                |lines: &[Line]| -> Vec<f64> { lines.iter().map(|line| line.right - line.left).collect() };
            if paragraph.role == Role::AppendixTitle {
                title = of(&lines(&runs)).into_iter().fold(0.0, f64::max);
            }
            let Some(length) = paragraph.rule else { continue };
            let lines = lines(&runs);
            let widths = of(&lines);
            let (longest, last) = (widths.iter().copied().fold(0.0, f64::max), widths[widths.len() - 1]);
            // Below the heading of an appendix the line is one of its title.
            let longest = if paragraph.role == Role::AppendixReference { title } else { longest };
            let text = &lines[lines.len() - 1];
            let rule = laid_out
                .shapes
                .iter()
                .find(|shape| {
                    let middle = (text.left + text.right) / 2.0;
                    shape.page == text.page
                        && (shape.x + shape.width / 2.0 - middle).abs() < 0.1
                        && shape.height < CLOSE
                        && (1.0..12.0).contains(&(shape.y - text.baseline))
                })
                .unwrap_or_else(|| panic!("{}: no line under {:?}", plan.name, paragraph.role));
            assert!((rule.width - length.to_pt()).abs() < CLOSE);
            match paragraph.role {
                Role::NationalMotto => assert!((rule.width - last).abs() < 0.1, "P1.II.1.b.3"),
                _ => {
                    assert!(rule.width >= longest / 3.0 - CLOSE, "P1.II.2.b.3, P1.II.5.b.3");
                    assert!(rule.width <= longest / 2.0 + CLOSE, "P1.II.2.b.3, P1.II.5.b.3");
                }
            }
            checked += 1;
        }
        assert_eq!(checked, drawn_lines(&document), "{}: Tiêu ngữ, issuer, trích yếu", plan.name);
    }
}

#[test]
fn number_and_date_stand_on_one_baseline() {
    let mut together = 0;
    for plan in documents() {
        let document = without_tables(plan.document());
        let all = paragraphs(&document);
        let baseline =
            |role: Role| all.iter().find(|(one, _, _)| one.role == role).map(|(_, _, runs)| runs[0].baseline);
        if let (Some(number), Some(date)) = (baseline(Role::NumberSymbol), baseline(Role::PlaceDate)) {
            assert!((number - date).abs() < 0.05, "{}: {number} and {date} (P1.II.4.c.1)", plan.name);
            together += 1;
        }
        // In minutes, nơi nhận stand below the secretary (mẫu 1.9).
        let is_below = all.iter().any(|(one, _, _)| words(&one.text) == "THƯ KÝ");
        if let (Some(label), Some(authority)) = (baseline(Role::RecipientsLabel), baseline(Role::Authority)) {
            assert_eq!((label - authority).abs() < 2.0, !is_below, "{}: P1.II.9.d.4", plan.name);
            together += 1;
        }
    }
    assert!(together > 55, "{together}");
}

#[test]
fn the_subject_of_a_letter_stands_below_its_number() {
    let mut letters = 0;
    for plan in documents() {
        let document = plan.document();
        let all = paragraphs(&document);
        let runs =
            |role: Role| all.iter().find(|(one, _, _)| one.role == role).map(|(_, _, runs)| lines(runs));
        let Some(subject) = runs(Role::LetterSubject) else { continue };
        letters += 1;
        assert!(runs(Role::Title).is_none() && runs(Role::Subject).is_none(), "P1.II.5.b.4: no tên loại");
        let number = runs(Role::NumberSymbol).unwrap();
        let style = document.layout.style(Role::LetterSubject);
        let middle = |line: &Line| (line.left + line.right) / 2.0;
        for line in &subject {
            assert!((middle(line) - middle(&number[0])).abs() < 0.1, "centred under the number");
        }
        // The number's line has a small gap below it that brings it on the baseline of the date.
        let gap = subject[0].baseline - number[0].baseline - pitch(style);
        assert!((6.0..8.0).contains(&gap), "P1.II.5.b.4: 6 pt below the number, not {gap}");
        let addressees: Vec<&Run> = all
            .iter()
            .filter(|(one, _, _)| one.role == Role::AddresseeItem)
            .map(|(_, _, runs)| &runs[0])
            .collect();
        let colon = all.iter().find(|(one, _, _)| one.role == Role::Addressee).map(|(_, _, runs)| {
            let label = &runs[0];
            label.x
                + label.width * words(&[Inline::plain("Kính gửi")]).chars().count() as f64
                    / label.text.chars().count() as f64
        });
        for dash in addressees {
            assert!((dash.x - colon.unwrap()).abs() < 6.0, "P1.II.9.d.3: dashes under the colon");
        }
    }
    assert!(letters >= 3, "{letters} letters");
}

/// Lines under Tiêu ngữ, issuer, and trích yếu where it stands below tên loại.
fn drawn_lines(document: &Document) -> usize {
    let mut lines = 0;
    for part in &document.parts {
        part.paragraphs(&mut |one| lines += usize::from(has_line(one.role)));
    }
    lines
}

/// What has a line below it.
fn has_line(role: Role) -> bool {
    use Role::{AppendixReference, IssuingBody, LoneTitle, NationalMotto, Subject};
    matches!(role, NationalMotto | IssuingBody | Subject | LoneTitle | AppendixReference)
}

#[test]
fn footnotes_begin_on_the_page_of_their_call() {
    let mut checked = 0;
    for plan in documents() {
        let document = plan.document();
        let runs = drawn(&pages(&document)).runs;
        let (body, note) = (
            document.layout.style(Role::Body).size.to_pt(),
            document.layout.style(Role::Footnote).size.to_pt(),
        );
        // A mark is set smaller than the text it stands in.
        let marks = |size: f64| -> Vec<(String, usize)> {
            let of_size = |run: &&Run| run.size < size * 0.7 && run.size > size * 0.5;
            runs.iter().filter(of_size).map(|run| (run.text.clone(), run.page)).collect()
        };
        let (calls, notes) = (marks(body), marks(note));
        assert_eq!(calls, notes, "{}", plan.name);
        checked += calls.len();
    }
    assert!(checked >= 3);
}

#[test]
fn headings_never_end_a_page() {
    let mut checked = 0;
    for plan in documents() {
        let document = plan.document();
        for pair in paragraphs(&document).windows(2) {
            let [(one, _, above), (_, _, below)] = pair else { continue };
            if document.layout.style(one.role).keep_next || one.keep {
                checked += 1;
                let (last, first) = (&above[above.len() - 1], &below[0]);
                assert_eq!(last.page, first.page, "{}: {:?} {:?}", plan.name, one.role, last.text);
            }
        }
    }
    assert!(checked > 60, "{checked}");
}
