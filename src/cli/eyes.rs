//! Folders that the system tells of when something in them changes.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, SystemTime};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// An editor that saves makes several changes in one moment: this long after the last one it is done.
const QUIET: Duration = Duration::from_millis(30);

/// Who never stops writing is not waited for.
const MOMENTS: usize = 20;

/// What is watched.
pub(super) struct Eyes {
    watcher: RecommendedWatcher,
    /// With the time at which the folder was created: one that is removed and created anew is another one.
    folders: HashMap<PathBuf, Option<SystemTime>>,
    woken: Receiver<()>,
}

impl Eyes {
    /// Nothing so far.
    ///
    /// # Errors
    /// The system cannot tell of changes.
    pub(super) fn new() -> notify::Result<Self> {
        // One word is enough: what changed is seen by looking.
        let (wake, woken) = sync_channel(1);
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // Looking reads files and folders; that is no change, and would never end.
            if event.map_or(true, |event| !event.kind.is_access()) {
                let _ = wake.try_send(());
            }
        })?;
        Ok(Self { watcher, folders: HashMap::new(), woken })
    }

    /// Watches these folders, too. Whether there was one that was not watched before: something may have changed in
    /// it meanwhile.
    pub(super) fn watch<'a>(&mut self, folders: impl Iterator<Item = &'a Path>) -> bool {
        let mut is_new = false;
        for folder in folders {
            let created = folder.metadata().and_then(|state| state.created()).ok();
            let is_known = self.folders.get(folder) == Some(&created);
            if !is_known && self.watcher.watch(folder, RecursiveMode::NonRecursive).is_ok() {
                self.folders.insert(folder.to_owned(), created);
                is_new = true;
            }
        }
        is_new
    }

    /// Waits for a change to be over, at most so long. False: nothing can tell any more.
    pub(super) fn wait(&self, patience: Duration) -> bool {
        match self.woken.recv_timeout(patience) {
            Err(RecvTimeoutError::Disconnected) => false,
            Err(RecvTimeoutError::Timeout) => true,
            Ok(()) => {
                self.settle();
                true
            }
        }
    }

    /// Waits until nothing changes any more: what is being saved is not read in between.
    pub(super) fn settle(&self) {
        (0..MOMENTS).any(|_| self.woken.recv_timeout(QUIET).is_err());
    }
}

/// The folder that a path stands in; where that is not there, the nearest one that is.
pub(super) fn folder_of(path: &Path) -> &Path {
    let above = path.ancestors().skip(1);
    let named = above.map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    named.into_iter().find(|folder| folder.is_dir()).unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test makes its own files")]
    fn reading_wakes_nobody_and_writing_does() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.yaml");
        std::fs::write(&file, "a").unwrap();
        let mut eyes = Eyes::new().unwrap();
        assert!(eyes.watch([folder.path()].into_iter()));
        assert!(!eyes.watch([folder.path()].into_iter()), "it is watched already");
        std::fs::read(&file).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(eyes.woken.recv_timeout(Duration::from_millis(300)).is_err());
        std::fs::write(&file, "b").unwrap();
        assert!(eyes.woken.recv_timeout(Duration::from_secs(10)).is_ok());
    }
}
