//! Everything that is wrong with a plan and its data is told in one run, each mistake once.

use insta::assert_snapshot;

use super::{Sandbox, for_each_row};
use crate::common::small;

/// A plan for each row of `rows.csv`.
fn batch(extra: &str) -> String {
    for_each_row(small(extra))
}

#[test]
fn mistakes_of_all_sorts_are_told_together() {
    let sandbox = Sandbox::new();
    let extra = "archive: \"VT, {{ xa.ten\"\n\
                 signer_name: Nguyễn Văn A\n\
                 sections:\n\
                 \x20 - title: Kinh phí\n\
                 \x20   items:\n\
                 \x20     - table: {columns: [Việc, Tiền], rows: [[Hỗ trợ, \"{{ xa.tien | int }}\"]], total: [Tiền]}\n\
                 closing: \"Giao {{ xa.huyen }} và {{ xa.ten | thuong }}.\"\n";
    let rows = "ten,tien\nHải Lăng,26\nCồn Cỏ,một triệu\nHải Lăng,5\nLìa,3,4\n";
    sandbox.write("a.yaml", batch(extra)).write("rows.csv", rows);
    let checked = sandbox.run(&["check", "a.yaml"]);
    assert_eq!(checked.code, Some(1));
    assert_snapshot!(checked.stdout, @r#"
    lỗi[expression-syntax]: biểu thức không được đóng
     --> a.yaml:9:15
      |
    9 | archive: "VT, {{ xa.ten"
      |               ^^^^^^^^^
      |
      = help: thêm }}, %} hoặc #}; để in chính dấu này, viết \{

    lỗi[unknown-key]: không có khóa `signer_name` ở chỗ này
      --> a.yaml:10:1
       |
    10 | signer_name: Nguyễn Văn A
       | ^^^^^^^^^^^
       |
       = help: ý bạn là `signature`?

    lỗi[expression-failed]: không tính được biểu thức: "một triệu" không phải một số nguyên
      --> a.yaml:14:56
       |
    14 |       - table: {columns: [Việc, Tiền], rows: [[Hỗ trợ, "{{ xa.tien | int }}"]], total: [Tiền]}
       |                                                        ^^^^^^^^^^^^^^^^^^^^^
       |
      ::: rows.csv:3:8
       |
     3 | Cồn Cỏ,một triệu
       |        --------- tien: một triệu
       |
       = help: xem lại giá trị mà biểu thức dùng

    lỗi[expression-syntax]: không có bộ lọc `thuong`
      --> a.yaml:15:46
       |
    15 | closing: "Giao {{ xa.huyen }} và {{ xa.ten | thuong }}."
       |                                              ^^^^^^
       |
       = help: viết theo Tera, ví dụ {{ vars.nam }}, {{ xa.ten | slug }}; các bộ lọc thêm: slug, money, words, date, date_long

    lỗi[key-duplicate]: hai dòng cùng ghi ra "hai-lang"
      --> a.yaml:17:39
       |
    17 | for_each: {as: xa, in: rows.csv, key: "{{ xa.ten | slug }}"}
       |                                       ^^^^^^^^^^^^^^^^^^^^^
       |
      ::: rows.csv:2:1
       |
     2 | Hải Lăng,26
       | ----------- dòng trước
       |
      ::: rows.csv:4:1
       |
     4 | Hải Lăng,5
       | ---------- với dòng này của dữ liệu
       |
       = help: thêm một cột vào key, ví dụ mã số

    lỗi[data-row]: dòng này có 3 ô, dòng đầu có 2 cột
     --> rows.csv:5:1
      |
    5 | Lìa,3,4
      | ^^^^^^^
      |
      = help: giá trị có dấu phân cách hoặc xuống dòng phải đặt trong dấu nháy kép

    đã kiểm tra a.yaml (3 văn bản): 6 lỗi, 0 cảnh báo
    "#);
    let built = sandbox.run(&["build", "a.yaml", "--keep-going"]);
    assert_eq!(built.code, Some(1));
    assert!(built.stderr.starts_with(checked.stdout.rsplit_once("\n\n").unwrap().0), "{}", built.stderr);
    assert_eq!(sandbox.files(), ["a.yaml", "rows.csv"], "nothing of a plan with an error of its own");
}

#[test]
fn a_text_that_fails_is_told_once_and_not_what_follows_from_it() {
    let sandbox = Sandbox::new();
    let extra = "vars:\n\
                 \x20 phan: \"{{ xa.tien / 2 }}\"\n\
                 \x20 chu: \"{{ vars.phan | words }}\"\n\
                 sections:\n\
                 \x20 - title: Kinh phí\n\
                 \x20   items:\n\
                 \x20     - table: {columns: [Việc, Tiền], rows: [[Hỗ trợ, \"{{ phan }}\"]], total: [Tiền]}\n\
                 closing: \"Một phần là {{ phan | money }} đồng, bằng chữ: {{ chu }}.\"\n";
    sandbox.write("a.yaml", batch(extra)).write("rows.csv", "ten,tien\nHải Lăng,hai mươi\n");
    let ran = sandbox.run(&["check", "a.yaml"]);
    assert_snapshot!(ran.stdout, @r#"
    lỗi[expression-failed]: không tính được biểu thức: chỉ tính được với số, ở đây là chữ; bộ lọc int, float đổi chữ thành số
      --> a.yaml:10:9
       |
    10 |   phan: "{{ xa.tien / 2 }}"
       |         ^^^^^^^^^^^^^^^^^^^
       |
      ::: rows.csv:2:1
       |
     2 | Hải Lăng,hai mươi
       | ----------------- với dòng này của dữ liệu
       |
       = help: xem lại giá trị mà biểu thức dùng

    đã kiểm tra a.yaml: 1 lỗi, 0 cảnh báo
    "#);
    let key = batch("vars: {ma: \"{{ xa.tien | words }}\"}").replace("xa.ten | slug", "ma | slug");
    sandbox.write("a.yaml", key).write("rows.csv", "ten,tien\nHải Lăng,một\n");
    let ran = sandbox.run(&["check", "a.yaml", "--format", "short"]);
    assert_snapshot!(ran.stdout, @r#"
    a.yaml:9:12: lỗi[expression-failed]: không tính được biểu thức: "một" không phải một số
    đã kiểm tra a.yaml: 1 lỗi, 0 cảnh báo
    "#);
    let broken =
        batch("").replace("xa.ten | slug", "xa.tn | slug").replace("key:", "where: \"xa.ten ==\", key:");
    sandbox.write("a.yaml", broken);
    let ran = sandbox.run(&["check", "a.yaml", "--format", "short"]);
    assert_snapshot!(ran.stdout, @r#"
    a.yaml:10:42: lỗi[expression-syntax]: biểu thức không đúng: gặp `%}` ở chỗ cần một giá trị
    a.yaml:10:63: lỗi[unknown-variable]: dữ liệu rows.csv không có cột "tn"
    đã kiểm tra a.yaml: 2 lỗi, 0 cảnh báo
    "#);
}

#[test]
fn a_key_that_could_not_be_read_is_not_called_missing() {
    let sandbox = Sandbox::new();
    let text =
        small("sections: [{titel: Kinh phí, items: [Ngân sách.]}]\nappendices: [{tittle: A, body: {}}]\n")
            .replace("code:", "cod:")
            .replace("subject:", "subjct:")
            .replace("legal_basis: [Căn cứ tình hình thực tế]", "legal_bases: [Căn cứ tình hình thực tế]")
            .replace("[Ủy ban nhân dân tỉnh]", "5")
            .replace("{tm: Liên minh Hợp tác xã, position:", "{positoin:");
    sandbox.write("a.yaml", text);
    let ran = sandbox.run(&["check", "a.yaml", "--format", "short"]);
    assert_snapshot!(ran.stdout, @r#"
    a.yaml:1:38: lỗi[unknown-key]: không có khóa `cod` ở chỗ này
    a.yaml:4:1: lỗi[unknown-key]: không có khóa `subjct` ở chỗ này
    a.yaml:5:1: lỗi[unknown-key]: không có khóa `legal_bases` ở chỗ này
    a.yaml:7:13: lỗi[wrong-type]: cần một danh sách (mỗi dòng bắt đầu bằng "- "), nhưng đây là một số
    a.yaml:8:13: lỗi[unknown-key]: không có khóa `positoin` ở chỗ này
    a.yaml:9:13: lỗi[unknown-key]: không có khóa `titel` ở chỗ này
    a.yaml:10:14: lỗi[appendix-unmentioned]: nội dung không nói đến Phụ lục
    a.yaml:10:15: lỗi[unknown-key]: không có khóa `tittle` ở chỗ này
    a.yaml:10:32: lỗi[wrong-type]: cần một danh sách (mỗi dòng bắt đầu bằng "- "), nhưng đây là các khóa (khóa: giá trị)
    đã kiểm tra a.yaml: 9 lỗi, 0 cảnh báo
    "#);
    let text = small("kind: giay-moi\ndetals: {}\n");
    sandbox.write("a.yaml", text.replace("objectives: [Bảo đảm sự phối hợp chặt chẽ.]\n", ""));
    let ran = sandbox.run(&["check", "a.yaml", "--format", "short"]);
    assert_snapshot!(ran.stdout, @"
    a.yaml:9:1: lỗi[unknown-key]: không có khóa `detals` ở chỗ này
    đã kiểm tra a.yaml: 1 lỗi, 0 cảnh báo
    ");
    sandbox.write("a.yaml", small("for_each: {as: 1, in: {}, kye: a}\n"));
    let ran = sandbox.run(&["check", "a.yaml", "--format", "short"]);
    assert_snapshot!(ran.stdout, @r#"
    a.yaml:9:16: lỗi[unknown-value]: "1" không dùng làm tên một dòng được
    a.yaml:9:23: lỗi[wrong-type]: cần tên một tệp dữ liệu, hoặc danh sách các dòng, nhưng đây là các khóa (khóa: giá trị)
    a.yaml:9:27: lỗi[unknown-key]: không có khóa `kye` ở chỗ này
    đã kiểm tra a.yaml: 3 lỗi, 0 cảnh báo
    "#);
}

#[test]
fn a_plan_is_checked_without_its_rows_and_never_vanishes() {
    let sandbox = Sandbox::new();
    let text = batch("closing: \"Giao {{ xa.ten | thuong }} {{ xa.tien | money }}.\"\narchve: VT\n");
    sandbox.write("a.yaml", text.replace("đỡ đầu", "đỗ đầu"));
    let check = || sandbox.run(&["check", "a.yaml", "--format", "short"]).stdout;
    assert_snapshot!(check(), @r#"
    a.yaml:4:29: cảnh báo[confusable]: "đỗ đầu" có thể là "đỡ đầu"
    a.yaml:9:28: lỗi[expression-syntax]: không có bộ lọc `thuong`
    a.yaml:10:1: lỗi[unknown-key]: không có khóa `archve` ở chỗ này
    a.yaml:12:24: lỗi[data-unreadable]: không có tệp rows.csv
    đã kiểm tra a.yaml: 3 lỗi, 1 cảnh báo
    "#);
    sandbox.write("rows.csv", "ten,ten\nHải Lăng,26\n");
    assert_snapshot!(check(), @r#"
    a.yaml:4:29: cảnh báo[confusable]: "đỗ đầu" có thể là "đỡ đầu"
    a.yaml:9:28: lỗi[expression-syntax]: không có bộ lọc `thuong`
    a.yaml:10:1: lỗi[unknown-key]: không có khóa `archve` ở chỗ này
    rows.csv:1:5: lỗi[data-column]: hai cột cùng tên "ten"
    đã kiểm tra a.yaml: 3 lỗi, 1 cảnh báo
    "#);
    sandbox.write("a.yaml", batch("")).write("rows.csv", "");
    assert_snapshot!(check(), @"
    a.yaml:10:24: cảnh báo[no-rows]: không có dòng dữ liệu nào để làm
    đã kiểm tra a.yaml: 0 lỗi, 1 cảnh báo
    ");
    assert_snapshot!(sandbox.run(&["build", "a.yaml"]).stderr, @r#"
    cảnh báo[no-rows]: không có dòng dữ liệu nào để làm
      --> a.yaml:10:24
       |
    10 | for_each: {as: xa, in: rows.csv, key: "{{ xa.ten | slug }}"}
       |                        ^^^^^^^^
       |
       = help: xem lại dữ liệu và `where`

    0 lỗi, 1 cảnh báo
    "#);
}

#[test]
fn a_constant_that_uses_itself_or_a_later_one_is_told() {
    let sandbox = Sandbox::new();
    for (vars, place) in [
        ("{a: \"{{ a | words }}\"}", "9:11"),
        ("{a: \"{{ vars.b | words }}\", b: \"{{ a | words }}\"}", "9:11"),
        ("{a: {b: \"{{ c | words }}\"}, c: \"{{ a.b | words }}\"}", "9:15"),
    ] {
        for text in [small(&format!("vars: {vars}\n")), batch(&format!("vars: {vars}\n"))] {
            sandbox.write("a.yaml", text).write("rows.csv", "ten\nHải Lăng\n");
            for command in ["check", "build"] {
                let ran = sandbox.run(&[command, "a.yaml"]);
                assert_eq!(ran.code, Some(1), "{vars}: {}", ran.stderr);
                let told = ran.stdout + &ran.stderr;
                let first = told.lines().next().unwrap();
                assert!(first.starts_with("lỗi[expression-failed]: "), "{vars}: {told}");
                let places: Vec<&str> = told.lines().filter_map(|line| line.split("--> ").nth(1)).collect();
                assert_eq!(places, [format!("a.yaml:{place}")], "{vars}: {told}");
            }
        }
    }
    let part = "vars: {a: {b: \"{{ 1 / 0 }}\"}}\nclosing: \"Một {{ a.b | words }}.\"\n";
    sandbox.write("a.yaml", small(part));
    assert_snapshot!(sandbox.run(&["check", "a.yaml", "--format", "short"]).stdout, @"
    a.yaml:9:15: lỗi[expression-failed]: không tính được biểu thức: không chia được cho 0
    đã kiểm tra a.yaml: 1 lỗi, 0 cảnh báo
    ");
}
