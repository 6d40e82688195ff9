//! `kehoach new`.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Args;

use super::ui::Ui;
use super::{Exit, TemplateArgs};
use crate::message;
use crate::output;
use crate::templates::{STARTS, TemplateError};

/// Ghi một văn bản mẫu của một loại, hợp lệ và có chú thích, để bắt đầu; không ghi đè.
#[derive(Debug, Args)]
pub(super) struct New {
    /// Tệp sẽ ghi.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Loại văn bản.
    #[arg(long, default_value = "ke-hoach")]
    kind: String,
    #[command(flatten)]
    templates: TemplateArgs,
}

/// The file to write: a name without an extension gets the one of plans.
fn with_extension(file: &Path) -> PathBuf {
    match file.extension() {
        Some(extension) if extension == "yaml" || extension == "yml" => file.to_owned(),
        // "kh.2026" has none: what follows the stop is a part of the name.
        _ => {
            let mut name = file.as_os_str().to_owned();
            name.push(".yaml");
            PathBuf::from(name)
        }
    }
}

impl New {
    pub(super) fn run(self, ui: &Ui) -> Exit {
        let world = self.templates.world();
        let templates = match self.templates.load(&world, ui) {
            Ok(templates) => templates,
            Err(exit) => return exit,
        };
        let name = |kind: &str| format!("new/{kind}.yaml");
        // The kind is a user's text: it must not lead out of the folder of templates.
        let known = templates.kinds().by_slug(&self.kind);
        let found = known.map(|kind| templates.get(&name(&kind.slug)));
        if let Some(Err(TemplateError::Unreadable(path, error))) = &found {
            return ui.unreadable(path, error);
        }
        let Some(Ok(start)) = found else {
            let has_start = |slug: &str| STARTS.iter().any(|(start, _)| *start == name(slug));
            let slugs = templates.kinds().all().map(|kind| &*kind.slug).filter(|slug| has_start(slug));
            let (kind, slugs) = (&self.kind, slugs.collect::<Vec<_>>().join(", "));
            return ui.problem(&message!(
                "chưa có mẫu cho loại \"{kind}\"; các loại có mẫu: {slugs}",
                "there is no start for the kind \"{kind}\"; known kinds: {slugs}"
            ));
        };
        let file = with_extension(&self.file);
        let path = file.display();
        match output::write_new(&file, start.text.as_bytes()) {
            Ok(()) => {
                ui.note(&message!(
                    "đã ghi {path}; tiếp theo: kehoach build {path}",
                    "wrote {path}; next: kehoach build {path}"
                ));
                Exit::Done
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                ui.problem(&message!("{path} đã có, không ghi đè", "{path} exists and is not overwritten"))
            }
            Err(error) => {
                ui.problem(&message!("không ghi được {path}", "cannot write {path}").caused_by(&error))
            }
        }
    }
}
