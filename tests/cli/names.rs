//! Names of files: composed and decomposed, links, and names that other systems refuse.

use super::Sandbox;
use crate::common::small;

fn decomposed(name: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfd(name).collect()
}

/// A Mac writes a letter with its marks behind it; people type it as one, and the other way round.
#[test]
fn a_name_is_found_however_it_is_composed() {
    let composed = str::to_owned as fn(&str) -> String;
    for (on_disk, typed) in [(decomposed as fn(&str) -> String, composed), (composed, decomposed)] {
        let sandbox = Sandbox::new();
        let plan = format!(
            "include: {}\nfor_each: {{as: xa, in: {}, key: \"{{{{ xa.ten | slug }}}}\"}}\n{}",
            typed("thư mục/đơn vị.yaml"),
            typed("xã.csv"),
            small("")
        );
        sandbox
            .write(&on_disk("kế hoạch/kế hoạch.yaml"), plan)
            .write(&on_disk("kế hoạch/thư mục/đơn vị.yaml"), "archive: VT, TH\n")
            .write(&on_disk("kế hoạch/xã.csv"), "ten\nHải Lăng\n");
        for path in [typed("kế hoạch/kế hoạch.yaml"), typed("kế hoạch")] {
            let ran = sandbox.run(&["build", &path, "--format", "docx", "--out", "out"]);
            assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        }
        let made = sandbox.files().into_iter().filter(|name| name.ends_with("/hai-lang.docx")).count();
        assert_eq!(made, 1);
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_links_to_itself_is_searched_once() {
    let sandbox = Sandbox::new();
    sandbox.write("p/a.yaml", small("")).write("p/b/c.yaml", small(""));
    std::os::unix::fs::symlink(".", sandbox.path().join("p/self")).unwrap();
    std::os::unix::fs::symlink("..", sandbox.path().join("p/b/up")).unwrap();
    let ran = sandbox.run(&["build", "p", "--format", "docx"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    std::fs::remove_dir_all(sandbox.path().join("p")).unwrap();
    assert_eq!(sandbox.files(), ["out/a.docx", "out/b/c.docx"]);
}

#[cfg(unix)]
#[test]
fn a_plan_whose_name_other_systems_refuse_is_an_error_of_that_plan() {
    const KEPT: &str = "là tên dành riêng của Windows";
    const ENDS: &str = "có dấu cách ở đầu, ở cuối hoặc dấu chấm ở cuối";
    for (name, why) in [
        ("con.yaml", format!("\"con\" {KEPT}")),
        ("a:b.yaml", "tên tệp không được có ký tự :".to_owned()),
        ("AUX.yml", format!("\"AUX\" {KEPT}")),
        ("com1.yaml", format!("\"com1\" {KEPT}")),
        ("lpt³.yaml", format!("\"lpt³\" {KEPT}")),
        ("nul.x.yaml", format!("\"nul.x\" {KEPT}")),
        ("a .yaml", format!("tên tệp \"a \" {ENDS}")),
        ("a..yaml", format!("tên tệp \"a.\" {ENDS}")),
        ("b?.yaml", "tên tệp không được có ký tự ?".to_owned()),
    ] {
        let sandbox = Sandbox::new();
        sandbox.write(name, small("")).write("good.yaml", small(""));
        let told = format!("{name}:1:1: lỗi[file-name]: {why}: hãy đổi tên kế hoạch\n");
        let ran = sandbox.run(&["check", ".", "--format", "short"]);
        let all = format!("{told}đã kiểm tra 2 kế hoạch: 1 lỗi, 0 cảnh báo\n");
        assert_eq!((ran.code, ran.stdout), (Some(1), all));
        let ran = sandbox.run(&["build", "."]);
        let first = format!("lỗi[file-name]: {why}: hãy đổi tên kế hoạch\n --> {name}:1:1\n");
        assert!(ran.code == Some(1) && ran.stderr.contains(&first), "{name}: {}", ran.stderr);
        let made: Vec<String> = sandbox.files().into_iter().filter(|name| name.starts_with("out/")).collect();
        assert_eq!(made, ["out/good.docx", "out/good.pdf"], "{name}");
    }
}
