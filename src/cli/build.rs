//! `kehoach build`.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread::available_parallelism;

use clap::{Args, ValueEnum};

use super::screen::{Counts, Screen};
use super::{Exit, TemplateArgs, refused, search};
use crate::build::{self, Settled};
use crate::diag::{Diagnostic, Severity};
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
        let (jobs, mut errors) = search(&self.paths, &self.out, screen);
        errors.extend(build::clashes(&jobs));
        if let Some(exit) = refused(&errors, screen) {
            return exit;
        }
        let settled = self.settled();
        let (mut counts, mut unwritten) = (Counts::default(), false);
        let ran = build::run(&jobs, &settled, &mut |job, report| {
            let outcome = &report.outcome;
            // Practice is for `check`; here it would hide what was written.
            let above: Vec<Diagnostic> =
                outcome.diagnostics.iter().filter(|one| one.severity != Severity::Info).cloned().collect();
            screen.diagnostics(&above, &outcome.sources);
            counts.add(&above);
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
        screen.summary(counts);
        if let Err(error) = ran {
            return screen
                .problem(&say!("không mở được luồng làm việc: {error}", "cannot start a thread: {error}"));
        }
        match (unwritten, counts.errors) {
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
