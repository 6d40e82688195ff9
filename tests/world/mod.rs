//! Worlds: what is read of them, and that nothing else is.

use std::path::Path;

use kehoach::world::{Disk, Kept, Memory, Overlay, World, text};
use kehoach::{Format, check, compile};

use crate::common::small;

/// A batch whose plan, included keys, data and wording stand in memory only.
fn world() -> Memory {
    let plan = "include: chung.yaml\nplace: Quảng Trị\ndate: 2020-11-06\nsubject: Thực hiện công tác đỡ đầu xã {{ xa.ten }}\n\
                objectives: [Bảo đảm sự phối hợp chặt chẽ.]\n\
                for_each: {as: xa, in: cac-xa.csv, key: \"{{ xa.ten | slug }}\"}\n";
    let common = "issuer: {name: Liên minh Hợp tác xã, code: LMHTX}\nrecipients: [Ủy ban nhân dân tỉnh]\n\
                  signature: {tm: Liên minh Hợp tác xã, position: Chủ tịch}\nlegal_basis: [Căn cứ tình hình thực tế]\n";
    let built_in = include_str!("../../templates/wording/ke-hoach.xml");
    Memory::default()
        .with("plans/a.yaml", plan)
        .with("plans/chung.yaml", common)
        .with("plans/cac-xa.csv", "ten\nHải Lăng\nCồn Cỏ\n")
        .with("mau/wording/ke-hoach.xml", built_in.replace("Mục đích, yêu cầu", "Mục đích thử"))
        .with_templates("mau")
}

#[test]
fn a_batch_in_memory_is_checked_and_compiled() {
    let world = world();
    let compiled = compile(&world, Path::new("plans/a.yaml")).unwrap();
    let plans = compiled.output.unwrap_or_else(|| panic!("{:#?}", compiled.findings.all));
    assert_eq!((plans.len(), plans.key(0), plans.key(1)), (2, Some("hai-lang"), Some("con-co")));
    for n in 0..2 {
        let json = serde_json::to_string(&plans.document(n).output.unwrap()).unwrap();
        assert!(json.contains(["đỡ đầu xã Hải Lăng", "đỡ đầu xã Cồn Cỏ"][n]), "{json}");
        assert!(json.contains("MỤC ĐÍCH THỬ"), "the words of the agency: {json}");
        assert!(plans.artifact(n, Format::Docx).output.unwrap().bytes.starts_with(b"PK"));
        assert_eq!(plans.artifact(n, Format::Pdf).output.unwrap().pages, Some(1));
    }
    let broken = world.with("mau/wording/ke-hoach.xml", "<a>");
    let found = check(&broken, Path::new("plans/a.yaml")).unwrap();
    assert_eq!(found.all.iter().map(|one| one.code.name).collect::<Vec<_>>(), ["template-form"]);
    assert!(compile(&broken, Path::new("plans/a.yaml")).unwrap().output.is_none());
    assert!(check(&broken, Path::new("plans/none.yaml")).is_err());
}

#[test]
fn a_plan_depends_on_what_was_read_or_looked_for() {
    let world = world();
    let load = |world: &Memory| {
        let path = Path::new("plans/a.yaml");
        kehoach::pipeline::Job::new(world, path, text(world, path).unwrap()).load(world)
    };
    let before = load(&world);
    let read: Vec<&Path> = before.read.files().collect();
    assert_eq!(read, ["plans/chung.yaml", "plans/cac-xa.csv"].map(Path::new));
    let row = world.clone().with("plans/cac-xa.csv", "ten\nHải Lăng\nCồn Tiên\n");
    let after = load(&row);
    assert_eq!(before.hash(), after.hash(), "a row is no part of what the documents share");
    assert_eq!(before.row_values(0), after.row_values(0));
    assert_ne!(before.row_values(1), after.row_values(1));
    let common = text(&world, Path::new("plans/chung.yaml")).unwrap() + "urgency: khan\n";
    assert_ne!(load(&world.with("plans/chung.yaml", common)).hash(), before.hash());
}

#[test]
fn unsaved_texts_stand_over_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("a.yaml"), small("")).unwrap();
    let disk = Disk::default();
    let mut world = Overlay::over(&disk);
    world.set(&at("a.yaml"), small("").replace("date: 2020-11-06", "date: 2020-13-06"));
    world.set(&at("b.yaml"), small(""));
    let codes = |world: &dyn World, name: &str| {
        let found = check(world, &at(name)).unwrap();
        found.all.iter().map(|one| one.code.name).collect::<Vec<_>>()
    };
    assert_eq!((codes(&disk, "a.yaml"), codes(&world, "a.yaml")), (vec![], vec!["date-impossible"]));
    assert_eq!(codes(&world, "b.yaml"), [""; 0]);
    let listed = world.list(folder.path(), &["yaml"]).unwrap();
    assert_eq!(listed.into_iter().map(|one| one.path).collect::<Vec<_>>(), [at("a.yaml"), at("b.yaml")]);
}

#[test]
fn what_is_kept_is_read_once_until_it_changes() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("a.yaml"), "a").unwrap();
    let disk = Disk::default();
    let world = Kept::over(&disk);
    assert_eq!(text(&world, &at("a.yaml")).unwrap(), "a");
    assert!(text(&world, &at("b.yaml")).is_err());
    assert_eq!(world.list(folder.path(), &["yaml"]).unwrap().len(), 1);
    assert!(world.refresh().is_empty());
    std::fs::write(at("a.yaml"), "longer").unwrap();
    std::fs::write(at("b.yaml"), "b").unwrap();
    std::fs::write(at("log.txt"), "no plan").unwrap();
    std::fs::create_dir(at("sub")).unwrap();
    assert_eq!(text(&world, &at("a.yaml")).unwrap(), "a", "until it is looked at");
    assert_eq!(world.refresh(), [at("a.yaml"), at("b.yaml")], "an empty folder is no change");
    assert_eq!(text(&world, &at("a.yaml")).unwrap(), "longer");
    std::fs::write(at("sub/c.yaml"), "c").unwrap();
    assert_eq!(world.refresh(), [at("sub/c.yaml")], "what comes into it is one");
    std::fs::remove_file(at("b.yaml")).unwrap();
    assert_eq!(world.refresh(), [at("b.yaml")]);
}
