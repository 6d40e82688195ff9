//! Findings in the format that was asked for, on standard output, and what was looked at as the last line.

use std::path::Path;

use clap::ValueEnum;

use super::Exit;
use super::ui::{Counts, Ui};
use crate::diag::{
    Findings, GITHUB_LIMIT, Message, Sarif, Severity, render_github, render_json, render_short, visible,
};
use crate::lint;
use crate::message;

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// Từng lỗi với dòng của tệp.
    Full,
    /// Mỗi lỗi một dòng.
    Short,
    /// Mỗi lỗi một đối tượng JSON.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// Lệnh của GitHub Actions.
    Github,
}

/// What is printed of a run.
pub(super) struct Report<'a> {
    format: ReportFormat,
    ui: &'a Ui,
    counts: Counts,
    sarif: Sarif,
    /// Workflow commands, the worst first once they are printed.
    commands: Vec<(Severity, String)>,
    looked_at: LookedAt,
    exit: Exit,
}

/// What a run looked at.
#[derive(Debug, Default)]
struct LookedAt {
    /// Plans; the first one's name.
    plans: usize,
    first: String,
    /// The documents that they stand for.
    documents: usize,
}

impl LookedAt {
    fn words(&self) -> Message {
        let Self { plans, first, documents } = self;
        let plans = match plans {
            1 => message!("đã kiểm tra {first}", "checked {first}"),
            _ => message!("đã kiểm tra {plans} kế hoạch", "checked {plans} plans"),
        };
        match *documents > self.plans {
            true => Message {
                vi: format!("{} ({documents} văn bản)", plans.vi),
                en: format!("{} ({documents} documents)", plans.en),
            },
            false => plans,
        }
    }
}

impl<'a> Report<'a> {
    /// Nothing found so far.
    pub(super) fn new(format: ReportFormat, ui: &'a Ui) -> Self {
        let (counts, sarif) = (Counts::default(), Sarif::default());
        Self {
            format,
            ui,
            counts,
            sarif,
            commands: Vec::new(),
            looked_at: LookedAt::default(),
            exit: Exit::Done,
        }
    }

    /// Prints, or keeps, what was found in one plan, which stands for so many documents.
    pub(super) fn add(&mut self, plan: &Path, documents: usize, found: &Findings) {
        if self.looked_at.plans == 0 {
            self.looked_at.first = visible(&plan.display().to_string()).into_owned();
        }
        self.looked_at.plans += 1;
        self.looked_at.documents += documents;
        let Findings { sources, all } = found;
        all.iter().for_each(|one| self.counts.add(one));
        let lang = self.ui.lang();
        let shown = || all.iter().filter(|one| self.ui.shows(one));
        match self.format {
            ReportFormat::Full => {
                self.print(&shown().map(|one| self.ui.drawn(one, sources)).collect::<String>());
            }
            ReportFormat::Short => {
                self.print(&shown().map(|one| render_short(one, sources, lang) + "\n").collect::<String>());
            }
            ReportFormat::Json => {
                let lines = all.iter().flat_map(|one| render_json(one, sources, lang));
                self.print(&lines.map(|line| line + "\n").collect::<String>());
            }
            ReportFormat::Sarif => self.sarif.add(all, sources, lang),
            ReportFormat::Github => {
                let commands = all.iter().map(|one| (one.severity, render_github(one, sources, lang)));
                self.commands.extend(commands);
            }
        }
    }

    /// How much was found.
    pub(super) fn counts(&self) -> Counts {
        self.counts
    }

    /// Prints what was kept, and what was looked at.
    pub(super) fn finish(mut self) -> Exit {
        match self.format {
            ReportFormat::Sarif => {
                let log = std::mem::take(&mut self.sarif).finish(lint::codes(), self.ui.lang());
                self.print(&format!("{log:#}\n"));
            }
            ReportFormat::Github => {
                let mut commands = std::mem::take(&mut self.commands);
                commands.sort_by_key(|(severity, _)| *severity);
                let mut shown: String =
                    commands.iter().take(GITHUB_LIMIT).map(|(_, command)| format!("{command}\n")).collect();
                let words = self.counts.words();
                shown.push_str(&format!("{}\n", words.get(self.ui.lang())));
                self.print(&shown);
            }
            ReportFormat::Full | ReportFormat::Short | ReportFormat::Json => {}
        }
        let (looked_at, counts) = (self.looked_at.words(), self.counts.words());
        let last = Message {
            vi: format!("{}: {}", looked_at.vi, counts.vi),
            en: format!("{}: {}", looked_at.en, counts.en),
        };
        match self.format {
            _ if self.ui.is_quiet() => {}
            ReportFormat::Full | ReportFormat::Short => {
                self.print(&format!("{}\n", last.get(self.ui.lang())));
            }
            ReportFormat::Json | ReportFormat::Sarif | ReportFormat::Github => self.ui.note(&last),
        }
        self.exit
    }

    fn print(&mut self, text: &str) {
        if self.ui.data(text) == Exit::Usage {
            self.exit = Exit::Usage;
        }
    }
}
