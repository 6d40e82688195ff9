//! DOCX, PDF and the resolved layout agree: for each role, size, weight, slant, alignment, indents,
//! gaps, pitch and margins as read back from the DOCX and as laid out in Typst's frames.

mod breaks;
mod head;
mod lines;
mod styles;

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use kehoach::document::{Block, Document, Paragraph, Pitch, Role, Style};
use kehoach::internals::single_pitch;
use kehoach::text::{unbound, words};

use crate::common::frames::{Drawn, Run, drawn};
use crate::common::{Plan, documents, pages, squeezed};

/// What a position may be off by, in points: Typst adds up in floating point.
const CLOSE: f64 = 0.02;

fn pitch(style: &Style) -> f64 {
    match style.pitch {
        Pitch::Multiple(factor) => single_pitch(style.size).scale(factor).to_pt(),
        Pitch::Exactly(length) => length.to_pt(),
    }
}

/// The runs of each paragraph of the flow, in order; what stands in the margins and footnotes is
/// left out, and so are the heads of tables that are drawn again on a further page.
fn paragraphs<'a>(document: &'a Document, drawn: &Drawn) -> Vec<(&'a Paragraph, usize, Vec<Run>)> {
    let margin = document.parts[0].page.top.to_pt();
    let note = document.layout.style(Role::Footnote).size.to_pt();
    let mark = document.layout.style(Role::Body).size.to_pt() * 0.6;
    let contact: String = document.parts[0].contact.iter().map(|one| squeezed(&words(&one.text))).collect();
    let in_contact = |run: &Run| run.page == 0 && run.size == 11.0 && contact.contains(&squeezed(&run.text));
    let late = over_rows(document);
    let mut flow: Vec<Run> = drawn
        .runs
        .iter()
        .filter(|run| run.baseline > margin && !run.text.trim().is_empty())
        // The mark of a footnote may stand in the first line of a page.
        .filter(|run| run.size > mark)
        // Footnotes are as small as the signing data at the very top.
        .filter(|run| run.size > note || run.baseline < margin + note)
        .filter(|run| !in_contact(run))
        .cloned()
        .collect();
    let mut at = 0;
    let mut out: Vec<(&Paragraph, usize, Vec<Run>)> = Vec::new();
    for (part, one) in document.parts.iter().enumerate() {
        let mut all = Vec::new();
        one.paragraphs(&mut |paragraph| all.push(paragraph));
        let mut head = String::new();
        for paragraph in all.into_iter().filter(|paragraph| paragraph.role != Role::Contact) {
            let number = paragraph.number.as_ref().map_or("", |number| number.text.as_str());
            let words = words(&paragraph.text).replace('\u{2011}', "-");
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
            // A cell over several rows is drawn when the last of them is.
            if late.contains(&std::ptr::from_ref(paragraph)) {
                let found = (at..flow.len()).find_map(|from| Some(from..said(&flow, from, &wanted)?));
                let found = found.unwrap_or_else(|| panic!("{wanted:?} is not on the pages"));
                out.push((paragraph, part, flow.drain(found).collect()));
                continue;
            }
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

/// The end of the runs from a place on that say this; none where they say something else.
fn said(flow: &[Run], from: usize, wanted: &str) -> Option<usize> {
    let mut got = String::new();
    for (at, run) in flow.iter().enumerate().skip(from) {
        got.push_str(&squeezed(&run.text));
        if got == wanted {
            return Some(at + 1);
        }
        if !wanted.starts_with(&got) {
            return None;
        }
    }
    None
}

/// The paragraphs of cells that cover several rows.
fn over_rows(document: &Document) -> HashSet<*const Paragraph> {
    let tables = document.parts.iter().flat_map(|part| &part.blocks).filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let cells = tables.flat_map(|table| table.head.iter().chain(&table.rows)).flat_map(|row| &row.cells);
    cells.filter(|cell| cell.rows > 1).flat_map(|cell| &cell.paragraphs).map(std::ptr::from_ref).collect()
}

/// What each paragraph says in the document and on its pages, spaces between lines included.
fn printed(document: &Document, drawn: &Drawn) -> Vec<(String, String)> {
    let mut runs: Vec<Run> = Vec::new();
    for run in &drawn.runs {
        match runs.last_mut() {
            // The space between two lines has no room: it is there for who copies the text.
            Some(last) if run.text.trim().is_empty() => last.text.push_str(&run.text),
            _ => runs.push(run.clone()),
        }
    }
    let read = |text: &str| unbound(text).replace('\u{2011}', "-").trim().to_owned();
    let both = |(paragraph, _, runs): (&Paragraph, usize, Vec<Run>)| {
        let number = paragraph.number.as_ref().map_or(String::new(), |number| format!("{} ", number.text));
        let drawn: String = runs.iter().map(|run| run.text.as_str()).collect();
        (read(&(number + &words(&paragraph.text))), read(&drawn))
    };
    paragraphs(document, &Drawn { runs, shapes: Vec::new() }).into_iter().map(both).collect()
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

/// A document without its tables, and what stands on its pages.
struct Bare {
    plan: &'static Plan,
    document: Cow<'static, Document>,
    drawn: Cow<'static, Drawn>,
}

impl Bare {
    fn paragraphs(&self) -> Vec<(&Paragraph, usize, Vec<Run>)> {
        paragraphs(&self.document, &self.drawn)
    }
}

/// Tables repeat their heads and have columns of their own: they are checked by their text.
fn without_tables() -> &'static [Bare] {
    static BARE: LazyLock<Vec<Bare>> = LazyLock::new(|| documents().map(bare).collect());
    &BARE
}

fn bare(plan: &'static Plan) -> Bare {
    let is_table = |block: &Block| matches!(block, Block::Table(_));
    if !plan.document().parts.iter().any(|part| part.blocks.iter().any(is_table)) {
        return Bare { plan, document: Cow::Borrowed(plan.document()), drawn: Cow::Borrowed(plan.drawn()) };
    }
    let mut document = plan.document().clone();
    document.parts.iter_mut().for_each(|part| part.blocks.retain(|block| !is_table(block)));
    let drawn = Cow::Owned(drawn(&pages(&document)));
    Bare { plan, document: Cow::Owned(document), drawn }
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
