//! The README's two commands are what the gate runs, and its example of a finding is the program's.

use crate::common::root;

#[test]
fn the_two_commands_are_those_of_the_gate() {
    let read = |name: &str| std::fs::read_to_string(root().join(name)).unwrap();
    let (readme, gate) = (read("README.md"), read(".ci/run"));
    for command in ["cargo run --release -- build plans", "cargo test"] {
        assert!(
            readme.lines().any(|line| line.split('#').next().unwrap().trim_end() == command),
            "README: {command}"
        );
        assert!(gate.lines().any(|line| line == command), "gate: {command}");
    }
}
