//! The rooms of the house and what each may use, held against the `use crate::` lines.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::common::root;

/// Room → rooms it may use. The macro `say!` is `diag`'s.
const MAY_USE: [(&str, &[&str]); 24] = [
    ("length", &[]),
    ("source", &[]),
    ("world", &["source"]),
    ("diag", &["source"]),
    ("decree", &["length"]),
    ("vietnamese", &[]),
    ("reference", &["vietnamese"]),
    ("yaml", &["diag", "source"]),
    ("text", &["diag", "source", "vietnamese", "yaml"]),
    ("citation", &["reference", "source", "text", "vietnamese"]),
    ("typeset", &["length", "text", "vietnamese"]),
    ("document", &["length", "source", "text"]),
    ("templates", &["decree", "source", "vietnamese", "world"]),
    ("plan", &["decree", "diag", "length", "source", "text", "vietnamese", "yaml"]),
    ("data", &["diag", "source", "templates", "text", "vietnamese", "world", "yaml"]),
    (
        "batch",
        &["data", "decree", "diag", "plan", "source", "templates", "text", "vietnamese", "world", "yaml"],
    ),
    (
        "compose",
        &[
            "decree",
            "diag",
            "document",
            "length",
            "plan",
            "source",
            "templates",
            "text",
            "typeset",
            "vietnamese",
        ],
    ),
    ("lint", &["citation", "decree", "diag", "plan", "reference", "source", "text", "typeset", "vietnamese"]),
    ("backend", &["document", "length", "templates", "text", "typeset"]),
    ("output", &["source", "world"]),
    (
        "pipeline",
        &["backend", "batch", "compose", "diag", "document", "lint", "plan", "source", "templates", "world"],
    ),
    ("compiled", &["backend", "batch", "diag", "document", "pipeline", "source", "templates", "world"]),
    (
        "driver",
        &[
            "backend",
            "batch",
            "diag",
            "output",
            "pipeline",
            "plan",
            "source",
            "templates",
            "typeset",
            "world",
        ],
    ),
    ("cli", &["diag", "driver", "lint", "output", "pipeline", "plan", "source", "templates", "world"]),
];

/// Crates that one room alone may name.
const ONLY_IN: [(&str, &str); 11] = [
    ("docx_rs", "backend/docx"),
    ("typst", "backend/pdf"),
    ("tera", "templates"),
    ("serde_saphyr", "yaml"),
    ("clap", "cli"),
    ("tempfile", "output"),
    ("calamine", "data"),
    ("csv", "data"),
    ("indicatif", "cli"),
    ("sha2", "world"),
    ("annotate_snippets", "diag"),
];

#[test]
fn rooms_use_only_what_they_may() {
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    each_file(&root().join("src"), &mut |path, text| {
        let Some(room) = room(path) else { return };
        let uses = edges.entry(room.clone()).or_default();
        for path in text.split("use crate::").skip(1) {
            let path = path.split(';').next().unwrap();
            uses.insert(path.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap().to_owned());
            assert!(!path.starts_with('{'), "one `use` a room");
        }
    });
    let rooms: Vec<&str> = edges.keys().map(String::as_str).collect();
    let mut wanted: Vec<&str> = MAY_USE.iter().map(|(room, _)| *room).collect();
    wanted.sort_unstable();
    assert_eq!(rooms, wanted, "the rooms of the table are the rooms of the house");
    assert!(edges.values().map(BTreeSet::len).sum::<usize>() > 30, "the edges are seen");
    for (room, uses) in &edges {
        let allowed = MAY_USE.iter().find(|(one, _)| one == room).unwrap().1;
        for used in uses.iter().filter(|used| *used != room && *used != "say") {
            assert!(allowed.contains(&used.as_str()), "{room} must not use {used}");
        }
    }
}

#[test]
fn crates_stay_in_their_rooms() {
    let mut found = 0;
    each_file(&root().join("src"), &mut |path, text| {
        let path = path.strip_prefix(root().join("src")).unwrap().display().to_string();
        for (name, room) in ONLY_IN {
            if text
                .lines()
                .any(|line| line.trim_start().starts_with("use ") && line.contains(&format!("use {name}::")))
            {
                found += 1;
                assert!(path.starts_with(room), "{path} must not use {name}");
            }
        }
    });
    assert!(found >= ONLY_IN.len(), "every crate of the table is used somewhere");
}

#[test]
fn files_have_one_subject() {
    for (folder, least) in [("src", 40), ("tests", 50)] {
        let mut files = 0;
        each_file(&root().join(folder), &mut |path, text| {
            files += 1;
            assert!(text.lines().count() <= 400, "{} is too long", path.display());
            // A rule says it in what it tells a reader.
            let says = text.starts_with("//!") || text.contains("pub static RULE: Rule");
            assert!(says, "{} does not say what it is for", path.display());
        });
        assert!(files > least, "{files} files seen in {folder}");
    }
}

/// Tests of one room stand in a folder with its name; beside them what tests share, the golden files and plans.
#[test]
fn tests_stand_in_folders_named_as_the_rooms() {
    let mut folders = 0;
    for entry in std::fs::read_dir(root().join("tests")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() && !["common", "golden", "plans"].contains(&name.as_str()) {
            assert!(MAY_USE.iter().any(|(room, _)| *room == name), "there is no room {name}");
            folders += 1;
        }
    }
    assert!(folders > 9, "{folders} folders seen");
}

/// The room a file belongs to; none for the root of the crate.
fn room(path: &Path) -> Option<String> {
    let path = path.strip_prefix(root().join("src")).unwrap();
    let first = path.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
    let name = first.trim_end_matches(".rs").to_owned();
    (!["lib", "main"].contains(&name.as_str())).then_some(name)
}

fn each_file(folder: &Path, see: &mut dyn FnMut(&Path, &str)) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            each_file(&path, see);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            see(&path, &std::fs::read_to_string(&path).unwrap());
        }
    }
}
