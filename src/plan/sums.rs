//! Sums of the columns of a table, and the sum in words.

use super::columns::Columns;
use super::grid::Content;
use crate::diag::{Sink, codes};
use crate::message;
use crate::source::Span;
use crate::text::{Text, unmarked, words};
use crate::vietnamese::{Decimal, groups, number_in_words};

/// Columns that are added, each with the place that asks for it.
pub(super) type Wanted = Vec<(usize, Span)>;

/// The columns that names call; one that is not there is reported.
pub(super) fn wanted<'a>(
    names: impl Iterator<Item = &'a Text>,
    columns: &Columns,
    sink: &mut Sink,
) -> Wanted {
    names.filter_map(|name| Some((column(name, columns, sink)?, name.span))).collect()
}

/// The column that a name calls; one that is not there is reported.
pub(super) fn column(name: &Text, columns: &Columns, sink: &mut Sink) -> Option<usize> {
    let found = columns.by_name(&unmarked(name, sink));
    if found.is_none() {
        let all: Vec<&str> = columns.leaves.iter().map(|column| column.name.as_str()).collect();
        let (name_, all) = (&name.value, all.join(", "));
        sink.push(
            codes::TABLE_TOTAL
                .at(
                    name.span,
                    message!("bảng không có cột \"{name_}\"", "the table has no column \"{name_}\""),
                )
                .help(message!("các cột: {all}", "columns: {all}")),
        );
    }
    found
}

/// The sums of rows, one entry a column, `None` where there is none. What cannot be added is reported.
pub(super) fn sums(
    wanted: &[(usize, Span)],
    rows: &[&[Content]],
    count: usize,
    sink: &mut Sink,
) -> Vec<Option<Decimal>> {
    let labels: Vec<groups::RowLabel> =
        rows.iter().map(|row| groups::RowLabel::of(row.iter().map(Content::words))).collect();
    let mut out = vec![None; count];
    for (column, asked) in wanted {
        let is_number = |cell: &Content| match cell {
            Content::Number(_) => true,
            Content::Text(text, _) => typed_amount(&words(text)).is_some(),
        };
        let numbers: Vec<bool> = rows.iter().map(|row| is_number(&row[*column])).collect();
        let counted = groups::counted(&labels, &numbers);
        let mut sum = Decimal::ZERO;
        for (row, counted) in rows.iter().zip(counted) {
            match &row[*column] {
                // Sums of groups and of parts are in the rows that they are made of.
                _ if !counted => {}
                Content::Number(number) => sum = sum.plus(*number),
                Content::Text(text, _) if says_nothing(&words(text)) => {}
                Content::Text(text, span) => match typed_amount(&words(text)) {
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
                            .label(*asked, message!("cột được cộng ở đây", "the column is added here")),
                    ),
                },
            }
        }
        out[*column] = Some(sum);
    }
    out
}

/// Whether a cell of a column of numbers is empty, or has the dash that stands for nothing.
pub(super) fn says_nothing(words: &str) -> bool {
    ["", "-", "–", "—"].contains(&words.trim())
}

/// An amount that prints as it is typed and counts as what it says: "20.000.000 đ". Shares do not add up.
fn typed_amount(words: &str) -> Option<Decimal> {
    Decimal::counted(words).filter(|_| !words.contains('%'))
}

/// A sum read out in đồng, by the unit of the table. `None`: the unit names no money, which is reported.
pub(super) fn in_words(sum: Decimal, unit: &str, at: Span, sink: &mut Sink) -> Option<String> {
    let small = unit.to_lowercase();
    let scales = [
        (9, ["tỷ đồng", "tỉ đồng"]),
        (6, ["triệu đồng", "1.000.000 đồng"]),
        (3, ["nghìn đồng", "ngàn đồng"]),
        (3, ["1.000 đồng", "1000 đồng"]),
        (0, ["đồng", "vnđ"]),
    ];
    let scale = scales.iter().find(|(_, words)| words.iter().any(|word| small.contains(word)));
    let Some((places, _)) = scale else {
        sink.push(
            codes::TABLE_TOTAL
                .at(
                    at,
                    message!(
                        "không rõ số tiền tính bằng gì để viết bằng chữ",
                        "the amount cannot be read out: its unit is not known"
                    ),
                )
                .help(message!(
                    "thêm vào bảng: unit: \"Đơn vị tính: triệu đồng\" (đồng, nghìn đồng, tỷ đồng)",
                    "add to the table: unit: \"Đơn vị tính: triệu đồng\" (đồng, nghìn đồng, tỷ đồng)"
                )),
        );
        return None;
    };
    let amount = sum.shifted(*places).trimmed();
    let words = number_in_words(&amount.plain())?;
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    Some(format!("{first}{} đồng", letters.as_str()))
}
