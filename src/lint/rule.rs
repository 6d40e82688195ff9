//! What a rule is: its name, its documentation with examples, and its check.

use super::subject::Subject;
use crate::decree::Kind;
use crate::diag::{Diagnostic, Lang, Message, Severity, Sink};
use crate::source::Span;
use crate::text::prose::Prose;

/// A rule. Its file holds everything there is to say of it.
///
/// An error breaks a rule of the decree that can be read off the plan exactly, or cannot be printed;
/// a warning is a likely slip, style that the decree asks for, or a rule that is found by reading
/// sentences; an info is practice.
#[derive(Debug)]
pub struct Rule {
    /// Stable name.
    pub code: &'static str,
    /// How bad a finding is.
    pub severity: Severity,
    /// The clause of the decree, e.g. `P1.II.4.b`; findings of one rule may name one of their own.
    pub clause: Option<&'static str>,
    /// Which kinds of documents it holds for.
    pub kinds: Kinds,
    /// What is wrong.
    pub what: Words,
    /// Why it is.
    pub why: Words,
    /// Examples of it.
    pub examples: Examples,
    /// How it is found.
    pub check: Check,
}

/// Kinds of documents, by their slugs.
#[derive(Clone, Copy, Debug)]
pub enum Kinds {
    /// All of them.
    All,
    /// These alone.
    Only(&'static [&'static str]),
}

impl Kinds {
    /// Whether a document of this kind is among them. An agency's own kinds go with the kind that they are like;
    /// of a plan whose kind is not known everything is checked.
    pub fn have(&self, kind: Option<&Kind>) -> bool {
        match (self, kind) {
            (Self::All, _) | (_, None) => true,
            (Self::Only(slugs), Some(kind)) => slugs.contains(&kind.like),
        }
    }
}

/// A sentence in both languages.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// In Vietnamese.
    pub vi: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Words {
    /// The sentence in one language.
    pub fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }
}

/// A wrong and a right example. In the wrong one `⟦` and `⟧` stand around the place that is shown.
#[derive(Clone, Copy, Debug)]
pub enum Examples {
    /// Keys of a plan; the other keys are those of [`BASE`].
    Plan {
        /// This rule alone fires.
        wrong: &'static str,
        /// Nothing fires.
        right: &'static str,
    },
    /// A template of the user's.
    Template {
        /// Its name.
        name: &'static str,
        /// This rule alone fires.
        wrong: &'static str,
        /// Nothing fires.
        right: &'static str,
    },
    /// What is wrong cannot be written as a text.
    None,
}

/// How a rule finds what it is about.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// While the plan is read and its document made: without it there is nothing to print.
    Reading,
    /// In the plan as a whole.
    Plan(fn(&Subject, &mut Sink)),
    /// In each line of text by itself.
    Prose(fn(&Prose, &mut Sink)),
    /// In what the plan prints: what it finds cannot be printed.
    Print(fn(&Subject, &mut Sink)),
}

impl Rule {
    /// A finding of this rule.
    pub fn at(&self, span: Span, message: Message) -> Diagnostic {
        Diagnostic { clause: self.clause, ..Diagnostic::new(self.code, self.severity, span, message) }
    }

    /// Whether a plan may silence it: not where nothing could be printed.
    pub fn can_be_silenced(&self) -> bool {
        matches!(self.check, Check::Plan(_) | Check::Prose(_))
    }
}

/// The plan that examples are parts of.
pub const BASE: &str = "\
issuer: {name: Liên minh Hợp tác xã, code: LMHTX}
place: Quảng Trị
date: 2020-11-06
subject: Thực hiện công tác đỡ đầu
legal_basis: [Căn cứ tình hình thực tế]
objectives: [Bảo đảm sự phối hợp chặt chẽ.]
recipients: [Ủy ban nhân dân tỉnh]
signature: {tm: Liên minh Hợp tác xã, position: Chủ tịch}
";

/// An example without its marks, and the byte range that was marked; none where what is wrong has no
/// place, because it is missing.
pub fn unmarked(example: &str) -> (String, Option<std::ops::Range<usize>>) {
    let marked = example.find('⟦').zip(example.find('⟧')).map(|(start, end)| start..end - '⟦'.len_utf8());
    (example.replace(['⟦', '⟧'], ""), marked)
}

/// The whole plan of an example: [`BASE`] with the example's keys in the place of its own. Also how far
/// the example's text moved.
pub fn whole_plan(example: &str) -> (String, usize) {
    let keys: Vec<&str> = example.lines().filter_map(top_key).collect();
    let kept = BASE.lines().filter(|line| top_key(line).is_none_or(|key| !keys.contains(&key)));
    let base: String = kept.map(|line| format!("{line}\n")).collect();
    (format!("{base}{example}\n"), base.len())
}

fn top_key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once(':')?;
    key.chars().all(|c| c.is_ascii_lowercase() || c == '_').then_some(key)
}
