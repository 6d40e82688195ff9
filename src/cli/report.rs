//! Findings in the format that was asked for: for a person on standard error, for a program on standard
//! output.

use clap::ValueEnum;

use super::Exit;
use super::screen::{Counts, Screen};
use crate::diag::{
    Diagnostic, GITHUB_LIMIT, RuleText, Sarif, Severity, render_github, render_json, render_short,
};
use crate::rules::RULES;
use crate::source::SourceMap;

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
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
pub struct Report<'a> {
    format: ReportFormat,
    screen: &'a Screen,
    counts: Counts,
    sarif: Sarif,
    /// Workflow commands, the worst first once they are printed.
    commands: Vec<(Severity, String)>,
    exit: Exit,
}

impl<'a> Report<'a> {
    /// Nothing found so far.
    pub fn new(format: ReportFormat, screen: &'a Screen) -> Self {
        let (counts, sarif) = (Counts::default(), Sarif::default());
        Self { format, screen, counts, sarif, commands: Vec::new(), exit: Exit::Done }
    }

    /// Prints, or keeps, what was found in one plan: each finding with the texts it points into.
    pub fn add(&mut self, all: &[(Diagnostic, SourceMap)]) {
        all.iter().for_each(|(one, _)| self.counts.add(one));
        let lang = self.screen.lang();
        match self.format {
            ReportFormat::Full => all.iter().for_each(|(one, sources)| self.screen.diagnostic(one, sources)),
            ReportFormat::Short => {
                for (one, sources) in all.iter().filter(|(one, _)| self.screen.shows(one)) {
                    self.screen.line(&render_short(one, sources, lang));
                }
            }
            ReportFormat::Json => {
                let lines = all.iter().flat_map(|(one, sources)| render_json(one, sources, lang));
                self.print(&lines.map(|line| line + "\n").collect::<String>());
            }
            ReportFormat::Sarif => {
                for (one, sources) in all {
                    self.sarif.add(std::slice::from_ref(one), sources, lang);
                }
            }
            ReportFormat::Github => {
                let commands =
                    all.iter().map(|(one, sources)| (one.severity, render_github(one, sources, lang)));
                self.commands.extend(commands);
            }
        }
    }

    /// How much was found.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// Prints what was kept, and the count.
    pub fn finish(mut self) -> Exit {
        match self.format {
            ReportFormat::Sarif => {
                let lang = self.screen.lang();
                let rules: Vec<RuleText> = RULES
                    .iter()
                    .map(|rule| RuleText {
                        code: rule.code,
                        severity: rule.severity,
                        what: rule.what.get(lang),
                        why: rule.why.get(lang),
                    })
                    .collect();
                let log = std::mem::take(&mut self.sarif).finish(&rules);
                self.print(&format!("{log:#}\n"));
            }
            ReportFormat::Github => {
                let mut commands = std::mem::take(&mut self.commands);
                commands.sort_by_key(|(severity, _)| *severity);
                let mut shown: String =
                    commands.iter().take(GITHUB_LIMIT).map(|(_, command)| format!("{command}\n")).collect();
                let words = self.counts.words();
                shown.push_str(&format!("{}\n", words.get(self.screen.lang())));
                self.print(&shown);
                // The summary is part of what the workflow shows.
                return self.exit;
            }
            ReportFormat::Full | ReportFormat::Short | ReportFormat::Json => {}
        }
        self.screen.summary(self.counts);
        self.exit
    }

    fn print(&mut self, text: &str) {
        if self.screen.data(text) == Exit::Usage {
            self.exit = Exit::Usage;
        }
    }
}
