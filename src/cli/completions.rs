//! `kehoach completions`.

use std::io;

use clap::Args;
use clap_complete::Shell;

use super::Exit;

/// In tệp gợi ý lệnh cho shell.
#[derive(Debug, Args)]
pub struct Completions {
    /// Shell đang dùng.
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub fn run(self, mut command: clap::Command) -> Exit {
        clap_complete::generate(self.shell, &mut command, "kehoach", &mut io::stdout());
        Exit::Done
    }
}
