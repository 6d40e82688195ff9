//! Nobody's work is lost: what was edited since it was written stays as it is, and the whole document with it.

use super::{Sandbox, for_each_row};
use crate::common::small;

const EDITED: &str = "đã được sửa sau khi kehoach ghi, nên giữ nguyên; chép chỗ sửa vào kế hoạch, hoặc chạy lại với --force: \
                      bản sửa được giữ thành \"… (sửa tay 1)\" bên cạnh\n";
const UNKNOWN: &str = "đã có một tệp mà kehoach không biết, nên giữ nguyên; chuyển tệp ấy đi, dùng --out khác, hoặc chạy lại với \
                       --force: tệp cũ được giữ thành \"… (sửa tay 1)\" bên cạnh\n";

/// A folder with a plan that was built.
fn built() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", small(""));
    assert_eq!(sandbox.run(&["build", "a.yaml", "-q"]).code, Some(0));
    sandbox
}

fn bytes(sandbox: &Sandbox, name: &str) -> Vec<u8> {
    std::fs::read(sandbox.path().join(name)).unwrap()
}

#[test]
fn what_was_edited_stays_whatever_changed_and_its_document_with_it() {
    for edited in ["out/a.docx", "out/a.pdf"] {
        let sandbox = built();
        sandbox.write(edited, "sửa của lãnh đạo");
        for change in [small(""), small("archive: VT, TH\n")] {
            sandbox.write("a.yaml", change);
            let other = if edited == "out/a.docx" { "out/a.pdf" } else { "out/a.docx" };
            let before = bytes(&sandbox, other);
            for arguments in [&["build", "a.yaml"][..], &["build", "."], &["build", "a.yaml", "--keep-going"]]
            {
                let ran = sandbox.run(arguments);
                assert_eq!((ran.code, ran.stderr), (Some(1), format!("lỗi: {edited}: {EDITED}")));
            }
            assert_eq!(sandbox.read(edited), "sửa của lãnh đạo");
            assert_eq!(bytes(&sandbox, other), before, "the document is written as a whole or not at all");
            assert_eq!(sandbox.run(&["build", "a.yaml", "--check", "-q"]).code, Some(1));
        }
    }
}

#[test]
fn a_format_that_is_not_asked_for_counts_too() {
    let sandbox = built();
    sandbox.write("out/a.pdf", "ghi chú").write("a.yaml", small("archive: VT, TH\n"));
    let before = bytes(&sandbox, "out/a.docx");
    let ran = sandbox.run(&["build", "a.yaml", "--format", "docx"]);
    assert_eq!((ran.code, bytes(&sandbox, "out/a.docx") == before), (Some(1), true), "{}", ran.stderr);
    assert_eq!(ran.stderr, format!("lỗi: out/a.pdf: {EDITED}"));
}

#[test]
fn in_a_batch_the_other_documents_are_written() {
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", for_each_row(small(""))).write("rows.csv", "ten\nmot\nhai\nba\n");
    assert_eq!(sandbox.run(&["build", "a.yaml", "-q"]).code, Some(0));
    let before = bytes(&sandbox, "out/a/mot.docx");
    sandbox.write("out/a/hai.docx", "sửa").write("a.yaml", for_each_row(small("archive: VT, TH\n")));
    let ran = sandbox.run(&["build", "a.yaml", "--report", "json"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(sandbox.read("out/a/hai.docx"), "sửa");
    assert_ne!(bytes(&sandbox, "out/a/mot.docx"), before);
    let statuses: Vec<String> = ran
        .stdout
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["status"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(statuses, ["built", "built", "edited", "failed", "built", "built"]);
    let all = "a.yaml: 3 văn bản; 4 tệp ghi mới, 0 tệp không đổi, 2 tệp không ghi\n";
    assert_eq!(ran.stderr, format!("lỗi: out/a/hai.docx: {EDITED}{all}"));
}

#[test]
fn force_keeps_what_was_edited_under_the_first_free_name() {
    let sandbox = built();
    sandbox.write("out/a.docx", "một").write("out/a (sửa tay 1).docx", "có trước");
    let ran = sandbox.run(&["build", "a.yaml", "--force"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(
        ran.stderr,
        "bản sửa tay được giữ ở out/a (sửa tay 2).docx\na.yaml → out/a.docx, out/a.pdf (1 trang)\n"
    );
    assert_eq!(sandbox.read("out/a (sửa tay 1).docx"), "có trước");
    assert_eq!(sandbox.read("out/a (sửa tay 2).docx"), "một");
    assert_ne!(bytes(&sandbox, "out/a.docx"), "một".as_bytes());
    // Kept files are nobody's to remove, and are not kept twice.
    for arguments in [&["build", ".", "--prune"][..], &["build", ".", "--force"], &["build", "a.yaml"]] {
        let ran = sandbox.run(arguments);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        assert!(!sandbox.path().join("out/a (sửa tay 3).docx").exists());
    }
    assert_eq!(sandbox.read("out/a (sửa tay 2).docx"), "một");
}

#[test]
fn what_no_manifest_knows_stays_unless_it_is_what_would_be_written() {
    let sandbox = built();
    std::fs::remove_file(sandbox.path().join("out/kehoach-manifest.jsonl")).unwrap();
    assert_eq!(sandbox.run(&["build", "a.yaml"]).code, Some(0), "equal bytes are ours");
    sandbox.write("a.yaml", small("archive: VT, TH\n"));
    assert_eq!(sandbox.run(&["build", "a.yaml"]).code, Some(0), "and known from then on");
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", small("")).write("out/a.pdf", "của người khác");
    let ran = sandbox.run(&["build", "a.yaml"]);
    assert_eq!((ran.code, ran.stderr), (Some(1), format!("lỗi: out/a.pdf: {UNKNOWN}")));
    assert_eq!(sandbox.files(), ["a.yaml", "out/a.pdf"]);
    assert_eq!(sandbox.read("out/a.pdf"), "của người khác");
}

#[test]
fn a_build_killed_between_note_and_rename_leaves_no_edit() {
    let sandbox = built();
    let manifest = sandbox.read("out/kehoach-manifest.jsonl");
    // The new one is noted, the old one still stands there.
    let line = manifest.lines().next().unwrap();
    let mut noted: serde_json::Value = serde_json::from_str(line).unwrap();
    noted["sha256"] = "0".repeat(64).into();
    sandbox.write("out/kehoach-manifest.jsonl", format!("{manifest}\n{noted}\n"));
    // A plan with an error leaves it as it is; what is known of it must not be forgotten.
    sandbox.write("a.yaml", small("nonsense: 1\n")).write("b.yaml", small(""));
    assert_eq!(sandbox.run(&["build", "a.yaml", "b.yaml", "-q"]).code, Some(1));
    sandbox.write("a.yaml", small("archive: VT, TH\n"));
    let ran = sandbox.run(&["build", "a.yaml"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
}

#[test]
fn an_edited_output_of_a_row_that_is_gone_is_told_and_kept() {
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", for_each_row(small(""))).write("rows.csv", "ten\nmot\nhai\n");
    assert_eq!(sandbox.run(&["build", "a.yaml", "-q"]).code, Some(0));
    sandbox.write("rows.csv", "ten\nmot\n").write("out/a/hai.docx", "sửa");
    for arguments in [&["build", "a.yaml"][..], &["build", "a.yaml", "--prune"]] {
        let ran = sandbox.run(arguments);
        assert!(
            ran.stderr.contains("out/a/hai.docx: không còn trong kế hoạch, nhưng đã được sửa tay"),
            "{}",
            ran.stderr
        );
        assert_eq!(sandbox.read("out/a/hai.docx"), "sửa");
    }
}

#[test]
fn one_place_that_is_taken_keeps_the_other_file_from_being_written() {
    for taken in ["out/a.docx", "out/a.pdf"] {
        let sandbox = built();
        let other = if taken == "out/a.docx" { "out/a.pdf" } else { "out/a.docx" };
        let before = bytes(&sandbox, other);
        std::fs::remove_file(sandbox.path().join(taken)).unwrap();
        sandbox.write(&format!("{taken}/tep.txt"), "").write("a.yaml", small("archive: VT, TH\n"));
        let ran = sandbox.run(&["build", "a.yaml"]);
        assert_eq!(ran.code, Some(2), "{}", ran.stderr);
        assert!(bytes(&sandbox, other) == before, "{taken} is taken");
    }
}

/// A manifest that someone else wrote names nothing that may be removed.
#[cfg(unix)]
#[test]
fn prune_removes_only_documents_that_this_program_wrote() {
    let sandbox = built();
    std::fs::create_dir(sandbox.path().join("ngoài")).unwrap();
    std::os::unix::fs::symlink("../ngoài", sandbox.path().join("out/link")).unwrap();
    sandbox
        .write("ngoài/x.docx", "x")
        .write("out/.env", "x")
        .write("out/y.docx", "y")
        .write("out/.kehoach-notes", "n");
    let manifest = sandbox.read("out/kehoach-manifest.jsonl");
    let mut hostile: serde_json::Value = serde_json::from_str(manifest.lines().next().unwrap()).unwrap();
    hostile["plan"] = "../gone.yaml".into();
    let mut text = manifest.clone();
    for (file, content) in
        [("link/x.docx", "x"), (".env", "x"), ("", "x"), ("../ngoài/x.docx", "x"), ("y.docx", "z")]
    {
        hostile["file"] = file.into();
        hostile["sha256"] = kehoach::world::hash(content.as_bytes()).into();
        text.push_str(&format!("{hostile}\n"));
    }
    let first = manifest.lines().count() + 2;
    sandbox.write("out/kehoach-manifest.jsonl", text + "no JSON\n{\"file\":\"cut off");
    let run = sandbox.run(&["build", ".", "--prune"]);
    let (second, third, last) = (first + 1, first + 2, first + 4);
    let told = format!(
        "out/kehoach-manifest.jsonl: bỏ qua dòng {first}, {second}, {third}, {last}, không phải do kehoach ghi\n"
    );
    assert!(run.stderr.contains(&told), "{}", run.stderr);
    for left in ["ngoài/x.docx", "out/.env", "out/y.docx", "out/.kehoach-notes", "out/a.docx"] {
        assert!(sandbox.path().join(left).is_file(), "{left} is still there");
    }
}
