//! The rows of a table: groups, cells over columns and rows, numbers in order, computed cells.

use super::cells::content;
use super::columns::Columns;
use super::date::positive;
use super::formula::Formulas;
use super::grid::{Cell, Content, Row};
use super::raw::{RawCell, RawRow, RawTable, Slot};
use super::sums::{Wanted, column, sums, wanted};
use crate::decree::roman;
use crate::diag::{Diagnostic, Message, Sink, codes};
use crate::message;
use crate::source::{Span, Spanned};
use crate::text::{Inline, Text, rich, words};
use crate::vietnamese::groups::is_ordinal;

/// Groups stand in groups, but not deeper.
const MAX_DEPTH: usize = 2;

/// Makes the rows of a table.
pub(super) struct Rows<'a> {
    columns: &'a Columns,
    formulas: Option<&'a Formulas<'a>>,
    /// The column that is filled with numbers.
    ordinal: Option<usize>,
    merged: Vec<usize>,
    subtotals: Wanted,
    /// The rows.
    pub rows: Vec<Row>,
    /// What stands in the columns of each single row.
    pub singles: Vec<Vec<Content>>,
    /// Whether all rows fit the columns.
    pub fits: bool,
}

impl<'a> Rows<'a> {
    /// Reads the rows of a table; what does not fit, or names a column that is not there, is reported.
    pub(super) fn read(
        columns: &'a Columns,
        formulas: Option<&'a Formulas<'a>>,
        raw: &RawTable,
        sink: &mut Sink,
    ) -> Self {
        let is_auto = !raw.numbering.is_absent();
        let ordinal = columns.leaves.first().is_some_and(|first| is_ordinal(&first.name));
        if let Some(first) = columns.leaves.first().filter(|_| is_auto && !ordinal) {
            sink.push(no_ordinal(first.span));
        }
        let mut out = Self {
            columns,
            formulas,
            ordinal: (is_auto && ordinal).then_some(0),
            merged: raw.merge.items().filter_map(|name| column(name, columns, sink)).collect(),
            subtotals: wanted(raw.subtotal.items(), columns, sink),
            rows: Vec::new(),
            singles: Vec::new(),
            fits: true,
        };
        out.rows_of(raw.rows.list(), 0, "", sink);
        out
    }

    /// Adds rows that stand in groups of this depth, numbered below a number.
    fn rows_of(&mut self, raw: &[Slot<Spanned<RawRow>>], depth: usize, number: &str, sink: &mut Sink) {
        let (mut groups, mut count) = (0, 0);
        // How many rows more cells cover from above, by column, and where such a cell is written.
        let mut covered: Vec<(usize, Span)> = Vec::new();
        let mut first = self.rows.len();
        for row in raw.iter().flatten() {
            let (cells, bold) = match &row.value {
                RawRow::Cells(cells) => (&**cells, false),
                RawRow::Parts(parts) if !parts.group.is_absent() => {
                    self.end_of_rows(&covered, sink);
                    self.merge(first);
                    covered.clear();
                    groups += 1;
                    let number = match depth {
                        0 => roman(groups),
                        _ => groups.to_string(),
                    };
                    self.group(&parts.group, parts.rows.list(), depth, &number, row.span, sink);
                    if !parts.cells.is_absent() {
                        self.misfit(row.span, message!("nhóm không có cells", "a group has no cells"), sink);
                    }
                    first = self.rows.len();
                    continue;
                }
                RawRow::Parts(parts) => {
                    if parts.cells.is_absent() {
                        let message = message!(
                            "dòng có khóa cần cells, nhóm cần group",
                            "a row with keys needs cells, a group needs group"
                        );
                        self.misfit(row.span, message, sink);
                        continue;
                    }
                    (parts.cells.list(), parts.bold.as_ref().copied().unwrap_or(false))
                }
            };
            count += 1;
            let below = if depth > 1 { format!("{number}.{count}") } else { count.to_string() };
            self.single(cells, row.span, bold, &below, &mut covered, sink);
        }
        self.end_of_rows(&covered, sink);
        self.merge(first);
    }

    /// Adds a group: its title, with its sums, and its rows.
    fn group(
        &mut self,
        title: &Slot<Text>,
        rows: &[Slot<Spanned<RawRow>>],
        depth: usize,
        number: &str,
        at: Span,
        sink: &mut Sink,
    ) {
        if depth >= MAX_DEPTH {
            let message = message!(
                "nhóm lồng quá sâu: nhiều nhất hai bậc",
                "groups are nested too deeply: two levels at most"
            );
            self.misfit(at, message, sink);
        }
        let place = self.rows.len();
        let single = self.singles.len();
        self.rows_of(rows, depth + 1, number, sink);
        if rows.is_empty() {
            self.misfit(at, message!("nhóm không có dòng nào", "the group has no row"), sink);
        }
        let all: Vec<&[Content]> = self.singles[single..].iter().map(Vec::as_slice).collect();
        let count = self.columns.leaves.len();
        let found = match self.fits {
            true => sums(&self.subtotals, &all, count, sink),
            false => vec![None; count],
        };
        let start = usize::from(self.ordinal.is_some());
        let end = found.iter().position(Option::is_some).unwrap_or(count).max(start + 1).min(count);
        let cell =
            |content, column, columns| Cell { content, column, columns, rows: 1, align: None, bold: true };
        let mut cells = Vec::new();
        if self.ordinal.is_some() {
            cells.push(cell(Content::Text(vec![Inline::plain(number)], at), 0, 1));
        }
        if start < count {
            let words = title.as_ref().map(|title| rich(title, sink)).unwrap_or_default();
            cells.push(cell(Content::Text(words, at), start, end - start));
        }
        for (column, sum) in found.iter().enumerate().skip(end) {
            let content = sum.map_or_else(|| Content::Text(Vec::new(), at), Content::Number);
            cells.push(cell(content, column, 1));
        }
        self.rows.insert(place, Row { cells, is_group: true });
    }

    /// Adds a single row.
    fn single(
        &mut self,
        raw: &[Slot<RawCell>],
        at: Span,
        bold: bool,
        number: &str,
        covered: &mut Vec<(usize, Span)>,
        sink: &mut Sink,
    ) {
        let count = self.columns.leaves.len();
        covered.resize(count, (0, at));
        let mut cells: Vec<Cell> = Vec::new();
        let mut values: Vec<Content> = vec![Content::Text(Vec::new(), at); count];
        let mut inputs = raw.iter();
        let (mut column, mut taken, mut wanted) = (0, 0, 0);
        let mut is_short = false;
        while column < count {
            let leaf = &self.columns.leaves[column];
            if covered[column].0 > 0 {
                covered[column].0 -= 1;
                column += 1;
                continue;
            }
            if leaf.is_computed() {
                let content = values[column].clone();
                cells.push(Cell { content, column, columns: 1, rows: 1, align: leaf.align, bold });
                column += 1;
                continue;
            }
            wanted += 1;
            let Some(raw) = inputs.next() else {
                is_short = true;
                column += 1;
                continue;
            };
            taken += 1;
            let (columns, rows) = self.covers(raw, column, count - column, sink);
            let overlaps = covered[column..column + columns].iter().any(|(rest, _)| *rest > 0);
            if overlaps {
                let message =
                    message!("ô này đè lên ô ở dòng trên", "this cell lies over one of an earlier row");
                self.misfit(place(raw, at), message, sink);
            }
            let parts = match raw.as_ref() {
                Some(RawCell::Parts(parts)) => Some(&parts.value),
                _ => None,
            };
            values[column] = content(raw, leaf.format, at, sink);
            if rows > 1 {
                covered[column..column + columns].fill((rows - 1, place(raw, at)));
            }
            cells.push(Cell {
                content: values[column].clone(),
                column,
                columns,
                rows,
                align: parts.and_then(|parts| parts.align.as_ref()).map(|align| align.0).or(leaf.align),
                bold: bold || parts.is_some_and(|parts| parts.bold.as_ref().copied().unwrap_or(false)),
            });
            column += columns;
        }
        let left = inputs.count();
        if is_short || left > 0 {
            self.uneven(taken + left, wanted, count, at, sink);
        } else if let Some(formulas) = self.formulas {
            formulas.fill(&mut values, at, sink);
            let computed = |cell: &&mut Cell| self.columns.leaves[cell.column].is_computed();
            cells.iter_mut().filter(computed).for_each(|cell| cell.content = values[cell.column].clone());
        }
        self.numbered(&mut cells, number, sink);
        self.rows.push(Row { cells, is_group: false });
        self.singles.push(values);
    }

    /// Writes the number of a row into its first cell.
    fn numbered(&mut self, cells: &mut [Cell], number: &str, sink: &mut Sink) {
        let Some(ordinal) = self.ordinal else { return };
        let Some(cell) = cells.first_mut().filter(|cell| cell.column == ordinal) else { return };
        match &cell.content {
            Content::Text(text, at) if words(text).trim().is_empty() => {
                cell.content = Content::Text(vec![Inline::plain(number)], *at);
            }
            Content::Text(_, at) => sink.push(typed_ordinal(*at)),
            // Its place is not kept: that of the column is shown.
            Content::Number(_) => sink.push(typed_ordinal(self.columns.leaves[ordinal].span)),
        }
    }

    /// How many columns and rows a cell covers.
    fn covers(&mut self, raw: &Slot<RawCell>, column: usize, left: usize, sink: &mut Sink) -> (usize, usize) {
        let Some(RawCell::Parts(parts)) = raw.as_ref() else { return (1, 1) };
        let rows = parts.value.rows.as_ref().and_then(|rows| positive(rows, sink)).unwrap_or(1) as usize;
        let columns = match parts.value.span.as_ref() {
            None => 1,
            Some(span) if span.value.trim() == "all" => left,
            Some(span) => match span.value.trim().parse::<usize>() {
                Ok(columns) if (1..=left).contains(&columns) => columns,
                _ => {
                    let from = column + 1;
                    let message = message!(
                        "ô bắt đầu ở cột {from} chiếm được 1 đến {left} cột, hoặc all",
                        "a cell that begins in column {from} covers 1 to {left} columns, or all"
                    );
                    self.misfit(span.span, message, sink);
                    1
                }
            },
        };
        (columns, rows)
    }

    /// Reports cells that cover more rows than there are.
    fn end_of_rows(&mut self, covered: &[(usize, Span)], sink: &mut Sink) {
        let mut told: Vec<Span> = covered.iter().filter(|(rest, _)| *rest > 0).map(|(_, at)| *at).collect();
        told.dedup();
        for at in told {
            let message = message!(
                "ô này chiếm nhiều dòng hơn số dòng còn lại",
                "this cell covers more rows than there are left"
            );
            self.misfit(at, message, sink);
        }
    }

    /// Joins neighbours of the merged columns that say the same, from this row on.
    fn merge(&mut self, first: usize) {
        let Some(rows) = self.rows.get_mut(first..) else { return };
        for column in &self.merged {
            let mut upper: Option<(usize, String)> = None;
            for at in 0..rows.len() {
                let found = rows[at].cells.iter().position(|cell| cell.column == *column);
                let single = found.filter(|n| {
                    let cell = &rows[at].cells[*n];
                    cell.columns == 1 && cell.rows == 1
                });
                let said = single.map(|n| rows[at].cells[n].content.words());
                match (&upper, said.filter(|said| !said.trim().is_empty()), single) {
                    (Some((row, before)), Some(said), Some(n)) if *before == said => {
                        rows[at].cells.remove(n);
                        let row = *row;
                        let cell = rows[row].cells.iter_mut().find(|cell| cell.column == *column);
                        cell.into_iter().for_each(|cell| cell.rows = at - row + 1);
                    }
                    (_, said, _) => upper = said.map(|said| (at, said)),
                }
            }
        }
    }

    fn uneven(&mut self, cells: usize, wanted: usize, count: usize, at: Span, sink: &mut Sink) {
        let (message, help) = match wanted == count {
            true => (
                message!(
                    "dòng này có {cells} ô, bảng có {count} cột",
                    "this row has {cells} cells, the table {count} columns"
                ),
                message!("mỗi cột một ô; ô trống viết \"\"", "one cell a column; an empty cell is \"\""),
            ),
            false => (
                message!(
                    "dòng này có {cells} ô, cần {wanted}",
                    "this row has {cells} cells, {wanted} are needed"
                ),
                message!(
                    "mỗi cột một ô, trừ cột có công thức và chỗ mà ô khác chiếm; ô trống viết \"\"",
                    "one cell a column, but for computed columns and what other cells cover; an empty cell is \"\""
                ),
            ),
        };
        self.fits = false;
        sink.push(codes::TABLE_SHAPE.at(at, message).help(help));
    }

    fn misfit(&mut self, at: Span, message: Message, sink: &mut Sink) {
        self.fits = false;
        sink.push(codes::TABLE_SHAPE.at(at, message));
    }
}

fn place(raw: &Slot<RawCell>, row: Span) -> Span {
    match raw.as_ref() {
        Some(RawCell::Text(text) | RawCell::Number(text)) => text.span,
        Some(RawCell::Parts(parts)) => parts.span,
        Some(RawCell::Empty) | None => row,
    }
}

fn no_ordinal(at: Span) -> Diagnostic {
    let message = message!(
        "numbering: auto cần cột đầu là TT hoặc STT",
        "numbering: auto needs a first column TT or STT"
    );
    let help = message!("thêm cột TT vào đầu columns", "add a column TT before the others");
    codes::TABLE_SHAPE.at(at, message).help(help)
}

fn typed_ordinal(at: Span) -> Diagnostic {
    codes::TABLE_SHAPE
        .at(
            at,
            message!(
                "numbering: auto tự ghi số thứ tự, ô này phải để trống",
                "numbering: auto writes the number: this cell stays empty"
            ),
        )
        .help(message!("viết \"\" ở cột TT", "write \"\" in the column TT"))
}
