//! `kehoach eject`.

use std::io::ErrorKind;

use clap::Args;

use super::ui::Ui;
use super::{Exit, TemplateArgs};
use crate::message;
use crate::output;
use crate::templates::BUILT_IN;

/// Chép mẫu có sẵn ra thư mục templates/ để sửa; không ghi đè.
#[derive(Debug, Args)]
pub(super) struct Eject {
    /// Tên mẫu, ví dụ wording/ke-hoach.xml (không ghi: tất cả).
    #[arg(value_name = "NAME")]
    name: Option<String>,
    #[command(flatten)]
    templates: TemplateArgs,
}

impl Eject {
    pub(super) fn run(self, ui: &Ui) -> Exit {
        let wanted: Vec<_> = BUILT_IN
            .iter()
            .filter(|(name, _)| self.name.as_deref().is_none_or(|wanted| wanted == *name))
            .collect();
        if wanted.is_empty() {
            let (name, known) = (self.name.unwrap_or_default(), BUILT_IN.map(|(name, _)| name).join(", "));
            return ui.problem(&message!(
                "không có mẫu \"{name}\"; các mẫu: {known}",
                "there is no template \"{name}\"; templates: {known}"
            ));
        }
        let mut exit = Exit::Done;
        for (name, text) in wanted {
            let path = self.templates.folder().join(name);
            let shown = path.display();
            match output::write_new(&path, text.as_bytes()) {
                Ok(()) => ui.note(&message!("đã chép {shown}", "copied {shown}")),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                    exit = ui.problem(&message!(
                        "{shown} đã có, không ghi đè",
                        "{shown} exists and is not overwritten"
                    ));
                }
                Err(error) => {
                    exit = ui.problem(
                        &message!("không ghi được {shown}", "cannot write {shown}").caused_by(&error),
                    )
                }
            }
        }
        exit
    }
}
