//! `kehoach watch`.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use clap::Args;
use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};

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

/// Changes that may count as one moment.
const MOMENT: usize = 20;

/// The system may not tell of every change (network folders): a look is taken this often anyway, and the more files
/// there are to look at, the less often.
const PATIENCE: Duration = Duration::from_secs(2);
const PATIENCE_A_FILE: Duration = Duration::from_millis(5);

impl Watch {
    pub fn run(self, screen: &Screen) -> Exit {
        let (tell, told) = channel();
        let watcher = recommended_watcher(move |event: notify::Result<Event>| {
            // Nobody listens any more when the program ends.
            if event.as_ref().map_or(true, is_change) {
                let _ = tell.send(());
            }
        });
        let mut watcher = match watcher {
            Ok(watcher) => watcher,
            Err(error) => {
                return screen.problem(&say!("không theo dõi được: {error}", "cannot watch: {error}"));
            }
        };
        let mut inputs: Vec<PathBuf> = self.paths.clone();
        inputs.push(self.what.templates.folder());
        let mut watched = Vec::new();
        let mut changed = None;
        loop {
            let (before, is_told) = self.build_once(&mut inputs, changed.is_some(), screen);
            self.watch_folders(&inputs, &mut watched, &mut watcher);
            match &changed {
                None => {
                    let count = inputs.len();
                    screen.note(&say!(
                        "đang theo dõi {count} tệp và thư mục; dừng bằng Ctrl-C",
                        "watching {count} files and folders; Ctrl-C ends it"
                    ));
                }
                // What is written is said anyway.
                Some(_) if is_told => {}
                Some(file) => {
                    screen.note(&say!(
                        "{file} đã đổi; không văn bản nào khác đi",
                        "{file} changed; no document is different"
                    ));
                }
            }
            match self.wait(&inputs, before, &told) {
                Some(file) => changed = Some(file),
                None => return Exit::Done,
            }
        }
    }

    fn stamp(&self, inputs: &[PathBuf]) -> Stamp {
        Stamp::of(inputs.iter().map(PathBuf::as_path), &self.what.out)
    }

    /// Builds, and adds the files that the plans read to `inputs`. Gives the state that these were in before they
    /// were read, so that no change is missed, not even one that comes while the build is running; and whether
    /// anything was said.
    fn build_once(&self, inputs: &mut Vec<PathBuf>, again: bool, screen: &Screen) -> (Stamp, bool) {
        let mut before = self.stamp(inputs);
        // What is wrong is said; the next change may mend it.
        let (Found { jobs, folders, .. }, searched) = search(&self.paths, &self.what.root, screen);
        // A plan that cannot be read is not gone.
        let folders = if searched == Exit::Done { folders } else { Vec::new() };
        let Ok(plain) = self.what.settled(screen) else { return (before, true) };
        inputs.extend(build::files_read(&jobs));
        inputs.sort();
        inputs.dedup();
        before.cover(inputs.iter().map(PathBuf::as_path));
        let settled = Settled { folders, ..plain };
        let mut teller = Teller::new(screen, false, false);
        if again {
            teller.leave_out_unchanged();
        }
        let ended = build::run(&jobs, &settled, &mut |event| teller.tell(event));
        let is_told = teller.has_told() || ended.is_err() || searched != Exit::Done;
        teller.finish(ended, false);
        (before, is_told)
    }

    /// Waits until an input is no longer what it was `before`, or the folder of outputs is gone: which it is. `None`:
    /// nothing can tell any more.
    fn wait(&self, inputs: &[PathBuf], before: Stamp, told: &Receiver<()>) -> Option<String> {
        let mut last = before;
        let had_out = self.what.out.is_dir();
        let patience = PATIENCE + PATIENCE_A_FILE * u32::try_from(last.files()).unwrap_or(u32::MAX);
        loop {
            let now = self.stamp(inputs);
            if had_out && !self.what.out.is_dir() {
                return Some(self.what.out.display().to_string());
            }
            if let [first, more @ ..] = now.changed_since(&last).as_slice() {
                let (first, more) = (first.display(), more.len());
                return Some(if more == 0 { first.to_string() } else { format!("{first} (+{more})") });
            }
            last = now;
            match told.recv_timeout(patience) {
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {}
                // The others of one moment; something that never rests does not keep it waiting.
                Ok(()) => drop((0..MOMENT).find(|_| told.recv_timeout(QUIET).is_err())),
            }
        }
    }

    /// Watches the folders of the inputs that are not watched yet: editors replace files, and a file that is
    /// replaced is no longer the one that was watched.
    fn watch_folders(
        &self,
        inputs: &[PathBuf],
        watched: &mut Vec<PathBuf>,
        watcher: &mut RecommendedWatcher,
    ) {
        for input in inputs.iter().chain([&self.what.out]) {
            let is_searched = input.is_dir() && *input != self.what.out;
            let (folder, mode) = match is_searched {
                true => (input.as_path(), RecursiveMode::Recursive),
                false => (input.parent().unwrap_or(Path::new("")), RecursiveMode::NonRecursive),
            };
            let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            // A folder that is not there yet is tried again after the next build.
            if !watched.iter().any(|known| known == folder) && watcher.watch(folder, mode).is_ok() {
                watched.push(folder.to_owned());
            }
        }
    }
}

/// Whether something was written, made or removed: that a file was read is no change, or each look would be followed
/// by another.
fn is_change(event: &Event) -> bool {
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    }
}
