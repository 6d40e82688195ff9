//! What lies outside: files that a plan may not read, folders that are not there, streams that nobody reads.

use std::fs::File;
use std::process::{Command, Stdio};

use insta::assert_snapshot;

use super::Sandbox;
use crate::common::small;

#[test]
fn a_folder_of_templates_that_was_named_has_to_be_there() {
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", small("")).write("tep", "");
    for (named, told) in [
        ("khong-co", "không có thư mục mẫu khong-co (--templates)\n"),
        ("tep", "tep không phải thư mục mẫu (--templates)\n"),
        ("", "thiếu giá trị sau --templates <DIR>\n\nXem hướng dẫn: --help\n"),
    ] {
        for command in [
            &["build", "a.yaml"][..],
            &["check", "a.yaml"],
            &["schema"],
            &["new", "b"],
            &["explain", "ke-hoach"],
        ] {
            let ran = sandbox.run(&[command, &["--templates", named]].concat());
            assert_eq!((ran.code, ran.stderr), (Some(2), format!("lỗi: {told}")), "{command:?}");
        }
    }
    assert_eq!(sandbox.files(), ["a.yaml", "tep"]);
    assert_eq!(sandbox.run(&["build", "a.yaml"]).code, Some(0), "the default one may be missing");
    sandbox.write("x/templates", "");
    assert_eq!(sandbox.run(&["eject", "--templates", "moi", "wording/ke-hoach.xml"]).code, Some(0));
}

#[test]
fn a_plan_reads_below_the_root_only() {
    let sandbox = Sandbox::new();
    let secret = "bí mật\n";
    sandbox
        .write("mat/rows.csv", format!("ten\n{secret}"))
        .write("mat/chung.yaml", secret)
        .write("mat/o.yaml", small(""));
    let root = sandbox.path().canonicalize().unwrap().join("du-an");
    let outside = |place: &str, file: &str| {
        format!("{place}: lỗi[file-outside]: {file} nằm ngoài thư mục gốc {}\n", root.display())
    };
    let each = "for_each: {as: x, in: ../../mat/rows.csv, key: \"{{ x.ten | slug }}\"}\n";
    let all = |errors: usize| format!("đã kiểm tra du-an/plans/a.yaml: {errors} lỗi, 0 cảnh báo\n");
    for (extra, place, file, inside) in [
        (each, "9:23", "rows.csv", ""),
        (
            "include: ../../mat/chung.yaml\n",
            "9:10",
            "chung.yaml",
            "du-an/plans/a.yaml:9:10: lỗi[include-unreadable]: du-an/plans/../../mat/chung.yaml không phải phần của một kế hoạch (khóa: giá trị)\n",
        ),
        (
            "kind: quyet-dinh\nattachments: [../../mat/o.yaml]\n",
            "10:15",
            "o.yaml",
            "du-an/plans/a.yaml:10:15: lỗi[attachment-form]: tệp này không có khóa `issued_with`\n",
        ),
    ] {
        sandbox.write("du-an/plans/a.yaml", small(extra));
        let ran = sandbox.run(&["check", "du-an/plans", "--format", "short"]);
        let told = outside(&format!("du-an/plans/a.yaml:{place}"), &format!("du-an/plans/../../mat/{file}"));
        assert_eq!(ran.stdout, told + &all(1));
        let ran = sandbox.run(&["check", "du-an/plans", "--format", "short", "--root", "."]);
        assert_eq!(ran.stdout, inside.to_owned() + &all(usize::from(!inside.is_empty())));
    }
    sandbox.write("du-an/plans/a.yaml", small(each));
    assert_eq!(sandbox.run(&["check", "du-an/plans", "--root", "khong-co"]).code, Some(2));
    // A project: the folder of .git.
    sandbox.write(".git/HEAD", "");
    assert_eq!(sandbox.run(&["check", "du-an/plans"]).code, Some(0));
}

#[cfg(unix)]
#[test]
fn links_lead_no_further_than_paths_do() {
    let sandbox = Sandbox::new();
    sandbox.write("mat/rows.csv", "ten\nbí mật\n");
    sandbox
        .write("du-an/plans/a.yaml", small("for_each: {as: x, in: rows.csv, key: \"{{ x.ten | slug }}\"}\n"));
    std::os::unix::fs::symlink("../../mat/rows.csv", sandbox.path().join("du-an/plans/rows.csv")).unwrap();
    let ran = sandbox.run(&["check", "du-an/plans", "--format", "short"]);
    let root = sandbox.path().canonicalize().unwrap().join("du-an");
    let told = format!("du-an/plans/rows.csv nằm ngoài thư mục gốc {}", root.display());
    assert_eq!(
        ran.stdout,
        format!(
            "du-an/plans/a.yaml:9:23: lỗi[file-outside]: {told}\nđã kiểm tra du-an/plans/a.yaml: 1 lỗi, 0 cảnh báo\n"
        )
    );
}

#[test]
fn a_file_that_is_no_part_of_a_plan_is_named_and_not_shown() {
    let sandbox = Sandbox::new();
    for text in ["- mật khẩu\n", "mật khẩu 123\n", "x: [mật khẩu\n"] {
        sandbox.write("a.yaml", small("include: b.yaml\n")).write("b.yaml", text);
        let ran = sandbox.run(&["check", "a.yaml"]);
        assert_eq!(ran.code, Some(2), "{}", ran.stdout);
        let told = "lỗi[include-unreadable]: b.yaml không phải phần của một kế hoạch (khóa: giá trị)\n \
                    --> a.yaml:9:10\n  |\n9 | include: b.yaml\n  |          ^^^^^^\n\n\
                    đã kiểm tra a.yaml: 1 lỗi, 0 cảnh báo\n";
        assert_eq!(ran.stdout, told);
    }
    sandbox.write("b.yaml", "place: [Huế\n");
    // A part of a plan is shown.
    assert_snapshot!(sandbox.run(&["check", "a.yaml"]).stdout, @"
    lỗi[yaml-syntax]: ngoặc [ mở mà không đóng
     --> b.yaml:1:8
      |
    1 | place: [Huế
      |        ^
      |
      = help: thêm ngoặc đóng; nếu ngoặc là của lời văn, đặt cả văn bản trong dấu nháy

    đã kiểm tra a.yaml: 1 lỗi, 0 cảnh báo
    ");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_no_file_and_is_not_waited_for() {
    let sandbox = Sandbox::new();
    let pipe = sandbox.path().join("b.csv");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    sandbox.write("a.yaml", small("for_each: {as: x, in: b.csv, key: \"{{ x.ten }}\"}\n"));
    for plan in ["a.yaml", "b.csv"] {
        let ran = sandbox.run(&["check", plan]);
        assert_eq!(ran.code, Some(2), "{}", ran.stdout);
        assert!(
            format!("{}{}", ran.stdout, ran.stderr).contains("b.csv không phải một tệp thường"),
            "{}",
            ran.stderr
        );
    }
}

#[test]
fn what_cannot_be_read_ends_in_two_and_the_others_go_on() {
    let sandbox = Sandbox::new();
    sandbox.write("p/a.yaml", small("include: khong-co.yaml\n")).write("p/b.yaml", small(""));
    assert_eq!(sandbox.run(&["check", "p"]).code, Some(2));
    let ran = sandbox.run(&["build", "p", "--format", "docx"]);
    assert_eq!(ran.code, Some(2), "{}", ran.stderr);
    assert!(sandbox.files().contains(&"out/b.docx".to_owned()));
    sandbox.write("p/a.yaml", small("for_each: {as: x, in: khong-co.csv, key: k}\n"));
    assert_eq!(sandbox.run(&["check", "p"]).code, Some(2));
}

/// A stream that is closed or full ends the talking, not the work.
#[cfg(unix)]
#[test]
fn streams_that_nobody_reads_stop_nothing() {
    let sandbox = Sandbox::new();
    for n in 0..6 {
        sandbox.write(&format!("p/{n}.yaml"), small("closing: Tổng  kết.\n"));
    }
    let run = |arguments: &[&str], to: fn() -> Stdio| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kehoach"));
        command.current_dir(sandbox.path()).args(arguments).stdin(Stdio::null()).stdout(to()).stderr(to());
        command.status().unwrap().code()
    };
    let full = || Stdio::from(File::options().write(true).open("/dev/full").unwrap());
    // The reading end is closed at once.
    let closed = || {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        Stdio::from(writer)
    };
    for (name, to) in [("full", full as fn() -> Stdio), ("closed", closed)] {
        let out = format!("out-{name}");
        let code = run(&["build", "p", "-v", "--out", &out, "--format", "docx"], to);
        assert_eq!(code, Some(0), "{name}");
        assert_eq!(sandbox.files().iter().filter(|file| file.starts_with(&out)).count(), 6, "{name}");
        for command in [
            &["completions", "bash"][..],
            &["check", "p"],
            &["explain"],
            &["schema"],
            &["--help"],
            &["check", "khong-co"],
        ] {
            assert_ne!(run(command, to), Some(101), "{command:?} {name}");
        }
    }
}

#[test]
fn shards_of_any_number_are_parts() {
    let sandbox = Sandbox::new();
    sandbox.write("p/a.yaml", small("")).write("p/b.yaml", small(""));
    for (shard, wanted) in [
        ("9223372036854775807/9223372036854775808", None),
        ("9223372036854775808/9223372036854775808", Some("out/b.docx")),
        ("18446744073709551615/18446744073709551615", Some("out/b.docx")),
        ("1/18446744073709551615", None),
    ] {
        let _ = std::fs::remove_dir_all(sandbox.path().join("out"));
        let ran = sandbox.run(&["build", "p", "--shard", shard, "--format", "docx"]);
        assert_eq!(ran.code, Some(0), "{shard}: {}", ran.stderr);
        assert_eq!(
            sandbox.files().iter().find(|file| file.starts_with("out")).map(String::as_str),
            wanted,
            "{shard}"
        );
    }
    assert_eq!(
        sandbox.run(&["build", "p", "--shard", "18446744073709551616/18446744073709551616"]).code,
        Some(2)
    );
}
