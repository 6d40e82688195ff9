//! Tables (bảng).

use super::checks::{empty_part, required};
use super::columns::{Columns, columns, no_width};
use super::formula::Formulas;
use super::grid::Row;
use super::raw::{RawTable, Slot};
use super::rows::Rows;
use super::sums::{column, in_words, sums, wanted};
use crate::decree::sizes;
use crate::diag::{Sink, codes};
use crate::length::Length;
use crate::message;
use crate::source::{Span, Spanned};
use crate::text::{RichText, rich, unmarked};
use crate::vietnamese::Decimal;

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Tên bảng.
    pub caption: Option<RichText>,
    /// What its numbers count in.
    pub unit: Option<RichText>,
    /// Its columns and its head.
    pub columns: Columns,
    /// Whether a row of column numbers stands below the head.
    pub column_numbers: bool,
    /// Relative widths, one a column, if the plan gives them.
    pub widths: Option<Vec<f64>>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The sums of the row "Tổng cộng": one entry a column, `None` where there is none.
    pub total: Option<Vec<Option<Decimal>>>,
    /// A sum in words.
    pub in_words: Option<String>,
    /// Cỡ chữ.
    pub text_size: Option<Length>,
    /// Whether lines are drawn.
    pub borders: bool,
    /// Where it is written.
    pub span: Span,
}

/// Reads a table. `None` after an error.
pub(super) fn table(raw: &Spanned<RawTable>, sink: &mut Sink) -> Option<Table> {
    let RawTable { caption, unit, widths, text_size, borders, column_numbers, .. } = &raw.value;
    let written = required(&raw.value.columns, "columns", raw.span, sink)?;
    let rows = required(&raw.value.rows, "rows", raw.span, sink)?;
    if written.is_empty() {
        sink.push(
            codes::TABLE_SHAPE.at(raw.span, message!("bảng không có cột nào", "the table has no column")),
        );
        return None;
    }
    if rows.is_empty() {
        sink.push(empty_part(raw.span, message!("bảng không có dòng nào", "the table has no row")));
    }
    let columns = columns(written, raw.span, sink)?;
    let count = columns.leaves.len();
    let widths = match widths.as_ref() {
        Some(widths) => column_widths(widths, count, raw.span, sink),
        None if columns.leaves.iter().any(|leaf| leaf.width.is_some()) => {
            Some(columns.leaves.iter().map(|leaf| leaf.width.unwrap_or(1.0)).collect())
        }
        None => None,
    };
    let formulas = Formulas::new(&columns, sink);
    let Rows { rows, singles, fits, .. } = Rows::read(&columns, formulas.as_ref(), &raw.value, sink);
    let singles: Vec<&[_]> = singles.iter().map(Vec::as_slice).collect();
    let is_whole = fits && formulas.is_some();
    let summed = raw.value.total.as_ref().map(|names| wanted(names.iter().flatten(), &columns, sink));
    let total = summed.filter(|_| is_whole).map(|wanted| self::sums(&wanted, &singles, count, sink));
    let unit_words = unit.as_ref().map(|unit| unmarked(unit, sink)).unwrap_or_default();
    let read_out = raw.value.in_words.as_ref().and_then(|name| {
        let column = column(name, &columns, sink).filter(|_| is_whole)?;
        let sum = total.as_ref().and_then(|sums| sums[column]);
        let sum = sum.or_else(|| self::sums(&[(column, name.span)], &singles, count, sink)[column]);
        in_words(sum?, &unit_words, name.span, sink)
    });
    let text_size = text_size.as_ref().and_then(|size| self::text_size(size, sink));
    is_whole.then_some(())?;
    Some(Table {
        caption: caption.as_ref().map(|caption| rich(caption, sink)),
        unit: unit.as_ref().map(|unit| rich(unit, sink)),
        columns,
        column_numbers: column_numbers.as_ref().copied().unwrap_or(false),
        widths,
        rows,
        total,
        in_words: read_out,
        text_size,
        borders: borders.as_ref().copied().unwrap_or(true),
        span: raw.span,
    })
}

fn text_size(size: &Spanned<f64>, sink: &mut Sink) -> Option<Length> {
    let (min, max) = (sizes::TABLE_SIZE_MIN, sizes::TABLE_SIZE_MAX);
    let length = Length::from_pt(size.value);
    let is_half = (size.value * 2.0).fract() == 0.0;
    if length >= min && length <= max && is_half {
        return Some(length);
    }
    let (min, max) = (min.to_pt(), max.to_pt());
    sink.push(
        codes::TABLE_SHAPE
            .at(size.span, message!("cỡ chữ trong bảng ngoài giới hạn", "a size of letters out of bounds"))
            .help(message!("cho phép: từ {min} đến {max} pt", "allowed: from {min} to {max} pt")),
    );
    None
}

fn column_widths(widths: &[Slot<Spanned<f64>>], count: usize, at: Span, sink: &mut Sink) -> Option<Vec<f64>> {
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
        sink.push(no_width(bad.span));
        return None;
    }
    widths.iter().map(|width| width.as_ref().map(|width| width.value)).collect()
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
