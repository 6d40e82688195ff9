//! Tables of any shape: what stands in their cells stands on the pages and in the DOCX, and keeps to its columns.

use std::collections::BTreeMap;

use kehoach::document::{Block, Document, Table};
use kehoach::text::words;
use proptest::prelude::*;

use crate::common::docx::{package, words as docx_words};
use crate::common::frames::drawn;
use crate::common::{document, pages, small, squeezed};

/// A single row of so many columns: cells, some of which cover several.
fn row(columns: usize) -> impl Strategy<Value = String> {
    let cell = prop_oneof![
        4 => "[a-dà-ã]{1,8}( [a-dà-ã]{1,8}){0,5}".prop_map(|words| format!("\"{words}\"")),
        2 => (0..99_999_999u32).prop_map(|number| number.to_string()),
        1 => Just("\"\"".to_owned()),
        1 => "[a-d]{1,6}".prop_map(|words| format!("\"{words}\\n{words}\"")),
    ];
    (proptest::collection::vec(cell, columns), 1..=columns, any::<bool>()).prop_map(
        move |(mut cells, span, bold)| {
            // The first cell covers `span` columns.
            let first = format!("{{text: {}, span: {span}, bold: {bold}}}", cells[0]);
            cells.drain(..span);
            cells.insert(0, first);
            format!("[{}]", cells.join(", "))
        },
    )
}

/// A table: a head of one or two rows, single rows, groups of rows, and cells over two rows.
fn table() -> impl Strategy<Value = String> {
    (2..6usize).prop_flat_map(|columns| {
        let rows = proptest::collection::vec(row(columns), 1..30);
        (rows, 0..columns - 1, any::<bool>(), any::<bool>(), 1..6usize).prop_map(
            move |(rows, upper, numbers, borders, each)| {
                let titles: Vec<String> = (0..columns).map(|n| format!("Cột {n}")).collect();
                let mut head: Vec<String> = titles.clone();
                head.splice(upper..upper + 2, [format!("{{title: Chung, columns: [{}, {}]}}", titles[upper], titles[upper + 1])]);
                let mut out = format!(
                    "          columns: [{}]\n          column_numbers: {numbers}\n          borders: {borders}\n          rows:\n",
                    head.join(", ")
                );
                for (at, some) in rows.chunks(each).enumerate() {
                    let all = some.join(", ");
                    let rest = vec!["x"; columns - 1].join(", ");
                    out.push_str(&match at % 3 {
                        0 => format!("            - {{group: Nhóm {at}, rows: [{all}]}}\n"),
                        1 => some.iter().map(|row| format!("            - {row}\n")).collect(),
                        _ => format!(
                            "            - [{{text: hai dòng, rows: 2}}, {rest}]\n            - [{rest}]\n"
                        ),
                    });
                }
                out
            },
        )
    })
}

fn table_of(document: &Document) -> &Table {
    let blocks = document.parts.iter().flat_map(|part| &part.blocks);
    let mut table = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    table.next_back().unwrap()
}

fn letters(text: &str) -> BTreeMap<char, usize> {
    let mut out = BTreeMap::new();
    squeezed(text).chars().for_each(|c| *out.entry(c).or_default() += 1);
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_tables_lose_nothing_and_keep_to_their_columns(table in table()) {
        let text = small(&format!("implementation:\n  - title: Bảng\n    items:\n      - table:\n{table}"));
        let document = document(&text);
        let mut wanted = String::new();
        table_of(&document).paragraphs(&mut |one| wanted.push_str(&words(&one.text)));
        // The DOCX has the words in their order.
        let package = package(&document);
        let main = package.part("word/document.xml");
        let docx: String = main
            .descendants()
            .filter(|node| node.tag_name().name() == "p")
            .map(docx_words)
            .collect();
        prop_assert!(squeezed(&docx).contains(&squeezed(&wanted)));
        // The pages have all of them; heads are there again on each page.
        let drawn = drawn(&pages(&document));
        let on_pages: String = drawn.runs.iter().map(|run| run.text.as_str()).collect();
        let there = letters(&on_pages);
        for (letter, count) in letters(&wanted) {
            prop_assert!(there.get(&letter).is_some_and(|found| *found >= count), "{letter:?}");
        }
        // Nothing lies outside the text, and the words of a line do not lie over each other.
        let page = document.parts[0].page;
        let (left, right) = (page.left.to_pt(), (page.width - page.right).to_pt());
        let bottom = (page.height - page.bottom).to_pt();
        let mut lines: BTreeMap<(usize, i64), Vec<(f64, f64)>> = BTreeMap::new();
        for run in drawn.runs.iter().filter(|run| !run.text.trim().is_empty()) {
            let spaces = run.text.len() - run.text.trim_end_matches(' ').len();
            let end = run.x + run.width - spaces as f64 * run.size * 0.25;
            prop_assert!(run.x > left - 0.1 && end < right + 0.1 && run.baseline < bottom, "{:?}", run);
            lines.entry((run.page, (run.baseline * 10.0) as i64)).or_default().push((run.x, end));
        }
        for line in lines.values_mut() {
            line.sort_by(|one, other| one.0.total_cmp(&other.0));
            prop_assert!(line.windows(2).all(|two| two[0].1 <= two[1].0 + 0.1), "{:?}", line);
        }
    }
}

/// The gate tries more.
fn cases() -> u32 {
    std::env::var("KEHOACH_TABLES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(40)
}
