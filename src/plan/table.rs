//! Tables (bảng).

use super::checks::{empty_part, required};
use super::raw::{self, List, RawTable, Slot};
use crate::diag::{Sink, codes};
use crate::message;
use crate::source::{Span, Spanned};
use crate::text::Text;
use crate::text::{RichText, words};
use crate::text::{rich, unmarked};
use crate::vietnamese::Decimal;
use crate::vietnamese::groups;

/// A table: as many cells in each row as there are columns.
#[derive(Clone, Debug)]
pub struct Table {
    /// Tên bảng.
    pub caption: Option<RichText>,
    /// Head row.
    pub columns: Vec<RichText>,
    /// Relative widths, one a column, if the plan gives them.
    pub widths: Option<Vec<f64>>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// The sums of the row "Tổng cộng": one entry a column, `None` where there is none.
    pub total: Option<Vec<Option<Decimal>>>,
    /// Where it is written.
    pub span: Span,
}

/// A cell.
#[derive(Clone, Debug)]
pub enum Cell {
    /// Words.
    Text(RichText, Span),
    /// A number.
    Number(Decimal),
}

/// Reads a table.
pub(super) fn table(raw: &Spanned<RawTable>, sink: &mut Sink) -> Option<Table> {
    let RawTable { columns, rows, widths, caption, total } = &raw.value;
    let columns = required(columns, "columns", raw.span, sink)?;
    let rows = required(rows, "rows", raw.span, sink)?;
    let count = columns.len();
    if count == 0 {
        sink.push(
            codes::TABLE_SHAPE.at(raw.span, message!("bảng không có cột nào", "the table has no column")),
        );
        return None;
    }
    let mut fits = true;
    for row in rows.iter().flatten().filter(|row| row.value.len() != count) {
        let cells = row.value.len();
        fits = false;
        sink.push(
            codes::TABLE_SHAPE
                .at(
                    row.span,
                    message!(
                        "dòng này có {cells} ô, bảng có {count} cột",
                        "this row has {cells} cells, the table {count} columns"
                    ),
                )
                .help(message!(
                    "mỗi cột một ô; ô trống viết \"\"",
                    "one cell a column; an empty cell is \"\""
                )),
        );
    }
    if rows.is_empty() {
        sink.push(empty_part(raw.span, message!("bảng không có dòng nào", "the table has no row")));
    }
    let widths = widths.as_ref().and_then(|widths| column_widths(widths, count, raw.span, sink));
    let mut cells = |row: &Spanned<List<raw::RawCell>>| -> Vec<Cell> {
        row.value.iter().map(|one| cell(one, row.span, sink)).collect()
    };
    let rows: Vec<Vec<Cell>> = rows.iter().flatten().map(&mut cells).collect();
    let names: Vec<String> = columns
        .iter()
        .map(|name| name.as_ref().map(|name| unmarked(name, sink)).unwrap_or_default())
        .collect();
    let total = match (total.as_ref(), fits && !columns.iter().any(Slot::is_unreadable)) {
        (Some(wanted), true) => Some(totals(wanted, &names, &rows, sink)),
        _ => None,
    };
    fits.then_some(Table {
        caption: caption.as_ref().map(|caption| rich(caption, sink)),
        columns: columns
            .iter()
            .map(|name| name.as_ref().map(|name| rich(name, sink)).unwrap_or_default())
            .collect(),
        widths,
        rows,
        total,
        span: raw.span,
    })
}

fn column_widths(widths: &List<Spanned<f64>>, count: usize, at: Span, sink: &mut Sink) -> Option<Vec<f64>> {
    if widths.len() != count {
        let given = widths.len();
        sink.push(codes::TABLE_SHAPE.at(
            widths.iter().flatten().next().map_or(at, |width| width.span),
            message!(
                "widths có {given} số, bảng có {count} cột",
                "widths has {given} numbers, the table {count} columns"
            ),
        ));
        return None;
    }
    if let Some(bad) = widths.iter().flatten().find(|width| width.value <= 0.0) {
        sink.push(codes::TABLE_SHAPE.at(bad.span, message!("độ rộng phải lớn hơn 0", "a width is above 0")));
        return None;
    }
    widths.iter().map(|width| width.as_ref().map(|width| width.value)).collect()
}

fn cell(raw: &Slot<raw::RawCell>, at: Span, sink: &mut Sink) -> Cell {
    let Some(raw) = raw.as_ref() else { return Cell::Text(Vec::new(), at) };
    match raw {
        raw::RawCell::Empty => Cell::Text(Vec::new(), at),
        raw::RawCell::Text(text) => match amount(text, sink) {
            Some(number) => Cell::Number(number),
            None => Cell::Text(rich(text, sink), text.span),
        },
        raw::RawCell::Number(text) => match amount(text, sink).or_else(|| Decimal::parse(&text.value)) {
            Some(number) => Cell::Number(number),
            None => {
                sink.push(
                    codes::NUMBER_FORM
                        .at(text.span, message!("không đọc được số này", "this number cannot be read"))
                        .help(message!(
                            "viết như 1234567.5, hoặc đặt trong dấu nháy để in nguyên văn",
                            "write it as 1234567.5, or in quotes to print it as it is"
                        )),
                );
                Cell::Number(Decimal::ZERO)
            }
        },
    }
}

/// An amount in Vietnamese grouping, quoted or not. One that may be meant as a fraction is told.
fn amount(text: &Text, sink: &mut Sink) -> Option<Decimal> {
    let written = text.value.trim();
    let (number, may_be_fraction) = Decimal::grouped(written)?;
    if may_be_fraction {
        let (digits, fraction) = (written.replace('.', ""), written.replace('.', ","));
        sink.push(
            codes::AMOUNT_GROUPING
                .at(
                    text.span,
                    message!(
                        "{written} được đọc là {digits}, dấu chấm ngăn hàng nghìn",
                        "{written} is read as {digits}: the point parts the thousands"
                    ),
                )
                .help(message!(
                    "đúng ý thì viết {digits}; nếu là số thập phân, viết \"{fraction}\"",
                    "if that is meant, write {digits}; for a fraction, write \"{fraction}\""
                )),
        );
    }
    Some(number)
}

fn totals(
    wanted: &List<Text>,
    names: &[String],
    rows: &[Vec<Cell>],
    sink: &mut Sink,
) -> Vec<Option<Decimal>> {
    let mut out = vec![None; names.len()];
    let labels: Vec<groups::RowLabel> = rows
        .iter()
        .map(|row| {
            groups::RowLabel::of(row.iter().map(|cell| match cell {
                Cell::Text(text, _) => words(text),
                Cell::Number(number) => number.to_string(),
            }))
        })
        .collect();
    for name in wanted.iter().flatten() {
        let Some(column) = names.iter().position(|one| *one == unmarked(name, sink)) else {
            let (name_, all) = (&name.value, names.join(", "));
            sink.push(
                codes::TABLE_TOTAL
                    .at(
                        name.span,
                        message!("bảng không có cột \"{name_}\"", "the table has no column \"{name_}\""),
                    )
                    .help(message!("các cột: {all}", "columns: {all}")),
            );
            continue;
        };
        let is_number = |cell: &Cell| match cell {
            Cell::Number(_) => true,
            Cell::Text(text, _) => typed_amount(&words(text)).is_some(),
        };
        let numbers: Vec<bool> = rows.iter().map(|row| is_number(&row[column])).collect();
        let counted = groups::counted(&labels, &numbers);
        let mut sum = Decimal::ZERO;
        for (row, counted) in rows.iter().zip(counted) {
            match &row[column] {
                // Sums of groups and of parts are in the rows that they are made of.
                _ if !counted => {}
                Cell::Number(number) => sum = sum.plus(*number),
                Cell::Text(text, _) if says_nothing(&words(text)) => {}
                Cell::Text(text, span) => match typed_amount(&words(text)) {
                    Some(amount) => sum = sum.plus(amount),
                    None => sink.push(
                        codes::TABLE_TOTAL
                            .at(
                                *span,
                                message!(
                                    "ô này không phải số nên không cộng được",
                                    "this cell is no number and cannot be added"
                                ),
                            )
                            .label(name.span, message!("cột được cộng ở đây", "the column is added here")),
                    ),
                },
            }
        }
        out[column] = Some(sum);
    }
    out
}

/// Whether a cell of a column of numbers is empty, or has the dash that stands for nothing.
fn says_nothing(words: &str) -> bool {
    ["", "-", "–", "—"].contains(&words.trim())
}

/// An amount that prints as it is typed and counts as what it says: "20.000.000 đ". Shares do not add up.
fn typed_amount(words: &str) -> Option<Decimal> {
    Decimal::counted(words).filter(|_| !words.contains('%'))
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn numbers_are_written_the_vietnamese_way() {
        let show = |text| Decimal::parse(text).map(|number| number.to_string());
        assert_eq!(show("1234567.5").as_deref(), Some("1.234.567,5"));
        assert_eq!(show("-950").as_deref(), Some("-950"));
        assert_eq!(show("0.05").as_deref(), Some("0,05"));
        assert_eq!(show("1000").as_deref(), Some("1.000"));
        assert_eq!(show("1e5"), None);
        assert_eq!(show("0x10"), None);
    }

    #[test]
    fn sums_are_exact() {
        let sum = ["0.1", "0.2", "10"]
            .iter()
            .filter_map(|text| Decimal::parse(text))
            .fold(Decimal::ZERO, Decimal::plus);
        assert_eq!(sum.to_string(), "10,3");
    }
}
