//! `watch`: what it builds, when it wakes, and what it says.

use std::process::Command;
use std::time::Duration;

use super::Sandbox;
use super::safety::{plan, rows};
use crate::common::small;

/// `watch` builds again on a change of the plan, of its data and of a template, also where the file is
/// replaced and where it was wrong in between.
#[test]
fn watch_builds_what_a_change_touches() {
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", plan()).write("rows.csv", rows(2));
    let child = watch(&sandbox, &["a.yaml"]);
    let file = |name: &str| std::fs::read(sandbox.path().join("out/a").join(name)).ok();
    until("the first build", &|| file("0.docx").is_some() && file("1.docx").is_some());
    let first = (file("0.docx"), file("1.docx"));
    sandbox.write("rows.csv", rows(2).replace("Xã 1", "Xã khác"));
    until("a row", &|| file("1.docx") != first.1);
    assert_eq!(file("0.docx"), first.0);
    sandbox.write("a.yaml", "subject: [");
    sandbox.write("b.tmp", plan().replace("2020-11-06", "2020-11-07"));
    std::fs::rename(sandbox.path().join("b.tmp"), sandbox.path().join("a.yaml")).unwrap();
    until("a plan that is replaced", &|| file("0.docx").is_some() && file("0.docx") != first.0);
    drop(child);
}

/// A change that comes when the data is read and its documents are being made is not lost.
#[test]
fn watch_misses_no_change_during_its_first_build() {
    let (sandbox, other) = (Sandbox::new(), Sandbox::new());
    let changed = rows(40).replace("Xã 1", "Xã khác");
    other.write("a.yaml", plan()).write("rows.csv", &changed);
    assert_eq!(other.run(&["build", "a.yaml", "--format", "docx", "-q"]).code, Some(0));
    sandbox.write("a.yaml", plan()).write("rows.csv", rows(40));
    let child = watch(&sandbox, &["a.yaml"]);
    let file = |sandbox: &Sandbox, name: &str| std::fs::read(sandbox.path().join("out").join(name)).ok();
    until("the lock, taken after reading", &|| file(&sandbox, ".kehoach.lock").is_some());
    sandbox.write("rows.csv", &changed);
    until("the changed row", &|| {
        file(&sandbox, "a/1.docx").is_some_and(|made| Some(made) == file(&other, "a/1.docx"))
    });
    drop(child);
}

/// It reads files, writes outputs and a log in the folder that it watches: none of that is a change. What was told is
/// not told again at the next save.
#[test]
fn watch_says_a_save_in_one_line_and_is_not_woken_by_itself() {
    let sandbox = Sandbox::new();
    for name in ["a.yaml", "sub/b.yaml", "c.yaml"] {
        sandbox.write(name, small(""));
    }
    sandbox.write("wrong.yaml", small("").replace("2020-11-06", "2020-11-96"));
    let child = watch(&sandbox, &[".", "--out", "./out"]);
    let lines = || sandbox.read("watch.log").lines().map(str::to_owned).collect::<Vec<_>>();
    let told = |line: &str| lines().iter().filter(|one| *one == line).count();
    until("the first round", &|| told("đang theo dõi 4 kế hoạch; dừng bằng Ctrl-C") == 1);
    let first = lines().len();
    assert_eq!(lines().iter().filter(|line| line.starts_with("lỗi[")).count(), 1);
    for (turn, name) in ["a", "sub/b", "a", "c"].into_iter().enumerate() {
        let day = format!("2020-11-{:02}", turn + 10);
        let before = lines().len();
        sandbox.write("saved.tmp", small("").replace("2020-11-06", &day));
        std::fs::rename(sandbox.path().join("saved.tmp"), sandbox.path().join(format!("{name}.yaml")))
            .unwrap();
        until("a save", &|| lines().len() > before);
        assert_eq!(lines()[before..], [format!("{name}.yaml → ./out/{name}.docx")]);
    }
    // Nothing came of this one, and that is said, too; what is still wrong elsewhere is not.
    let saved = std::fs::File::options().append(true).open(sandbox.path().join("c.yaml")).unwrap();
    saved.set_modified(std::time::UNIX_EPOCH).unwrap();
    until("a save without a change", &|| told("c.yaml đã đổi: không phải ghi lại gì") == 1);
    assert_eq!(lines().len(), first + 5, "{:#?}", lines());
    // What is saved again with its mistake is told anew.
    sandbox.write("wrong.yaml", small("# khác").replace("2020-11-06", "2020-11-97"));
    until("the mistake", &|| lines().iter().filter(|line| line.starts_with("lỗi[")).count() == 2);
    drop(child);
}

#[test]
fn watch_makes_outputs_again_when_their_folder_is_removed() {
    let sandbox = Sandbox::new();
    sandbox.write("plans/a.yaml", small(""));
    let child = watch(&sandbox, &["plans", "--out", "made/out"]);
    let made = sandbox.path().join("made");
    for turn in 0..3 {
        until(&format!("outputs in turn {turn}"), &|| made.join("out/a.docx").exists());
        // The build may be writing its manifest still.
        until("no outputs", &|| std::fs::remove_dir_all(&made).is_ok());
    }
    until("outputs in the end", &|| made.join("out/a.docx").exists());
    drop(child);
}

/// Plans and folders that come later are watched, too.
#[cfg(unix)]
#[test]
fn watch_sees_new_folders_and_follows_a_link_to_itself_once() {
    let sandbox = Sandbox::new();
    sandbox.write("plans/a.yaml", small(""));
    std::os::unix::fs::symlink(".", sandbox.path().join("plans/self")).unwrap();
    let child = watch(&sandbox, &["plans"]);
    let out = |name: &str| sandbox.path().join("out").join(name).exists();
    until("the first build", &|| out("a.docx"));
    std::fs::create_dir_all(sandbox.path().join("plans/new/deep")).unwrap();
    sandbox.write("plans/new/deep/b.yaml", small(""));
    until("a new folder", &|| out("new/deep/b.docx"));
    sandbox.write("plans/new/c.yaml", small(""));
    until("a new plan in it", &|| out("new/c.docx"));
    assert!(!out("self"));
    drop(child);
}

/// The log stands among what is watched.
fn watch(sandbox: &Sandbox, arguments: &[&str]) -> Ended {
    let log = std::fs::File::create(sandbox.path().join("watch.log")).unwrap();
    let child = Command::new(env!("CARGO_BIN_EXE_kehoach"))
        .current_dir(sandbox.path())
        .env_remove("KEHOACH_LANG")
        .arg("watch")
        .args(arguments)
        .args(["--format", "docx"])
        .stderr(log)
        .spawn();
    Ended(child.unwrap())
}

/// No clock is asserted on; this only keeps a test that fails from waiting for ever.
fn until(what: &str, holds: &dyn Fn() -> bool) {
    for _ in 0..600 {
        if holds() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("{what}");
}

/// Ends a program with the test, whichever way that ends.
struct Ended(std::process::Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
