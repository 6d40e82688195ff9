//! A plan file and what it draws in: included keys, constants, expressions and rows of data. It stands for
//! one plan, or with `for_each` for one plan a row.

mod attach;
mod columns;
mod compile;
mod evaluate;
mod failures;
mod include;
mod keys;
mod labels;
mod load;
mod names;
mod rows;
mod select_rows;

use std::path::PathBuf;

use crate::decree::Kinds;
use crate::diag::{Diagnostic, Severity, Sink};
use crate::plan::{self, raw::RawPlan};
use crate::source::{SourceMap, Span, Spanned};
use crate::templates::{Data, SHOWN};
use crate::world::{Record, hash};
use crate::yaml::Yaml;
use compile::CompiledTexts;
use evaluate::Names;
use rows::Rows;

pub(crate) use keys::folded;
pub(crate) use load::load;

/// A plan file with everything it draws in.
#[derive(Debug, Default)]
pub struct Batch {
    /// The texts of all its files; the plan's own is the first.
    pub sources: SourceMap,
    /// The files beside the plan that it reads, or looks for in vain.
    pub read: Record,
    /// That of them with its rows, of which each document has one.
    data: Option<PathBuf>,
    /// What is wrong with the plan as a whole.
    pub findings: Vec<Diagnostic>,
    /// The documents that are issued with this one, in the same file.
    pub attachments: Vec<Batch>,
    tree: Option<Spanned<Yaml>>,
    compiled: CompiledTexts,
    constants: Vec<(String, Spanned<Yaml>)>,
    rows: Option<Rows>,
    /// Whether it has rows that could not be read: what its expressions say is not known.
    lacks_rows: bool,
}

impl Batch {
    /// One hash of everything that its documents have in common: all that was read but the rows.
    pub fn hash(&self) -> String {
        let own = self.sources.all().next().map_or("", |source| &*source.text);
        let beside = self.read.hash_without(self.data.as_deref());
        hash(format!("{} {own}\n{beside}", own.len()).as_bytes())
    }

    /// How many documents it stands for, as far as that is known: none where nothing of it could be read.
    pub fn len(&self) -> usize {
        match (&self.tree, &self.rows) {
            (None, _) => 0,
            (Some(_), None) => 1,
            (Some(_), Some(rows)) => rows.kept.len(),
        }
    }

    /// Whether the plan as a whole has no error: it is known which documents it stands for, what each is
    /// called and what it says. Otherwise those that are known can be checked, and none is written.
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|one| one.severity != Severity::Error)
    }

    /// Whether it stands for no document.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The name that the `n`-th row gives its files; none for a plan without rows.
    pub fn key(&self, n: usize) -> Option<&str> {
        Some(self.rows.as_ref()?.kept.get(n)?.key.as_str())
    }

    /// Where the `n`-th row stands: "plans/communes.csv:12".
    pub fn row(&self, n: usize) -> Option<String> {
        let rows = self.rows.as_ref()?;
        let kept = rows.kept.get(n)?;
        let source = rows.table.rows.get(kept.row)?.span.source;
        Some(format!("{}:{}", self.sources.get(source).name, kept.line))
    }

    /// Everything of the `n`-th row that may stand in its document, for a key of it.
    pub fn row_values(&self, n: usize) -> String {
        let Some((rows, kept)) = self.rows.as_ref().and_then(|rows| Some((rows, rows.kept.get(n)?))) else {
            return String::new();
        };
        let mut out = String::new();
        for (column, cell) in rows.table.columns.iter().zip(&rows.table.rows[kept.row].cells) {
            let value = cell.as_ref().map(|cell| (&cell.value, &cell.shown));
            out.push_str(&format!("{column:?}={value:?}\n"));
        }
        if rows.uses_loop {
            out.push_str(&format!("loop {n} of {}\n", rows.kept.len()));
        }
        out
    }

    /// The `n`-th plan as if it were written out; `kinds` says which keys it may have. `None` after an error
    /// in `sink`.
    pub fn plan(&self, n: usize, kinds: &Kinds, sink: &mut Sink) -> Option<Spanned<RawPlan>> {
        let tree = self.tree.as_ref()?;
        let names = self.names(n, sink);
        let tree = evaluate::evaluate(tree, &self.compiled, &names, sink)?;
        plan::read(tree, kinds, sink)
    }

    /// The place of the `n`-th row.
    pub fn row_span(&self, n: usize) -> Option<Span> {
        let rows = self.rows.as_ref()?;
        Some(rows.table.rows.get(rows.kept.get(n)?.row)?.span)
    }

    /// The variables of the `n`-th document.
    fn names(&self, n: usize, sink: &mut Sink) -> Names {
        let mut names = Names::default();
        let scope = &mut names.scope;
        if let Some((rows, kept)) = self.rows.as_ref().and_then(|rows| Some((rows, rows.kept.get(n)?))) {
            scope.set(rows.name.clone(), rows.value(kept.row));
            scope.set(SHOWN.to_owned(), rows.shown(kept.row));
            let (index, length) =
                (i64::try_from(n).unwrap_or(0), i64::try_from(rows.kept.len()).unwrap_or(0));
            let place = Data::named([
                ("index", Data::Whole(index + 1)),
                ("index0", Data::Whole(index)),
                ("first", Data::Flag(index == 0)),
                ("last", Data::Flag(index + 1 == length)),
                ("length", Data::Whole(length)),
            ]);
            scope.set("loop".to_owned(), place);
        }
        match self.rows {
            // What fails with a row is told as the rows are settled.
            Some(_) => self.add_constants(&mut names, &mut Sink::default()),
            None => self.add_constants(&mut names, sink),
        }
        names
    }

    /// Constants, by their names and under `vars`; each may use those before it and the row.
    fn add_constants(&self, names: &mut Names, sink: &mut Sink) {
        let mut all = Vec::new();
        for (name, value) in &self.constants {
            let value = evaluate::evaluate(value, &self.compiled, names, sink);
            if value.as_ref().is_some_and(|value| value.value.has_failed()) {
                names.failed.push(name.clone());
            }
            let value =
                value.map_or(Data::Text(String::new()), |value| crate::data::value(&value, &self.sources));
            all.push((name.clone().into(), value.clone()));
            names.scope.set(name.clone(), value);
            names.scope.set("vars".to_owned(), Data::Map(all.clone()));
        }
    }
}
