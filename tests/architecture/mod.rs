//! The rooms of the house and what each may use, held against every path in the source.

mod house;

use std::collections::BTreeSet;
use std::path::Path;

use crate::common::root;
use house::House;

/// Room → rooms it may use. The macro `message!` is `diag`'s.
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
    ("citation", &["decree", "reference", "source", "text", "vietnamese"]),
    ("typeset", &["length", "text", "vietnamese"]),
    ("document", &["length", "source", "text"]),
    ("templates", &["decree", "source", "vietnamese", "world"]),
    ("plan", &["decree", "diag", "length", "source", "templates", "text", "vietnamese", "yaml"]),
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
    let house = House::below(&root().join("src"));
    let breaches = breaches(&house);
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
    let edges = house.edges();
    let rooms: BTreeSet<&str> = edges.keys().map(|file| room(file)).filter(|room| !is_root(room)).collect();
    let wanted: BTreeSet<&str> = MAY_USE.iter().map(|(room, _)| *room).collect();
    assert_eq!(rooms, wanted, "the rooms of the table are the rooms of the house");
    assert!(edges.values().map(BTreeSet::len).sum::<usize>() > 700, "the edges are seen");
}

#[test]
fn no_two_files_use_each_other_in_a_circle() {
    let house = House::below(&root().join("src"));
    let circles = house.circles();
    assert!(circles.is_empty(), "{circles:#?}");
}

/// The same judges see a breach that is planted.
#[test]
fn planted_breaches_are_seen() {
    let plant = |files: &[(&str, &str)]| {
        House::of(files.iter().map(|(path, text)| (path.to_string(), text.to_string())).collect())
    };
    let circle = plant(&[
        ("plan", "mod node;\nmod table;\npub use node::Node;\npub use table::{Row, Table};\n"),
        ("plan::node", "use super::Table;\npub struct Node(Table);\n"),
        ("plan::table", "pub struct Row(Vec<crate::plan::Node>);\n"),
    ]);
    assert_eq!(circle.circles(), [BTreeSet::from(["plan::node", "plan::table"])]);
    let upwards = plant(&[
        ("backend", "mod docx;\n"),
        ("backend::docx", "fn margin() -> i64 {\n    crate::decree::MARGIN\n}\n"),
        ("decree", "pub const MARGIN: i64 = 20;\n"),
    ]);
    assert_eq!(breaches(&upwards), ["backend::docx must not use decree"]);
}

/// Files that use a room which theirs may not.
fn breaches(house: &House) -> Vec<String> {
    let mut out = Vec::new();
    for (file, used) in house.edges() {
        let Some((_, allowed)) = MAY_USE.iter().find(|(one, _)| *one == room(file)) else { continue };
        let others: BTreeSet<&str> = used.iter().map(|other| room(other)).collect();
        let wrong = others.into_iter().filter(|other| *other != room(file) && !allowed.contains(other));
        out.extend(wrong.map(|other| format!("{file} must not use {other}")));
    }
    out
}

/// The room of a module.
fn room(module: &str) -> &str {
    module.split("::").next().unwrap()
}

fn is_root(room: &str) -> bool {
    ["lib", "main"].contains(&room)
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

/// Reading the disk is the world's, writing it is the output's.
#[test]
fn the_disk_is_touched_in_two_rooms() {
    let house = House::below(&root().join("src"));
    let touching: BTreeSet<&str> =
        house.code().filter(|(_, code)| code.contains("std::fs")).map(|(file, _)| room(file)).collect();
    assert_eq!(touching, BTreeSet::from(["output", "world"]));
}

#[test]
fn files_have_one_subject() {
    for (folder, least) in [("src", 40), ("tests", 50)] {
        let mut files = 0;
        each_file(&root().join(folder), &mut |path, text| {
            files += 1;
            assert!(text.lines().count() <= 400, "{} is too long", path.display());
            // A rule says it in what it tells a reader.
            let says = text.starts_with("//!") || text.contains("static RULE: Rule");
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
        if entry.path().is_dir() && !["architecture", "common", "golden", "plans"].contains(&name.as_str()) {
            assert!(MAY_USE.iter().any(|(room, _)| *room == name), "there is no room {name}");
            folders += 1;
        }
    }
    assert!(folders > 9, "{folders} folders seen");
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
