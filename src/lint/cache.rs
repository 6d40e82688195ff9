//! What was found in the texts that the documents of a batch share: each is read and checked once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use super::rule::Check;
use super::table::RULES;
use crate::diag::{Diagnostic, Sink};
use crate::source::{SourceId, SourceMap};
use crate::text::Field;
use crate::text::Text;
use crate::text::prose::{self, Prose};
use crate::vietnamese::{Legacy, from_legacy_font};

/// Texts of one batch, by their place and what they are for.
#[derive(Debug, Default)]
pub(crate) struct Cache<'a>(Mutex<HashMap<(SourceId, usize, Field), Arc<Seen<'a>>>>);

/// A text as the rules see it.
#[derive(Debug)]
pub(crate) struct Seen<'a> {
    /// Its lines; those typed for an old font left out.
    pub lines: Vec<Arc<Prose<'a>>>,
    /// Lines typed for an old font, and what they say.
    pub old_font: Vec<(Arc<Prose<'a>>, Legacy)>,
    /// What the rules for single lines found in it.
    pub findings: Vec<Diagnostic>,
}

impl<'a> Cache<'a> {
    /// Reads and checks a text, or remembers it. One that expressions made is another in each document.
    pub(crate) fn see(&self, field: Field, text: &Text, sources: &'a SourceMap) -> Arc<Seen<'a>> {
        let key = (text.span.source, text.span.start, field);
        if text.evaluated.is_some() {
            return Arc::new(seen(field, text, sources));
        }
        if let Some(known) = self.0.lock().ok().and_then(|known| known.get(&key).cloned()) {
            return known;
        }
        let new = Arc::new(seen(field, text, sources));
        if let Ok(mut known) = self.0.lock() {
            known.insert(key, new.clone());
        }
        new
    }
}

fn seen<'a>(field: Field, text: &Text, sources: &'a SourceMap) -> Seen<'a> {
    let mut out = Seen { lines: Vec::new(), old_font: Vec::new(), findings: Vec::new() };
    for line in prose::read(field, text, sources) {
        let line = Arc::new(line);
        match from_legacy_font(&line.text()) {
            Some(meant) => out.old_font.push((line, meant)),
            None => out.lines.push(line),
        }
    }
    let mut sink = Sink::default();
    for rule in RULES {
        if let Check::Prose(check) = rule.check {
            out.lines.iter().for_each(|line| check(line, &mut sink));
        }
    }
    out.findings = sink.into_sorted();
    out
}
