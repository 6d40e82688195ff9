//! The README's two commands are what the gate runs, and its example of a finding is the program's.

use crate::common::root;

#[test]
fn the_two_commands_are_those_of_the_gate() {
    let read = |name: &str| std::fs::read_to_string(root().join(name)).unwrap();
    let (readme, gate) = (read("README.md"), read(".ci/run"));
    for command in ["cargo run --release -- build plans", "cargo test --release"] {
        assert!(
            readme.lines().any(|line| line.split('#').next().unwrap().trim_end() == command),
            "README: {command}"
        );
        assert!(gate.lines().any(|line| line == command), "gate: {command}");
    }
}

#[test]
fn the_numbers_of_codes_and_checks_are_right() {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let (checks, stages) = (kehoach::internals::RULES.len(), kehoach::diag::codes::ALL.len());
    let words = format!("{} codes: {checks} checks, ", checks + stages);
    assert!(readme.contains(&words) && readme.contains(&format!("and {stages} findings of the stages")));
}

/// The findings that the README shows are what the program says of such a plan.
#[test]
fn the_findings_shown_are_the_programs() {
    let plan = "issuer: {parent: UBND tỉnh Quảng Trị, name: Liên minh Hợp tác xã, code: LMHTX}\n\
                place: Quảng Trị\n\
                date: 2026-01-09\n\
                subject: Thực hiện công tác đỗ đầu các xã\n\
                legal_basis:\n\
                \x20 - {type: Luật, name: Hợp tác xã, date: 2012-11-20}\n\
                objectives: [Bảo đảm sự phối hợp chặt chẽ.]\n\
                recipients: [Ủy ban nhân dân tỉnh]\n\
                layout: {body_size: 12, margins_mm: {left: 25}}\n\
                signature: {position: Chủ tịch}\n";
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("ke-hoach.yaml"), plan).unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_kehoach"))
        .current_dir(folder.path())
        .args(["check", "ke-hoach.yaml"])
        .env_remove("KEHOACH_LANG")
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let mut shown = 0;
    for block in readme.split("```text\n").skip(1) {
        for finding in block.split("```").next().unwrap().split("\n\n") {
            shown += 1;
            assert!(said.contains(finding.trim_end()), "{finding}\nis not in\n{said}");
        }
    }
    assert_eq!(shown, 3);
}
