//! `kehoach schema`.

use clap::Args;

use super::Exit;
use super::screen::Screen;
use crate::plan;

/// In JSON Schema của tệp kế hoạch, để trình soạn thảo gợi ý và kiểm tra.
#[derive(Debug, Args)]
pub struct Schema {}

impl Schema {
    pub fn run(self, screen: &Screen) -> Exit {
        screen.data(&format!("{:#}\n", plan::json_schema()))
    }
}
