//! A program while it runs: its lines as they come, and what happens to files meanwhile. A test waits for these and not
//! for a time; that it waits a minute at most keeps one that fails from waiting for ever.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use super::Sandbox;

const AT_MOST: Duration = Duration::from_secs(60);

/// A program that goes on until it is dropped.
pub struct Running {
    child: Child,
    lines: Receiver<String>,
}

impl Running {
    /// What it says on standard error also stands in `log` in the sandbox: before a test sees it.
    pub fn start(sandbox: &Sandbox, arguments: &[&str], log: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_kehoach"))
            .current_dir(sandbox.path())
            .env_remove("KEHOACH_LANG")
            .args(arguments)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(child.stderr.take().unwrap());
        let mut log = std::fs::File::create(sandbox.path().join(log)).unwrap();
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in said.lines().map_while(Result::ok) {
                // The sandbox may be gone, and the test with it.
                let _ = writeln!(log, "{line}");
                let _ = sender.send(line);
            }
        });
        Self { child, lines }
    }

    /// The next line that it says.
    pub fn line(&self, what: &str) -> String {
        self.lines.recv_timeout(AT_MOST).unwrap_or_else(|_| panic!("it says nothing of {what}"))
    }

    /// Waits until this holds: the program says a line after each thing that it does.
    pub fn until(&self, what: &str, holds: &dyn Fn() -> bool) {
        while !holds() {
            self.line(what);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends a word for each thing that the system tells of a file in these folders.
pub fn tell_changes<T: Send + Copy + 'static>(
    folders: &[&Path],
    word: T,
    to: Sender<T>,
) -> RecommendedWatcher {
    let tell = move |_| {
        // Who waited may have seen enough.
        let _ = to.send(word);
    };
    let mut watcher = notify::recommended_watcher(tell).unwrap();
    for folder in folders {
        watcher.watch(folder, RecursiveMode::NonRecursive).unwrap();
    }
    watcher
}

/// Waits until this file is there; its folder is.
pub fn until_there(file: &Path) {
    let (sender, changes) = channel();
    let _watcher = tell_changes(&[file.parent().unwrap()], (), sender);
    while !file.exists() {
        changes.recv_timeout(AT_MOST).unwrap_or_else(|_| panic!("there is no {}", file.display()));
    }
}
