//! Mutated manifests: whatever stands in them, they name nothing outside of their folder.

use std::path::{Component, Path};
use std::sync::LazyLock;

use kehoach::output::Manifest;
use proptest::prelude::*;

use crate::common::mutation::{config, mutated, some};

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
    let files: Vec<String> = Manifest::read(&ENTRIES).0.entries().map(|entry| entry.file.clone()).collect();
    assert_eq!(files, ["a.docx", "a.pdf", "b/c.docx"]);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn mutated_manifests_name_nothing_outside(mutations in some()) {
        let text = String::from_utf8_lossy(&mutated(ENTRIES.as_bytes(), &mutations)).into_owned();
        let manifest = Manifest::read(&text).0;
        for entry in manifest.entries() {
            prop_assert!(is_safe(&entry.file), "{}", entry.file);
        }
        prop_assert_eq!(Manifest::read(&manifest.text()).0, manifest);
    }
}
