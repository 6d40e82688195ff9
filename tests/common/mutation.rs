//! Bytes changed, cut out and added.

use proptest::prelude::*;

/// How many: as many as `KEHOACH_MUTATIONS` says, for a long run.
pub fn mutations(otherwise: u32) -> u32 {
    std::env::var("KEHOACH_MUTATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(otherwise)
}

/// So many of each sort of file.
pub fn config() -> ProptestConfig {
    ProptestConfig { cases: mutations(200), failure_persistence: None, ..ProptestConfig::default() }
}

/// What is put in the place of some bytes.
#[derive(Clone, Debug)]
pub struct Mutation {
    at: f64,
    len: usize,
    with: Vec<u8>,
}

/// One to three of them; pieces that mean something in one of the formats come more often than mere bytes.
pub fn some() -> impl Strategy<Value = Vec<Mutation>> {
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

pub fn mutated(seed: &[u8], mutations: &[Mutation]) -> Vec<u8> {
    let mut out = seed.to_vec();
    for one in mutations {
        let start = ((one.at * out.len() as f64) as usize).min(out.len());
        let end = (start + one.len).min(out.len());
        out.splice(start..end, one.with.iter().copied());
    }
    out
}
