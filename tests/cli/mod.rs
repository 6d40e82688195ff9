//! The commands as a user runs them: standard output, standard error, exit code, files.

mod at_once;
mod batch;
mod build;
mod check;
mod edited;
mod explain;
mod kinds;
mod names;
mod other;
mod outside;
mod running;
mod safety;
mod visible;
mod watch;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// A plan's text for each row of `rows.csv`.
fn for_each_row(text: String) -> String {
    text + "\nfor_each: {as: xa, in: rows.csv, key: \"{{ xa.ten | slug }}\"}\n"
}

/// A folder to run commands in.
pub struct Sandbox(tempfile::TempDir);

/// What a command did.
pub struct Ran {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Sandbox {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> &Self {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        self
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// Names of all files below, sorted, without what every build leaves: the manifest and the lock.
    pub fn files(&self) -> Vec<String> {
        fn walk(folder: &Path, root: &Path, out: &mut Vec<String>) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                match path.is_dir() {
                    true => walk(&path, root, out),
                    false => out.push(path.strip_prefix(root).unwrap().display().to_string()),
                }
            }
        }
        let mut out = Vec::new();
        walk(self.path(), self.path(), &mut out);
        out.retain(|name| !name.ends_with("/kehoach-manifest.jsonl") && !name.ends_with("/.kehoach.lock"));
        out.sort();
        out
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "")
    }

    /// As `run`, with a standard input.
    pub fn run_with(&self, arguments: &[&str], input: &str) -> Ran {
        let mut child = Command::new(env!("CARGO_BIN_EXE_kehoach"))
            .current_dir(self.path())
            .env_remove("KEHOACH_LANG")
            .env("NO_COLOR", "1")
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that does not read its input may have ended already.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ran { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}
