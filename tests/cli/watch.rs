//! `watch`: what it builds, when it wakes, and what it says.

use super::Sandbox;
use super::running::{Running, until_there};
use super::safety::{plan, rows};
use crate::common::small;

/// `watch` builds again on a change of the plan, of its data and of a template, also where the file is
/// replaced and where it was wrong in between.
#[test]
fn watch_builds_what_a_change_touches() {
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", plan()).write("rows.csv", rows(2));
    let running = watch(&sandbox, &["a.yaml"]);
    let file = |name: &str| std::fs::read(sandbox.path().join("out/a").join(name)).ok();
    assert_eq!(running.line("rows"), "a.yaml: 2 văn bản; 2 tệp ghi mới, 0 tệp không đổi, 0 tệp không ghi");
    assert_eq!(running.line("the first round"), "đang theo dõi 1 kế hoạch; dừng bằng Ctrl-C");
    let first = (file("0.docx"), file("1.docx"));
    assert!(first.0.is_some() && first.1.is_some());
    sandbox.write("rows.csv", rows(2).replace("Xã 1", "Xã khác"));
    running.until("a row", &|| file("1.docx") != first.1);
    assert_eq!(file("0.docx"), first.0);
    sandbox.write("a.yaml", "subject: [");
    sandbox.write("b.tmp", plan().replace("2020-11-06", "2020-11-07"));
    std::fs::rename(sandbox.path().join("b.tmp"), sandbox.path().join("a.yaml")).unwrap();
    running.until("a plan that is replaced", &|| file("0.docx").is_some() && file("0.docx") != first.0);
}

/// A change that comes when the data is read and its documents are being made is not lost.
#[test]
fn watch_misses_no_change_during_its_first_build() {
    let (sandbox, other) = (Sandbox::new(), Sandbox::new());
    let changed = rows(40).replace("Xã 1", "Xã khác");
    other.write("a.yaml", plan()).write("rows.csv", &changed);
    assert_eq!(other.run(&["build", "a.yaml", "--format", "docx", "-q"]).code, Some(0));
    sandbox.write("a.yaml", plan()).write("rows.csv", rows(40));
    std::fs::create_dir(sandbox.path().join("out")).unwrap();
    let running = watch(&sandbox, &["a.yaml"]);
    // It is taken after reading.
    until_there(&sandbox.path().join("out/.kehoach.lock"));
    sandbox.write("rows.csv", &changed);
    let file = |sandbox: &Sandbox| std::fs::read(sandbox.path().join("out/a/1.docx")).ok();
    running.until("the changed row", &|| file(&sandbox).is_some_and(|made| Some(made) == file(&other)));
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
    let running = watch(&sandbox, &[".", "--out", "./out"]);
    let mut first = Vec::new();
    while first.last().is_none_or(|line| line != "đang theo dõi 4 kế hoạch; dừng bằng Ctrl-C") {
        first.push(running.line("the first round"));
    }
    assert_eq!(first.iter().filter(|line| line.starts_with("lỗi[")).count(), 1, "{first:#?}");
    for (turn, name) in ["a", "sub/b", "a", "c"].into_iter().enumerate() {
        let day = format!("2020-11-{:02}", turn + 10);
        sandbox.write("saved.tmp", small("").replace("2020-11-06", &day));
        std::fs::rename(sandbox.path().join("saved.tmp"), sandbox.path().join(format!("{name}.yaml")))
            .unwrap();
        assert_eq!(running.line("a save"), format!("{name}.yaml → ./out/{name}.docx"));
    }
    // Nothing came of this one, and that is said, too; what is still wrong elsewhere is not.
    let saved = std::fs::File::options().append(true).open(sandbox.path().join("c.yaml")).unwrap();
    saved.set_modified(std::time::UNIX_EPOCH).unwrap();
    assert_eq!(running.line("a save without a change"), "c.yaml đã đổi: không phải ghi lại gì");
    // What is saved again with its mistake is told anew.
    sandbox.write("wrong.yaml", small("# khác").replace("2020-11-06", "2020-11-97"));
    assert_eq!(running.line("the mistake"), "lỗi[date-impossible]: không có ngày 2020-11-97 trong lịch");
}

#[test]
fn watch_makes_outputs_again_when_their_folder_is_removed() {
    let sandbox = Sandbox::new();
    sandbox.write("plans/a.yaml", small(""));
    let running = watch(&sandbox, &["plans", "--out", "made/out"]);
    let made = sandbox.path().join("made");
    for turn in 0..3 {
        running.until(&format!("outputs in turn {turn}"), &|| made.join("out/a.docx").exists());
        // The build may be writing its manifest still: it has the lock until then.
        let lock = std::fs::File::open(made.join("out/.kehoach.lock")).unwrap();
        lock.lock().unwrap();
        // In one step: nothing is written into what is being removed.
        std::fs::rename(&made, sandbox.path().join(format!("gone-{turn}"))).unwrap();
    }
    running.until("outputs in the end", &|| made.join("out/a.docx").exists());
}

/// Plans and folders that come later are watched, too.
#[cfg(unix)]
#[test]
fn watch_sees_new_folders_and_follows_a_link_to_itself_once() {
    let sandbox = Sandbox::new();
    sandbox.write("plans/a.yaml", small(""));
    std::os::unix::fs::symlink(".", sandbox.path().join("plans/self")).unwrap();
    let running = watch(&sandbox, &["plans"]);
    let out = |name: &str| sandbox.path().join("out").join(name).exists();
    running.until("the first build", &|| out("a.docx"));
    std::fs::create_dir_all(sandbox.path().join("plans/new/deep")).unwrap();
    sandbox.write("plans/new/deep/b.yaml", small(""));
    running.until("a new folder", &|| out("new/deep/b.docx"));
    sandbox.write("plans/new/c.yaml", small(""));
    running.until("a new plan in it", &|| out("new/c.docx"));
    assert!(!out("self"));
}

/// The log stands among what is watched.
fn watch(sandbox: &Sandbox, arguments: &[&str]) -> Running {
    Running::start(sandbox, &[&["watch"], arguments, &["--format", "docx"]].concat(), "watch.log")
}
