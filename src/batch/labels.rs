//! Findings in one of many documents: the place in the data beside that in the plan, and the same finding
//! in many rows told once.

use std::collections::HashMap;

use super::Batch;
use super::compile::CompiledTexts;
use super::rows::Rows;
use crate::data::place;
use crate::diag::{Diagnostic, Fix, Label, Message};
use crate::message;
use crate::source::Span;
use crate::templates::SegmentKind;

impl Batch {
    /// The findings of the `n`-th document with the cells of the data that they are about, and without
    /// fixes that would change an expression.
    pub fn explain(&self, n: usize, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let explained = found.into_iter().map(|one| self.explain_one(n, one));
        let mut out: Vec<Diagnostic> = Vec::new();
        let mut seen: HashMap<(&str, String, Vec<Span>), usize> = HashMap::new();
        for one in explained {
            let cells = self.cells_of(&one);
            let first = match cells.is_empty() {
                true => None,
                false => seen.get(&(one.code.name, one.message.vi.clone(), cells.clone())).copied(),
            };
            // A cell that is wrong is told once, with all its uses.
            if let Some(first) = first.and_then(|at| out.get_mut(at)) {
                first.labels.push(Label { span: one.span, message: also() });
                continue;
            }
            if !cells.is_empty() {
                seen.insert((one.code.name, one.message.vi.clone(), cells), out.len());
            }
            out.push(one);
        }
        out
    }

    /// The cells of the data that a finding is about.
    fn cells_of(&self, one: &Diagnostic) -> Vec<Span> {
        let Some(rows) = &self.rows else { return Vec::new() };
        one.labels.iter().map(|label| label.span).filter(|span| rows.has(*span)).collect()
    }

    /// Whether an expression stands at a place.
    pub fn is_made(&self, at: Span) -> bool {
        let meets = |span: Span| span.source == at.source && span.start < at.end && at.start < span.end;
        self.expressions().any(meets)
    }

    /// The places of all expressions.
    fn expressions(&self) -> impl Iterator<Item = Span> {
        self.compiled.all().flat_map(|template| {
            let made = template.segments.iter().filter(|segment| segment.kind != SegmentKind::Words);
            made.map(|segment| template.place(segment.at.clone()))
        })
    }

    fn explain_one(&self, n: usize, mut one: Diagnostic) -> Diagnostic {
        one.fix = one.fix.filter(|fix| !self.touches_expression(fix));
        let Some((rows, kept)) = self.rows.as_ref().and_then(|rows| Some((rows, rows.kept.get(n)?))) else {
            return one;
        };
        for (name, span) in cells_used(rows, kept.row, &self.compiled, one.span) {
            let value = self.sources.slice(span);
            let message = match place(&self.sources, span) {
                Some(cell) => message!("ô {cell}, {name}: {value}", "cell {cell}, {name}: {value}"),
                None => message!("{name}: {value}", "{name}: {value}"),
            };
            one.labels.push(Label { span, message });
        }
        one
    }

    fn touches_expression(&self, fix: &Fix) -> bool {
        fix.edits.iter().any(|edit| self.is_made(edit.span))
    }
}

/// The label of another place of one cause.
pub(super) fn also() -> Message {
    message!("cũng dùng ở đây", "used here, too")
}

/// The place of the cells that a text of the plan uses, in one row.
fn cells_used(rows: &Rows, row: usize, compiled: &CompiledTexts, at: Span) -> Vec<(String, Span)> {
    let mut out: Vec<(String, Span)> = Vec::new();
    for template in compiled.all().filter(|template| covers(template.span, at)) {
        for (one, span) in &template.uses {
            // A finding in one value is about that value.
            let is_there = at.start < span.end && span.start < at.end;
            let is_exact = template.uses.iter().any(|(_, span)| covers(*span, at));
            let [first, name, ..] = one.path.as_slice() else { continue };
            let column = rows.column(name).filter(|_| *first == rows.name && (is_there || !is_exact));
            let cell = column.and_then(|column| rows.table.rows[row].cells.get(column)?.as_ref());
            if let Some(cell) = cell.filter(|cell| !out.iter().any(|(_, span)| *span == cell.span)) {
                out.push((name.clone(), cell.span));
            }
        }
    }
    out
}

/// Whether a place lies within another.
pub(super) fn covers(one: Span, at: Span) -> bool {
    one.source == at.source && one.start <= at.start && at.end <= one.end
}
