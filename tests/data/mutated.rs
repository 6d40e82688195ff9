//! Mutated data files: whatever bytes stand in them, they are read, or told of at their place.

use std::sync::LazyLock;

use kehoach::diag::{Findings, Lang, render_full, render_json};
use kehoach::templates::Templates;
use proptest::prelude::*;

use crate::common::mutation::{config, mutated, some};
use crate::common::workbook::{row, workbook};
use crate::common::{findings, small};

/// Checks a plan over a file of data: every finding has a place that can be shown.
fn check_over(file: &str, bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(file), bytes).unwrap();
    let plan = small(&format!(
        "closing: \"{{{{ x.ten }}}} có {{{{ x.ho }}}} hộ.\"\nfor_each: {{as: x, in: {file}, key: \"{{{{ x.ten | slug }}}}\"}}\n"
    ));
    let path = folder.path().join("a.yaml").display().to_string();
    let Findings { sources, all } = findings(&path, &plan, &Templates::default());
    for one in all {
        let text = &sources.get(one.span.source).text;
        assert!(one.span.start <= one.span.end && one.span.end <= text.len(), "{one:?} lies outside");
        assert!(text.is_char_boundary(one.span.start) && text.is_char_boundary(one.span.end), "{one:?}");
        render_full(&one, &sources, Lang::Vi, false);
        assert!(render_json(&one, &sources, Lang::Vi).is_ok());
    }
}

const TABLE: &str =
    "ten,ho,ngay\nHải Lăng,12,2026-01-05\n\"Đông\nHà\",\"1.234,5\",06/11/2026\nCồn Cỏ,,\nTổng,13,\n";

/// The same list as each format writes it.
static LISTS: LazyLock<Vec<(&str, Vec<u8>)>> = LazyLock::new(|| {
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(TABLE.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    vec![
        ("rows.csv", TABLE.as_bytes().to_vec()),
        ("rows.csv", format!("sep=;\n{}", TABLE.replace(',', ";")).into_bytes()),
        ("rows.tsv", TABLE.replace(',', "\t").into_bytes()),
        ("rows.txt", utf16),
        ("rows.yaml", "- {ten: Hải Lăng, ho: 12}\n- ten: Đông Hà\n  ho: 1234.5\n".as_bytes().to_vec()),
        (
            "rows.json",
            "[{\"ten\": \"Hải Lăng\", \"ho\": 12}, {\"ten\": \"Đông Hà\", \"ho\": null}]".as_bytes().to_vec(),
        ),
    ]
});

static ROWS: LazyLock<String> = LazyLock::new(|| {
    [row(1, &["ten", "ho", "ngay"]), row(2, &["Hải Lăng", "12", "46000"]), row(4, &["Đông Hà", "=1+1", "x"])]
        .concat()
});

static FORMATS: [&str; 2] = ["dd/mm/yyyy", "#,##0.00"];

const MERGED: &str = "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>";

#[test]
fn the_seeds_are_read() {
    for (file, bytes) in LISTS.iter() {
        check_over(file, bytes);
    }
    check_over("rows.xlsx", &workbook(&ROWS, MERGED, &FORMATS));
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn mutated_lists_are_read_or_told(which in any::<prop::sample::Index>(), mutations in some()) {
        let (file, bytes) = &LISTS[which.index(LISTS.len())];
        check_over(file, &mutated(bytes, &mutations));
    }

    /// Inside of its parts, or the archive itself.
    #[test]
    fn mutated_workbooks_are_read_or_told(part in 0usize..3, mutations in some()) {
        let text = |seed: &str| String::from_utf8_lossy(&mutated(seed.as_bytes(), &mutations)).into_owned();
        let bytes = match part {
            0 => workbook(&text(&ROWS), MERGED, &FORMATS),
            1 => workbook(&ROWS, &text(MERGED), &[&text(FORMATS[0])]),
            _ => mutated(&workbook(&ROWS, MERGED, &FORMATS), &mutations),
        };
        check_over("rows.xlsx", &bytes);
    }
}
