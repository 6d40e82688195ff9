//! `kehoach completions`.

use clap::Args;
use clap_complete::Shell;

use super::Exit;
use super::ui::Ui;

/// In tệp gợi ý lệnh cho shell.
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// Shell đang dùng.
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self, mut command: clap::Command, ui: &Ui) -> Exit {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "kehoach", &mut script);
        ui.data(&String::from_utf8_lossy(&script))
    }
}
