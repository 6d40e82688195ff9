//! Mutated data files and manifests: whatever bytes stand in them, they are read, or told of at their place. The laws of
//! mutated plans and fixes stand in `check.rs`. As many as `KEHOACH_MUTATIONS` says, for a long run.

use std::path::{Component, Path};
use std::sync::LazyLock;

use kehoach::diag::{Lang, render_full, render_json};
use kehoach::driver;
use kehoach::output::Manifest;
use kehoach::templates::Templates;
use proptest::prelude::*;

use crate::common::small;
use crate::common::workbook::{row, workbook};

/// How many of each sort.
fn mutations() -> u32 {
    std::env::var("KEHOACH_MUTATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(200)
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: mutations(), failure_persistence: None, ..ProptestConfig::default() }
}

/// What is put in the place of some bytes.
#[derive(Clone, Debug)]
struct Mutation {
    at: f64,
    len: usize,
    with: Vec<u8>,
}

/// One to three of them; pieces that mean something in one of the formats come more often than mere bytes.
fn some() -> impl Strategy<Value = Vec<Mutation>> {
    let pieces = [
        "\"",
        "\"\"",
        ",",
        ";",
        "\t",
        "\n",
        "\r",
        "sep=;\n",
        "\u{feff}",
        "\u{0}",
        "\u{202e}",
        "[",
        "]",
        "{",
        "}",
        ": ",
        "- ",
        "&a",
        "*a",
        "!!",
        "~",
        "4294967294",
        "-1",
        "1e999",
        "2026-02-30",
        "A1048577",
        "XFE1",
        "<",
        "/>",
        "&amp;",
        "t=\"s\"",
        "r=\"A4294967294\"",
        "<row r=\"4294967294\">",
        "<mergeCell ref=\"A1:XFD1048576\"/>",
        "</sheetData>",
        "\"file\":\"\"",
        "../",
        "/",
        "\\",
        ".docx",
        "null",
        "{{",
        "}}",
        "#REF!",
        "ỹ",
        "\u{301}",
    ];
    let piece = prop::sample::select(pieces.to_vec()).prop_map(|piece| piece.as_bytes().to_vec());
    let with = prop_oneof![3 => piece, 1 => prop::collection::vec(any::<u8>(), 0..6)];
    let one = (0.0f64..1.0, 0usize..40, with).prop_map(|(at, len, with)| Mutation { at, len, with });
    prop::collection::vec(one, 1..4)
}

fn mutated(seed: &[u8], mutations: &[Mutation]) -> Vec<u8> {
    let mut out = seed.to_vec();
    for one in mutations {
        let start = ((one.at * out.len() as f64) as usize).min(out.len());
        let end = (start + one.len).min(out.len());
        out.splice(start..end, one.with.iter().copied());
    }
    out
}

/// Checks a plan over a file of data: every finding has a place that can be shown.
fn check_over(file: &str, bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(file), bytes).unwrap();
    let plan = small(&format!(
        "closing: \"{{{{ x.ten }}}} có {{{{ x.ho }}}} hộ.\"\nfor_each: {{as: x, in: {file}, key: \"{{{{ x.ten | slug }}}}\"}}\n"
    ));
    let path = folder.path().join("a.yaml").display().to_string();
    for (one, sources) in driver::check(&path, &plan, &Templates::default()) {
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

static ENTRIES: LazyLock<String> = LazyLock::new(|| {
    let from = "{\"tool\":\"t\",\"plan\":\"p\",\"templates\":{},\"fonts\":\"f\"}";
    let line = |file: &str| {
        format!(
            "{{\"file\":\"{file}\",\"sha256\":\"ab\",\"bytes\":1,\"kind\":\"k\",\"plan\":\"../a.yaml\",\"from\":{from}}}\n"
        )
    };
    let hostile = ["", "..", "/a.docx", "../a.docx", "a/../../b.pdf", "./a.pdf", "a.txt", "a/.docx"];
    ["a.docx", "a.pdf", "b/c.docx", "a.docx"].iter().chain(&hostile).map(|file| line(file)).collect()
});

/// What a manifest may name: a document inside of its folder.
fn is_safe(file: &str) -> bool {
    let path = Path::new(file);
    path.components().count() > 0
        && path.components().all(|part| matches!(part, Component::Normal(_)))
        && path.extension().is_some_and(|one| one == "docx" || one == "pdf")
}

#[test]
fn the_seeds_are_read() {
    for (file, bytes) in LISTS.iter() {
        check_over(file, bytes);
    }
    check_over("rows.xlsx", &workbook(&ROWS, MERGED, &FORMATS));
    let files: Vec<String> = Manifest::read(&ENTRIES).entries().map(|entry| entry.file.clone()).collect();
    assert_eq!(files, ["a.docx", "a.pdf", "b/c.docx"]);
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

    #[test]
    fn mutated_manifests_name_nothing_outside(mutations in some()) {
        let text = String::from_utf8_lossy(&mutated(ENTRIES.as_bytes(), &mutations)).into_owned();
        let manifest = Manifest::read(&text);
        for entry in manifest.entries() {
            prop_assert!(is_safe(&entry.file), "{}", entry.file);
        }
        prop_assert_eq!(Manifest::read(&manifest.text()), manifest);
    }
}
