//! The columns of a table: the leaves, and the rows of the head above them.

use super::checks::required;
use super::choice::{Align, CellFormat};
use super::raw::{RawColumn, Slot};
use crate::diag::{Diagnostic, Sink, codes};
use crate::message;
use crate::source::Span;
use crate::text::{RichText, Text, rich, unmarked};
use crate::vietnamese::slug;

/// The head has so many rows at most.
const MAX_HEAD: usize = 3;

/// A column without columns below it.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its title, without marks.
    pub name: String,
    /// What it is called in formulas: so_luong.
    pub key: String,
    /// Relative width, where the column gives one.
    pub width: Option<f64>,
    /// How its cells are set, where not by what stands in them.
    pub align: Option<Align>,
    /// How its cells print, where not as numbers print.
    pub format: Option<CellFormat>,
    /// How its cells are computed.
    pub formula: Option<Text>,
    /// Where it is written.
    pub span: Span,
}

/// A cell of the head.
#[derive(Clone, Debug)]
pub struct HeadCell {
    /// The title.
    pub title: RichText,
    /// How many columns it covers.
    pub columns: usize,
    /// How many rows of the head it covers.
    pub rows: usize,
}

/// The columns of a table.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// The leaves, from left to right.
    pub leaves: Vec<Column>,
    /// The rows of the head, from above; cells that one above covers are left out.
    pub head: Vec<Vec<HeadCell>>,
}

impl Column {
    /// Whether its cells are computed.
    pub(super) fn is_computed(&self) -> bool {
        self.formula.is_some()
    }
}

impl Columns {
    /// The column that a title or a name of formulas calls; none where there is none, or two.
    pub(super) fn by_name(&self, name: &str) -> Option<usize> {
        let only = |is: &dyn Fn(&Column) -> bool| {
            let mut found = self.leaves.iter().enumerate().filter(|(_, one)| is(one)).map(|(at, _)| at);
            found.next().filter(|_| found.next().is_none())
        };
        only(&|one| one.name == name).or_else(|| only(&|one| one.key == name))
    }
}

/// Reads the columns; `None` after an error that leaves nothing to hold rows against.
pub(super) fn columns(raw: &[Slot<RawColumn>], at: Span, sink: &mut Sink) -> Option<Columns> {
    let depth = depth(raw);
    if depth > MAX_HEAD {
        sink.push(codes::TABLE_SHAPE.at(
            at,
            message!("đầu bảng có {depth} dòng, nhiều nhất ba", "the head has {depth} rows, at most three"),
        ));
        return None;
    }
    let out = Columns { leaves: Vec::new(), head: vec![Vec::new(); depth] };
    let mut tree = Tree { whole: at, depth, out, uppers: Vec::new() };
    let is_read = tree.add(raw, 0, None, sink);
    let Tree { mut out, uppers, .. } = tree;
    // Where two leaves are called alike, each has the title above it before its own.
    let keys: Vec<String> = out.leaves.iter().map(|leaf| slug(&leaf.name, '_')).collect();
    for (at, leaf) in out.leaves.iter_mut().enumerate() {
        let is_double = keys.iter().filter(|key| **key == keys[at]).count() > 1;
        leaf.key = match uppers[at].as_ref().filter(|_| is_double) {
            Some(upper) => format!("{}_{}", slug(upper, '_'), keys[at]),
            None => keys[at].clone(),
        };
    }
    is_read.then_some(out)
}

/// How many rows the head of these columns has.
fn depth(raw: &[Slot<RawColumn>]) -> usize {
    let below = |column: &RawColumn| match column {
        RawColumn::Parts(parts) if !parts.value.columns.is_absent() => depth(parts.value.columns.list()),
        _ => 0,
    };
    1 + raw.iter().flatten().map(below).max().unwrap_or(0)
}

/// The columns as they are read.
struct Tree {
    /// The table.
    whole: Span,
    /// How many rows the head has.
    depth: usize,
    out: Columns,
    /// The title above each leaf.
    uppers: Vec<Option<String>>,
}

impl Tree {
    /// Adds columns whose titles stand in the row `row` of the head, below the title `upper`. Whether all of them
    /// could be read.
    fn add(&mut self, raw: &[Slot<RawColumn>], row: usize, upper: Option<&str>, sink: &mut Sink) -> bool {
        let mut is_read = true;
        for column in raw {
            let (title, parts) = match column.as_ref() {
                Some(RawColumn::Title(title)) => (Some(title), None),
                Some(RawColumn::Parts(parts)) => {
                    (required(&parts.value.title, "title", parts.span, sink), Some(parts))
                }
                None => (None, None),
            };
            is_read &= title.is_some();
            let name = title.map(|title| unmarked(title, sink)).unwrap_or_default();
            let words = title.map(|title| rich(title, sink)).unwrap_or_default();
            let first = self.out.leaves.len();
            let at = self.out.head[row].len();
            self.out.head[row].push(HeadCell { title: words, columns: 1, rows: 1 });
            match parts.filter(|parts| !parts.value.columns.is_absent()) {
                Some(parts) => {
                    let below = parts.value.columns.list();
                    is_read &= !below.is_empty() && self.add(below, row + 1, Some(&name), sink);
                    if below.is_empty() {
                        let message =
                            message!("không có cột nào dưới cột này", "there is no column below this one");
                        sink.push(codes::TABLE_SHAPE.at(parts.span, message));
                    }
                    self.out.head[row][at].columns = (self.out.leaves.len() - first).max(1);
                }
                None => {
                    self.out.head[row][at].rows = self.depth - row;
                    let raw = parts.map(|parts| &parts.value);
                    self.out.leaves.push(Column {
                        name,
                        key: String::new(),
                        width: raw.and_then(|raw| width(&raw.width, sink)),
                        align: raw.and_then(|raw| raw.align.as_ref()).map(|align| align.0),
                        format: raw.and_then(|raw| raw.format.as_ref()).copied(),
                        formula: raw.and_then(|raw| raw.formula.as_ref()).cloned(),
                        span: title
                            .map_or_else(|| parts.map_or(self.whole, |parts| parts.span), |one| one.span),
                    });
                    self.uppers.push(upper.map(str::to_owned));
                }
            }
        }
        is_read
    }
}

fn width(width: &Slot<crate::source::Spanned<f64>>, sink: &mut Sink) -> Option<f64> {
    let width = width.as_ref()?;
    if width.value <= 0.0 {
        sink.push(no_width(width.span));
        return None;
    }
    Some(width.value)
}

/// A width that leaves no room.
pub(super) fn no_width(at: Span) -> Diagnostic {
    codes::TABLE_SHAPE.at(at, message!("độ rộng phải lớn hơn 0", "a width is above 0"))
}
