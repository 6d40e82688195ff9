//! `kehoach check`.

use insta::assert_snapshot;

use super::Sandbox;
use crate::common::small;

/// An error and two warnings, two of them with a safe fix; an info.
fn faulty() -> String {
    small("").replace("place: Quảng Trị", "place: TP. Huế").replace(
        "[Bảo đảm sự phối hợp chặt chẽ.]",
        "['Bảo đảm  tiến độ \"ba cùng\".', Bảo đảm các các phòng.]",
    )
}

fn checked(arguments: &[&str]) -> super::Ran {
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", faulty());
    sandbox.run(&[&["check", "a.yaml"], arguments].concat())
}

#[test]
fn full() {
    let ran = checked(&[]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), ""));
    assert_snapshot!(ran.stdout, @r#"
    lỗi[place-name]: địa danh "TP. Huế" chưa đúng cách ghi
     --> a.yaml:2:8
      |
    2 | place: TP. Huế
      |        ^^^^^^^
      |
      = help: viết: Huế
      = căn cứ: P1.II.4.a.3

    cảnh báo[double-space]: hai dấu cách liền nhau
     --> a.yaml:6:22
      |
    6 | objectives: ['Bảo đảm  tiến độ "ba cùng".', Bảo đảm các các phòng.]
      |                      ^
      |
      = help: để một dấu cách

    gợi ý[straight-quotes]: dấu nháy thẳng
     --> a.yaml:6:32
      |
    6 | objectives: ['Bảo đảm  tiến độ "ba cùng".', Bảo đảm các các phòng.]
      |                                ^
      |
      = help: dùng “ ”

    cảnh báo[doubled-word]: "các" gõ hai lần
     --> a.yaml:6:57
      |
    6 | objectives: ['Bảo đảm  tiến độ "ba cùng".', Bảo đảm các các phòng.]
      |                                                         ^^^
      |
      = help: bỏ một chữ

    đã kiểm tra a.yaml: 1 lỗi, 2 cảnh báo, 1 gợi ý
    "#);
}

#[test]
fn short() {
    let ran = checked(&["--format", "short", "--lang", "en"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), ""));
    assert_snapshot!(ran.stdout, @r#"
    a.yaml:2:8: error[place-name]: the place "TP. Huế" is not written as it should be
    a.yaml:6:22: warning[double-space]: two spaces in a row
    a.yaml:6:32: info[straight-quotes]: straight quotes
    a.yaml:6:57: warning[doubled-word]: "các" is typed twice
    checked a.yaml: 1 errors, 2 warnings, 1 infos
    "#);
}

#[test]
fn json() {
    let ran = checked(&["--format", "json"]);
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.stderr, @"đã kiểm tra a.yaml: 1 lỗi, 2 cảnh báo, 1 gợi ý");
    assert_snapshot!(ran.stdout, @r#"
    {"code":"place-name","severity":"error","message":"địa danh \"TP. Huế\" chưa đúng cách ghi","file":"a.yaml","line":2,"column":8,"end_line":2,"end_column":15,"clause":"P1.II.4.a.3","help":"viết: Huế","fix":{"safe":true,"edits":[{"start":62,"end":71,"text":"Huế"}]}}
    {"code":"double-space","severity":"warning","message":"hai dấu cách liền nhau","file":"a.yaml","line":6,"column":22,"end_line":6,"end_column":24,"help":"để một dấu cách","fix":{"safe":true,"edits":[{"start":211,"end":213,"text":" "}]}}
    {"code":"straight-quotes","severity":"info","message":"dấu nháy thẳng","file":"a.yaml","line":6,"column":32,"end_line":6,"end_column":33,"help":"dùng “ ”","fix":{"safe":true,"edits":[{"start":226,"end":227,"text":"“"},{"start":235,"end":236,"text":"”"}]}}
    {"code":"doubled-word","severity":"warning","message":"\"các\" gõ hai lần","file":"a.yaml","line":6,"column":57,"end_line":6,"end_column":60,"help":"bỏ một chữ","fix":{"safe":false,"edits":[{"start":257,"end":262,"text":""}]}}
    "#);
}

#[test]
fn github() {
    let ran = checked(&["--format", "github"]);
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.stderr, @"đã kiểm tra a.yaml: 1 lỗi, 2 cảnh báo, 1 gợi ý");
    assert_snapshot!(ran.stdout, @r#"
    ::error file=a.yaml,line=2,endLine=2,col=8,endColumn=15,title=place-name::địa danh "TP. Huế" chưa đúng cách ghi%0Aviết: Huế%0A(P1.II.4.a.3)
    ::warning file=a.yaml,line=6,endLine=6,col=22,endColumn=24,title=double-space::hai dấu cách liền nhau%0Ađể một dấu cách
    ::warning file=a.yaml,line=6,endLine=6,col=57,endColumn=60,title=doubled-word::"các" gõ hai lần%0Abỏ một chữ
    ::notice file=a.yaml,line=6,endLine=6,col=32,endColumn=33,title=straight-quotes::dấu nháy thẳng%0Adùng “ ”
    1 lỗi, 2 cảnh báo, 1 gợi ý
    "#);
}

#[test]
fn github_shows_ten_at_most_and_counts_all() {
    let sandbox = Sandbox::new();
    let dashes: String = (0..14).map(|_| "Bảo đảm  tiến độ., ").collect();
    sandbox.write("a.yaml", small("").replace("[Bảo đảm sự phối hợp chặt chẽ.]", &format!("[{dashes}]")));
    let ran = sandbox.run(&["check", "a.yaml", "--format", "github"]);
    assert_eq!(ran.stdout.lines().filter(|line| line.starts_with("::warning ")).count(), 10);
    assert_eq!(ran.stdout.lines().last(), Some("0 lỗi, 14 cảnh báo"));
}

#[test]
fn sarif() {
    let ran = checked(&["--format", "sarif"]);
    assert_eq!(ran.code, Some(1));
    let log: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["rules"].as_array().unwrap().len(), kehoach::internals::codes().count());
    assert_snapshot!(format!("{:#}", run["results"][0]), @r#"
    {
      "fixes": [
        {
          "artifactChanges": [
            {
              "artifactLocation": {
                "uri": "a.yaml"
              },
              "replacements": [
                {
                  "deletedRegion": {
                    "endColumn": 15,
                    "endLine": 2,
                    "startColumn": 8,
                    "startLine": 2
                  },
                  "insertedContent": {
                    "text": "Huế"
                  }
                }
              ]
            }
          ],
          "description": {
            "text": "viết: Huế"
          }
        }
      ],
      "level": "error",
      "locations": [
        {
          "physicalLocation": {
            "artifactLocation": {
              "uri": "a.yaml"
            },
            "region": {
              "endColumn": 15,
              "endLine": 2,
              "startColumn": 8,
              "startLine": 2
            }
          }
        }
      ],
      "message": {
        "text": "địa danh \"TP. Huế\" chưa đúng cách ghi\nviết: Huế"
      },
      "ruleId": "place-name"
    }
    "#);
}

#[test]
fn what_was_looked_at_is_the_last_line_also_with_nothing_found() {
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", small("")).write("b.yaml", super::for_each_row(small("")));
    sandbox.write("rows.csv", "ten\nHải Lăng\nCồn Cỏ\n");
    let last = |arguments: &[&str]| {
        let ran = sandbox.run(&[&["check"], arguments].concat());
        assert_eq!(ran.code, Some(0));
        let last = |text: &str| text.lines().last().unwrap_or_default().to_owned();
        (last(&ran.stdout), last(&ran.stderr))
    };
    let (one, all) =
        ("đã kiểm tra a.yaml: 0 lỗi, 0 cảnh báo", "đã kiểm tra 2 kế hoạch (3 văn bản): 0 lỗi, 0 cảnh báo");
    assert_eq!(last(&["a.yaml"]), (one.to_owned(), String::new()));
    assert_eq!(last(&["a.yaml", "--format", "short"]), (one.to_owned(), String::new()));
    assert_eq!(last(&["."]), (all.to_owned(), String::new()));
    assert_eq!(last(&[".", "--format", "json"]), (String::new(), all.to_owned()));
    assert_eq!(last(&[".", "--format", "sarif"]), ("}".to_owned(), all.to_owned()));
    assert_eq!(last(&[".", "--format", "github"]), ("0 lỗi, 0 cảnh báo".to_owned(), all.to_owned()));
    assert_eq!(last(&["a.yaml", "--lang", "en"]).0, "checked a.yaml: 0 errors, 0 warnings");
}

#[test]
fn paths_are_printed_without_a_leading_dot() {
    let sandbox = Sandbox::new();
    sandbox.write("plans/a.yaml", faulty());
    for format in ["full", "short", "json", "sarif", "github"] {
        for path in [".", "./plans", "./plans/a.yaml", "./plans/./a.yaml"] {
            let ran = sandbox.run(&["check", path, "--format", format]);
            let told = ran.stdout + &ran.stderr;
            assert!(
                told.contains("plans/a.yaml") && !told.contains("./plans") && !told.contains("/./a"),
                "{format} {path}: {told}"
            );
        }
    }
    let ran = sandbox.run(&["build", "./plans"]);
    let places: Vec<&str> = ran.stderr.lines().filter_map(|line| line.trim().strip_prefix("--> ")).collect();
    assert_eq!(places, ["plans/a.yaml:2:8", "plans/a.yaml:6:22", "plans/a.yaml:6:57"]);
}

#[test]
fn a_file_of_another_program_is_named_and_hides_nothing() {
    let sandbox = Sandbox::new();
    let utf16: Vec<u8> = small("").encode_utf16().flat_map(u16::to_le_bytes).collect();
    sandbox
        .write("x/a.yaml", b"PK\x03\x04 [Content_Types].xml word/document.xml")
        .write("x/b.yaml", faulty())
        .write("x/deep/c.yaml", [b"\xff\xfe".as_slice(), &utf16].concat())
        .write("d.docx", b"PK\x03\x04 [Content_Types].xml word/document.xml")
        .write("e.xlsx", b"PK\x03\x04 [Content_Types].xml xl/workbook.xml")
        .write("f.pdf", [b"%PDF-1.7\n".as_slice(), &[b' '; 5_000_000]].concat());
    let ran = sandbox.run(&["check", "x", "d.docx", "e.xlsx", "f.pdf", "none.yaml", "--format", "short"]);
    assert_eq!(ran.code, Some(2));
    assert_snapshot!(ran.stderr, @r#"
    lỗi: x/a.yaml là một tệp Word (.docx); kế hoạch là một tệp văn bản .yaml: tạo bằng kehoach new TÊN.yaml rồi chép lời văn vào đó
    lỗi: x/deep/c.yaml là văn bản bảng mã UTF-16 ("Unicode"); hãy lưu lại với bảng mã UTF-8 (Notepad: Save As, Encoding: UTF-8)
    lỗi: d.docx là một tệp Word (.docx); kế hoạch là một tệp văn bản .yaml: tạo bằng kehoach new TÊN.yaml rồi chép lời văn vào đó
    lỗi: e.xlsx là một bảng tính Excel (.xlsx); kế hoạch là một tệp văn bản .yaml; bảng tính làm dữ liệu thì lưu thành .xlsx và ghi tên ở for_each.in của kế hoạch
    lỗi: f.pdf là một tệp PDF; kế hoạch là một tệp văn bản .yaml: tạo bằng kehoach new TÊN.yaml rồi chép lời văn vào đó
    lỗi: không có tệp none.yaml
    "#);
    assert_snapshot!(ran.stdout, @r#"
    x/b.yaml:2:8: lỗi[place-name]: địa danh "TP. Huế" chưa đúng cách ghi
    x/b.yaml:6:22: cảnh báo[double-space]: hai dấu cách liền nhau
    x/b.yaml:6:32: gợi ý[straight-quotes]: dấu nháy thẳng
    x/b.yaml:6:57: cảnh báo[doubled-word]: "các" gõ hai lần
    đã kiểm tra x/b.yaml: 1 lỗi, 2 cảnh báo, 1 gợi ý
    "#);
}

#[test]
fn warnings_end_with_one_only_where_they_are_denied() {
    let sandbox = Sandbox::new();
    let plan = small("").replace("chặt chẽ.]", "chặt  chẽ.]");
    sandbox.write("a.yaml", plan);
    assert_eq!(sandbox.run(&["check", "a.yaml"]).code, Some(0));
    assert_eq!(sandbox.run(&["check", "a.yaml", "--deny", "warnings"]).code, Some(1));
    let quiet = sandbox.run(&["check", "a.yaml", "-q"]);
    assert_eq!((quiet.code, quiet.stdout + &quiet.stderr), (Some(0), String::new()));
}

#[test]
fn standard_input_is_a_plan() {
    let sandbox = Sandbox::new();
    let ran = sandbox.run_with(&["check", "-", "--format", "short"], &faulty());
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.stdout, @r#"
    <stdin>:2:8: lỗi[place-name]: địa danh "TP. Huế" chưa đúng cách ghi
    <stdin>:6:22: cảnh báo[double-space]: hai dấu cách liền nhau
    <stdin>:6:32: gợi ý[straight-quotes]: dấu nháy thẳng
    <stdin>:6:57: cảnh báo[doubled-word]: "các" gõ hai lần
    đã kiểm tra <stdin>: 1 lỗi, 2 cảnh báo, 1 gợi ý
    "#);
    let both = sandbox.run_with(&["check", "-", "--fix"], &faulty());
    assert_eq!(both.code, Some(2));
    assert_snapshot!(both.stderr, @"lỗi: - đọc một kế hoạch từ đầu vào chuẩn: không đi với tệp khác hay --fix");
}

#[test]
fn all_files_are_checked_and_a_fix_is_written() {
    let sandbox = Sandbox::new();
    sandbox
        .write("plans/a.yaml", faulty())
        .write("plans/b.yaml", small(""))
        .write("plans/data.yaml", "rows: []\n");
    let ran = sandbox.run(&["check", "plans", "--fix", "--format", "short"]);
    assert_eq!(ran.code, Some(0));
    assert_snapshot!(ran.stderr, @"plans/a.yaml: đã sửa 3 chỗ");
    assert_snapshot!(ran.stdout, @r#"
    plans/a.yaml:6:56: cảnh báo[doubled-word]: "các" gõ hai lần
    đã kiểm tra 2 kế hoạch: 0 lỗi, 1 cảnh báo
    "#);
    let text = std::fs::read_to_string(sandbox.path().join("plans/a.yaml")).unwrap();
    let mended =
        faulty().replace("TP. Huế", "Huế").replace("đảm  tiến độ \"ba cùng\"", "đảm tiến độ “ba cùng”");
    assert_eq!(text, mended);
    let again = sandbox.run(&["check", "plans", "--fix", "--format", "short"]);
    assert_eq!((again.stdout, again.stderr), (ran.stdout, String::new()));
    assert_eq!(
        sandbox.files(),
        ["plans/a.yaml", "plans/b.yaml", "plans/data.yaml"],
        "nothing left beside them"
    );
}

#[cfg(unix)]
#[test]
fn a_fix_keeps_links_and_permissions_and_a_file_that_is_not_to_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::new();
    sandbox.write("real.yaml", faulty()).write("locked.yaml", faulty());
    std::os::unix::fs::symlink("real.yaml", sandbox.path().join("link.yaml")).unwrap();
    let mode = |name: &str, bits| {
        std::fs::set_permissions(sandbox.path().join(name), PermissionsExt::from_mode(bits)).unwrap();
    };
    mode("real.yaml", 0o640);
    mode("locked.yaml", 0o444);
    let ran = sandbox.run(&["check", "--fix", "-q", "link.yaml", "locked.yaml"]);
    assert_eq!(ran.code, Some(2), "{}", ran.stderr);
    assert_snapshot!(ran.stderr, @"lỗi: không ghi được locked.yaml: không có quyền; hãy xem quyền của tệp và thư mục");
    let real = std::fs::metadata(sandbox.path().join("real.yaml")).unwrap();
    assert_eq!(real.permissions().mode() & 0o777, 0o640);
    assert!(std::fs::symlink_metadata(sandbox.path().join("link.yaml")).unwrap().is_symlink());
    let text = |name: &str| std::fs::read_to_string(sandbox.path().join(name)).unwrap();
    assert!(text("real.yaml").contains("place: Huế\n") && text("locked.yaml") == faulty());
}

#[test]
fn a_plan_may_silence_a_rule_with_a_reason() {
    let sandbox = Sandbox::new();
    let plan = small("allow: {double-space: giữ nguyên văn, doubled-word: ''}\n")
        .replace("chặt chẽ.]", "chặt  chẽ.]");
    sandbox.write("a.yaml", plan);
    let ran = sandbox.run(&["check", "a.yaml", "--format", "short"]);
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.stdout, @"
    a.yaml:9:39: cảnh báo[allow-unused]: kế hoạch không có gì vi phạm `doubled-word`
    a.yaml:9:53: lỗi[empty-text]: văn bản trống
    đã kiểm tra a.yaml: 1 lỗi, 1 cảnh báo
    ");
}
