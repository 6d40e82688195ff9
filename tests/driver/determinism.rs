//! Same plan, same program: same bytes, whatever the order, the process, the time or the time zone.

use std::process::Command;

use kehoach::driver::Format;
use kehoach::templates::Templates;

use crate::common::{Plan, documents, encode, plans, root};

fn bytes(plan: &Plan) -> Vec<Vec<u8>> {
    let outcome = encode(
        &plan.path.display().to_string(),
        &plan.text,
        &[Format::Docx, Format::Pdf],
        &Templates::default(),
    );
    assert_eq!(outcome.artifacts.len(), 2, "{:#?}", outcome.diagnostics);
    outcome.artifacts.into_iter().map(|artifact| artifact.bytes).collect()
}

#[test]
fn the_order_of_documents_changes_nothing() {
    let plans = documents();
    let forward: Vec<_> = plans.iter().map(bytes).collect();
    let mut backward: Vec<_> = plans.iter().rev().map(bytes).collect();
    backward.reverse();
    for ((plan, one), two) in plans.iter().zip(&forward).zip(&backward) {
        assert!(one == two, "{} differs", plan.name);
    }
}

#[test]
fn the_process_the_time_and_the_time_zone_change_nothing() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    for (folder, (zone, jobs)) in folders.iter().zip([("Asia/Ho_Chi_Minh", "1"), ("America/New_York", "2")]) {
        let status = Command::new(env!("CARGO_BIN_EXE_kehoach"))
            .current_dir(root())
            .env("TZ", zone)
            .args(["build", "plans", "-q", "--jobs", jobs, "--out"])
            .arg(folder.path())
            .status()
            .unwrap();
        assert!(status.success());
        // A ZIP archive counts time in steps of two seconds.
        std::thread::sleep(std::time::Duration::from_millis(2100));
    }
    let mut compared = 0;
    for plan in plans() {
        let made = bytes(&plan);
        for (extension, made) in ["docx", "pdf"].iter().zip(&made) {
            let read = |folder: &tempfile::TempDir| {
                std::fs::read(folder.path().join(format!("{}.{extension}", plan.stem))).unwrap()
            };
            let (one, two) = (read(&folders[0]), read(&folders[1]));
            assert!(one == two, "{}.{extension} differs between two processes", plan.name);
            assert!(one == *made, "{}.{extension} differs between a process and the library", plan.name);
            compared += 1;
        }
    }
    assert!(compared >= 8);
}
