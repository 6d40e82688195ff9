//! A text that says nothing because its expression is wrong, told once: other words stand in for it, and
//! what those lead to is not about the plan.

use super::Batch;
use super::labels::covers;
use crate::diag::codes::{self, Code};
use crate::diag::{Diagnostic, Severity};
use crate::source::{Span, Spanned};
use crate::templates::Use;
use crate::yaml::Yaml;

/// What is wrong with a text as it is written, whatever the values.
const AS_WRITTEN: [&Code; 2] = [&codes::EXPRESSION_SYNTAX, &codes::UNKNOWN_VARIABLE];

impl Batch {
    /// The findings of one document without those that only follow from a text that fails, here or in the
    /// batch.
    pub fn without_followers(&self, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if found.is_empty() {
            return found;
        }
        let mut known = match self.lacks_rows {
            true => self.compiled.all().map(|text| text.span).collect(),
            false => self.texts_with(|_| true),
        };
        let failed: Vec<Span> =
            found.iter().filter(|one| one.code == &codes::EXPRESSION_FAILED).map(|one| one.span).collect();
        known.extend(self.using_constants_of(&[known.as_slice(), &failed].concat()));
        found.retain(|one| {
            let is_follower = one.code != &codes::EXPRESSION_FAILED && is_in(&failed, one.span);
            !is_follower && !is_in(&known, one.span)
        });
        found
    }

    /// Leaves out of the findings of the batch those that only follow from a text that fails.
    pub fn tell_once(&mut self) {
        let mut known = self.texts_with(|one| AS_WRITTEN.contains(&one.code));
        let failed = self.texts_with(|one| one.code == &codes::EXPRESSION_FAILED);
        known.extend(self.using_constants_of(&[known.as_slice(), &failed].concat()));
        // Quotes that are missing are another slip of the same text.
        let stays = |one: &Diagnostic| AS_WRITTEN.contains(&one.code) || one.code == &codes::YAML_SYNTAX;
        self.findings.retain(|one| stays(one) || !is_in(&known, one.span));
    }

    /// The texts in which the batch has an error of some sort.
    fn texts_with(&self, is_meant: impl Fn(&Diagnostic) -> bool) -> Vec<Span> {
        let errors = self.findings.iter().filter(|one| one.severity == Severity::Error && is_meant(one));
        // One that stands in several texts has a label in each.
        let all =
            errors.flat_map(|one| std::iter::once(one.span).chain(one.labels.iter().map(|label| label.span)));
        let errors: Vec<Span> = all.collect();
        let holds_one = |text: &Span| errors.iter().any(|error| covers(*text, *error));
        self.compiled.all().map(|text| text.span).filter(holds_one).collect()
    }

    /// The texts that use a constant of which one of these texts is a part, or another that does.
    fn using_constants_of(&self, failed: &[Span]) -> Vec<Span> {
        let (mut out, mut own) = (Vec::new(), Vec::new());
        for (name, node) in &self.constants {
            let before = own.len();
            self.texts_in(node, &mut own);
            if own[before..].iter().any(|text| failed.contains(text) || out.contains(text)) {
                let is_it = |one: &Use| one.path.iter().find(|part| *part != "vars") == Some(name);
                let using = self.compiled.all().filter(|text| text.uses.iter().any(|(one, _)| is_it(one)));
                // A constant that uses itself or a later one fails for that, and is no follower.
                out.extend(using.map(|text| text.span).filter(|text| !own.contains(text)));
            }
        }
        out
    }

    /// The texts with expressions below a node.
    fn texts_in(&self, node: &Spanned<Yaml>, out: &mut Vec<Span>) {
        match &node.value {
            Yaml::Seq(items) => items.iter().for_each(|item| self.texts_in(item, out)),
            Yaml::Map(entries) => entries.iter().for_each(|(_, value)| self.texts_in(value, out)),
            _ => out.extend(self.compiled.template(node.span).map(|text| text.span)),
        }
    }
}

fn is_in(places: &[Span], at: Span) -> bool {
    places.iter().any(|place| covers(*place, at))
}
