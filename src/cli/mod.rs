//! The command line: arguments → one config → an exit code. Only here is anything printed.

mod build;
mod check;
mod completions;
mod eject;
mod explain;
mod eyes;
mod new;
mod progress;
mod report;
mod reported;
mod reporter;
mod schema;
mod ui;
mod usage;
mod watch;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::diag::{Lang, codes};
use crate::driver::{self as stages, FindError, Found};
use crate::message;
use crate::pipeline::load_templates;
use crate::templates::Templates;
use crate::world::{Disk, Root, World, is_folder};
use ui::Ui;

/// Soạn văn bản hành chính đúng Nghị định 30/2020/NĐ-CP từ tệp YAML, ra DOCX và PDF.
#[derive(Debug, Parser)]
#[command(name = "kehoach", version, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    global: Global,
}

#[derive(Debug, Args)]
struct Global {
    /// Ngôn ngữ của thông báo.
    #[arg(long, global = true, env = "KEHOACH_LANG", default_value = "vi", value_enum)]
    lang: LangArg,
    /// Tô màu thông báo.
    #[arg(long, global = true, default_value = "auto", value_enum)]
    color: Color,
    /// Chỉ in lỗi.
    #[arg(short, long, global = true)]
    quiet: bool,
    /// In nhiều hơn.
    #[arg(short, long, global = true)]
    verbose: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LangArg {
    Vi,
    En,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

/// Where templates come from.
#[derive(Clone, Debug, Args)]
struct TemplateArgs {
    /// Thư mục mẫu riêng; tệp nào có ở đây thì dùng thay tệp có sẵn (mặc định: templates, nếu có).
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
}

impl TemplateArgs {
    /// The folder, whether it is there or not.
    fn folder(&self) -> PathBuf {
        self.templates.clone().unwrap_or_else(|| PathBuf::from("templates"))
    }

    /// The disk, with this folder.
    fn world(&self) -> Disk {
        Disk::with_templates(self.folder())
    }

    /// The templates, with the kinds of documents that their folder adds. What is wrong with those is said: a folder
    /// that was named and is not there would give other words than those that were asked for.
    fn load<'w>(&self, world: &'w dyn World, ui: &Ui) -> Result<Templates<'w>, Exit> {
        let folder = self.folder();
        let (shown, place) = (folder.display(), world.look(&folder));
        let is_folder = place.as_ref().is_some_and(|place| place.is_folder);
        if !is_folder && (self.templates.is_some() || place.is_some()) {
            return Err(ui.problem(&match place.is_some() {
                true => message!(
                    "{shown} không phải thư mục mẫu (--templates)",
                    "{shown} is no folder of templates (--templates)"
                ),
                false => message!(
                    "không có thư mục mẫu {shown} (--templates)",
                    "there is no folder of templates {shown} (--templates)"
                ),
            }));
        }
        load_templates(world).map_err(|found| {
            ui.findings(&found);
            let is_unreadable = found.all.iter().any(|one| one.code == &codes::TEMPLATE_UNREADABLE);
            if is_unreadable { Exit::Usage } else { Exit::Input }
        })
    }
}

/// Where the files stand that plans name.
#[derive(Clone, Debug, Args)]
struct RootArg {
    /// Thư mục gốc: kế hoạch chỉ đọc tệp (include, in, attachments) ở trong đó. Mặc định là thư mục của .git gần nhất, không có thì thư mục chứa thư mục kế hoạch.
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
}

impl RootArg {
    /// The folder that was named.
    fn folder(&self) -> Option<&Path> {
        self.root.as_deref()
    }

    /// Says so where the folder that was named is not there.
    fn missing(&self, world: &dyn World, ui: &Ui) -> Option<Exit> {
        let folder = self.folder().filter(|folder| !is_folder(world, folder))?.display();
        Some(ui.problem(&message!(
            "không có thư mục gốc {folder} (--root)",
            "there is no root folder {folder} (--root)"
        )))
    }

    /// The root of a plan that was not searched for.
    fn of(&self, world: &dyn World, plan: &Path) -> Root {
        self.folder().map_or_else(|| Root::of_plan(world, plan, None), |folder| Root::at(world, folder))
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    New(new::New),
    Check(check::Check),
    Build(build::Build),
    Watch(watch::Watch),
    Explain(explain::Explain),
    Schema(schema::Schema),
    Eject(eject::Eject),
    Completions(completions::Completions),
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exit {
    /// Done, nothing above a warning.
    Done,
    /// The input has errors.
    Input,
    /// Wrong usage, or a file could not be read or written.
    Usage,
}

/// The plans of some paths; files that are no plans are a detail. What does not work is said, and the others go on.
fn search(world: &dyn World, paths: &[PathBuf], root: &RootArg, ui: &Ui) -> (Found, Exit) {
    if let Some(exit) = root.missing(world, ui) {
        return (Found::default(), exit);
    }
    let (found, errors) = stages::find(world, paths, root.folder());
    for path in &found.skipped {
        let path = path.display();
        ui.detail(&message!("{path}: không phải kế hoạch, bỏ qua", "{path}: not a plan, skipped"));
    }
    errors.iter().for_each(|error| explain_find(error, ui));
    let exit = if errors.is_empty() { Exit::Done } else { Exit::Usage };
    (found, exit)
}

fn explain_find(error: &FindError, ui: &Ui) {
    match error {
        FindError::Read(path, error) => {
            ui.unreadable(path, error);
        }
        FindError::Empty(path) => {
            let path = path.display();
            ui.problem(&message!("thư mục {path} không có kế hoạch nào", "the folder {path} holds no plan"));
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "it is an option of the command line, too")]
fn lang_of_environment() -> Option<String> {
    std::env::var("KEHOACH_LANG").ok()
}

/// Runs the program. A fault of its own ends in a plain message and 2, whatever thread it happens on.
pub fn main() -> ExitCode {
    std::panic::set_hook(Box::new(|fault| ui::fault(&fault.to_string())));
    std::panic::catch_unwind(run).unwrap_or(ExitCode::from(2))
}

fn run() -> ExitCode {
    let arguments = usage::without_help_command(std::env::args_os().collect());
    let lang = usage::lang_of(&arguments, lang_of_environment().as_deref());
    let matches = usage::localized(Cli::command(), lang).try_get_matches_from(arguments);
    let Cli { command, global } = match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => {
            let is_help = error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
            if error.use_stderr() && !is_help {
                Ui::new(lang, Color::Auto, false, false).line(&usage::wrong(&error, lang));
                return ExitCode::from(2);
            }
            // Help and version go to standard output, help that nobody asked for to standard error.
            let failed = error.print().is_err() || is_help;
            return ExitCode::from(if failed { 2 } else { 0 });
        }
    };
    let lang = match global.lang {
        LangArg::Vi => Lang::Vi,
        LangArg::En => Lang::En,
    };
    let ui = Ui::new(lang, global.color, global.quiet, global.verbose);
    let exit = match command {
        Command::New(new) => new.run(&ui),
        Command::Check(check) => check.run(&ui),
        Command::Build(build) => build.run(&ui),
        Command::Watch(watch) => watch.run(&ui),
        Command::Explain(explain) => explain.run(&ui),
        Command::Schema(schema) => schema.run(&ui),
        Command::Eject(eject) => eject.run(&ui),
        Command::Completions(completions) => completions.run(usage::localized(Cli::command(), lang), &ui),
    };
    ExitCode::from(match exit {
        Exit::Done => 0,
        Exit::Input => 1,
        Exit::Usage => 2,
    })
}
