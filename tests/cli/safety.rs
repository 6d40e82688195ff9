//! What happens to files when a build is killed, disturbed, or has no room.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::Sandbox;
use crate::common::small;

pub fn rows(count: usize) -> String {
    let rows = (0..count).map(|n| format!("{n},Xã {n}\n"));
    format!("ma,ten\n{}", rows.collect::<String>())
}

pub fn plan() -> String {
    let text = small("").replace("Thực hiện công tác đỡ đầu", "Thực hiện công tác đỡ đầu {{ xa.ten }}");
    format!("{text}\nfor_each: {{as: xa, in: rows.csv, key: \"{{{{ xa.ma }}}}\"}}\n")
}

/// Every file below a folder, but for temporary ones and the lock.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut out = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inside) = folders.pop() {
        for entry in std::fs::read_dir(inside).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().display().to_string();
            match path.is_dir() {
                true => folders.push(path),
                false if name.contains(".kehoach") => {}
                false => drop(out.insert(name, std::fs::read(path).unwrap())),
            }
        }
    }
    out
}

/// Killed at 100 moments: at each, every file in its place is whole, and the last build completes.
#[test]
fn a_killed_build_leaves_whole_files_and_the_next_one_completes() {
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", plan()).write("rows.csv", rows(12));
    // The moments lie all over a build, however long one takes here.
    let start = Instant::now();
    assert_eq!(sandbox.run(&["build", "a.yaml", "--out", "whole", "-q"]).code, Some(0));
    let length = u64::try_from(start.elapsed().as_micros()).unwrap();
    let whole = contents(&sandbox.path().join("whole"));
    let manifest = "kehoach-manifest.jsonl";
    let (mut partial, mut seed) = (0, 1u64);
    for turn in 0..100 {
        let mut arguments = vec!["build", "a.yaml", "-q"];
        // Together, or each by itself; both must hold.
        if turn % 2 == 0 {
            arguments.push("--keep-going");
        }
        let mut child = Command::new(env!("CARGO_BIN_EXE_kehoach"))
            .current_dir(sandbox.path())
            .args(&arguments)
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_micros(seed % length));
        child.kill().unwrap();
        child.wait().unwrap();
        let now = contents(&sandbox.path().join("out"));
        for (name, bytes) in now.iter().filter(|(name, _)| *name != manifest) {
            assert!(whole.get(name) == Some(bytes), "{name} is torn after turn {turn}");
        }
        let written = now.len() - usize::from(now.contains_key(manifest));
        partial += usize::from(written > 0 && written < 24);
        if turn % 10 == 9 {
            assert_eq!(sandbox.run(&["build", "a.yaml", "-q"]).code, Some(0));
            let made = contents(&sandbox.path().join("out"));
            let equal = made
                .iter()
                .filter(|(name, _)| *name != manifest)
                .eq(whole.iter().filter(|(name, _)| *name != manifest));
            assert!(equal, "the next build completes");
            let left = std::fs::read_dir(sandbox.path().join("out/a")).unwrap();
            let hidden =
                left.filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with('.'));
            assert_eq!(hidden.count(), 0, "nothing unfinished is left");
            std::fs::remove_dir_all(sandbox.path().join("out")).unwrap();
        }
    }
    assert!(partial > 0, "some builds were killed in the middle");
}

#[test]
fn two_builds_into_one_folder_take_turns() {
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", small(""));
    assert_eq!(sandbox.run(&["build", "a.yaml", "-q"]).code, Some(0));
    let before = contents(&sandbox.path().join("out"));
    let lock = std::fs::File::open(sandbox.path().join("out/.kehoach.lock")).unwrap();
    lock.lock().unwrap();
    let ran = sandbox.run(&["build", "a.yaml", "--force"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("một lệnh kehoach khác đang ghi vào thư mục này"), "{}", ran.stderr);
    assert_eq!(contents(&sandbox.path().join("out")), before);
    lock.unlock().unwrap();
    assert_eq!(sandbox.run(&["build", "a.yaml", "--force", "-q"]).code, Some(0));
}

#[test]
fn a_place_that_is_taken_is_told_and_the_rest_is_kept() {
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", plan()).write("rows.csv", rows(2)).write("out/a/0.docx/mine.txt", "mine");
    let ran = sandbox.run(&["build", "a.yaml", "--format", "docx"]);
    assert_eq!(ran.code, Some(2));
    let told = "lỗi: không ghi được out/a/0.docx: chỗ này đã là một thư mục";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
    let left = sandbox.files();
    assert_eq!(left, ["a.yaml", "out/a/0.docx/mine.txt", "out/a/1.docx", "rows.csv"]);
}

/// Files may not grow beyond a few KB: as on a full disk, a write fails in the middle.
#[cfg(unix)]
#[test]
fn without_room_nothing_is_written_and_nothing_lost() {
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", small(""));
    assert_eq!(sandbox.run(&["build", "a.yaml", "-q"]).code, Some(0));
    let before = contents(&sandbox.path().join("out"));
    let program = env!("CARGO_BIN_EXE_kehoach");
    let script = format!("trap '' XFSZ; ulimit -f 8; exec '{program}' build a.yaml --force --lang en");
    let ran = Command::new("sh").arg("-c").arg(script).current_dir(sandbox.path()).output().unwrap();
    let told = String::from_utf8(ran.stderr).unwrap();
    assert_eq!(ran.status.code(), Some(2), "{told}");
    assert!(told.contains("cannot write out/a.pdf: the file is larger than the system allows"), "{told}");
    assert_eq!(contents(&sandbox.path().join("out")), before);
}
