//! Tables: their head, their rows and their cells by role.

use super::bold;
use super::widths::{resize, widths};
use crate::diag::{Diagnostic, Sink, codes};
use crate::document::{self, Layout, Page, Paragraph, Role, Row, Table, TableCell};
use crate::message;
use crate::plan::{self, Cell, CellFormat, Content};
use crate::source::Span;
use crate::text::{Inline, RichText, words};
use crate::vietnamese::groups::{RowLabel, is_ordinal};

/// What a wording says in tables.
pub(super) struct TableWords<'a> {
    /// First cell of the row of sums.
    pub total: &'a str,
    /// Before a sum in words.
    pub in_words: &'a str,
}

/// Builds a table as wide as the text.
pub(super) fn table(
    plan: &plan::Table,
    said: &TableWords,
    layout: &Layout,
    page: &Page,
    sink: &mut Sink,
) -> Table {
    let span = Some(plan.span);
    let mut head = head(plan);
    let leaves = &plan.columns.leaves;
    let ordinal = leaves.iter().position(|leaf| is_ordinal(&leaf.name));
    let mut rows: Vec<Row> = plan
        .rows
        .iter()
        .map(|row| Row { cells: row.cells.iter().map(|one| cell(one, plan, ordinal, layout)).collect() })
        .collect();
    head.iter_mut().for_each(Row::keep);
    titles(&rows).into_iter().for_each(|at| rows[at].keep());
    let last = rows.len().saturating_sub(1);
    let groups = rows.iter_mut().zip(&plan.rows).take(last).filter(|(_, row)| row.is_group);
    groups.for_each(|(row, _)| row.keep());
    rows.extend(plan.total.as_ref().map(|sums| total_row(sums, said.total, plan)));
    if let Some(size) = plan.text_size {
        resize(&mut head, &mut rows, size);
    }
    let has_size = plan.text_size.is_some();
    let given = plan.widths.as_deref();
    let (widths, narrow) =
        widths(&mut head, &mut rows, leaves.len(), given, has_size, layout, page.text_width());
    if let Some(at) = narrow {
        sink.push(too_narrow(&leaves[at].name, given.is_some(), plan.span));
    }
    let above = [(Role::Caption, &plan.caption), (Role::TableUnit, &plan.unit)];
    let above = above.into_iter().filter_map(|(role, text)| Some(Paragraph::new(role, text.clone()?, span)));
    let below = plan.in_words.as_ref().map(|read_out| {
        let text = format!("({}: {read_out})", said.in_words);
        Paragraph::new(Role::TableInWords, vec![Inline::plain(text)], span)
    });
    Table {
        above: above.collect(),
        widths,
        head,
        rows,
        below: below.into_iter().collect(),
        borders: plan.borders,
    }
}

/// The rows of the head, with that of the column numbers.
fn head(plan: &plan::Table) -> Vec<Row> {
    let span = Some(plan.span);
    let cell = |text: RichText| TableCell::single(Paragraph::new(Role::TableHead, text, span));
    let mut out: Vec<Row> = plan
        .columns
        .head
        .iter()
        .map(|row| {
            let cells = row.iter().map(|one| TableCell {
                columns: one.columns,
                rows: one.rows,
                ..cell(one.title.clone())
            });
            Row { cells: cells.collect() }
        })
        .collect();
    if plan.column_numbers {
        let numbers = 1..=plan.columns.leaves.len();
        out.push(Row { cells: numbers.map(|n| cell(vec![Inline::plain(format!("({n})"))])).collect() });
    }
    out
}

fn cell(one: &Cell, plan: &plan::Table, ordinal: Option<usize>, layout: &Layout) -> TableCell {
    let is_ordinal = ordinal == Some(one.column) && one.columns == 1;
    let (role, text) = match &one.content {
        Content::Text(text, _) => (Role::TableText, text.clone()),
        Content::Number(number) => {
            let format = plan.columns.leaves[one.column].format;
            (Role::TableNumber, vec![Inline::plain(CellFormat::printed(format, *number))])
        }
    };
    let role = if is_ordinal { Role::TableOrdinal } else { role };
    let text = if one.bold { bold(&text) } else { text };
    let align = one.align.map(document::Align::from).filter(|align| *align != layout.style(role).align);
    let paragraph = Paragraph { align, ..Paragraph::new(role, text, Some(plan.span)) };
    TableCell { columns: one.columns, rows: one.rows, ..TableCell::single(paragraph) }
}

/// The rows that stand as titles above others: groups with rows of their own, and bold rows above others.
fn titles(rows: &[Row]) -> Vec<usize> {
    let label = |row: &Row| RowLabel::of(row.cells.iter().map(|cell| words(&cell.paragraphs[0].text)));
    let is_bold = |row: &Row| {
        let mut texts =
            row.cells.iter().flat_map(|cell| &cell.paragraphs).flat_map(|one| &one.text).peekable();
        texts.peek().is_some()
            && texts.all(|one| match one {
                Inline::Text { text, bold, .. } => *bold || text.trim().is_empty(),
                _ => true,
            })
    };
    let mut out: Vec<usize> = Vec::new();
    // From below: what stands above a title is one, too.
    for at in (0..rows.len().saturating_sub(1)).rev() {
        let (row, next) = (&rows[at], &rows[at + 1]);
        let is_title = match (label(row), label(next)) {
            (RowLabel::Sum, _) => false,
            (RowLabel::Marked(depth), RowLabel::Marked(below)) if below > depth => true,
            (RowLabel::Marked(0), RowLabel::Plain) => true,
            _ => is_bold(row) && (!is_bold(next) || out.last() == Some(&(at + 1))),
        };
        if is_title {
            out.push(at);
        }
    }
    out
}

/// The row of sums: its label covers the columns before the first sum.
fn total_row(sums: &[Option<crate::vietnamese::Decimal>], label: &str, plan: &plan::Table) -> Row {
    let span = Some(plan.span);
    let first = sums.iter().position(Option::is_some).unwrap_or(sums.len());
    let mut cells = Vec::new();
    if first > 0 {
        let paragraph = Paragraph::new(Role::TotalText, vec![Inline::plain(label)], span);
        cells.push(TableCell { columns: first, ..TableCell::single(paragraph) });
    }
    for (sum, leaf) in sums.iter().zip(&plan.columns.leaves).skip(first) {
        let printed = sum.map(|sum| vec![Inline::plain(CellFormat::printed(leaf.format, sum))]);
        let text = printed.unwrap_or_default();
        cells.push(TableCell::single(Paragraph::new(Role::TotalNumber, text, span)));
    }
    Row { cells }
}

/// A column in which words or numbers are cut.
fn too_narrow(name: &str, is_given: bool, span: Span) -> Diagnostic {
    let finding = codes::TABLE_NARROW.at(
        span,
        message!(
            "cột \"{name}\" hẹp hơn chữ hoặc số dài nhất trong cột, nên chữ bị cắt",
            "the column \"{name}\" is narrower than its longest word or number, which is cut"
        ),
    );
    finding.help(match is_given {
        true => message!(
            "tăng số của cột này trong `widths`, hoặc bỏ `widths`",
            "give this column more in `widths`, or leave `widths` out"
        ),
        false => message!(
            "bớt cột, rút gọn chữ trong ô, hoặc chuyển bảng sang phụ lục có `landscape: true`",
            "have fewer columns or shorter words, or move the table to an appendix with `landscape: true`"
        ),
    })
}
