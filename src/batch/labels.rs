//! Findings in one of many documents: the place in the data beside that in the plan, and the same finding
//! in many rows told once.

use super::Batch;
use super::rows::cells_used;
use crate::diag::{Diagnostic, Fix, Label};
use crate::say;
use crate::source::Span;

impl Batch {
    /// The findings of the `n`-th document with the cells of the data that they are about, and without
    /// fixes that would change an expression.
    pub fn explain(&self, n: usize, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        found.into_iter().map(|one| self.explain_one(n, one)).collect()
    }

    fn explain_one(&self, n: usize, mut one: Diagnostic) -> Diagnostic {
        one.fix = one.fix.filter(|fix| !self.touches_expression(fix));
        let Some((rows, kept)) = self.rows.as_ref().and_then(|rows| Some((rows, rows.kept.get(n)?))) else {
            return one;
        };
        for (name, span) in cells_used(rows, kept.row, &self.compiled, one.span) {
            let value = self.sources.slice(span);
            let message = say!("{name}: {value}", "{name}: {value}");
            one.labels.push(Label { span, message });
        }
        one
    }

    fn touches_expression(&self, fix: &Fix) -> bool {
        let expressions = || {
            self.compiled.all().into_iter().flat_map(|template| {
                template
                    .pieces
                    .iter()
                    .filter(|piece| piece.sort != super::pieces::Sort::Words)
                    .map(|piece| template.place(piece.at.clone()))
            })
        };
        let meet = |one: Span, other: Span| {
            one.source == other.source && one.start < other.end && other.start < one.end
        };
        fix.edits.iter().any(|edit| expressions().any(|span| meet(span, edit.span)))
    }
}
