//! What the program is made of: where its crates come from, under which licences, and which are there twice.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use crate::common::root;

/// Licences that ask for nothing but their text, so that the program may be passed on under its own.
const LICENSES: [&str; 10] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// The crates of `Cargo.lock`, for every system: name and version, with the source.
fn locked() -> Vec<(String, String, Option<String>)> {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let value = |part: &str, key: &str| {
        let line = part.lines().find_map(|line| line.strip_prefix(&format!("{key} = ")))?;
        Some(line.trim_matches('"').to_owned())
    };
    let parts = lock.split("[[package]]").skip(1);
    parts
        .map(|part| (value(part, "name").unwrap(), value(part, "version").unwrap(), value(part, "source")))
        .collect()
}

/// The list behind `key = [` in `.deny.toml`, without what a line says after `#`.
fn denied(key: &str) -> BTreeSet<String> {
    let deny = std::fs::read_to_string(root().join(".deny.toml")).unwrap();
    let list = deny.split(&format!("\n{key} = [\n")).nth(1).unwrap().split("\n]").next().unwrap();
    let entries = list.lines().map(|line| line.split('"').nth(1).unwrap().to_owned());
    entries.collect()
}

#[test]
fn crates_come_from_the_registry_with_their_checksums() {
    let crates = locked();
    assert!(crates.len() > 300, "{}", crates.len());
    for (name, version, source) in crates {
        let wanted = (name != "kehoach").then_some("registry+https://github.com/rust-lang/crates.io-index");
        assert_eq!(source.as_deref(), wanted, "{name} {version}");
    }
}

/// The same list as that of `.deny.toml`: neither grows unseen, and what is no longer there leaves both.
#[test]
fn crates_that_are_there_twice_are_known() {
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    locked().into_iter().for_each(|(name, version, _)| versions.entry(name).or_default().push(version));
    let doubled: BTreeSet<String> = versions
        .iter()
        .filter(|(_, versions)| versions.len() > 1)
        .flat_map(|(name, versions)| {
            // The newest one is the crate; the others are there beside it.
            let older = &versions[..versions.len() - 1];
            older.iter().map(move |version| format!("{name}@{version}"))
        })
        .collect();
    assert_eq!(doubled, denied("skip"));
}

#[test]
fn licences_are_those_that_may_be_passed_on() {
    let allowed: BTreeSet<String> = LICENSES.iter().map(|one| (*one).to_owned()).collect();
    assert_eq!(denied("allow"), allowed);
    let run = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).current_dir(root()).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let host = run("rustc", &["-vV"]);
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    // What other systems need in addition is not here; `.deny.toml` is held against that, too.
    let arguments = ["metadata", "--locked", "--offline", "--format-version", "1", "--filter-platform", host];
    let metadata: serde_json::Value = serde_json::from_str(&run(env!("CARGO"), &arguments)).unwrap();
    let crates = metadata["packages"].as_array().unwrap();
    assert!(crates.len() > 300, "{}", crates.len());
    for one in crates {
        let license = one["license"].as_str().unwrap_or_else(|| panic!("{} has no licence", one["id"]));
        assert!(may_be_passed_on(license), "{}: {license}", one["id"]);
    }
}

/// One licence of each "or", all of each "and".
fn may_be_passed_on(license: &str) -> bool {
    let license = license.replace('/', " OR ");
    license.split(" AND ").all(|all| {
        let one_of = all.trim_matches(['(', ')', ' ']);
        one_of.split(" OR ").any(|one| LICENSES.contains(&one.trim_matches(['(', ')', ' '])))
    })
}

#[test]
fn licences_are_read_as_they_are_meant() {
    for (license, may) in [
        ("MIT", true),
        ("GPL-3.0-only", false),
        ("MIT OR GPL-3.0-only", true),
        ("Apache-2.0 / MIT", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("(MIT OR Apache-2.0) AND GPL-2.0-only", false),
        ("Apache-2.0 WITH LLVM-exception", true),
    ] {
        assert_eq!(may_be_passed_on(license), may, "{license}");
    }
}

/// The scripts of the gate and the workflows: nothing that they take in can change without a change here.
#[test]
fn what_the_gate_takes_in_is_pinned() {
    let folders = [".ci", ".ci/instruments", ".github/workflows"];
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(root().join(folder)).unwrap());
    let files = files.map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let [mut actions, mut checkouts, mut builds, mut pips, mut packs] = [0; 5];
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        // A command goes on after a backslash at the end of its line.
        let text = text.replace("\\\n", " ");
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let line = line.trim();
            let shown = format!("{}: {line}", file.display());
            if line.starts_with('#') {
                continue;
            }
            if let Some((_, action)) = line.split_once("uses: ") {
                let commit = action.split_once('@').unwrap().1.split(' ').next().unwrap();
                assert!(commit.len() == 40 && commit.chars().all(|c| c.is_ascii_hexdigit()), "{shown}");
                actions += 1;
                if action.starts_with("actions/checkout@") {
                    let with = [lines[at + 1].trim(), lines[at + 2].trim()];
                    assert_eq!(with, ["with:", "persist-credentials: false"], "{shown}");
                    checkouts += 1;
                }
            }
            // Those two are the README's; the gate held the lock before them.
            let is_readme = ["cargo run --release -- build plans", "cargo test --release"].contains(&line);
            let is_build = ["cargo build", "cargo run", "cargo test", "cargo clippy", "cargo install"];
            if is_build.iter().any(|command| line.contains(command)) && !is_readme {
                assert!(line.contains("--locked"), "{shown}");
                builds += 1;
            }
            if ["pip install", "pip download"].iter().any(|command| line.contains(command)) {
                assert!(line.contains("--require-hashes"), "{shown}");
                pips += 1;
            }
            // What it packs is held against hashes in the next line.
            assert!(!line.contains("npm install") && !line.contains("npm ci"), "{shown}");
            if line.contains("npm pack") {
                assert!(lines[at + 1].contains("sha512sum --check"), "{shown}");
                packs += 1;
            }
        }
    }
    let seen = [actions, checkouts, builds, pips, packs];
    assert!(seen.iter().zip([14, 4, 5, 3, 1]).all(|(seen, least)| *seen >= least), "{seen:?}");
}
