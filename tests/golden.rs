//! Golden files: of one plan the document as JSON, the main part of the DOCX, pretty-printed, and a small picture of
//! each page of the PDF, in `tests/golden/<plan>/`; of every other plan and example, and of the files that the program
//! writes, hashes in `tests/golden/hashes.txt`. To accept a change that was looked at:
//! `UPDATE_GOLDEN=1 cargo test --release golden`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use crate::common::{Plan, documents, root, sha256};

/// The plan that is kept whole, and whose first page the README shows.
const WHOLE: &str = "224-kh-lmhtx";

/// Pixels to the point: enough to see the page, small enough to keep; in the README the drawn lines can be seen.
const SCALE: f64 = 0.6;
const README_SCALE: f64 = 1.25;

/// By `<plan>/<part>`.
type Parts = BTreeMap<String, Vec<u8>>;

#[test]
fn golden_files_are_current() {
    let golden = root().join("tests/golden");
    let (mut parts, mut whole) = (Parts::new(), Parts::new());
    for plan in documents() {
        let is_kept = |name: &str| plan.name == WHOLE && !name.starts_with("file.");
        let (kept, hashed) = parts_of(plan).into_iter().partition::<Parts, _>(|(name, _)| is_kept(name));
        let path = |(name, bytes)| (format!("{}/{name}", plan.name), bytes);
        whole.extend(kept.into_iter().map(path));
        parts.extend(hashed.into_iter().map(path));
    }
    let known = std::fs::read_to_string(golden.join("hashes.txt")).unwrap_or_default();
    // As `sha256sum` writes them, and checks them in a folder with the parts.
    let known: BTreeMap<&str, &str> =
        known.lines().map(|line| line.split_once("  ").unwrap()).map(|(hash, part)| (part, hash)).collect();
    let kept = below(&golden, "");
    let hashes: BTreeMap<&str, String> =
        parts.iter().map(|(part, bytes)| (part.as_str(), sha256(bytes))).collect();
    let is_current = |part: &str| match whole.get(part) {
        Some(bytes) => std::fs::read(golden.join(part)).is_ok_and(|kept| kept == *bytes),
        None => known.get(part) == hashes.get(part).map(String::as_str).as_ref(),
    };
    let all = || whole.iter().chain(&parts);
    let changed: Vec<&str> = all().map(|(part, _)| part.as_str()).filter(|part| !is_current(part)).collect();
    let left_over = kept.iter().map(String::as_str).filter(|part| *part != "hashes.txt");
    let left_over: Vec<&str> = left_over
        .filter(|part| !whole.contains_key(*part))
        .chain(known.keys().copied().filter(|part| !parts.contains_key(*part)))
        .collect();

    let looked_at = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden");
    let (now, before) = (looked_at.join("now"), looked_at.join("before"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        whole.iter().for_each(|(part, bytes)| keep(&golden.join(part), bytes));
        left_over.iter().filter(|part| kept.iter().any(|one| one == *part)).for_each(|part| {
            std::fs::remove_file(golden.join(part)).unwrap();
        });
        let lines = hashes.iter().fold(String::new(), |mut out, (part, hash)| {
            writeln!(out, "{hash}  {part}").unwrap();
            out
        });
        std::fs::write(golden.join("hashes.txt"), lines).unwrap();
    } else if !changed.is_empty() || !left_over.is_empty() {
        // With all parts of a plan of which one changed.
        let plan_of = |part: &str| part.split('/').next().unwrap().to_owned();
        let is_of_changed = |part: &str| changed.iter().any(|one| plan_of(one) == plan_of(part));
        let _ = std::fs::remove_dir_all(&now);
        all().filter(|(part, _)| is_of_changed(part)).for_each(|(part, bytes)| keep(&now.join(part), bytes));
        panic!(
            "changed: {changed:#?}\nleft over: {left_over:#?}\n\
             As they are now: {}\nWhere this was current when it last ran here, as they were: {}\n\
             Look at the change, then run UPDATE_GOLDEN=1 cargo test --release golden",
            now.display(),
            before.display(),
        );
    }
    all().for_each(|(part, bytes)| keep(&before.join(part), bytes));
}

/// The parts of a plan, by name.
fn parts_of(plan: &Plan) -> Parts {
    let json = format!("{:#}\n", serde_json::to_value(plan.document()).unwrap());
    let xml = pretty(&plan.package().0["word/document.xml"]);
    let mut parts = Parts::from([
        ("document.json".to_owned(), json.into_bytes()),
        ("document.xml".to_owned(), xml.into_bytes()),
    ]);
    let files = ["file.docx", "file.pdf"].map(str::to_owned).into_iter().zip(plan.files().clone());
    parts.extend(files);
    for (at, page) in plan.pages().pages().iter().enumerate() {
        parts.insert(format!("page-{:02}.png", at + 1), picture(page, SCALE));
        if at == 0 && plan.name == WHOLE {
            parts.insert("readme.png".to_owned(), picture(page, README_SCALE));
        }
    }
    parts
}

/// Writes what is not there already.
fn keep(path: &Path, bytes: &[u8]) {
    if std::fs::read(path).is_ok_and(|kept| kept == bytes) {
        return;
    }
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

/// The files below a folder, from there.
fn below(folder: &Path, from: &str) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries
        .flat_map(|entry| {
            let name = format!("{from}{}", entry.file_name().to_string_lossy());
            match entry.path().is_dir() {
                true => below(&entry.path(), &format!("{name}/")),
                false => vec![name],
            }
        })
        .collect()
}

fn picture(page: &typst_layout::Page, scale: f64) -> Vec<u8> {
    let options = typst_render::RenderOptions { pixel_per_pt: scale.into(), ..Default::default() };
    typst_render::render(page, &options).encode_png().unwrap()
}

/// One element a line, so that a change is seen in a diff.
fn pretty(xml: &str) -> String {
    xml.replace("><", ">\n<") + "\n"
}
