//! Where pages break in random plans: a note stands on the page of its call, and the signature is not alone.

use kehoach::document::{Document, Role};
use proptest::prelude::*;

use crate::common::docx::{package, words as docx_words};
use crate::common::frames::{Run, drawn};
use crate::common::{document, pages, small};

const NOTE: &str = "^[Theo số liệu của cơ quan thống kê tại thời điểm báo cáo]";

/// What a body ends with, after its parts.
const CLOSINGS: [&str; 3] = [
    "",
    "closing: Trân trọng đề nghị.\n",
    "implementation: [{title: Các phòng, items: [Thực hiện theo nhiệm vụ.]}]\n",
];

/// A part of a body: how it is written, with or without a note.
fn part() -> impl Strategy<Value = String> {
    let note = prop_oneof![4 => Just(""), 1 => Just(NOTE)];
    let words = (1usize..60).prop_map(|count| vec!["thực hiện"; count].join(" "));
    (0usize..6, words, note).prop_map(|(form, words, note)| match form {
        0 => format!("      - '{words}{note}'\n"),
        1 => format!("      - {{title: 'Tiêu đề{note}', items: ['{words}']}}\n"),
        2 => format!("      - {{lead: Việc, text: '{words}{note}'}}\n"),
        3 => format!("      - {{paragraph: '{words}{note}'}}\n"),
        4 => format!("      - table: {{columns: [TT, Nội dung], rows: [['1', '{words}{note}'], ['2', 'ngắn{note}']]}}\n"),
        _ => format!(
            "      - table: {{columns: [TT, Nội dung], rows: [[I, 'Nhóm thứ nhất'], ['1', '{words}'], ['', '**Nhóm thứ hai**'], ['2', 'ngắn{note}']]}}\n"
        ),
    })
}

fn plan(parts: &[String], closing: &str) -> Document {
    document(&small(&format!("sections:\n  - title: Nội dung\n    items:\n{}{closing}", parts.concat())))
}

fn marks(runs: &[Run], size: f64) -> Vec<(String, usize)> {
    let of_size = |run: &&Run| (run.size - size * 0.58).abs() < 0.05 && !run.text.trim().is_empty();
    runs.iter().filter(of_size).map(|run| (run.text.clone(), run.page)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn notes_stand_with_their_calls_and_lines_with_the_signature(
        parts in proptest::collection::vec(part(), 1..30),
        closing in (0usize..3).prop_map(|at| CLOSINGS[at]),
    ) {
        let document = plan(&parts, closing);
        let runs = drawn(&pages(&document)).runs;
        let size = |role: Role| document.layout.style(role).size.to_pt();
        let note_size = size(Role::Footnote);
        let notes = marks(&runs, note_size);
        let mut calls = marks(&runs, size(Role::Body));
        calls.extend(marks(&runs, size(Role::TableText)));
        let wanted = runs.iter().filter(|run| run.text.contains("thống kê tại thời điểm")).count();
        prop_assert_eq!(notes.len(), wanted);
        for mark in &notes {
            prop_assert!(calls.contains(mark), "the note {} on page {} is not with its call: {:?}", mark.0, mark.1, calls);
        }
        // The label begins the block of the signature; the lines above it on its page are text.
        let label = runs.iter().find(|run| run.text.starts_with("Nơi nhận")).unwrap();
        let above: Vec<i64> = {
            let mut lines: Vec<i64> = runs
                .iter()
                .filter(|run| run.page == label.page && run.baseline < label.baseline - 1.0 && run.size > note_size)
                .map(|run| run.baseline.round() as i64)
                .collect();
            lines.dedup();
            lines
        };
        prop_assert!(above.len() >= 2, "{} lines stand with the signature", above.len());
        let titles = runs.iter().enumerate().filter(|(_, run)| run.text.starts_with("Nhóm thứ"));
        for (at, title) in titles {
            let next = runs[at + 1..].iter().find(|run| run.baseline > title.baseline + 1.0 || run.page != title.page);
            prop_assert!(next.is_some_and(|next| next.page == title.page), "{} is the last on its page", title.text);
        }
    }
}

/// Amounts that do not fit in letters of 12 points: smaller ones, then a finding.
#[test]
fn a_table_that_is_too_full_has_smaller_letters() {
    let table = |columns: usize| {
        let head: Vec<String> = (1..=columns).map(|n| format!("Năm {n}")).collect();
        let row = vec!["7250000000"; columns].join(", ");
        format!(
            "sections:\n  - title: Nội dung\n    items:\n      - table: {{columns: [{}], rows: [[{row}]]}}\n",
            head.join(", ")
        )
    };
    for (columns, size, is_told) in [(5, 12.0, false), (6, 11.5, false), (8, 10.0, true)] {
        let plan = small(&table(columns));
        let found = crate::common::check("a.yaml", &plan, &kehoach::templates::Templates::default());
        assert_eq!(found.iter().any(|one| one.code.name == "table-narrow"), is_told, "{columns} columns");
        let document = document(&plan);
        let drawn = drawn(&pages(&document));
        let sizes: Vec<f64> =
            drawn.runs.iter().filter(|run| run.text.starts_with("7.250")).map(|run| run.size).collect();
        assert_eq!(sizes, vec![size; columns], "{columns} columns");
        let package = package(&document);
        let part = package.part("word/document.xml");
        let amounts = part
            .descendants()
            .filter(|node| node.tag_name().name() == "p" && docx_words(*node).starts_with("7.250"));
        for amount in amounts {
            let given = amount.descendants().find(|node| node.tag_name().name() == "sz");
            let given = given
                .and_then(|node| node.attributes().next())
                .map(|size| size.value().parse::<f64>().unwrap() / 2.0);
            assert_eq!(given, (size < 12.0).then_some(size), "{columns} columns");
        }
    }
}
