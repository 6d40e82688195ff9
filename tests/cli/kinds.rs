//! Kinds of documents as a user meets them: examples, pages, and kinds of an agency's own.

use insta::assert_snapshot;
use kehoach::decree::KINDS;

use super::Sandbox;
use crate::common::{small, squeezed};

#[test]
fn there_is_a_good_example_of_each_kind() {
    let sandbox = Sandbox::new();
    let mut written = 0;
    for kind in KINDS.iter().filter(|kind| kind.form.number.is_some()) {
        assert_eq!(
            sandbox.run(&["new", &format!("all/{}.yaml", kind.slug), "--kind", &kind.slug]).code,
            Some(0)
        );
        written += 1;
    }
    assert_eq!(written, 25);
    let ran = sandbox.run(&["check", "all", "--deny", "warnings"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stdout);
    let ran = sandbox.run(&["build", "all", "-q"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
}

#[test]
fn a_kind_has_its_page() {
    let ran = Sandbox::new().run(&["explain", "cong-van"]);
    assert_snapshot!(ran.stdout, @r#"
    ## Công văn (`cong-van`)

    Mẫu 1.5; ký hiệu `<issuer.code>-<issuer.unit>`; mẫu lời văn `wording/van-ban.xml`; không có tên loại, trích yếu sau "V/v" dưới số, ký hiệu; có `to` thì nơi nhận tự bắt đầu bằng "- Như trên;".

    - Nội dung: `body`, `sections`.
    - Phải có: `to`.
    - Không có: `authority`, `issued_with`, `details`, `articles`, `chapters`, `secretary`, `attachments`, `objectives`, `support_contents`, `implementation`.

    Ví dụ: `kehoach new tệp.yaml --kind cong-van`.
    "#);
}

/// A kind that the program knows nothing of: a folder of templates is all it takes.
#[test]
fn an_agency_adds_a_kind_by_its_templates_alone() {
    let sandbox = Sandbox::new();
    sandbox
        .write(
            "mine/kinds.yaml",
            "phieu-trinh:\n  name: Phiếu trình\n  abbreviation: PTr\n  like: to-trinh\n  details: {y_kien: Ý kiến của lãnh đạo}\n",
        )
        .write(
            "mine/wording/phieu-trinh.xml",
            "<wording><title>{{ kind }}</title><nodes of=\"body\"/>{% for text in details.y_kien %}<p>Ý kiến: {{ text }}</p>{% endfor %}\
             {% include \"parts/foot.xml\" %}</wording>",
        )
        .write("mine/new/phieu-trinh.yaml", "# Phiếu trình\nkind: phieu-trinh\n");
    let body = "kind: phieu-trinh\nto: [Chủ tịch]\nbody: [{paragraph: Kính trình.}]\n";
    let plan = small(body).replace("objectives: [Bảo đảm sự phối hợp chặt chẽ.]\n", "");
    sandbox.write("a.yaml", format!("{plan}details: {{y_kien: Đồng ý}}\n")).write("b.yaml", plan);
    let ran = sandbox.run(&["build", "a.yaml", "--templates", "mine"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let docx = crate::common::docx::open(&std::fs::read(sandbox.path().join("out/a.docx")).unwrap());
    let text = &docx.0["word/document.xml"];
    for said in ["PHIẾU TRÌNH", "/PTr-LMHTX", "Ý kiến: Đồng ý./.", "- Như trên;"] {
        assert!(text.contains(said), "{said}");
    }
    let ran = sandbox.run(&["build", "b.yaml", "--templates", "mine"]);
    assert_snapshot!(ran.stderr, @"
    lỗi[missing-key]: thiếu khóa `details.y_kien`
     --> b.yaml:1:1
      |
    1 | issuer: {name: Liên minh Hợp tác xã, code: LMHTX}
      | ^
      |
      = help: thêm: y_kien: … (Ý kiến của lãnh đạo)

    1 lỗi, 0 cảnh báo
    ");
    assert_eq!(sandbox.run(&["new", "c.yaml", "--kind", "phieu-trinh", "--templates", "mine"]).code, Some(0));
    assert!(
        sandbox
            .run(&["explain", "phieu-trinh", "--templates", "mine"])
            .stdout
            .contains("`PTr-<issuer.code>`")
    );
    assert!(sandbox.run(&["schema", "--templates", "mine"]).stdout.contains("\"phieu-trinh\""));
    let ran = sandbox.run(&["build", "a.yaml"]);
    assert_snapshot!(ran.stderr, @r#"
    lỗi[unknown-value]: không có loại văn bản "phieu-trinh"
     --> a.yaml:8:7
      |
    8 | kind: phieu-trinh
      |       ^^^^^^^^^^^
      |
      = help: ý bạn là `phieu-gui`?
      = căn cứ: P3

    1 lỗi, 0 cảnh báo
    "#);
    // What is built is built again when the agency words the kind otherwise.
    sandbox.write(
        "mine/wording/phieu-trinh.xml",
        "<wording><title>{{ kind }}</title><nodes of=\"body\"/></wording>",
    );
    let ran = sandbox.run(&["build", "a.yaml", "--templates", "mine", "-v"]);
    assert_snapshot!(ran.stderr, @"a.yaml → out/a.docx, out/a.pdf (1 trang): mẫu wording/phieu-trinh.xml đã đổi");
}

/// So is a list of nodes that the program knows nothing of.
#[test]
fn an_agency_adds_a_list_of_nodes_by_its_templates_alone() {
    let sandbox = Sandbox::new();
    let wording = |list: &str| {
        format!(
            "<wording><title>{{{{ kind }}}}</title><nodes of=\"body\"/>{{% if has.de_xuat %}}<section title=\"Đề xuất\">{list}</section>\
             {{% endif %}}{{% include \"parts/foot.xml\" %}}</wording>"
        )
    };
    sandbox
        .write(
            "mine/kinds.yaml",
            "phieu-trinh:\n  name: Phiếu trình\n  like: to-trinh\n  lists: {de_xuat: Những đề xuất}\n",
        )
        .write("mine/wording/phieu-trinh.xml", wording("<nodes of=\"de_xuat\"/>"));
    let plan = small("kind: phieu-trinh\nto: [Chủ tịch]\nbody: [{title: Tình hình, items: [Kính trình.]}]\n")
        .replace("objectives: [Bảo đảm sự phối hợp chặt chẽ.]\n", "");
    sandbox.write("a.yaml", format!("{plan}de_xuat:\n  - text: Cho phép mua máy.\n  - Giao Văn phòng.\n"));
    let ran = sandbox.run(&["build", "a.yaml", "--templates", "mine"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), "a.yaml → out/a.docx, out/a.pdf (1 trang)\n"));
    let docx = crate::common::docx::open(&std::fs::read(sandbox.path().join("out/a.docx")).unwrap());
    let pdf = lopdf::Document::load(sandbox.path().join("out/a.pdf")).unwrap().extract_text(&[1]).unwrap();
    for said in ["ĐỀ XUẤT", "Cho phép mua máy.", "- Giao Văn phòng./."] {
        assert!(docx.0["word/document.xml"].contains(said), "{said}");
        assert!(squeezed(&pdf).contains(&squeezed(said)), "{said}");
    }
    let ran = sandbox.run(&["explain", "de_xuat", "--templates", "mine"]);
    assert!(
        ran.stdout.starts_with("de_xuat · khóa ở đầu tệp, không thụt vào\n\nNhững đề xuất\n"),
        "{}",
        ran.stdout
    );
    let schema = sandbox.run(&["schema", "--templates", "mine"]).stdout;
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    assert_eq!(schema["properties"]["de_xuat"]["description"], "Những đề xuất");
    // Other kinds do not have it.
    sandbox.write("b.yaml", small("de_xuat: [Giao Văn phòng.]\n"));
    let ran = sandbox.run(&["check", "b.yaml", "--templates", "mine", "--format", "short"]);
    assert_snapshot!(ran.stdout, @"
    b.yaml:9:1: lỗi[key-of-other-kind]: Kế hoạch không có khóa `de_xuat`
    đã kiểm tra b.yaml: 1 lỗi, 0 cảnh báo
    ");
    // What a wording has no place for is not left out.
    sandbox.write("mine/wording/phieu-trinh.xml", wording(""));
    let ran = sandbox.run(&["check", "a.yaml", "--templates", "mine", "--format", "short"]);
    assert_snapshot!(ran.stdout, @"
    a.yaml:12:11: lỗi[template-form]: mine/wording/phieu-trinh.xml không có chỗ cho `de_xuat`
    đã kiểm tra a.yaml: 1 lỗi, 0 cảnh báo
    ");
    // Keys that are taken, and such that are none.
    sandbox.write(
        "mine/kinds.yaml",
        "phieu-trinh: {name: Phiếu trình, like: to-trinh, lists: {body: a, Đề xuất: b, purpose: c}}\n",
    );
    let ran = sandbox.run(&["check", "a.yaml", "--templates", "mine", "--format", "short"]);
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.stdout + &ran.stderr, @r#"
    lỗi[unknown-value]: đã có khóa `body`
     --> mine/kinds.yaml:1:58
      |
    1 | phieu-trinh: {name: Phiếu trình, like: to-trinh, lists: {body: a, Đề xuất: b, purpose: c}}
      |                                                          ^^^^
      |
      = help: đặt tên khác

    lỗi[unknown-value]: tên khóa chỉ gồm chữ thường không dấu, chữ số và dấu gạch dưới
     --> mine/kinds.yaml:1:67
      |
    1 | phieu-trinh: {name: Phiếu trình, like: to-trinh, lists: {body: a, Đề xuất: b, purpose: c}}
      |                                                                   ^^^^^^^
      |
      = help: ví dụ: de_xuat

    lỗi[unknown-value]: đã có khóa `purpose`
     --> mine/kinds.yaml:1:79
      |
    1 | phieu-trinh: {name: Phiếu trình, like: to-trinh, lists: {body: a, Đề xuất: b, purpose: c}}
      |                                                                               ^^^^^^^
      |
      = help: đặt tên khác
    "#);
}

#[test]
fn a_mistake_in_the_file_of_kinds_has_its_place() {
    let sandbox = Sandbox::new();
    sandbox
        .write("a.yaml", small(""))
        .write("templates/kinds.yaml", "Phiếu: {name: Phiếu}\nphieu-trinh: {nam: x, like: to-trin}\n");
    let ran = sandbox.run(&["build", "a.yaml"]);
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.stderr, @r#"
    lỗi[unknown-value]: tên khóa của loại văn bản chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối
     --> templates/kinds.yaml:1:1
      |
    1 | Phiếu: {name: Phiếu}
      | ^^^^^
      |
      = help: ví dụ: phieu-trinh

    lỗi[unknown-key]: không có khóa `nam` ở chỗ này
     --> templates/kinds.yaml:2:15
      |
    2 | phieu-trinh: {nam: x, like: to-trin}
      |               ^^^
      |
      = help: ý bạn là `name`?

    lỗi[unknown-value]: không có loại văn bản "to-trin"
     --> templates/kinds.yaml:2:29
      |
    2 | phieu-trinh: {nam: x, like: to-trin}
      |                             ^^^^^^^
      |
      = help: ý bạn là `to-trinh`?
      = căn cứ: P3
    "#);
    assert!(sandbox.files().iter().all(|file| !file.starts_with("out")), "nothing is written");
}
