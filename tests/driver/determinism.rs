//! Same plan, same program: same bytes, whatever the order, the process, the time or the time zone. Of another time than
//! this are the hashes that `golden.rs` holds all files against: a DOCX or PDF that held a clock would differ from them
//! at each run.

use std::path::Path;
use std::process::Command;

use crate::common::{documents, plans, root};

#[test]
fn the_order_of_documents_changes_nothing() {
    // Made in this order, but for those that another test asked for before.
    let forward: Vec<_> = documents().map(|plan| (plan, plan.files())).collect();
    for (plan, files) in forward.into_iter().rev() {
        assert!(plan.encode() == *files, "{} differs", plan.name);
    }
}

#[test]
fn the_process_the_threads_and_the_time_zone_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("plans"), &folder.path().join("plans"));
    let build = |out: &str, zone: &str, jobs: &str| {
        let status = Command::new(env!("CARGO_BIN_EXE_kehoach"))
            .current_dir(folder.path())
            .env("TZ", zone)
            .args(["build", "plans", "-q", "--jobs", jobs, "--out", out])
            .status()
            .unwrap();
        assert!(status.success());
    };
    build("one", "Asia/Ho_Chi_Minh", "1");
    build("two", "America/New_York", "2");
    for plan in plans() {
        for (extension, made) in ["docx", "pdf"].iter().zip(plan.files()) {
            let file = format!("{}.{extension}", plan.stem);
            let read = |out: &str| std::fs::read(folder.path().join(out).join(&file)).unwrap();
            let (one, two) = (read("one"), read("two"));
            assert!(one == two, "{file} differs between two processes");
            assert!(one == *made, "{file} differs between a process and the library");
        }
    }
}

/// Copies the plans, of the rows of a batch those alone that stand for all of them.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (path, to) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if path.is_dir() {
            copy(&path, &to);
        } else if path.extension().is_some_and(|extension| extension == "csv") {
            let rows = std::fs::read_to_string(&path).unwrap();
            let is_sample = |row: &str| {
                ["Tên", "Hải Lăng", "Cồn Cỏ"].iter().any(|name| row.contains(&format!(",{name},")))
            };
            let samples: Vec<&str> = rows.lines().filter(|row| is_sample(row)).collect();
            assert_eq!(samples.len(), 3, "the head and two rows");
            std::fs::write(&to, samples.join("\n")).unwrap();
        } else {
            std::fs::copy(&path, &to).unwrap();
        }
    }
}
