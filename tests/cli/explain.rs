//! `kehoach explain`.

use insta::assert_snapshot;

use super::Sandbox;

#[test]
fn a_rule_is_explained() {
    let sandbox = Sandbox::new();
    let ran = sandbox.run(&["explain", "signer-title", "--lang", "en"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert_snapshot!(ran.stdout, @r#"
    signer-title · error · clause P1.II.7.c.3

    A title before the name of the signer.

    No academic or honorary title stands before the name. The heads of the armed forces, education, health and science may rule otherwise: where the issuer's name tells of such a sector nothing is said, elsewhere use `allow`.

    Wrong:

        signature: {position: Chủ tịch, name: ThS. Nguyễn Văn A}
                                              ^^^^^

    Right:

        signature: {position: Chủ tịch, name: Nguyễn Văn A}

    To silence it in a plan, with the reason:

        allow: {signer-title: "…"}
    "#);
    let all = sandbox.run(&["explain"]);
    assert_eq!(all.stdout.lines().count(), kehoach::internals::codes().count());
    let none = sandbox.run(&["explain", "signer-titel"]);
    assert_eq!((none.code, none.stdout.as_str()), (Some(2), ""));
    assert_snapshot!(none.stderr, @r#"lỗi: không có mã hoặc khóa "signer-titel"; ý bạn là signer-title?"#);
}

#[test]
fn every_key_is_explained_with_an_example() {
    let sandbox = Sandbox::new();
    for key in kehoach::internals::key_names(kehoach::templates::Templates::default().kinds()) {
        let ran = sandbox.run(&["explain", &key]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{key}");
        let example = ran.stdout.split("Ví dụ:").nth(1).unwrap();
        assert!(example.contains(&format!("{key}:")), "{key}: {}", ran.stdout);
    }
    let english = sandbox.run(&["explain", "drafter.copies", "--lang", "en"]).stdout;
    assert!(
        english.starts_with("copies · a key in drafter\n") && english.contains("\nExample:\n"),
        "{english}"
    );
    assert_snapshot!(sandbox.run(&["explain", "table"]).stdout, @r#"
    table · khóa trong body, columns, implementation, items, objectives, purpose, requirements, sections, support_contents

    Một bảng.

    Các khóa bên trong:

        borders         false: không kẻ khung.
        caption         Tên bảng.
        column_numbers  true: có dòng (1) (2) (3) dưới đầu bảng.
        columns         Các cột: tên, hoặc {title, columns, width, align, format, formula}.
        in_words        Cột có tổng được viết bằng chữ dưới bảng.
        merge           Các cột mà những ô liền nhau có cùng nội dung gộp thành một ô.
        numbering       auto: tự ghi số vào cột TT (STT) đầu tiên, các ô của cột ấy để trống.
        rows            Các dòng: một ô cho mỗi cột không có công thức, hoặc nhóm {group, rows}, hoặc {cells, bold}.
        subtotal        Các cột có tổng ở mỗi nhóm.
        text_size       Cỡ chữ trong bảng: 10 đến 14.
        total           Các cột có tổng ở dòng "Tổng cộng".
        unit            Dòng bên phải trên bảng, ví dụ Đơn vị tính: triệu đồng.
        widths          Độ rộng tương đối của các cột.

    Ví dụ:

        - table:
            columns: [TT, Xã, Phòng phụ trách]
            widths: [1, 4, 5]
            rows:
              - [1, Hải Lăng, Phòng Kế hoạch - Hỗ trợ]
              - [2, Diên Sanh, Văn phòng]
    "#);
    assert_snapshot!(sandbox.run(&["explain", "layout.numbering"]).stdout, @"
    numbering · khóa trong layout

    Cách đánh số: letters (1., a)) hoặc decimal (1., 1.1.).

    Giá trị: letters, decimal.

    Ví dụ:

        numbering: letters
    ");
    assert_snapshot!(sandbox.run(&["explain", "items"]).stdout, @r#"
    items · khóa trong body, columns, implementation, items, objectives, purpose, requirements, sections, support_contents

    Các phần con.

    Các khóa bên trong:

        align       Căn đoạn: left, center, right hoặc justify (mặc định).
        check       Các ô vuông để đánh dấu, mỗi ô một lời. Chỉ dùng trong phụ lục và body.
        columns     Các cột cạnh nhau, không kẻ khung, mỗi cột một danh sách. Chỉ dùng trong phụ lục và body.
        fill        Dòng chấm để điền: lời hỏi (nhiều lời thì cùng một dòng), hoặc số dòng để trống. Chỉ dùng trong phụ lục và body.
        item        Gạch đầu dòng có các gạch con.
        items       Các phần con.
        lead        Phần đầu in đậm trên cùng dòng với text.
        letterhead  Phần đầu văn bản đặt trong biểu mẫu: cơ quan, Quốc hiệu, số, địa danh và ngày. Chỉ dùng trong phụ lục và body.
        note        Một đoạn bắt đầu bằng dấu "* "; dưới đoạn có thể có các gạch "+ " (items).
        page_break  true: sang trang mới. Chỉ dùng trong phụ lục và body.
        paragraph   Một đoạn không đánh số; dưới đoạn có thể có các gạch đầu dòng (items).
        signatures  Các cột ký cạnh nhau, nhiều nhất bốn; một người ký thì ký bên phải. Chỉ dùng trong phụ lục và body.
        table       Một bảng.
        text        Lời văn.
        title       Tiêu đề, in đậm, có đánh số.
        widths      Độ rộng tương đối của các cột cạnh nhau.

    items · khóa trong articles

    Các khoản, gạch đầu dòng của điều.

    Các khóa bên trong:

        align       Căn đoạn: left, center, right hoặc justify (mặc định).
        check       Các ô vuông để đánh dấu, mỗi ô một lời. Chỉ dùng trong phụ lục và body.
        columns     Các cột cạnh nhau, không kẻ khung, mỗi cột một danh sách. Chỉ dùng trong phụ lục và body.
        fill        Dòng chấm để điền: lời hỏi (nhiều lời thì cùng một dòng), hoặc số dòng để trống. Chỉ dùng trong phụ lục và body.
        item        Gạch đầu dòng có các gạch con.
        items       Các phần con.
        lead        Phần đầu in đậm trên cùng dòng với text.
        letterhead  Phần đầu văn bản đặt trong biểu mẫu: cơ quan, Quốc hiệu, số, địa danh và ngày. Chỉ dùng trong phụ lục và body.
        note        Một đoạn bắt đầu bằng dấu "* "; dưới đoạn có thể có các gạch "+ " (items).
        page_break  true: sang trang mới. Chỉ dùng trong phụ lục và body.
        paragraph   Một đoạn không đánh số; dưới đoạn có thể có các gạch đầu dòng (items).
        signatures  Các cột ký cạnh nhau, nhiều nhất bốn; một người ký thì ký bên phải. Chỉ dùng trong phụ lục và body.
        table       Một bảng.
        text        Lời văn.
        title       Tiêu đề, in đậm, có đánh số.
        widths      Độ rộng tương đối của các cột cạnh nhau.

    Ví dụ:

        items:
          - Tăng cường tuyên truyền văn bản quy phạm pháp luật về xây dựng nông thôn mới.
    "#);
}
