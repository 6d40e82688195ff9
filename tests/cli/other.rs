//! `new`, `schema`, `eject`, `completions`, and wrong usage.

use insta::assert_snapshot;

use super::Sandbox;
use crate::common::root;

#[test]
fn a_new_plan_is_valid_and_is_not_overwritten() {
    let sandbox = Sandbox::new();
    let ran = sandbox.run(&["new", "plans/a.yaml"]);
    assert_eq!(ran.code, Some(0));
    assert_snapshot!(ran.stderr, @"đã ghi plans/a.yaml; tiếp theo: kehoach build plans/a.yaml");
    let built = sandbox.run(&["build", "plans"]);
    assert_eq!(built.code, Some(0));
    assert_snapshot!(built.stderr, @"plans/a.yaml → out/a.docx, out/a.pdf (2 trang)");
    let again = sandbox.run(&["new", "plans/a.yaml", "--lang", "en"]);
    assert_eq!(again.code, Some(2));
    assert_snapshot!(again.stderr, @"error: plans/a.yaml exists and is not overwritten");
    let unknown = sandbox.run(&["new", "b.yaml", "--kind", "hop-dong"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.stderr.contains("bao-cao, bien-ban"), "{}", unknown.stderr);
}

#[test]
fn the_schema_goes_to_standard_output() {
    let ran = Sandbox::new().run(&["schema"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert_eq!(ran.stdout, std::fs::read_to_string(root().join("plans/plan.schema.json")).unwrap());
}

#[test]
fn templates_are_copied_once() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.run(&["eject"]).code, Some(0));
    let files: Vec<String> =
        kehoach::templates::BUILT_IN.iter().map(|(name, _)| format!("templates/{name}")).collect();
    let mut sorted = files.clone();
    sorted.sort();
    assert_eq!(sandbox.files(), sorted);
    for file in files {
        let (built_in, copied) = (root().join(&file), sandbox.path().join(&file));
        assert_eq!(std::fs::read(built_in).unwrap(), std::fs::read(copied).unwrap());
    }
    let again = sandbox.run(&["eject", "typst/blocks.typ"]);
    assert_eq!(again.code, Some(2));
    assert_snapshot!(again.stderr, @"lỗi: templates/typst/blocks.typ đã có, không ghi đè");
    assert_eq!(sandbox.run(&["eject", "none"]).code, Some(2));
}

#[test]
fn wrong_usage_has_its_own_code() {
    let sandbox = Sandbox::new();
    for arguments in [
        &["build"][..],
        &["bild"],
        &[],
        &["build", "a.yaml", "--format", "odt"],
        &["build", "a.yaml", "--jobs", "0"],
    ] {
        let ran = sandbox.run(arguments);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(!ran.stderr.is_empty());
    }
    for arguments in [&["--help"][..], &["--version"], &["build", "--help"], &["completions", "bash"]] {
        let ran = sandbox.run(arguments);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{arguments:?}");
        assert!(!ran.stdout.is_empty());
    }
}
