//! What happens to files when a build is killed, disturbed, or has no room.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;

use super::Sandbox;
use super::running::tell_changes;
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

/// What a test that kills waits for.
#[derive(Clone, Copy)]
enum Moment {
    /// The system told of a file in the folder of outputs.
    Change,
    Ended,
}

/// Runs a build and kills it after so many changes of files in `out`: how many there were, and whether it still ran.
fn killed_after(sandbox: &Sandbox, arguments: &[&str], changes: usize) -> (usize, bool) {
    let out = sandbox.path().join("out");
    // They are watched from the beginning: the first change is one in them.
    std::fs::create_dir_all(out.join("a")).unwrap();
    let (sender, moments) = channel();
    let _watcher = tell_changes(&[&out, &out.join("a")], Moment::Change, sender.clone());
    let mut child = Command::new(env!("CARGO_BIN_EXE_kehoach"))
        .current_dir(sandbox.path())
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut said = child.stdout.take().unwrap();
    std::thread::spawn(move || {
        // It says nothing there: this ends when the program does.
        let _ = std::io::copy(&mut said, &mut std::io::sink());
        let _ = sender.send(Moment::Ended);
    });
    let seen = moments.iter().take_while(|moment| matches!(moment, Moment::Change)).take(changes).count();
    child.kill().unwrap();
    (seen, !child.wait().unwrap().success())
}

/// Killed at 100 moments: at each, every file in its place is whole, and the last build completes.
#[test]
fn a_killed_build_leaves_whole_files_and_the_next_one_completes() {
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", plan()).write("rows.csv", rows(8));
    let manifest = "kehoach-manifest.jsonl";
    let documents = || {
        let mut files = contents(&sandbox.path().join("out"));
        files.remove(manifest);
        files
    };
    let empty = || std::fs::remove_dir_all(sandbox.path().join("out")).unwrap();
    let (changes, was_killed) = killed_after(&sandbox, &["build", "a.yaml", "-q"], usize::MAX);
    assert!(!was_killed);
    let whole = documents();
    assert_eq!(whole.len(), 16);
    empty();
    let (mut killed, mut partial) = (0, 0);
    for turn in 0..100 {
        let mut arguments = vec!["build", "a.yaml", "-q"];
        // Together, or each by itself; both must hold.
        if turn % 2 == 0 {
            arguments.push("--keep-going");
        }
        // Each hundredth part of a build comes once, and not in its order.
        let (_, was_killed) = killed_after(&sandbox, &arguments, changes * (turn * 37 % 100) / 100);
        killed += usize::from(was_killed);
        let now = documents();
        for (name, bytes) in &now {
            assert!(whole.get(name) == Some(bytes), "{name} is torn after turn {turn}");
        }
        partial += usize::from(!now.is_empty() && now.len() < 16);
        if turn % 10 == 9 {
            assert_eq!(sandbox.run(&["build", "a.yaml", "-q"]).code, Some(0));
            assert!(documents() == whole, "the next build completes");
            let left = std::fs::read_dir(sandbox.path().join("out/a")).unwrap();
            let hidden =
                left.filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with('.'));
            assert_eq!(hidden.count(), 0, "nothing unfinished is left");
        }
        // What is whole would leave the next one nothing to do.
        if documents() == whole {
            empty();
        }
    }
    // Some 80 and 50: a program is killed a moment after what it was to be killed at.
    assert!(
        killed > 50 && partial > 20,
        "{killed} builds were killed, {partial} with some files in their places"
    );
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
    let told =
        "lỗi: một lệnh kehoach khác đang ghi vào thư mục này; chờ lệnh đó xong, hoặc dùng --out khác\n";
    assert_eq!(ran.stderr, told);
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
    let told = "lỗi: không ghi được out/a/0.docx: chỗ này đã là một thư mục\n\
                a.yaml: 2 văn bản; 1 tệp ghi mới, 0 tệp không đổi, 1 tệp không ghi\n";
    assert_eq!(ran.stderr, told);
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
    let of = |file: &str| format!("error: cannot write {file}: the file is larger than the system allows\n");
    assert_eq!(told, of("out/a.docx") + &of("out/a.pdf"));
    assert_eq!(contents(&sandbox.path().join("out")), before);
}
