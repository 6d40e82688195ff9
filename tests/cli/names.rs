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
    for name in [
        "con.yaml",
        "a:b.yaml",
        "AUX.yml",
        "com1.yaml",
        "lpt³.yaml",
        "nul.x.yaml",
        "a .yaml",
        "a..yaml",
        "b?.yaml",
    ] {
        let sandbox = Sandbox::new();
        sandbox.write(name, small("")).write("good.yaml", small(""));
        for arguments in [["check", "."], ["build", "."]] {
            let ran = sandbox.run(&arguments);
            assert_eq!(ran.code, Some(1), "{name}: {}", ran.stderr);
            let told = format!("{}{}", ran.stdout, ran.stderr);
            assert!(
                told.contains("lỗi[file-name]") && told.contains(&format!("{name}:1:1")),
                "{name}: {told}"
            );
        }
        let made: Vec<String> = sandbox.files().into_iter().filter(|name| name.starts_with("out/")).collect();
        assert_eq!(made, ["out/good.docx", "out/good.pdf"], "{name}");
    }
}
