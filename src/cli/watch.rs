//! `kehoach watch`.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;

use super::build::What;
use super::eyes::{Eyes, folder_of};
use super::reported::Reported;
use super::reporter::Reporter;
use super::ui::Ui;
use super::{Exit, explain_find};
use crate::driver::{self, Config, Event, Found};
use crate::message;
use crate::output::MANIFEST;
use crate::pipeline::Job;
use crate::world::{Kept, World, is_folder};

/// Theo dõi các kế hoạch, dữ liệu, tệp include và mẫu; có gì đổi thì làm lại ngay. Dừng bằng Ctrl-C.
#[derive(Debug, Args)]
pub(super) struct Watch {
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

/// What the rounds so far know.
#[derive(Default)]
struct Rounds {
    /// The plans, each with the files that it reads beside itself.
    plans: BTreeMap<PathBuf, Vec<PathBuf>>,
    reported: Reported,
}

impl Rounds {
    /// Whether a plan is to be looked at after these changes: it or a file of its is among them, or it is new.
    fn is_touched(&self, plan: &Path, changed: &[PathBuf]) -> bool {
        let touches = |files: &Vec<PathBuf>| changed.iter().any(|one| one == plan || files.contains(one));
        self.plans.get(plan).is_none_or(touches)
    }
}

impl Watch {
    pub(super) fn run(self, ui: &Ui) -> Exit {
        let disk = self.what.templates.world();
        if let Some(exit) = self.what.root.missing(&disk, ui) {
            return exit;
        }
        let mut eyes = match Eyes::new() {
            Ok(eyes) => eyes,
            Err(error) => {
                return ui.problem(&message!("không theo dõi được: {error}", "cannot watch: {error}"));
            }
        };
        let world = Kept::over(&disk);
        let mut rounds = Rounds::default();
        let mut changed: Vec<PathBuf> = Vec::new();
        let mut greeted = false;
        loop {
            self.build_once(&world, &changed, &mut rounds, ui);
            if !greeted {
                greeted = true;
                let count = rounds.plans.len();
                ui.note(&message!(
                    "đang theo dõi {count} kế hoạch; dừng bằng Ctrl-C",
                    "watching {count} plans; Ctrl-C ends it"
                ));
            }
            changed = match self.wait(&world, &rounds, &mut eyes) {
                Some(changed) => changed,
                None => return Exit::Done,
            };
        }
    }

    /// Builds what the changes touch; all of it the first time, after a change of a template or of the folder of
    /// outputs, and where a plan is gone.
    fn build_once(&self, world: &Kept, changed: &[PathBuf], rounds: &mut Rounds, ui: &Ui) {
        let (Found { jobs, folders, .. }, errors) = driver::find(world, &self.paths, self.what.root.folder());
        let templates = self.what.templates.folder();
        let is_common = |path: &PathBuf| path.starts_with(&templates) || *path == self.what.out;
        let here: HashSet<&Path> = jobs.iter().map(|job| job.path.as_path()).collect();
        let is_gone = |plan: &PathBuf| !here.contains(plan.as_path());
        let is_whole =
            changed.is_empty() || changed.iter().any(is_common) || rounds.plans.keys().any(is_gone);
        let touched: Vec<Job> =
            jobs.iter().filter(|job| is_whole || rounds.is_touched(&job.path, changed)).cloned().collect();
        let is_saved = |job: &&Job| !changed.is_empty() && rounds.is_touched(&job.path, changed);
        let saved = touched.iter().filter(is_saved).map(|job| job.path.clone()).collect();
        rounds.reported.begin(is_whole, saved);
        // What is wrong is said; the next change may mend it.
        for error in &errors {
            if rounds.reported.is_news(error) {
                explain_find(error, ui);
            }
        }
        let Ok(plain) = self.what.config(world, ui) else { return };
        // Outputs may be gone only where all plans are known; one that cannot be read is not gone.
        let folders = if is_whole && errors.is_empty() { folders } else { Vec::new() };
        let config = Config { folders, ..plain };
        if is_whole {
            rounds.plans.clear();
        }
        let plans = &mut rounds.plans;
        let mut reporter = Reporter::repeated(ui, &mut rounds.reported);
        let ended = driver::run(&touched, &config, &mut |event| {
            if let Event::Plan { job, read, .. } = &event {
                plans.insert(job.path.clone(), read.files().map(Path::to_owned).collect());
            }
            reporter.report(event);
        });
        reporter.finish(ended, false);
        if let [first, more @ ..] = changed
            && !rounds.reported.has_said()
        {
            let (first, more) = (first.display(), more.len());
            ui.note(&match more {
                0 => message!("{first} đã đổi: không phải ghi lại gì", "{first} changed: nothing to write"),
                _ => message!(
                    "{first} và {more} tệp khác đã đổi: không phải ghi lại gì",
                    "{first} and {more} more changed: nothing to write"
                ),
            });
        }
    }

    /// Waits until a file changes, or the outputs are gone. `None`: nothing can tell of that any more.
    fn wait(&self, world: &Kept, rounds: &Rounds, eyes: &mut Eyes) -> Option<Vec<PathBuf>> {
        let out = &self.what.out;
        let manifest = out.join(MANIFEST);
        let has_manifest = world.look(&manifest).is_some();
        let is_gone = || !is_folder(world, out) || has_manifest && world.look(&manifest).is_none();
        let mut is_settled = false;
        loop {
            let (files, folders) = world.places();
            let templates = self.what.templates.folder();
            let named = self.paths.iter().chain([&templates, out]).map(PathBuf::as_path);
            let beside =
                named.chain(files.iter().map(PathBuf::as_path)).map(folder_of).collect::<BTreeSet<&Path>>();
            let searched = folders.iter().chain(is_folder(world, out).then_some(out)).map(PathBuf::as_path);
            let is_new = eyes.watch(beside.into_iter().chain(searched));
            let mut changed = world.refresh();
            if rounds.reported.has_outputs() && is_gone() {
                changed.push(out.clone());
            }
            if !changed.is_empty() {
                if !is_settled {
                    eyes.settle();
                }
                return Some(changed);
            }
            let patience = PATIENCE_A_FILE.saturating_mul(u32::try_from(files.len()).unwrap_or(u32::MAX));
            // What changed in a folder before it was watched is seen by looking once more.
            is_settled = !is_new;
            if !is_new && !eyes.wait(patience.max(PATIENCE)) {
                return None;
            }
        }
    }
}
