//! `kehoach watch`.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;

use super::build::What;
use super::eyes::{Eyes, folder_of};
use super::memory::Memory;
use super::outcome::Teller;
use super::screen::Screen;
use super::{Exit, explain_find};
use crate::driver::{self, EXTENSIONS, Found, Job, Settled, Stamp};
use crate::output::MANIFEST;
use crate::say;
use crate::source::plain;

/// Theo dõi các kế hoạch, dữ liệu, tệp include và mẫu; có gì đổi thì làm lại ngay. Dừng bằng Ctrl-C.
#[derive(Debug, Args)]
pub struct Watch {
    /// Tệp kế hoạch, hoặc thư mục có các kế hoạch (*.yaml, *.yml).
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    what: What,
}

/// The system may not tell of every change (network folders): a look is taken this often anyway, with many files
/// less often, so that waiting costs next to nothing.
const PATIENCE: Duration = Duration::from_secs(2);
const PATIENCE_A_FILE: Duration = Duration::from_millis(10);

/// How the files of templates are called.
const TEMPLATES: [&str; 3] = ["xml", "typ", "yaml"];

/// What was read, and what became of it.
#[derive(Default)]
struct Rounds {
    /// The files that the plans read beside themselves.
    read: BTreeSet<PathBuf>,
    /// The plans of the last round, each with the files that it reads.
    plans: Vec<(PathBuf, Vec<PathBuf>)>,
    memory: Memory,
}

impl Watch {
    pub fn run(self, screen: &Screen) -> Exit {
        if let Some(exit) = self.what.root.missing(screen) {
            return exit;
        }
        let mut eyes = match Eyes::new() {
            Ok(eyes) => eyes,
            Err(error) => {
                return screen.problem(&say!("không theo dõi được: {error}", "cannot watch: {error}"));
            }
        };
        let mut rounds = Rounds::default();
        let mut changed: Vec<PathBuf> = Vec::new();
        let mut greeted = false;
        loop {
            let before = self.build_once(&changed, &mut rounds, screen);
            if !greeted {
                greeted = true;
                let count = rounds.plans.len();
                screen.note(&say!(
                    "đang theo dõi {count} kế hoạch; dừng bằng Ctrl-C",
                    "watching {count} plans; Ctrl-C ends it"
                ));
            }
            changed = match self.wait(before, &rounds, &mut eyes) {
                Some(changed) => changed,
                None => return Exit::Done,
            };
        }
    }

    fn stamp(&self, rounds: &Rounds) -> Stamp {
        let mut stamp = Stamp::default();
        self.paths.iter().for_each(|path| stamp.add(&plain(path), &EXTENSIONS));
        stamp.add(&self.what.templates.folder(), &TEMPLATES);
        rounds.read.iter().for_each(|file| stamp.add(file, &[]));
        stamp
    }

    /// Builds, and tells what came of it. Gives the state that the files were in before they were read: so no change is
    /// missed, not even one that comes while the build is running.
    fn build_once(&self, changed: &[PathBuf], rounds: &mut Rounds, screen: &Screen) -> Stamp {
        let mut before = self.stamp(rounds);
        let saved: HashSet<PathBuf> = rounds
            .plans
            .iter()
            .filter(|(plan, files)| changed.iter().any(|one| one == plan || files.contains(one)))
            .map(|(plan, _)| plan.clone())
            .collect();
        rounds.memory.begin(saved);
        // What is wrong is said; the next change may mend it.
        let (Found { jobs, folders, .. }, errors) = driver::find(&self.paths, self.what.root.folder());
        for error in &errors {
            if rounds.memory.is_news(error) {
                explain_find(error, screen);
            }
        }
        // A plan that cannot be read is not gone.
        let folders = if errors.is_empty() { folders } else { Vec::new() };
        let Ok(plain) = self.what.settled(screen) else { return before };
        // Where no thread can be started, the build says so.
        let files = driver::files_read(&jobs, plain.jobs).unwrap_or_default();
        rounds.plans = jobs.iter().map(|job: &Job| job.path.clone()).zip(files).collect();
        for file in rounds.plans.iter().flat_map(|(_, files)| files) {
            rounds.read.insert(file.clone());
            before.add(file, &[]);
        }
        let settled = Settled { folders, ..plain };
        let mut teller = Teller::repeated(screen, &mut rounds.memory);
        let ended = driver::run(&jobs, &settled, &mut |event| teller.tell(event));
        teller.finish(ended, false);
        if let [first, more @ ..] = changed
            && !rounds.memory.has_said()
        {
            let (first, more) = (first.display(), more.len());
            screen.note(&match more {
                0 => say!("{first} đã đổi: không phải ghi lại gì", "{first} changed: nothing to write"),
                _ => say!(
                    "{first} và {more} tệp khác đã đổi: không phải ghi lại gì",
                    "{first} and {more} more changed: nothing to write"
                ),
            });
        }
        before
    }

    /// Waits until an input is no longer what it was `before`, or the folder of outputs is gone. Gives what changed;
    /// none where nothing can tell any more.
    fn wait(&self, before: Stamp, rounds: &Rounds, eyes: &mut Eyes) -> Option<Vec<PathBuf>> {
        let out = &self.what.out;
        let manifest = out.join(MANIFEST);
        let has_manifest = manifest.exists();
        let is_gone = || !out.is_dir() || has_manifest && !manifest.exists();
        let (mut last, mut is_settled) = (before, false);
        loop {
            let templates = self.what.templates.folder();
            let named = self.paths.iter().chain([&templates, out]).map(PathBuf::as_path);
            let beside = named.chain(last.files()).map(folder_of).collect::<BTreeSet<&Path>>();
            let folders =
                beside.into_iter().chain(last.folders()).chain(out.is_dir().then_some(out.as_path()));
            let is_new = eyes.watch(folders);
            let now = self.stamp(rounds);
            let mut changed = now.changed_since(&last);
            if rounds.memory.has_outputs() && is_gone() {
                changed.push(out.clone());
            }
            if !changed.is_empty() {
                if !is_settled {
                    eyes.settle();
                }
                return Some(changed);
            }
            let patience = PATIENCE_A_FILE.saturating_mul(u32::try_from(now.len()).unwrap_or(u32::MAX));
            last = now;
            // What changed in a folder before it was watched is seen by looking once more.
            is_settled = !is_new;
            if !is_new && !eyes.wait(patience.max(PATIENCE)) {
                return None;
            }
        }
    }
}
