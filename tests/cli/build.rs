//! `kehoach build`.

use insta::assert_snapshot;

use super::Sandbox;
use crate::common::small;

#[test]
fn a_plan_becomes_two_files() {
    let sandbox = Sandbox::new();
    let ran = sandbox.write("a.yaml", small("")).run(&["build", "a.yaml"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), ""));
    assert_snapshot!(ran.stderr, @"a.yaml → out/a.docx, out/a.pdf (1 trang)");
    assert_eq!(sandbox.files(), ["a.yaml", "out/a.docx", "out/a.pdf"]);
}

#[test]
fn a_folder_keeps_its_sub_folders_and_what_is_no_plan_is_passed_over() {
    let sandbox = Sandbox::new();
    sandbox
        .write("plans/a.yaml", small(""))
        .write("plans/deep/b.yml", small(""))
        .write("plans/data.yaml", "rows: [1, 2]\n");
    let ran = sandbox.run(&["build", "plans", "--format", "pdf", "--out", "done", "-v", "--lang", "en"]);
    assert_eq!(ran.code, Some(0));
    assert_snapshot!(ran.stderr, @"
    plans/data.yaml: not a plan, skipped
    plans/a.yaml → done/a.pdf (1 p.): new
    plans/deep/b.yml → done/deep/b.pdf (1 p.): new
    ");
    assert_eq!(
        sandbox.files(),
        ["done/a.pdf", "done/deep/b.pdf", "plans/a.yaml", "plans/data.yaml", "plans/deep/b.yml"]
    );
}

#[test]
fn errors_are_drawn_all_at_once_and_nothing_is_written() {
    let sandbox = Sandbox::new();
    let plan = small("")
        .replace("place:", "plase:")
        .replace("2020-11-06", "06.11.2020")
        .replace("position", "positon");
    sandbox
        .write("a.yaml", plan + "layout: {body_size: 12, margins_mm: {left: 25}}\n")
        .write("b.yaml", small(""));
    let ran = sandbox.run(&["build", "a.yaml", "b.yaml", "--format", "docx"]);
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.stderr, @"
    lỗi[unknown-key]: không có khóa `plase` ở chỗ này
     --> a.yaml:2:1
      |
    2 | plase: Quảng Trị
      | ^^^^^
      |
      = help: ý bạn là `place`?

    lỗi[date-form]: ngày phải viết theo dạng ngày/tháng/năm
     --> a.yaml:3:7
      |
    3 | date: 06.11.2020
      |       ^^^^^^^^^^
      |
      = help: ví dụ: 06/11/2020 hoặc 2020-11-06

    lỗi[unknown-key]: không có khóa `positon` ở chỗ này
     --> a.yaml:8:39
      |
    8 | signature: {tm: Liên minh Hợp tác xã, positon: Chủ tịch}
      |                                       ^^^^^^^
      |
      = help: ý bạn là `position`?

    lỗi[layout-bounds]: giá trị ngoài giới hạn của Nghị định 30/2020/NĐ-CP
     --> a.yaml:9:21
      |
    9 | layout: {body_size: 12, margins_mm: {left: 25}}
      |                     ^^
      |
      = help: cho phép: từ 13 pt đến 14 pt
      = căn cứ: P1.II.6.e.1

    lỗi[layout-bounds]: giá trị ngoài giới hạn của Nghị định 30/2020/NĐ-CP
     --> a.yaml:9:44
      |
    9 | layout: {body_size: 12, margins_mm: {left: 25}}
      |                                            ^^
      |
      = help: cho phép: từ 30 mm đến 35 mm
      = căn cứ: P1.I.3

    b.yaml → out/b.docx
    5 lỗi, 0 cảnh báo
    ");
    assert_eq!(sandbox.files(), ["a.yaml", "b.yaml", "out/b.docx"], "the other plan is written");
}

#[test]
fn paths_that_do_not_work_are_wrong_usage() {
    let sandbox = Sandbox::new();
    std::fs::create_dir(sandbox.path().join("empty")).unwrap();
    sandbox
        .write("picture.yaml", [0xff, 0xd8, 0xff])
        .write("x/a.yaml", small(""))
        .write("y/a.yaml", small(""));
    let ran = sandbox.run(&["build", "none.yaml", "empty", "picture.yaml", "x", "y"]);
    assert_eq!(ran.code, Some(2));
    assert_snapshot!(ran.stderr, @"
    lỗi: không có tệp none.yaml
    lỗi: thư mục empty không có kế hoạch nào
    lỗi: picture.yaml là một tệp ảnh; kế hoạch là một tệp văn bản .yaml: tạo bằng kehoach new TÊN.yaml rồi chép lời văn vào đó
    lỗi: x/a.yaml và y/a.yaml cùng ghi ra a; hãy đổi tên một trong hai
    ");
    let ran = sandbox.run(&["build", "x", "y"]);
    assert_eq!(ran.code, Some(2));
    assert_snapshot!(ran.stderr, @"lỗi: x/a.yaml và y/a.yaml cùng ghi ra a; hãy đổi tên một trong hai");
}

#[test]
fn every_unreadable_file_of_a_folder_is_said() {
    let sandbox = Sandbox::new();
    sandbox.write("x/a.yaml", [0xff]).write("x/b.yaml", small("")).write("x/deep/c.yaml", [0xfe]);
    let ran = sandbox.run(&["build", "x"]);
    assert_eq!(ran.code, Some(2));
    assert_snapshot!(ran.stderr, @"
    lỗi: x/a.yaml không phải văn bản UTF-8 (byte thứ 0); hãy lưu lại với bảng mã UTF-8
    lỗi: x/deep/c.yaml không phải văn bản UTF-8 (byte thứ 0); hãy lưu lại với bảng mã UTF-8
    x/b.yaml → out/b.docx, out/b.pdf (1 trang)
    ");
    assert_eq!(sandbox.files()[..2], ["out/b.docx", "out/b.pdf"], "the others go on");
    // A plan that cannot be read is not gone: what it made stays.
    sandbox.write("x/a.yaml", small(""));
    assert_eq!(sandbox.run(&["build", "x"]).code, Some(2));
    sandbox.write("x/a.yaml", [0xff]);
    let ran = sandbox.run(&["build", "x", "--prune"]);
    assert!(ran.code == Some(2) && sandbox.files().iter().any(|file| file == "out/a.docx"), "{}", ran.stderr);
}

#[test]
fn a_folder_that_cannot_be_written_is_said() {
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", small("")).write("out", "a file, no folder");
    let ran = sandbox.run(&["build", "a.yaml"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("lỗi: không ghi được out:"), "{}", ran.stderr);
    assert_eq!(sandbox.files(), ["a.yaml", "out"], "nothing half written");
}

#[test]
fn a_users_template_wins_and_its_mistakes_have_a_place() {
    let sandbox = Sandbox::new();
    sandbox.write("a.yaml", small(""));
    assert_eq!(sandbox.run(&["eject", "wording/ke-hoach.xml"]).code, Some(0));
    let path = sandbox.path().join("templates/wording/ke-hoach.xml");
    let template = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, template.replace("{{ issuer }} ban hành", "{{ isuer }} ban hành")).unwrap();
    let ran = sandbox.run(&["build", "a.yaml"]);
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.stderr, @r#"
    lỗi[template-render]: mẫu lời văn không dùng được: không có "isuer", chỉ có authority, closing, contact, date, details, draft, has, issued_with, issuer, kind, legal_basis, number_symbol, preamble, subject
      --> templates/wording/ke-hoach.xml:14:11
       |
    14 |     <p>{{ isuer }} ban hành {{ kind }} {{ subject | lower_first }} như sau:</p>
       |           ^^^^^
       |
       = help: sửa mẫu, hoặc xóa tệp này để dùng mẫu có sẵn

    1 lỗi, 0 cảnh báo
    "#);
    std::fs::write(&path, template.replace("<title>", "<titel>").replace("</title>", "</titel>")).unwrap();
    let ran = sandbox.run(&["build", "a.yaml"]);
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.stderr, @"
    lỗi[template-form]: không có thẻ <titel>
     --> templates/wording/ke-hoach.xml (đã điền):2:3
      |
    2 |   <titel>Kế hoạch</titel>
      |   ^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: các thẻ dùng được: title, draft, addressees, issued-with, authority, enactment, basis, p, section, clause, nodes, articles, confirmation, total, in-words, appendix, contact; trong câu: b, i, note

    1 lỗi, 0 cảnh báo
    ");
    std::fs::write(&path, template.replace("Mục đích, yêu cầu", "Mục tiêu")).unwrap();
    assert_eq!(sandbox.run(&["build", "a.yaml"]).code, Some(0));
    let docx = crate::common::docx::open(&std::fs::read(sandbox.path().join("out/a.docx")).unwrap());
    assert!(docx.0["word/document.xml"].contains("MỤC TIÊU"));
}

#[test]
fn a_templates_name_is_never_a_path() {
    let sandbox = Sandbox::new();
    // Were it read, it would be said that it is no text.
    sandbox.write("a.yaml", small("template: ../secret\n")).write("templates/secret.xml", [0xff]);
    sandbox.write("templates/wording/x.xml", "");
    let ran = sandbox.run(&["build", "a.yaml"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains("unknown-template") && !ran.stderr.contains("unreadable"), "{}", ran.stderr);
}

#[test]
fn a_drawing_template_that_does_not_compile_has_a_place() {
    let sandbox = Sandbox::new();
    sandbox
        .write("a.yaml", small(""))
        .write("mine/typst/document.typ", "#import \"blocks.typ\": styles\n#read(\"/etc/passwd\")\n");
    let ran = sandbox.run(&["build", "a.yaml", "--templates", "mine"]);
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.stderr, @r#"
    lỗi[template-draw]: không vẽ được trang: không có tệp etc/passwd: mẫu chỉ đọc được document.typ, blocks.typ và dữ liệu của văn bản
     --> mine/typst/document.typ:2:7
      |
    2 | #read("/etc/passwd")
      |       ^^^^^^^^^^^^^
      |
      = help: nếu bạn đã sửa mẫu trong templates/typst, xem lại chỗ này

    1 lỗi, 0 cảnh báo
    "#);
}
