//! `kehoach watch`.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use clap::Args;
use notify_debouncer_mini::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{DebounceEventResult, Debouncer, new_debouncer};

use super::build::What;
use super::outcome::Teller;
use super::screen::Screen;
use super::{Exit, search};
use crate::build::{self, Found, Settled, Stamp};
use crate::say;

/// Theo dõi các kế hoạch, dữ liệu, tệp include và mẫu; có gì đổi thì làm lại ngay. Dừng bằng Ctrl-C.
#[derive(Debug, Args)]
pub struct Watch {
    /// Tệp kế hoạch, hoặc thư mục có các kế hoạch (*.yaml, *.yml).
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    what: What,
}

/// An editor that saves makes several changes in one moment: this long after the last one a build begins.
const QUIET: Duration = Duration::from_millis(30);

/// The system may not tell of every change (network folders): a look is taken this often anyway.
const PATIENCE: Duration = Duration::from_secs(2);

impl Watch {
    pub fn run(self, screen: &Screen) -> Exit {
        let (tell, told) = channel();
        let mut watcher = match new_debouncer(QUIET, tell) {
            Ok(watcher) => watcher,
            Err(error) => {
                return screen.problem(&say!("không theo dõi được: {error}", "cannot watch: {error}"));
            }
        };
        let mut inputs: Vec<PathBuf> = self.paths.clone();
        inputs.push(self.what.templates.folder());
        let mut watched = Vec::new();
        let mut greeted = false;
        loop {
            let before = self.build_once(&mut inputs, screen);
            watch_folders(&inputs, &mut watched, &mut watcher);
            if !greeted {
                greeted = true;
                let count = inputs.len();
                screen.note(&say!(
                    "đang theo dõi {count} tệp và thư mục; dừng bằng Ctrl-C",
                    "watching {count} files and folders; Ctrl-C ends it"
                ));
            }
            if !self.wait(&inputs, before, &told, screen) {
                return Exit::Done;
            }
        }
    }

    fn stamp(&self, inputs: &[PathBuf]) -> Stamp {
        Stamp::of(inputs.iter().map(PathBuf::as_path), &self.what.out)
    }

    /// Builds, and adds the files that the plans read to `inputs`. Gives the state that these were in before
    /// they were read: so no change is missed, not even one that comes while the build is running.
    fn build_once(&self, inputs: &mut Vec<PathBuf>, screen: &Screen) -> Stamp {
        let mut before = self.stamp(inputs);
        // What is wrong is said; the next change may mend it.
        let (Found { jobs, folders, .. }, searched) = search(&self.paths, &self.what.root, screen);
        // A plan that cannot be read is not gone.
        let folders = if searched == Exit::Done { folders } else { Vec::new() };
        let Ok(plain) = self.what.settled(screen) else { return before };
        inputs.extend(build::files_read(&jobs));
        inputs.sort();
        inputs.dedup();
        before.cover(inputs.iter().map(PathBuf::as_path), &self.what.out);
        let settled = Settled { folders, ..plain };
        let mut teller = Teller::new(screen, false, false);
        let ended = build::run(&jobs, &settled, &mut |event| teller.tell(event));
        teller.finish(ended, false);
        before
    }

    /// Waits until an input is no longer what it was `before`. False: nothing can tell any more.
    fn wait(
        &self,
        inputs: &[PathBuf],
        before: Stamp,
        told: &Receiver<DebounceEventResult>,
        screen: &Screen,
    ) -> bool {
        let mut last = before;
        loop {
            let now = self.stamp(inputs);
            if let [first, more @ ..] = now.changed_since(&last).as_slice() {
                let (first, more) = (first.display(), more.len());
                screen.note(&match more {
                    0 => say!("{first} đã đổi", "{first} changed"),
                    _ => say!("{first} và {more} tệp khác đã đổi", "{first} and {more} more changed"),
                });
                return true;
            }
            last = now;
            match told.recv_timeout(PATIENCE) {
                Err(RecvTimeoutError::Disconnected) => return false,
                // What it tells of is seen by looking.
                Ok(_) | Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }
}

/// Watches the folders of the inputs that are not watched yet: editors replace files, and a file that is
/// replaced is no longer the one that was watched.
fn watch_folders(
    inputs: &[PathBuf],
    watched: &mut Vec<PathBuf>,
    watcher: &mut Debouncer<RecommendedWatcher>,
) {
    for input in inputs {
        let (folder, mode) = match input.is_dir() {
            true => (input.as_path(), RecursiveMode::Recursive),
            false => (input.parent().unwrap_or(Path::new("")), RecursiveMode::NonRecursive),
        };
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        // A folder that is not there yet is tried again after the next build.
        if !watched.iter().any(|known| known == folder) && watcher.watcher().watch(folder, mode).is_ok() {
            watched.push(folder.to_owned());
        }
    }
}
