//! `kehoach schema`.

use clap::Args;

use super::ui::Ui;
use super::{Exit, TemplateArgs};
use crate::plan;

/// In JSON Schema của tệp kế hoạch, để trình soạn thảo gợi ý và kiểm tra.
#[derive(Debug, Args)]
pub(super) struct Schema {
    #[command(flatten)]
    templates: TemplateArgs,
}

impl Schema {
    pub(super) fn run(self, ui: &Ui) -> Exit {
        let world = self.templates.world();
        match self.templates.load(&world, ui) {
            Ok(templates) => ui.data(&format!("{:#}\n", plan::json_schema(templates.kinds()))),
            Err(exit) => exit,
        }
    }
}
