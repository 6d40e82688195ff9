//! Names and values of others in messages: no terminal and no CI runner obeys them.

use super::Sandbox;

#[test]
fn what_a_terminal_would_obey_is_written_out() {
    let folder = Sandbox::new();
    let name = "b\u{1b}]0;X\u{7}.yaml";
    folder.write(
        name,
        "kind: \"x\\n::stop-commands::t\\e[31m\"\nsubject: Thử\nissuer: {code: A}\nk\u{202e}: 1\n",
    );
    for format in ["full", "short", "github"] {
        let found = folder.run(&["check", ".", "--format", format, "--color", "never"]);
        let text = found.stdout + &found.stderr;
        assert!(text.contains("b\\u{1b}]0;X\\u{7}.yaml"), "{format}: {text}");
        assert!(text.contains("\\n::stop-commands::t\\u{1b}[31m"), "{format}: {text}");
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{format}: {text}");
        assert!(!text.lines().any(|line| line.starts_with("::stop")), "{format}: {text}");
    }
    let json = folder.run(&["check", ".", "--format", "json"]).stdout;
    let first: serde_json::Value = serde_json::from_str(json.lines().next().unwrap()).unwrap();
    assert!(first["file"].as_str().unwrap().ends_with(name), "programs get the true name");
}
