//! Bad input of every sort ends in a diagnostic: never a panic, never half a file.

use std::collections::HashSet;

use kehoach::diag::Severity;
use kehoach::pipeline::Format;
use kehoach::source::{Foreign, ReadError, floor_char_boundary};
use kehoach::templates::Templates;
use kehoach::world::{Disk, text as read};
use proptest::prelude::*;

use crate::common::{check, encode, examples, plans, small};

/// Codes found in a plan that must give no file.
fn refused(text: &str) -> Vec<&'static str> {
    let outcome = encode("a.yaml", text, &[Format::Docx, Format::Pdf], &Templates::default());
    assert!(outcome.artifacts.is_empty(), "a file was made");
    assert!(!outcome.diagnostics.is_empty(), "nothing was said");
    for one in &outcome.diagnostics {
        let text = &outcome.sources.get(one.span.source).text;
        assert!(one.span.start <= one.span.end && one.span.end <= text.len(), "{one:?} lies outside");
        assert!(text.is_char_boundary(one.span.start) && text.is_char_boundary(one.span.end));
    }
    outcome.diagnostics.iter().map(|one| one.code.name).collect()
}

#[test]
fn yaml_that_is_no_plan() {
    for text in
        ["", "null", "- a\n- b\n", "just a text", "a: [1, 2", "\t- x", "%YAML 9", "a: *b", "\u{0}\u{1}\u{2}"]
    {
        refused(text);
    }
    assert_eq!(refused("a: 1\n---\nb: 2\n"), ["yaml-syntax"]);
}

#[test]
fn byte_order_marks_line_ends_and_decomposed_letters_change_nothing() {
    let plan = &plans()[0].text;
    let json = |text: &str| serde_json::to_value(crate::common::document(text)).unwrap();
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(plan.as_str()).collect();
    assert_ne!(&decomposed, plan);
    let wanted = json(plan);
    for text in [format!("\u{feff}{plan}"), plan.replace('\n', "\r\n"), decomposed] {
        assert!(json(&text) == wanted);
    }
}

#[test]
fn a_syntax_error_has_its_place() {
    let text = small("closing: {a: b, c d}: x\n");
    let outcome = encode("a.yaml", &text, &[Format::Docx], &Templates::default());
    let [one] = outcome.diagnostics.as_slice() else { panic!("{:#?}", outcome.diagnostics) };
    assert_eq!((one.code.name, outcome.sources.position(one.span).line), ("yaml-syntax", 9));
}

#[test]
fn bombs_and_towers() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for n in 1..12 {
        let aliases = vec![format!("*a{}", n - 1); 9].join(", ");
        bomb.push_str(&format!("a{n}: &a{n} [{aliases}]\n"));
    }
    assert_eq!(refused(&bomb), ["yaml-syntax"]);
    assert_eq!(refused(&"[".repeat(100_000)), ["yaml-syntax"]);
    assert_eq!(refused(&"{a: ".repeat(2_000)), ["yaml-syntax"]);
    let deep: String = (0..500)
        .map(|n| format!("{}- item: x\n{}  items:\n", " ".repeat(n * 4), " ".repeat(n * 4)))
        .collect();
    refused(&format!("objectives:\n{deep}"));
}

#[test]
fn files_that_are_no_text() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    std::fs::write(&path, [0x89, b'P', b'N', b'G', 0xff, 0xfe]).unwrap();
    assert!(matches!(read(&Disk::default(), &path), Err(ReadError::Foreign(Foreign::Picture))));
    std::fs::write(&path, [b'a', 0xff, 0xfe]).unwrap();
    assert!(matches!(read(&Disk::default(), &path), Err(ReadError::NotText(1))));
    assert!(matches!(read(&Disk::default(), folder.path()), Err(ReadError::Folder)));
    assert!(matches!(read(&Disk::default(), &folder.path().join("none")), Err(ReadError::Io(_))));
    let large = std::fs::File::create(&path).unwrap();
    large.set_len(100 * 1024 * 1024).unwrap();
    assert!(matches!(read(&Disk::default(), &path), Err(ReadError::TooLarge)));
}

#[test]
fn a_users_text_is_data() {
    let hostile = "#import \"x\" $1$ <b>x</b> &amp; @ref `raw` \\\\ _a_ ~ //c [x] ]]> <!-- -- <?xml?> %PDF";
    let text = small(&format!("closing: '{hostile}'"));
    let outcome = encode("a.yaml", &text, &[Format::Docx, Format::Pdf], &Templates::default());
    assert_eq!(outcome.artifacts.len(), 2, "{:#?}", outcome.diagnostics);
    let document = crate::common::document(&text);
    let mut found = false;
    document.parts[0]
        .paragraphs(&mut |paragraph| found |= kehoach::text::words(&paragraph.text).starts_with(hostile));
    assert!(found, "every character prints as itself");
    let main = crate::common::docx::open(&outcome.artifacts[0].bytes);
    let paragraph: String = main
        .part("word/document.xml")
        .descendants()
        .filter(|node| node.tag_name().name() == "p")
        .map(crate::common::docx::words)
        .collect();
    assert!(paragraph.contains(hostile));
    for name in ["../../etc/passwd", "/etc/passwd", "a/../b", "..", "a b"] {
        assert_eq!(refused(&small(&format!("template: {name}"))), ["unknown-template"], "{name}");
    }
}

#[test]
fn everything_wrong_is_said_at_once() {
    let plan = "issuer: {nam: X, parent: [UBND tỉnh]}\nnumber: -1\ndate: 2020-02-31\nsubject: ''\nrecipient: [A]\n\
                objectives: {purpos: []}\nsignature: {position: [x]}\nlayout: {body_size: 12, margins_mm: {left: 10}}\nurgency: gap\n";
    let mut codes = refused(plan);
    codes.sort_unstable();
    assert_eq!(
        codes,
        [
            "date-impossible",
            "empty-text",
            "layout-bounds",
            "layout-bounds",
            "missing-key",
            "missing-legal-basis",
            "number-form",
            "unknown-key",
            "unknown-key",
            "unknown-key",
            "unknown-value",
            "wrong-type",
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// A plan with bytes cut out, doubled or replaced never panics and never gives half its files.
    #[test]
    fn mutated_plans_never_panic(which in 0usize..4, at in 0.0f64..1.0, len in 0usize..40, with in "\\PC{0,6}") {
        let text = &plans()[which % plans().len()].text;
        let start = floor_char_boundary(text, (at * text.len() as f64) as usize);
        let end = floor_char_boundary(text, start + len);
        let mutated = format!("{}{with}{}", &text[..start], &text[end..]);
        let outcome = encode("a.yaml", &mutated, &[Format::Docx], &Templates::default());
        let failed = outcome.diagnostics.iter().any(|one| one.severity == kehoach::diag::Severity::Error);
        prop_assert_eq!(outcome.artifacts.len(), usize::from(!failed));
        for one in &outcome.diagnostics {
            let text = &outcome.sources.get(one.span.source).text;
            prop_assert!(one.span.end <= text.len());
            kehoach::diag::render_full(one, &outcome.sources, kehoach::diag::Lang::Vi, false);
        }
    }
}

/// Keys that no example has.
const RARE: &str = "circulation: Lưu hành nội bộ\ndrafter: {code: PL, copies: 5}\ncontact:\n  address: Số 1 Hùng Vương\n  \
                    email: a@b.vn\n  website: b.vn\n  phone: 0233 1\n  fax: 0233 2\nsymbol: KH-LMHTX\n";

/// What Word leaves of a bullet, behind the value of each key in turn: a plan that checks without an error is built.
#[test]
fn a_letter_that_no_font_has_is_told_wherever_it_prints() {
    let templates = Templates::default();
    let (mut seen, mut told, mut built) = (HashSet::new(), 0, 0);
    let texts = examples().iter().map(|plan| plan.text.clone()).chain([small(RARE)]);
    for text in texts {
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let (at, key) = (start, line.split(':').next().unwrap_or_default().trim());
            start += line.len();
            let Some(last) = line.rfind(char::is_alphanumeric) else { continue };
            // Comments and keys without a value print nothing.
            let is_value = !line.contains('#') && !line.trim_end().ends_with([':', '-', '|', '>']);
            let is_key = !key.contains(' ') || key.starts_with("- ");
            let key = if is_key && line.contains(": ") { key } else { "a text" };
            if !is_value || !seen.insert(key.to_owned()) {
                continue;
            }
            let end = at + last + line[last..].chars().next().map_or(0, char::len_utf8);
            let odd = format!("{}\u{f0b7}{}", &text[..end], &text[end..]);
            if check("a.yaml", &odd, &templates).iter().any(|one| one.severity == Severity::Error) {
                told += 1;
                continue;
            }
            let made = encode("a.yaml", &odd, &[Format::Pdf], &templates);
            assert!(made.artifacts.len() == 1, "{line}: {:#?}", made.diagnostics);
            built += 1;
        }
    }
    assert!(told > 40, "{told} told, {built} built");
}
