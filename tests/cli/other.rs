//! `new`, `schema`, `eject`, `completions`, and wrong usage.

use insta::assert_snapshot;

use super::Sandbox;
use crate::common::root;

#[test]
fn a_new_plan_is_valid_and_is_not_overwritten() {
    let sandbox = Sandbox::new();
    let ran = sandbox.run(&["new", "plans/a.yaml"]);
    assert_eq!(ran.code, Some(0));
    assert_snapshot!(ran.stderr, @"đã ghi plans/a.yaml; tiếp theo: kehoach build plans/a.yaml");
    let built = sandbox.run(&["build", "plans"]);
    assert_eq!(built.code, Some(0));
    assert_snapshot!(built.stderr, @"plans/a.yaml → out/a.docx, out/a.pdf (4 trang)");
    let again = sandbox.run(&["new", "plans/a.yaml", "--lang", "en"]);
    assert_eq!(again.code, Some(2));
    assert_snapshot!(again.stderr, @"error: plans/a.yaml exists and is not overwritten");
    let bare = sandbox.run(&["new", "plans/kh.2026"]);
    assert_snapshot!(bare.stderr, @"đã ghi plans/kh.2026.yaml; tiếp theo: kehoach build plans/kh.2026.yaml");
    assert_eq!(sandbox.files()[2..], ["plans/a.yaml", "plans/kh.2026.yaml"]);
    let unknown = sandbox.run(&["new", "b.yaml", "--kind", "hop-dong"]);
    assert_eq!(unknown.code, Some(2));
    assert_snapshot!(unknown.stderr, @r#"lỗi: chưa có mẫu cho loại "hop-dong"; các loại có mẫu: nghi-quyet, quyet-dinh, chi-thi, quy-che, quy-dinh, thong-cao, thong-bao, huong-dan, chuong-trinh, ke-hoach, phuong-an, de-an, du-an, bao-cao, bien-ban, to-trinh, cong-van, cong-dien, giay-uy-quyen, giay-moi, giay-gioi-thieu, giay-nghi-phep, phieu-gui, phieu-chuyen, phieu-bao"#);
}

#[test]
fn the_schema_goes_to_standard_output() {
    let ran = Sandbox::new().run(&["schema"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert_eq!(ran.stdout, std::fs::read_to_string(root().join("plans/plan.schema.json")).unwrap());
}

#[test]
fn templates_are_copied_once() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.run(&["eject"]).code, Some(0));
    let files: Vec<String> =
        kehoach::templates::BUILT_IN.iter().map(|(name, _)| format!("templates/{name}")).collect();
    let mut sorted = files.clone();
    sorted.sort();
    assert_eq!(sandbox.files(), sorted);
    for file in files {
        let (built_in, copied) = (root().join(&file), sandbox.path().join(&file));
        assert_eq!(std::fs::read(built_in).unwrap(), std::fs::read(copied).unwrap());
    }
    let again = sandbox.run(&["eject", "typst/blocks.typ"]);
    assert_eq!(again.code, Some(2));
    assert_snapshot!(again.stderr, @"lỗi: templates/typst/blocks.typ đã có, không ghi đè");
    assert_eq!(sandbox.run(&["eject", "none"]).code, Some(2));
}

#[test]
fn wrong_usage_has_its_own_code() {
    let sandbox = Sandbox::new();
    for arguments in [
        &["build"][..],
        &["bild"],
        &[],
        &["build", "a.yaml", "--format", "odt"],
        &["build", "a.yaml", "--jobs", "0"],
    ] {
        let ran = sandbox.run(arguments);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(!ran.stderr.is_empty());
    }
    for arguments in [&["--help"][..], &["--version"], &["build", "--help"], &["completions", "bash"]] {
        let ran = sandbox.run(arguments);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{arguments:?}");
        assert!(!ran.stdout.is_empty());
    }
}

#[test]
fn usage_follows_the_language() {
    let sandbox = Sandbox::new();
    let told = |arguments: &[&str]| {
        let ran = sandbox.run(arguments);
        ran.stdout + &ran.stderr
    };
    assert_snapshot!(told(&["check", "a.yaml", "--formatt", "x"]), @"
    lỗi: không có tham số --formatt
      ý bạn là --format?

    Cách dùng: kehoach check [TÙY CHỌN] <PATH>...

    Xem hướng dẫn: --help
    ");
    assert_snapshot!(told(&["bild", "--lang", "en"]), @"
    error: there is no command bild
      did you mean build?

    Usage: kehoach [OPTIONS] <COMMAND>

    For more: --help
    ");
    assert_snapshot!(told(&["build", "a.yaml", "--shard", "5/4"]), @r#"
    lỗi: --shard <K/N> không nhận giá trị "5/4"
      viết K/N với 1 ≤ K ≤ N, ví dụ 1/4

    Xem hướng dẫn: --help
    "#);
    assert_snapshot!(told(&["explain", "--help"]), @"
    Giải thích một quy tắc (sai gì, vì sao, ví dụ), một loại văn bản hoặc một khóa của kế hoạch; không ghi gì thì liệt kê mọi quy tắc

    Cách dùng: kehoach explain [TÙY CHỌN] [CODE]

    Tham số:
      [CODE]  Mã của quy tắc (place-name), một loại văn bản (cong-van) hoặc một khóa (table, layout.numbering)

    Tùy chọn:
          --templates <DIR>  Thư mục mẫu riêng; tệp nào có ở đây thì dùng thay tệp có sẵn (mặc định: templates, nếu có)
      -h, --help             In hướng dẫn này
          --lang <LANG>      Ngôn ngữ của thông báo [chọn: vi, en] [mặc định: vi] [biến môi trường: KEHOACH_LANG]
          --color <COLOR>    Tô màu thông báo [chọn: auto, always, never] [mặc định: auto]
      -q, --quiet            Chỉ in lỗi
      -v, --verbose          In nhiều hơn
    ");
    assert_snapshot!(told(&["--lang=en", "help", "eject"]), @"
    Copies built-in templates into templates/ to be changed; never overwrites

    Usage: kehoach eject [OPTIONS] [NAME]

    Arguments:
      [NAME]  A template, for example wording/ke-hoach.xml (all by default)

    Options:
          --templates <DIR>  Folder of own templates; a file there takes the place of the built-in one (default: templates, if it is there)
      -h, --help             Prints this help
          --lang <LANG>      Language of messages [one of: vi, en] [default: vi] [environment: KEHOACH_LANG]
          --color <COLOR>    Colour of messages [one of: auto, always, never] [default: auto]
      -q, --quiet            Prints errors only
      -v, --verbose          Prints more
    ");
    for (arguments, words) in [
        (&["build"][..], "thiếu <PATH>...\n\nCách dùng: kehoach build [TÙY CHỌN] <PATH>..."),
        (&["build", "--jobs", "0", "a"], "--jobs <N> không nhận giá trị \"0\"\n  viết một số nguyên từ 1"),
        (
            &["check", "a", "--format"],
            "thiếu giá trị sau --format <FORMAT>\n  các giá trị dùng được: full, short, json, sarif, github",
        ),
        (
            &["check", "a", "--fix", "--fix"],
            "--fix chỉ ghi một lần\n\nCách dùng: kehoach check [TÙY CHỌN] <PATH>...",
        ),
        (
            &["check", "a", "--lang", "fr"],
            "--lang <LANG> không nhận giá trị \"fr\"\n  các giá trị dùng được: vi, en",
        ),
    ] {
        assert_eq!(told(arguments), format!("lỗi: {words}\n\nXem hướng dẫn: --help\n"), "{arguments:?}");
    }
}
