//! `kehoach check`.

use std::io;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

use clap::{Args, ValueEnum};

use super::report::{Report, ReportFormat};
use super::ui::Ui;
use super::{Exit, RootArg, TemplateArgs, search};
use crate::diag::Findings;
use crate::driver;
use crate::message;
use crate::output;
use crate::pipeline::{Job, fix};
use crate::source;
use crate::templates::Templates;
use crate::world::World;

/// Kiểm tra các kế hoạch: mọi chỗ sai, kèm vị trí, cách sửa và điều khoản.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// Tệp kế hoạch, thư mục có các kế hoạch (*.yaml, *.yml), hoặc - để đọc từ đầu vào chuẩn.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Cách in kết quả.
    #[arg(long, value_enum, default_value = "full")]
    format: ReportFormat,
    /// Sửa ngay trong tệp những chỗ sửa được an toàn; chú thích và thứ tự giữ nguyên.
    #[arg(long)]
    fix: bool,
    /// Coi cảnh báo như lỗi (mã kết thúc 1).
    #[arg(long, value_enum, value_name = "WHAT")]
    deny: Option<Deny>,
    #[command(flatten)]
    root: RootArg,
    #[command(flatten)]
    templates: TemplateArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Deny {
    Warnings,
}

impl Check {
    pub(super) fn run(self, ui: &Ui) -> Exit {
        let world = self.templates.world();
        let templates = match self.templates.load(&world, ui) {
            Ok(templates) => templates,
            Err(exit) => return exit,
        };
        let (mut jobs, mut exit) = match self.jobs(&world, ui) {
            Ok(found) => found,
            Err(exit) => return exit,
        };
        if self.fix && fix_all(&world, &mut jobs, &templates, ui) == Exit::Usage {
            exit = Exit::Usage;
        }
        let mut report = Report::new(self.format, ui);
        let threads = available_parallelism().unwrap_or(std::num::NonZeroUsize::MIN);
        let mut add = |job: &Job, documents, found: Findings| report.add(&job.path, documents, &found);
        let ran = driver::check_all(&world, &jobs, threads, &templates, &mut add);
        if let Err(error) = ran {
            return ui.problem(&message!(
                "không mở được luồng làm việc: {error}",
                "cannot start a thread: {error}"
            ));
        }
        let counts = report.counts();
        match (report.finish(), exit) {
            (Exit::Usage, _) | (_, Exit::Usage) => Exit::Usage,
            _ if counts.unreadable => Exit::Usage,
            _ if counts.errors > 0 || self.deny.is_some() && counts.warnings > 0 => Exit::Input,
            _ => Exit::Done,
        }
    }

    /// The plans, and how the search for them ended.
    fn jobs(&self, world: &dyn World, ui: &Ui) -> Result<(Vec<Job>, Exit), Exit> {
        if self.paths.iter().all(|path| path != Path::new("-")) {
            let (found, exit) = search(world, &self.paths, &self.root, ui);
            return Ok((found.jobs, exit));
        }
        if self.paths.len() > 1 || self.fix {
            return Err(ui.problem(&message!(
                "- đọc một kế hoạch từ đầu vào chuẩn: không đi với tệp khác hay --fix",
                "- reads one plan from standard input: not with other files, nor with --fix"
            )));
        }
        let path = PathBuf::from("<stdin>");
        match source::read_from(io::stdin().lock()) {
            Ok(text) => {
                let root = self.root.of(world, &path);
                Ok((vec![Job { stem: PathBuf::from("stdin"), path, text, root }], Exit::Done))
            }
            Err(error) => Err(ui.unreadable(&path, &error)),
        }
    }
}

/// Mends each file that can be mended, on disk and in `jobs`.
fn fix_all(world: &dyn World, jobs: &mut [Job], templates: &Templates, ui: &Ui) -> Exit {
    let mut exit = Exit::Done;
    for job in jobs {
        let path = job.path.display().to_string();
        let Some(fixed) = fix(world, job, templates) else { continue };
        match output::replace(&job.path, job.text.as_bytes(), fixed.text.as_bytes()) {
            Ok(false) => {
                exit = ui.problem(&message!(
                    "{path} vừa được lưu ở nơi khác nên không sửa; hãy chạy lại",
                    "{path} was saved elsewhere meanwhile and is left as it is; run it again"
                ));
            }
            Ok(true) => {
                let count = fixed.count;
                ui.note(&message!("{path}: đã sửa {count} chỗ", "{path}: mended {count}"));
                job.text = fixed.text;
            }
            Err(error) => {
                exit =
                    ui.problem(&message!("không ghi được {path}", "cannot write {path}").caused_by(&error));
            }
        }
    }
    exit
}
