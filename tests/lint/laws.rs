//! The fixes, and the laws that hold on every plan.

use std::sync::LazyLock;

use kehoach::diag::codes::Examples;
use kehoach::diag::{Findings, Lang, Severity, render_full, render_github, render_json, render_short};
use kehoach::internals;
use kehoach::templates::Templates;
use proptest::prelude::*;

use super::{marked, read};
use crate::common::mutation::mutations;
use crate::common::{check, documents, examples, findings, fix, small};

/// Texts whose safe fixes are tried: the mistakes, every wrong example, and an example of each kind.
static FIXABLE: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mistakes = marked(read("mistakes.txt").split_once('\n').unwrap().1).0;
    let wrong_ones = internals::codes().filter_map(|code| match code.examples {
        Examples::Plan { wrong, .. } => Some(internals::whole_plan(&internals::unmarked(wrong).0).0),
        _ => None,
    });
    let of_kinds = examples().iter().map(|example| example.text.clone());
    [mistakes, read("scan.yaml")].into_iter().chain(wrong_ones).chain(of_kinds).collect()
});

/// The text with the slips of its YAML mended: what a fix keeps the shape of.
fn readable(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..10 {
        let Some((mended, _)) = kehoach::internals::mended(&text) else { return text };
        text = mended;
    }
    unreachable!("it has no end: {text}")
}

#[test]
fn a_fix_converges_keeps_the_shape_and_leaves_nothing_to_fix() {
    let templates = Templates::default();
    let safe = |text: &str| {
        let found = check("a.yaml", text, &templates);
        found.into_iter().filter(|one| one.fix.as_ref().is_some_and(|fix| fix.safe)).count()
    };
    let mut mended = 0;
    for text in FIXABLE.iter() {
        let before = safe(text);
        match fix("a.yaml", text, &templates) {
            Some(fixed) => {
                mended += fixed.count;
                assert_eq!(safe(&fixed.text), 0, "{}", fixed.text);
                assert_eq!(fix("a.yaml", &fixed.text, &templates), None);
                assert!(kehoach::internals::same_shape(&readable(text), &fixed.text));
            }
            None => assert_eq!(before, 0, "{text}"),
        }
    }
    assert!(mended > 40, "{mended} mended");
}

#[test]
fn a_fix_keeps_every_byte_beside_it() {
    let text = "# Chú thích đầu\r\nissuer: {name: Liên minh Hợp tác xã, code: LMHTX}   # tên\r\nplace: \"Quảng Trị,\"\r\ndate: 2020-11-06\r\n\
                subject: 'Thực hiện công tác đỡ đầu.'\r\nlegal_basis: [Căn cứ tình hình thực tế]\r\n\r\nobjectives:\r\n  - >-\r\n    Bảo đảm  tiến độ\r\n    của các phòng .\r\n\
                recipients:\r\n- Ủy ban nhân dân tỉnh;   # cấp trên\r\nsignature: {tm: Liên minh Hợp tác xã, position: Chủ tịch}\r\n";
    let wanted = text
        .replace("Quảng Trị,\"", "Quảng Trị\"")
        .replace("đỡ đầu.'", "đỡ đầu'")
        .replace("đảm  tiến", "đảm tiến")
        .replace("phòng .", "phòng.")
        .replace("tỉnh;", "tỉnh");
    let fixed = fix("a.yaml", text, &Templates::default()).unwrap();
    assert_eq!((fixed.text, fixed.count), (wanted, 5));
}

#[test]
fn the_formats_agree_on_what_was_found() {
    for text in FIXABLE.iter() {
        let checked = findings("kế hoạch.yaml", text, &Templates::default());
        let Findings { sources, all } = &checked;
        for one in all {
            let json: serde_json::Value =
                serde_json::from_str(&render_json(one, sources, Lang::Vi).unwrap()).unwrap();
            let at = sources.position(one.span);
            assert_eq!(
                (json["line"].as_u64(), json["column"].as_u64()),
                (Some(at.line as u64), Some(at.column as u64))
            );
            let place = format!("kế hoạch.yaml:{}:{}:", at.line, at.column);
            assert!(render_short(one, sources, Lang::Vi).starts_with(&place));
            assert!(render_full(one, sources, Lang::Vi, false).contains(one.code.name));
            assert!(!render_github(one, sources, Lang::Vi).contains('\n'));
        }
    }
}

/// A plan with bytes cut out, doubled or replaced is checked, and fixed, without a panic; places lie inside
/// the file, JSON lines parse, and what is fixed has nothing left to fix.
fn laws_hold(text: &str) {
    let templates = Templates::default();
    let checked = findings("a.yaml", text, &templates);
    let Findings { sources, all } = &checked;
    for one in all {
        let labels = one.labels.iter().map(|label| label.span);
        let edits = one.fix.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span);
        for span in [one.span].into_iter().chain(labels).chain(edits) {
            let file = &sources.get(span.source).text;
            assert!(span.start <= span.end && file.get(span.start..span.end).is_some(), "{one:?}");
        }
        let line = render_json(one, sources, Lang::Vi).unwrap();
        assert!(!line.contains('\n') && serde_json::from_str::<serde_json::Value>(&line).is_ok());
        assert!(internals::code(one.code.name).is_some(), "{}", one.code.name);
    }
    if let Some(fixed) = fix("a.yaml", text, &templates) {
        let readable = readable(text);
        assert!(
            !kehoach::internals::same_shape(&readable, &readable)
                || kehoach::internals::same_shape(&readable, &fixed.text)
        );
        assert_eq!(fix("a.yaml", &fixed.text, &templates), None, "{}", fixed.text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: mutations(1_000), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn laws_hold_on_mutated_plans(
        which in any::<prop::sample::Index>(),
        at in 0.0f64..1.0,
        len in 0usize..40,
        with in "(\\PC{0,6}|[*^\\[\\]{}\"'\\\\ \n:#-]{0,4}|[ỹạđÐеα\u{301}\u{200b}\u{a0}0-9./;, ]{0,6})",
    ) {
        // The wrong examples are short: most mutations fall on something that matters.
        let text = &FIXABLE[which.index(FIXABLE.len())];
        let start = kehoach::source::floor_char_boundary(text, (at * text.len() as f64) as usize);
        let end = kehoach::source::floor_char_boundary(text, start + len);
        laws_hold(&format!("{}{with}{}", &text[..start], &text[end..]));
    }
}

#[test]
fn laws_hold_on_every_plan() {
    for plan in documents() {
        laws_hold(&plan.text);
        let found = check(&plan.at(), &plan.text, &Templates::default());
        assert!(found.iter().all(|one| one.severity == Severity::Info), "{}", plan.name);
    }
}

/// Right texts, in each way of writing them, and every plan, example and start: a fix leaves them alone.
#[test]
fn a_fix_changes_nothing_that_is_right() {
    let templates = Templates::default();
    let lines = read("right.txt");
    let mut changed = Vec::new();
    for line in lines.lines() {
        let single = format!("'{}'", line.replace('\'', "''"));
        for text in [single, format!(">-\n  {line}"), format!("|\n  {line}")] {
            let plan = small(&format!("closing: {text}\n"));
            if let Some(fixed) = fix("a.yaml", &plan, &templates) {
                // A typist's quotes around words are curved in print, which is no change of words.
                let curved = |text: &str| text.replace(['“', '”'], "\"");
                if curved(&fixed.text) != curved(&plan) {
                    changed.push(fixed.text.split("closing: ").last().unwrap().to_owned());
                }
            }
        }
    }
    assert!(changed.is_empty(), "{changed:#?}");
    for plan in documents() {
        assert_eq!(fix(&plan.at(), &plan.text, &templates), None, "{}", plan.name);
    }
    for (name, start) in kehoach::templates::STARTS {
        assert_eq!(fix("a.yaml", start, &templates), None, "{name}");
    }
}
