//! `kehoach build`.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread::available_parallelism;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::reporter::Reporter;
use super::ui::Ui;
use super::{Exit, RootArg, TemplateArgs, search};
use crate::driver::{self, Config, Found, Shard};
use crate::pipeline::Format;
use crate::world::World;

/// Kiểm tra các kế hoạch rồi ghi DOCX và PDF những gì chưa có hoặc đã đổi; kế hoạch có lỗi thì không ghi gì.
#[derive(Debug, Args)]
pub(super) struct Build {
    /// Tệp kế hoạch, hoặc thư mục có các kế hoạch (*.yaml, *.yml).
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    what: What,
    /// Chỉ làm phần thứ K trong N phần bằng nhau của mọi văn bản, ví dụ 1/4.
    #[arg(long, value_name = "K/N", value_parser = shard)]
    shard: Option<Shard>,
    /// Không ghi gì; mã kết thúc 1 nếu các tệp trong --out khác với kế hoạch.
    #[arg(long)]
    check: bool,
    /// Làm lại cả những tệp không đổi.
    #[arg(long)]
    force: bool,
    /// Dòng dữ liệu nào có lỗi thì bỏ qua, vẫn ghi các dòng khác.
    #[arg(long)]
    keep_going: bool,
    /// Xóa các tệp mà dòng dữ liệu hoặc kế hoạch không còn.
    #[arg(long)]
    prune: bool,
    /// In ra stdout mỗi tệp một đối tượng JSON.
    #[arg(long, value_enum, value_name = "FORMAT")]
    report: Option<ReportArg>,
}

/// What is written, and where.
#[derive(Clone, Debug, Args)]
pub(super) struct What {
    /// Thư mục ghi kết quả.
    #[arg(long, value_name = "DIR", default_value = "out")]
    pub out: PathBuf,
    /// Định dạng ghi ra.
    #[arg(long, value_enum, value_delimiter = ',', default_value = "docx,pdf")]
    format: Vec<Format>,
    /// Số luồng làm việc (mặc định: số nhân máy).
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    pub root: RootArg,
    #[command(flatten)]
    pub templates: TemplateArgs,
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.extension()))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ReportArg {
    Json,
}

/// "1/4".
fn shard(text: &str) -> Result<Shard, String> {
    let parts = text.split_once('/').and_then(|(index, of)| Some((index.parse().ok()?, of.parse().ok()?)));
    match parts {
        Some((index, of)) if (1..=of).contains(&index) => Ok(Shard { index, of }),
        // What to do is said in the language that was asked for.
        _ => Err(String::new()),
    }
}

impl Build {
    pub(super) fn run(self, ui: &Ui) -> Exit {
        let world = self.what.templates.world();
        let (Found { jobs, mut folders, .. }, searched) = search(&world, &self.paths, &self.what.root, ui);
        if searched != Exit::Done {
            // A plan that cannot be read is not gone: its documents stay.
            folders.clear();
        }
        if jobs.is_empty() {
            return searched;
        }
        let plain = match self.what.config(&world, ui) {
            Ok(config) => config,
            Err(exit) => return exit,
        };
        let config = Config {
            shard: self.shard,
            dry: self.check,
            force: self.force,
            keep_going: self.keep_going,
            prune: self.prune,
            folders,
            ..plain
        };
        let mut reporter = Reporter::new(ui, self.report.is_some(), self.check);
        let ended = driver::run(&jobs, &config, &mut |event| reporter.report(event));
        match reporter.finish(ended, self.prune) {
            Exit::Done | Exit::Input if searched != Exit::Done => searched,
            exit => exit,
        }
    }
}

impl What {
    /// The config of a plain build.
    pub(super) fn config<'w>(&self, world: &'w dyn World, ui: &Ui) -> Result<Config<'w>, Exit> {
        let mut formats: Vec<Format> = Vec::new();
        for format in &self.format {
            if !formats.contains(format) {
                formats.push(*format);
            }
        }
        Ok(Config {
            formats,
            templates: self.templates.load(world, ui)?,
            world,
            jobs: self.jobs.or_else(|| available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN),
            out: self.out.clone(),
            shard: None,
            dry: false,
            force: false,
            keep_going: false,
            prune: false,
            folders: Vec::new(),
        })
    }
}
