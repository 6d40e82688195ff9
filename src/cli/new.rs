//! `kehoach new`.

use std::io::ErrorKind;
use std::path::PathBuf;

use clap::Args;

use super::Exit;
use super::screen::Screen;
use crate::output;
use crate::say;

/// Ghi một kế hoạch mẫu, hợp lệ và có chú thích, để bắt đầu; không ghi đè.
#[derive(Debug, Args)]
pub struct New {
    /// Tệp sẽ ghi.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Loại văn bản.
    #[arg(long, default_value = "ke-hoach")]
    kind: String,
}

/// A starting plan for each kind that has a wording template.
const STARTS: [(&str, &str); 1] = [("ke-hoach", include_str!("../../templates/new/ke-hoach.yaml"))];

impl New {
    pub fn run(self, screen: &Screen) -> Exit {
        let Some((_, start)) = STARTS.iter().find(|(kind, _)| *kind == self.kind) else {
            let (kind, known) = (&self.kind, STARTS.map(|(kind, _)| kind).join(", "));
            return screen.problem(&say!(
                "chưa có mẫu cho loại \"{kind}\"; các loại có mẫu: {known}",
                "there is no start for the kind \"{kind}\"; known kinds: {known}"
            ));
        };
        let path = self.file.display();
        match output::write_new(&self.file, start.as_bytes()) {
            Ok(()) => {
                screen.note(&say!(
                    "đã ghi {path}; tiếp theo: kehoach build {path}",
                    "wrote {path}; next: kehoach build {path}"
                ));
                Exit::Done
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                screen.problem(&say!("{path} đã có, không ghi đè", "{path} exists and is not overwritten"))
            }
            Err(error) => {
                screen.problem(&say!("không ghi được {path}: {error}", "cannot write {path}: {error}"))
            }
        }
    }
}
