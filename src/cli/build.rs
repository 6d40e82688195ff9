//! `kehoach build`.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread::available_parallelism;

use clap::{Args, ValueEnum};

use super::screen::Screen;
use super::{Exit, TemplateArgs};
use crate::build::{self, FindError, Found, Settled};
use crate::diag::Severity;
use crate::say;
use crate::templates::Templates;

/// Kiểm tra các kế hoạch rồi ghi DOCX và PDF; kế hoạch có lỗi thì không ghi gì.
#[derive(Debug, Args)]
pub struct Build {
    /// Tệp kế hoạch, hoặc thư mục có các kế hoạch (*.yaml, *.yml).
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Thư mục ghi kết quả.
    #[arg(long, value_name = "DIR", default_value = "out")]
    out: PathBuf,
    /// Định dạng ghi ra.
    #[arg(long, value_enum, value_delimiter = ',', default_value = "docx,pdf")]
    format: Vec<FormatArg>,
    /// Số luồng làm việc (mặc định: số nhân máy).
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    templates: TemplateArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    Docx,
    Pdf,
}

impl Build {
    pub fn run(self, screen: &Screen) -> Exit {
        let Found { jobs, skipped } = match build::find(&self.paths, &self.out) {
            Ok(found) => found,
            Err(errors) => {
                errors.iter().for_each(|error| explain(error, screen));
                return Exit::Usage;
            }
        };
        for path in skipped {
            let path = path.display();
            screen.detail(&say!("{path}: không phải kế hoạch, bỏ qua", "{path}: not a plan, skipped"));
        }
        let settled = self.settled();
        let (mut errors, mut warnings, mut unwritten) = (0, 0, false);
        let ran = build::run(&jobs, &settled, &mut |job, report| {
            let outcome = &report.outcome;
            screen.diagnostics(&outcome.diagnostics, &outcome.sources);
            errors += outcome.diagnostics.iter().filter(|one| one.severity == Severity::Error).count();
            warnings += outcome.diagnostics.iter().filter(|one| one.severity == Severity::Warning).count();
            if let Some((path, error)) = &report.failed {
                let path = path.display();
                screen.problem(&say!("không ghi được {path}: {error}", "cannot write {path}: {error}"));
                unwritten = true;
            }
            if !report.written.is_empty() {
                let plan = job.path.display();
                let files: Vec<_> = report.written.iter().map(|path| path.display().to_string()).collect();
                let files = files.join(", ");
                screen.note(&match outcome.artifacts.iter().find_map(|artifact| artifact.pages) {
                    Some(pages) => {
                        say!("{plan} → {files} ({pages} trang)", "{plan} → {files} ({pages} p.)")
                    }
                    None => say!("{plan} → {files}", "{plan} → {files}"),
                });
            }
        });
        screen.summary(errors, warnings);
        if let Err(error) = ran {
            return screen
                .problem(&say!("không mở được luồng làm việc: {error}", "cannot start a thread: {error}"));
        }
        match (unwritten, errors) {
            (true, _) => Exit::Usage,
            (false, 0) => Exit::Done,
            _ => Exit::Input,
        }
    }

    fn settled(&self) -> Settled {
        let mut formats: Vec<build::Format> = Vec::new();
        for format in &self.format {
            let format = match format {
                FormatArg::Docx => build::Format::Docx,
                FormatArg::Pdf => build::Format::Pdf,
            };
            if !formats.contains(&format) {
                formats.push(format);
            }
        }
        Settled {
            formats,
            templates: Templates::new(Some(self.templates.templates.clone())),
            jobs: self.jobs.or_else(|| available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN),
        }
    }
}

fn explain(error: &FindError, screen: &Screen) {
    match error {
        FindError::Read(path, error) => {
            screen.unreadable(path, error);
        }
        FindError::Empty(path) => {
            let path = path.display();
            screen.problem(&say!("thư mục {path} không có kế hoạch nào", "the folder {path} holds no plan"));
        }
        FindError::Clash(first, second) => {
            let (first, second) = (first.display(), second.display());
            screen.problem(&say!(
                "{first} và {second} cùng ghi ra một tệp; hãy đổi tên một trong hai",
                "{first} and {second} would write the same file; rename one"
            ));
        }
    }
}
