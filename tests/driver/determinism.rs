//! Same plan, same program: same bytes, whatever the order, the process, the time or the time zone.

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
        for (extension, made) in ["docx", "pdf"].iter().zip(plan.files()) {
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
