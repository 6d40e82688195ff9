//! `kehoach build` with `for_each`: rows, names, findings in two places, and what becomes of the files.

use insta::assert_snapshot;

use super::{Sandbox, for_each_row};
use crate::common::{root, small};

/// A plan for each row of `rows.csv`.
fn plan(extra: &str) -> String {
    let text = small(extra).replace("Thực hiện công tác đỡ đầu", "Thực hiện công tác đỡ đầu xã {{ xa.ten }}");
    assert!(text.contains("{{ xa.ten }}"));
    for_each_row(text)
}

const ROWS: &str = "Mã,Tên,Kinh phí\n01,Hải Lăng,26000000\n02,Cồn Cỏ,1000000\n03,Lìa,500000\n";

#[test]
fn each_row_becomes_its_files_and_what_is_up_to_date_is_left() {
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", plan("")).write("rows.csv", ROWS);
    let build = ["build", "a.yaml", "--format", "docx"];
    let ran = sandbox.run(&build);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_snapshot!(ran.stderr, @"a.yaml: 3 văn bản; 3 tệp ghi mới, 0 tệp không đổi, 0 tệp không ghi");
    assert_eq!(
        sandbox.files(),
        ["a.yaml", "out/a/con-co.docx", "out/a/hai-lang.docx", "out/a/lia.docx", "rows.csv"]
    );
    let whole = sandbox.read("out/kehoach-manifest.jsonl");

    let ran = sandbox.run(&build);
    assert_snapshot!(ran.stderr, @"a.yaml: 3 văn bản; 0 tệp ghi mới, 3 tệp không đổi, 0 tệp không ghi");
    assert_eq!(sandbox.read("out/kehoach-manifest.jsonl"), whole);

    // A row changed, a row moved, a file deleted.
    sandbox.write("rows.csv", ROWS.replace("03,Lìa", "\n03,Lìa").replace("1000000", "2000000"));
    std::fs::remove_file(sandbox.path().join("out/a/lia.docx")).unwrap();
    let verbose = ["build", "a.yaml", "--format", "docx", "-v"];
    assert_snapshot!(sandbox.run(&verbose).stderr, @"
    a.yaml → out/a/con-co.docx: dòng dữ liệu đã đổi
    a.yaml → out/a/lia.docx: tệp không còn
    a.yaml: 3 văn bản; 2 tệp ghi mới, 1 tệp không đổi, 0 tệp không ghi
    ");
    sandbox.write("a.yaml", plan("archive: VT, TH\n"));
    let ran = sandbox.run(&verbose);
    let all_for = |why: &str| {
        let made = ["hai-lang", "con-co", "lia"].map(|key| format!("a.yaml → out/a/{key}.docx: {why}\n"));
        format!("{}a.yaml: 3 văn bản; 3 tệp ghi mới, 0 tệp không đổi, 0 tệp không ghi\n", made.concat())
    };
    assert_eq!(ran.stderr, all_for("kế hoạch hoặc tệp include đã đổi"));
    assert_eq!(sandbox.run(&["eject", "wording/ke-hoach.xml"]).code, Some(0));
    let ran = sandbox.run(&verbose);
    // The same text from another place.
    assert_snapshot!(ran.stderr, @"a.yaml: 3 văn bản; 0 tệp ghi mới, 3 tệp không đổi, 0 tệp không ghi");
    let wording = sandbox.read("templates/wording/ke-hoach.xml");
    sandbox.write("templates/wording/ke-hoach.xml", wording + "\n");
    let ran = sandbox.run(&verbose);
    assert_eq!(ran.stderr, all_for("mẫu wording/ke-hoach.xml đã đổi"));
    let ran = sandbox.run(&["build", "a.yaml", "--format", "docx", "-v", "--force"]);
    assert_eq!(ran.stderr, all_for("theo --force"));
}

#[test]
fn rows_that_are_gone_are_told_and_pruned() {
    let sandbox = Sandbox::new();
    sandbox.write("p/a.yaml", plan("")).write("p/rows.csv", ROWS).write("p/b.yaml", small(""));
    let build = ["build", "p", "--format", "docx"];
    assert_eq!(sandbox.run(&build).code, Some(0));
    sandbox.write("p/rows.csv", "Mã,Tên,Kinh phí\n01,Hải Lăng,26000000\n");
    std::fs::remove_file(sandbox.path().join("p/b.yaml")).unwrap();
    sandbox.write("out/a/lia.docx", "changed by hand");
    let ran = sandbox.run(&build);
    assert_snapshot!(ran.stderr, @"
    p/a.yaml: không đổi
    out/a/con-co.docx: dòng dữ liệu hoặc kế hoạch không còn (--prune sẽ xóa)
    out/a/lia.docx: không còn trong kế hoạch, nhưng đã được sửa tay nên giữ lại
    out/b.docx: dòng dữ liệu hoặc kế hoạch không còn (--prune sẽ xóa)
    ");
    assert_eq!(sandbox.run(&["build", "p", "--format", "docx", "--check", "--prune", "-q"]).code, Some(1));
    let ran = sandbox.run(&["build", "p", "--format", "docx", "--prune"]);
    assert_snapshot!(ran.stderr, @"
    p/a.yaml: không đổi
    out/a/con-co.docx: đã xóa
    out/a/lia.docx: không còn trong kế hoạch, nhưng đã được sửa tay nên giữ lại
    out/b.docx: đã xóa
    ");
    assert_eq!(
        sandbox.files(),
        ["out/a/hai-lang.docx", "out/a/lia.docx", "p/a.yaml", "p/rows.csv"],
        "what was changed by hand is no one's to remove"
    );
}

#[test]
fn a_finding_shows_the_place_in_the_plan_and_in_the_data() {
    let sandbox = Sandbox::new();
    let extra = "closing: \"Kinh phí {{ xa.kinh_phi | money }} đồng.\"\n";
    sandbox.write("a.yaml", plan(extra)).write("rows.csv", ROWS.replace("1000000", "một triệu"));
    let ran = sandbox.run(&["build", "a.yaml"]);
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.stderr, @r#"
    lỗi[expression-failed]: không tính được biểu thức: "một triệu" không phải một số
     --> a.yaml:9:10
      |
    9 | closing: "Kinh phí {{ xa.kinh_phi | money }} đồng."
      |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
     ::: rows.csv:3:11
      |
    3 | 02,Cồn Cỏ,một triệu
      |           --------- kinh_phi: một triệu
      |
      = help: xem lại giá trị mà biểu thức dùng

    a.yaml: 3 văn bản; 0 tệp ghi mới, 0 tệp không đổi, 6 tệp không ghi
    1 lỗi, 0 cảnh báo
    "#);
    assert_eq!(sandbox.files(), ["a.yaml", "rows.csv"], "one bad row, and nothing of the plan is written");
    let ran = sandbox.run(&["build", "a.yaml", "--keep-going", "--format", "docx", "-q"]);
    assert_eq!(ran.code, Some(1), "the exit code tells");
    assert_eq!(sandbox.files(), ["a.yaml", "out/a/hai-lang.docx", "out/a/lia.docx", "rows.csv"]);
}

#[test]
fn names_and_columns_are_checked_before_anything_is_written() {
    let sandbox = Sandbox::new();
    let rows = "ten,ma\nCON,1\n../x,2\nHải,3\nhải,4\nkết thúc.,5\n";
    let text = plan("closing: \"Xã {{ xa.huyen }}.\"\n").replace("xa.ten | slug", "xa.ten");
    sandbox.write("a.yaml", text).write("rows.csv", rows);
    let ran = sandbox.run(&["check", "a.yaml", "--format", "short"]);
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.stdout, @r#"
    a.yaml:4:39: cảnh báo[subject-form]: sau trích yếu không có dấu "."
    a.yaml:9:17: lỗi[unknown-variable]: dữ liệu rows.csv không có cột "huyen"
    a.yaml:11:39: lỗi[key-duplicate]: hai dòng cùng ghi ra "hải"
    a.yaml:11:39: lỗi[key-unsafe]: "CON" là tên dành riêng của Windows
    a.yaml:11:39: lỗi[key-unsafe]: tên tệp "../x" dẫn ra ngoài thư mục
    a.yaml:11:39: lỗi[key-unsafe]: tên tệp "kết thúc." có dấu cách ở đầu, ở cuối hoặc dấu chấm ở cuối
    đã kiểm tra a.yaml (5 văn bản): 5 lỗi, 1 cảnh báo
    "#);
    let text = plan("").replace("xa.ten | slug", "xa.ten");
    sandbox.write("a.yaml", text);
    let ran = sandbox.run(&["build", "a.yaml", "--keep-going", "--lang", "en"]);
    assert_eq!(ran.code, Some(1));
    for told in [
        "\"CON\" is a name that Windows keeps",
        "the name \"../x\" leads out of the folder",
        "two rows would both be \"hải\"",
        "the name \"kết thúc.\" begins or ends with a space, or ends with a dot",
        "rows.csv:2:1",
        "rows.csv:4:1",
    ] {
        assert!(ran.stderr.contains(told), "{told}: {}", ran.stderr);
    }
    assert_eq!(sandbox.files(), ["a.yaml", "rows.csv"]);
    let long = "Đ".repeat(200);
    sandbox.write("rows.csv", format!("ten,ma\n{long},1\n"));
    assert!(sandbox.run(&["build", "a.yaml"]).stderr.contains("tối đa 240"));
}

#[test]
fn shards_together_are_the_whole_byte_for_byte() {
    let sandbox = Sandbox::new();
    sandbox.write("p/a.yaml", plan("")).write("p/rows.csv", ROWS).write("p/b.yaml", small(""));
    assert_eq!(sandbox.run(&["build", "p", "--out", "whole", "-q", "--jobs", "1"]).code, Some(0));
    let mut merged = String::new();
    for k in 1..=3 {
        let (shard, out) = (format!("{k}/3"), format!("part{k}"));
        let ran = sandbox.run(&["build", "p", "--shard", &shard, "--out", &out, "-q", "--jobs", "3"]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        merged += &sandbox.read(&format!("{out}/kehoach-manifest.jsonl"));
    }
    let files = sandbox.files();
    let of = |folder: &str| -> Vec<String> {
        let inside = files.iter().filter_map(|file| file.strip_prefix(folder));
        inside.map(str::to_owned).collect()
    };
    let mut parts = [of("part1/"), of("part2/"), of("part3/")];
    for (k, part) in parts.iter().enumerate() {
        assert!(!part.is_empty(), "part {k}");
        for file in part {
            let bytes = |folder: &str| std::fs::read(sandbox.path().join(folder).join(file)).unwrap();
            assert!(bytes(&format!("part{}", k + 1)) == bytes("whole"), "{file}");
        }
    }
    let mut all: Vec<String> = parts.iter_mut().flat_map(std::mem::take).collect();
    all.sort();
    assert_eq!(all, of("whole/"), "disjoint, and together complete");
    let lines = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(lines(&merged), lines(&sandbox.read("whole/kehoach-manifest.jsonl")));
    let wrong = sandbox.run(&["build", "p", "--shard", "4/3"]);
    assert_eq!(wrong.code, Some(2));
}

#[test]
fn plans_and_rows_are_checked_together_and_told_in_their_order() {
    let sandbox = Sandbox::new();
    let wrong = |text: String| text.replace("Thực hiện công tác đỡ đầu", "Thực hiện công tác đỗ đầu");
    sandbox
        .write("p/a.yaml", wrong(small("")))
        .write("p/b.yaml", wrong(plan("")))
        .write("p/c.yaml", "issuer: [\n")
        .write("p/d.yaml", plan("").replace("key:", "where: \"xa.ten == ''\", key:"))
        .write("p/e.yaml", wrong(small("")))
        .write("p/rows.csv", ROWS);
    let ran = sandbox.run(&["check", "p", "--format", "short"]);
    assert_snapshot!(ran.stdout, @r#"
    p/a.yaml:4:29: cảnh báo[confusable]: "đỗ đầu" có thể là "đỡ đầu"
    p/b.yaml:4:29: cảnh báo[confusable]: "đỗ đầu" có thể là "đỡ đầu"
    p/c.yaml:1:1: lỗi[missing-key]: thiếu khóa `subject`
    p/c.yaml:1:1: lỗi[missing-key]: thiếu khóa `recipients`
    p/c.yaml:1:1: lỗi[missing-key]: thiếu khóa `signature`
    p/c.yaml:1:1: lỗi[missing-key]: thiếu khóa `objectives`
    p/c.yaml:1:1: cảnh báo[missing-legal-basis]: văn bản không có căn cứ ban hành
    p/c.yaml:1:9: lỗi[wrong-type]: cần các khóa parent, name, code, unit, nhưng đây là một văn bản
    p/c.yaml:1:9: lỗi[yaml-syntax]: ngoặc [ mở mà không đóng
    p/d.yaml:10:24: cảnh báo[no-rows]: không có dòng dữ liệu nào để làm
    p/e.yaml:4:29: cảnh báo[confusable]: "đỗ đầu" có thể là "đỡ đầu"
    đã kiểm tra 5 kế hoạch (6 văn bản): 6 lỗi, 5 cảnh báo
    "#);
}

/// The example for Kubernetes, run here: its own command for each index, and the merging that it tells.
#[cfg(unix)]
#[test]
fn the_example_of_an_indexed_job_builds_the_whole() {
    let job = std::fs::read_to_string(root().join(".ci/examples/indexed-job.yaml")).unwrap();
    let command = job.lines().find_map(|line| line.trim().strip_prefix("- exec ")).unwrap();
    let merging: Vec<&str> = job.lines().filter_map(|line| line.strip_prefix("#   ")).collect();
    assert_eq!(merging.len(), 4);
    let sandbox = Sandbox::new();
    sandbox.write("plans/a.yaml", plan("")).write("plans/rows.csv", ROWS).write("plans/b.yaml", small(""));
    let at = |name: &str| sandbox.path().join(name).display().to_string();
    let shell = |script: &str, index: usize| {
        let script = script
            .replace("kehoach build", &format!("'{}' build", env!("CARGO_BIN_EXE_kehoach")))
            .replace("/plans", &at("plans"))
            .replace("/out/", &format!("{}/", at("out")));
        let ran = std::process::Command::new("sh")
            .args(["-e", "-c", &script])
            .env("JOB_COMPLETION_INDEX", index.to_string())
            .current_dir(sandbox.path().join("out"))
            .output()
            .unwrap();
        assert!(ran.status.success(), "{script}: {}", String::from_utf8_lossy(&ran.stderr));
    };
    std::fs::create_dir(sandbox.path().join("out")).unwrap();
    (0..4).for_each(|index| shell(command, index));
    shell(&merging.join("\n"), 0);
    assert_eq!(sandbox.files().iter().filter(|file| file.starts_with("out/whole/")).count(), 8);
}

#[test]
fn check_tells_whether_the_files_are_what_a_build_would_write() {
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", plan("")).write("rows.csv", ROWS);
    let check = ["build", "a.yaml", "--check", "--format", "docx"];
    let ran = sandbox.run(&check);
    assert_eq!((ran.code, sandbox.files().len()), (Some(1), 2), "nothing is there, and nothing is written");
    assert_eq!(sandbox.run(&["build", "a.yaml", "--format", "docx"]).code, Some(0));
    assert_eq!(sandbox.run(&check).code, Some(0));
    // Without the manifest the files themselves are compared.
    std::fs::remove_file(sandbox.path().join("out/kehoach-manifest.jsonl")).unwrap();
    assert_eq!(sandbox.run(&check).code, Some(0));
    sandbox.write("out/a/lia.docx", "changed");
    let ran = sandbox.run(&check);
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.stderr, @r#"
    lỗi: out/a/lia.docx: đã có một tệp mà kehoach không biết, nên giữ nguyên; chuyển tệp ấy đi, dùng --out khác, hoặc chạy lại với --force: tệp cũ được giữ thành "… (sửa tay 1)" bên cạnh
    a.yaml: 3 văn bản; 0 tệp khác, 2 tệp đúng, 1 tệp lỗi
    "#);
    assert_eq!(sandbox.read("out/a/lia.docx"), "changed");
}

#[test]
fn a_report_has_an_object_a_line_for_each_file() {
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", plan("")).write("rows.csv", ROWS);
    let report = ["build", "a.yaml", "--report", "json", "-q", "--keep-going"];
    let lines = |stdout: &str| -> Vec<serde_json::Value> {
        stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let first = lines(&sandbox.run(&report).stdout);
    assert_eq!(first.len(), 6);
    let pdf = &first[1];
    assert_eq!(
        (&pdf["file"], &pdf["kind"], &pdf["pages"], &pdf["plan"], &pdf["row"], &pdf["status"]),
        (
            &"out/a/hai-lang.pdf".into(),
            &"ke-hoach".into(),
            &1.into(),
            &"a.yaml".into(),
            &"rows.csv:2".into(),
            &"built".into()
        )
    );
    let bytes = std::fs::read(sandbox.path().join("out/a/hai-lang.pdf")).unwrap();
    assert_eq!(pdf["bytes"], bytes.len());
    assert_eq!(pdf["hash"], kehoach::world::hash(&bytes));
    sandbox.write("rows.csv", ROWS.replace("02,Cồn Cỏ", "02,Cồn Cỏ\u{1}"));
    let second = lines(&sandbox.run(&report).stdout);
    let statuses: Vec<&str> = second.iter().map(|line| line["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["unchanged", "unchanged", "failed", "failed", "unchanged", "unchanged"]);
    assert_eq!((&second[0]["hash"], &second[1]["pages"]), (&first[0]["hash"], &first[1]["pages"]));
}
