//! Every rule: its examples, its documentation, and its name.

use kehoach::diag::{Diagnostic, Lang, Severity};
use kehoach::driver;
use kehoach::lint::{self, Check, Examples, RULES, Rule};
use kehoach::templates::Templates;

use crate::common::{encode, root};

/// What is found in a plan, by the whole program but for the pages.
fn found(plan: &str, templates: &Templates) -> Vec<Diagnostic> {
    let outcome = encode("plan.yaml", plan, &[driver::Format::Docx, driver::Format::Pdf], templates);
    outcome.diagnostics
}

#[test]
fn a_wrong_example_makes_its_rule_fire_at_the_marked_place_and_no_other() {
    let (mut tried, mut wrong_ones) = (0, Vec::new());
    for rule in RULES {
        let (findings, wanted) = match rule.examples {
            Examples::Plan { wrong, .. } => {
                let (text, marked) = lint::unmarked(wrong);
                let (plan, moved) = lint::whole_plan(&text);
                let wanted = marked.map(|marked| marked.start + moved..marked.end + moved);
                (found(&plan, &Templates::default()), wanted)
            }
            Examples::Template { name, wrong, .. } => {
                let (text, marked) = lint::unmarked(wrong);
                (found(&lint::whole_plan("").0, &with_template(name, &text).1), marked)
            }
            Examples::None => continue,
        };
        tried += 1;
        let alone = !findings.is_empty() && findings.iter().all(|one| one.code == rule.code);
        let there = wanted.as_ref().is_none_or(|wanted| {
            findings.first().is_some_and(|one| (one.span.start..one.span.end) == *wanted)
        });
        if !alone || !there || findings.iter().any(|one| one.severity != rule.severity) {
            let seen: Vec<_> = findings
                .iter()
                .map(|one| (one.code, one.span.start..one.span.end, &one.message.vi))
                .collect();
            wrong_ones.push(format!("{} at {wanted:?}: {seen:?}", rule.code));
        }
    }
    assert!(wrong_ones.is_empty(), "{}", wrong_ones.join("\n"));
    assert!(tried >= 70, "{tried} rules tried");
}

#[test]
fn a_right_example_is_silent() {
    let mut loud = Vec::new();
    for rule in RULES {
        let findings = match rule.examples {
            Examples::Plan { right, .. } => found(&lint::whole_plan(right).0, &Templates::default()),
            Examples::Template { name, right, .. } => {
                found(&lint::whole_plan("").0, &with_template(name, right).1)
            }
            Examples::None => continue,
        };
        loud.extend(findings.iter().map(|one| format!("{}: {} {}", rule.code, one.code, one.message.vi)));
    }
    assert!(loud.is_empty(), "{}", loud.join("\n"));
}

/// The built-in templates with one of the user's.
fn with_template(name: &str, text: &str) -> (tempfile::TempDir, Templates) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
    let templates = Templates::new(Some(folder.path().to_owned()));
    (folder, templates)
}

#[test]
fn codes_are_names_and_none_stands_twice() {
    let mut codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
    for code in &codes {
        assert!(code.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{code}");
    }
    codes.sort_unstable();
    assert!(codes.windows(2).all(|two| two[0] != two[1]));
}

#[test]
fn every_rule_is_explained_in_both_languages() {
    for rule in RULES {
        let Rule { what, why, .. } = rule;
        for text in [what.vi, what.en, why.vi, why.en] {
            assert!(text.chars().count() > 10 && !text.contains("  "), "{}: {text}", rule.code);
        }
        assert!(why.vi.ends_with('.') && why.en.ends_with('.'), "{}", rule.code);
        assert!(!what.vi.ends_with('.') && !what.en.ends_with('.'), "{}", rule.code);
        for lang in [Lang::Vi, Lang::En] {
            assert!(lint::explain(rule, lang).contains(what.get(lang).get(3..9).unwrap_or_default()));
        }
        let silenced = matches!(rule.check, Check::Plan(_) | Check::Prose(_));
        assert_eq!(rule.can_be_silenced(), silenced);
    }
}

/// Every code that any room of the program writes stands in the table.
#[test]
fn every_code_of_the_source_has_its_documentation() {
    let mut seen = 0;
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            for after in text.split("Diagnostic::error(").skip(1) {
                let first = after.trim_start();
                if let Some(code) = first.strip_prefix('"').and_then(|rest| rest.split('"').next()) {
                    seen += 1;
                    let rule = lint::by_code(code).unwrap_or_else(|| panic!("{code} of {}", path.display()));
                    assert_eq!(rule.severity, Severity::Error, "{code}");
                }
            }
        }
    }
    assert!(seen > 25, "{seen} codes seen");
}

#[test]
fn the_handbook_is_current() {
    let path = root().join("src/lint/RULES.md");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, lint::handbook()).unwrap();
    }
    let file = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(file == lint::handbook(), "run: UPDATE_GOLDEN=1 cargo test --release the_handbook_is_current");
}
