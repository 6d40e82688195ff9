//! `kehoach schema`.

use clap::Args;

use super::screen::Screen;
use super::{Exit, TemplateArgs};
use crate::plan;

/// In JSON Schema của tệp kế hoạch, để trình soạn thảo gợi ý và kiểm tra.
#[derive(Debug, Args)]
pub struct Schema {
    #[command(flatten)]
    templates: TemplateArgs,
}

impl Schema {
    pub fn run(self, screen: &Screen) -> Exit {
        let world = self.templates.world();
        match self.templates.load(&world, screen) {
            Ok(templates) => screen.data(&format!("{:#}\n", plan::json_schema(templates.kinds()))),
            Err(exit) => exit,
        }
    }
}
