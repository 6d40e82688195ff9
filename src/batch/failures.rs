//! Texts that are wrong as they are written: that is told once, and not what follows from it.

use super::Batch;
use super::labels::covers;
use crate::diag::codes::{self, Code};
use crate::diag::{Diagnostic, Severity};
use crate::source::Span;

/// What is wrong with a text as it is written, whatever the values.
const AS_WRITTEN: [&Code; 2] = [&codes::EXPRESSION_SYNTAX, &codes::UNKNOWN_VARIABLE];

impl Batch {
    /// Leaves out of the findings of the batch those that only follow from a text that is wrong, and marks these
    /// texts, so that no document tells them again.
    pub fn tell_once(&mut self) {
        let written = places(&self.findings, |one| AS_WRITTEN.contains(&one.code));
        let wrong: Vec<Span> =
            self.compiled.all().map(|text| text.span).filter(|text| holds_one(*text, &written)).collect();
        // Quotes that are missing are another slip of the same text.
        let stays = |one: &Diagnostic| AS_WRITTEN.contains(&one.code) || one.code == &codes::YAML_SYNTAX;
        self.findings.retain(|one| stays(one) || !wrong.iter().any(|text| covers(*text, one.span)));
        // What fails with the values of one row does not with all.
        self.mark(&places(&self.findings, |one| one.code != &codes::EXPRESSION_FAILED));
    }

    fn mark(&mut self, places: &[Span]) {
        for text in self.compiled.all_mut() {
            text.is_wrong = self.lacks_rows || holds_one(text.span, places);
        }
        self.attachments.iter_mut().for_each(|attached| attached.mark(places));
    }
}

/// The places of errors of some sort; one that stands in several texts has a label in each.
fn places(findings: &[Diagnostic], is_meant: impl Fn(&Diagnostic) -> bool) -> Vec<Span> {
    let errors = findings.iter().filter(|one| one.severity == Severity::Error && is_meant(one));
    errors
        .flat_map(|one| std::iter::once(one.span).chain(one.labels.iter().map(|label| label.span)))
        .collect()
}

fn holds_one(text: Span, places: &[Span]) -> bool {
    places.iter().any(|place| covers(text, *place))
}
