//! What a person and what a program reads: standard error and standard output.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use super::{Color, Exit};
use crate::diag::codes::{self, Code};
use crate::diag::{Diagnostic, Findings, Lang, Message, Severity, render_full, unreadable, visible};
use crate::message;
use crate::source::{MAX_BYTES, ReadError, SourceMap};

/// Where messages go, and how.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ui {
    lang: Lang,
    /// Colour on standard error.
    color: bool,
    /// Colour on standard output.
    color_out: bool,
    quiet: bool,
    verbose: bool,
}

/// Findings about files that cannot be read, which end in 2 wherever these were named.
const UNREADABLE: [&Code; 3] =
    [&codes::INCLUDE_UNREADABLE, &codes::DATA_UNREADABLE, &codes::TEMPLATE_UNREADABLE];

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    pub errors: usize,
    pub warnings: usize,
    pub infos: usize,
    /// Whether a file could not be read.
    pub unreadable: bool,
}

impl Counts {
    /// Of all severities.
    pub(super) fn total(self) -> usize {
        self.errors + self.warnings + self.infos
    }

    /// "1 lỗi, 2 cảnh báo", and infos where there are some.
    pub(super) fn words(self) -> Message {
        let Self { errors, warnings, infos, .. } = self;
        match infos {
            0 => message!("{errors} lỗi, {warnings} cảnh báo", "{errors} errors, {warnings} warnings"),
            _ => message!(
                "{errors} lỗi, {warnings} cảnh báo, {infos} gợi ý",
                "{errors} errors, {warnings} warnings, {infos} infos"
            ),
        }
    }

    /// Counts this, too.
    pub(super) fn add(&mut self, one: &Diagnostic) {
        self.unreadable |= UNREADABLE.contains(&one.code);
        match one.severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Info => self.infos += 1,
        }
    }
}

impl Ui {
    /// Settles language and colour.
    pub(super) fn new(lang: Lang, color: Color, quiet: bool, verbose: bool) -> Self {
        let on = |is_terminal| match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => is_terminal && wants_color(),
        };
        let (color, color_out) = (on(io::stderr().is_terminal()), on(io::stdout().is_terminal()));
        Self { lang, color, color_out, quiet, verbose }
    }

    /// Data, for standard output. A reader that went away is no error.
    pub(super) fn data(&self, text: &str) -> Exit {
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => self
                .problem(&message!("không ghi được ra stdout", "cannot write to stdout").caused_by(&error)),
            _ => Exit::Done,
        }
    }

    /// A message that `-q` silences.
    pub(super) fn note(&self, message: &Message) {
        if !self.quiet {
            self.line(&visible(message.get(self.lang)));
        }
    }

    /// A message that only `-v` shows.
    pub(super) fn detail(&self, message: &Message) {
        if self.verbose {
            self.line(&visible(message.get(self.lang)));
        }
    }

    /// A message, under `-v` with more to it.
    pub(super) fn with_detail(&self, Message { vi, en }: Message, detail: &Message) -> Message {
        match self.verbose {
            true => Message { vi: format!("{vi}: {}", detail.vi), en: format!("{en}: {}", detail.en) },
            false => Message { vi, en },
        }
    }

    /// Wrong usage, or a file that cannot be read or written.
    pub(super) fn problem(&self, message: &Message) -> Exit {
        let label = match self.lang {
            Lang::Vi => "lỗi",
            Lang::En => "error",
        };
        self.line(&format!("{label}: {}", visible(message.get(self.lang))));
        Exit::Usage
    }

    /// The language of messages.
    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether a finding is shown; `-q` leaves all but errors out.
    pub(super) fn shows(&self, one: &Diagnostic) -> bool {
        !self.quiet || one.severity == Severity::Error
    }

    /// Draws those of the findings that are shown.
    pub(super) fn findings(&self, found: &Findings) {
        for one in found.all.iter().filter(|one| self.shows(one)) {
            self.line(&render_full(one, &found.sources, self.lang, self.color));
            self.line("");
        }
    }

    /// A finding as a drawing for standard output.
    pub(super) fn drawn(&self, one: &Diagnostic, sources: &SourceMap) -> String {
        format!("{}\n\n", render_full(one, sources, self.lang, self.color_out))
    }

    /// Whether `-q` was given.
    pub(super) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Whether a person watches, and wants to.
    pub(super) fn wants_progress(&self) -> bool {
        !self.quiet && !self.verbose && io::stderr().is_terminal()
    }

    /// How many findings there were.
    pub(super) fn summary(&self, counts: Counts) {
        if counts.total() > 0 {
            self.note(&counts.words());
        }
    }

    /// A file or folder that cannot be read.
    pub(super) fn unreadable(&self, path: &Path, error: &ReadError) -> Exit {
        self.problem(&match error {
            ReadError::TooLarge => {
                let (path, limit) = (path.display(), MAX_BYTES / 1024 / 1024);
                message!(
                    "{path} lớn hơn {limit} MB, không phải một kế hoạch",
                    "{path} is larger than {limit} MB: no plan"
                )
            }
            other => unreadable(path, other),
        })
    }

    /// A line for a person. Where nobody can read it any more, the work goes on.
    pub(super) fn line(&self, text: &str) {
        let _ = writeln!(io::stderr(), "{text}");
    }
}

/// Says that the program itself failed, and what to send to whom mends it. The language is not settled yet.
pub(super) fn fault(what: &str) {
    let version = env!("CARGO_PKG_VERSION");
    let what = visible(what);
    let _ = writeln!(
        io::stderr(),
        "lỗi: kehoach {version} gặp sự cố của chính chương trình; xin gửi dòng dưới đây cùng kế hoạch cho người phát triển\n\
         error: kehoach {version} failed; please report the line below with the plan\n{what}"
    );
}

#[expect(clippy::disallowed_methods, reason = "NO_COLOR is an agreement between programs")]
fn wants_color() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
