//! Golden files of every plan: `tests/golden/<plan>/` holds the document as JSON, the main part of
//! the DOCX, pretty-printed, and a small picture of each page of the PDF. To accept a change that
//! was looked at: `UPDATE_GOLDEN=1 cargo test --release golden`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::common::{plans, root};

/// Pixels to the point: enough to see the page, small enough to keep.
const SCALE: f64 = 0.6;

/// The plan whose first page the README shows, in which its drawn lines can be seen.
const IN_THE_README: &str = "224-kh-lmhtx";
const README_SCALE: f64 = 1.25;

#[test]
fn golden_files_are_current() {
    let folder = root().join("tests/golden");
    let mut wanted: BTreeMap<PathBuf, Vec<u8>> = BTreeMap::new();
    for plan in plans() {
        let document = plan.document();
        let folder = folder.join(&plan.name);
        let json = format!("{:#}\n", serde_json::to_value(document).unwrap());
        wanted.insert(folder.join("document.json"), json.into_bytes());
        let xml = &plan.package().0["word/document.xml"];
        wanted.insert(folder.join("document.xml"), pretty(xml).into_bytes());
        for (at, page) in plan.pages().pages().iter().enumerate() {
            wanted.insert(folder.join(format!("page-{:02}.png", at + 1)), picture(page, SCALE));
            if at == 0 && plan.name == IN_THE_README {
                wanted.insert(folder.join("readme.png"), picture(page, README_SCALE));
            }
        }
    }
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut wrong = Vec::new();
    for (path, bytes) in &wanted {
        if std::fs::read(path).ok().as_ref() != Some(bytes) {
            if update {
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(path, bytes).unwrap();
            }
            wrong.push(format!("differs: {}", path.display()));
        }
    }
    for entry in std::fs::read_dir(&folder)
        .unwrap()
        .flat_map(|entry| std::fs::read_dir(entry.unwrap().path()).unwrap())
    {
        let path = entry.unwrap().path();
        if !wanted.contains_key(&path) {
            if update {
                std::fs::remove_file(&path).unwrap();
            }
            wrong.push(format!("left over: {}", path.display()));
        }
    }
    assert!(
        update || wrong.is_empty(),
        "look at the change, then run UPDATE_GOLDEN=1 cargo test --release golden\n{}",
        wrong.join("\n")
    );
}

fn picture(page: &typst_layout::Page, scale: f64) -> Vec<u8> {
    let options = typst_render::RenderOptions { pixel_per_pt: scale.into(), ..Default::default() };
    typst_render::render(page, &options).encode_png().unwrap()
}

/// One element a line, so that a change is seen in a diff.
fn pretty(xml: &str) -> String {
    xml.replace("><", ">\n<") + "\n"
}
