//! Every code: its examples, its documentation, and its name.

use kehoach::diag::codes::{Code, Examples};
use kehoach::diag::{Diagnostic, Lang};
use kehoach::internals;
use kehoach::pipeline;
use kehoach::templates::Templates;
use kehoach::world::Memory;

use crate::common::{encode, root};

/// What is found in a plan, by the whole program but for the pages.
fn found(plan: &str, templates: &Templates) -> Vec<Diagnostic> {
    let outcome = encode("plan.yaml", plan, &[pipeline::Format::Docx, pipeline::Format::Pdf], templates);
    outcome.diagnostics
}

#[test]
fn a_wrong_example_makes_its_rule_fire_at_the_marked_place_and_no_other() {
    let (mut tried, mut wrong_ones) = (0, Vec::new());
    for code in internals::codes() {
        let (findings, wanted) = match code.examples {
            Examples::Plan { wrong, .. } => {
                let (text, marked) = internals::unmarked(wrong);
                let (plan, moved) = internals::whole_plan(&text);
                let wanted = marked.map(|marked| marked.start + moved..marked.end + moved);
                (found(&plan, &Templates::default()), wanted)
            }
            Examples::Template { name, wrong, .. } => {
                let (text, marked) = internals::unmarked(wrong);
                (found_with(name, &text), marked)
            }
            Examples::None => continue,
        };
        tried += 1;
        let alone = !findings.is_empty() && findings.iter().all(|one| *one.code == *code);
        let there = wanted.as_ref().is_none_or(|wanted| {
            findings.first().is_some_and(|one| (one.span.start..one.span.end) == *wanted)
        });
        if !alone || !there || findings.iter().any(|one| one.severity != code.severity) {
            let seen: Vec<_> = findings
                .iter()
                .map(|one| (one.code.name, one.span.start..one.span.end, &one.message.vi))
                .collect();
            wrong_ones.push(format!("{} at {wanted:?}: {seen:?}", code.name));
        }
    }
    assert!(wrong_ones.is_empty(), "{}", wrong_ones.join("\n"));
    assert_eq!(tried, 133);
}

#[test]
fn a_right_example_is_silent() {
    let mut loud = Vec::new();
    for code in internals::codes() {
        let findings = match code.examples {
            Examples::Plan { right, .. } => found(&internals::whole_plan(right).0, &Templates::default()),
            Examples::Template { name, right, .. } => found_with(name, right),
            Examples::None => continue,
        };
        loud.extend(
            findings.iter().map(|one| format!("{}: {} {}", code.name, one.code.name, one.message.vi)),
        );
    }
    assert!(loud.is_empty(), "{}", loud.join("\n"));
}

/// What is found in a plan over the built-in templates with one of the user's.
fn found_with(name: &str, text: &str) -> Vec<Diagnostic> {
    let world = Memory::default().with(format!("templates/{name}"), text).with_templates("templates");
    found(&internals::whole_plan("").0, &Templates::of(&world))
}

#[test]
fn codes_are_names_and_none_stands_twice() {
    let mut codes: Vec<&str> = internals::codes().map(|code| code.name).collect();
    for code in &codes {
        assert!(code.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{code}");
    }
    codes.sort_unstable();
    assert!(codes.windows(2).all(|two| two[0] != two[1]));
}

#[test]
fn every_rule_is_explained_in_both_languages() {
    for code in internals::codes() {
        let Code { what, why, name, .. } = code;
        for text in [what.vi, what.en, why.vi, why.en] {
            assert!(text.chars().count() > 10 && !text.contains("  "), "{name}: {text}");
        }
        assert!(why.vi.ends_with('.') && why.en.ends_with('.'), "{name}");
        assert!(!what.vi.ends_with('.') && !what.en.ends_with('.'), "{name}");
        for lang in [Lang::Vi, Lang::En] {
            assert!(internals::explain(code, lang).contains(what.get(lang).get(3..9).unwrap_or_default()));
        }
    }
}

#[test]
fn the_handbook_is_current() {
    let path = root().join("src/lint/RULES.md");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, internals::handbook()).unwrap();
    }
    let file = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        file == internals::handbook(),
        "run: UPDATE_GOLDEN=1 cargo test --release the_handbook_is_current"
    );
}
