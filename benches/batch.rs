//! Batches: `cargo bench --bench batch`. Runs the program as a user does, and prints how long it took and how
//! much memory it had at most. Nothing here asserts on a clock.
//!
//! - the 78 communes of `plans/do-dau-xa.yaml`, and the first 100 of its generated rows, each time into a new folder;
//! - 3,321 generated rows: all, again with nothing changed, and with one row changed;
//! - the same 100 documents from 100 plan files, which share nothing: what one batch gains.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench reads, times and prints"
)]

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const PLAN: &str = "plans/do-dau-xa.yaml";

/// As many as there are communes in the country.
const ROWS: usize = 3321;

fn main() {
    let read =
        |name: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
    let (plan, communes) = (read(PLAN), read("plans/communes.csv"));
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let numbered = plan.replace("commune.ten | slug }}\"", "commune.ten | slug }}-{{ commune.ma }}\"");
    assert_ne!(numbered, plan);
    for (name, text, rows) in [
        ("communes", &plan, communes.clone()),
        ("hundred", &numbered, generated(&communes, 100)),
        ("thousands", &numbered, generated(&communes, ROWS)),
    ] {
        std::fs::create_dir(at(name)).unwrap();
        std::fs::write(at(name).join("plan.yaml"), text).unwrap();
        std::fs::write(at(name).join("communes.csv"), rows).unwrap();
    }
    for name in ["communes", "hundred"] {
        let runs = (0..5).map(|n| build(&at(name), &["--out", &format!("out-{n}")]));
        let (time, peak) = middle(runs.collect());
        println!("{name}: {time:.2?}, peak {peak} MiB (of five runs the middle one)");
    }
    // The same documents, each a plan of its own.
    std::fs::create_dir(at("apart")).unwrap();
    let rows = generated(&communes, 100);
    let (head, rows) = rows.split_once('\n').unwrap();
    for (n, row) in rows.lines().enumerate() {
        std::fs::write(
            at("apart").join(format!("{n}.yaml")),
            numbered.replace("communes.csv", &format!("{n}.csv")),
        )
        .unwrap();
        std::fs::write(at("apart").join(format!("{n}.csv")), format!("{head}\n{row}\n")).unwrap();
    }
    let apart = |n| run(&at("apart"), &["build", ".", "-q", "--out", &format!("../apart-{n}")]);
    let (time, _) = middle((0..5).map(apart).collect());
    println!("the hundred as plans of their own: {time:.2?}");

    let (time, peak) = build(&at("thousands"), &[]);
    println!("{ROWS} rows: {time:.2?}, peak {peak} MiB");
    let (time, peak) = middle((0..5).map(|_| build(&at("thousands"), &[])).collect());
    println!("  nothing changed: {time:.2?}, peak {peak} MiB");
    let mut turn = 0;
    let mut changed = || {
        turn += 1;
        let path = at("thousands").join("communes.csv");
        let text = std::fs::read_to_string(&path).unwrap();
        let (before, row) = text.trim_end().rsplit_once('\n').unwrap();
        let cells: Vec<&str> = row.split(',').collect();
        let old = cells[7];
        let row = row.replace(old, &format!("{}", 20_000_000 + turn));
        std::fs::write(&path, format!("{before}\n{row}\n")).unwrap();
        build(&at("thousands"), &[])
    };
    let (time, peak) = middle((0..5).map(|_| changed()).collect());
    println!("  one row changed: {time:.2?}, peak {peak} MiB");
}

/// So many rows with the values of the communes, each with a number and an amount of its own.
fn generated(communes: &str, count: usize) -> String {
    let (head, rows) = communes.split_once('\n').unwrap();
    // A row with a comma in a value needs more than a split.
    let rows: Vec<Vec<&str>> =
        rows.lines().filter(|row| !row.contains('"')).map(|row| row.split(',').collect()).collect();
    let mut out = format!("{head}\n");
    for n in 0..count {
        let mut row: Vec<String> = rows[n % rows.len()].iter().map(|cell| (*cell).to_owned()).collect();
        row[0] = format!("{n:05}");
        row[7] = (26_000_000 + 500_000 * (n % 97)).to_string();
        row[8] = (n % 17).to_string();
        out.push_str(&row.join(","));
        out.push('\n');
    }
    out
}

fn build(folder: &Path, more: &[&str]) -> (Duration, usize) {
    run(folder, &[&["build", "plan.yaml", "-q"], more].concat())
}

/// Runs the program: how long it took, and its peak of resident memory in MiB.
fn run(folder: &Path, arguments: &[&str]) -> (Duration, usize) {
    let start = Instant::now();
    let mut child =
        Command::new(env!("CARGO_BIN_EXE_kehoach")).current_dir(folder).args(arguments).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    // The last look falls into the last moments, when all there will be is there.
    let watch = std::thread::spawn(move || {
        let mut peak = 0;
        while let Ok(text) = std::fs::read_to_string(&status)
            && let Some(line) = text.lines().find(|line| line.starts_with("VmHWM:"))
        {
            peak = line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).unwrap_or(0);
            std::thread::sleep(Duration::from_millis(10));
        }
        peak
    });
    let ended = child.wait().unwrap();
    let time = start.elapsed();
    assert!(ended.success());
    (time, watch.join().unwrap() / 1024)
}

fn middle(mut runs: Vec<(Duration, usize)>) -> (Duration, usize) {
    runs.sort();
    runs[runs.len() / 2]
}
