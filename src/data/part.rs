//! Which part of a sheet is the table, and what its places are called: row 3, A5:F82, "ô D12".

use std::ops::RangeInclusive;

use super::split_sheet;
use crate::source::{SourceMap, Span, Spanned};

/// The last row and column of a sheet, from 1: XFD1048576.
pub(super) const LAST: (usize, usize) = (1_048_576, 16_384);

/// The part of a sheet that holds the table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Part {
    /// The row of the head, from 1, empty rows counted.
    pub header_row: Option<Spanned<usize>>,
    /// The cells of the table, its head among them.
    pub range: Option<Spanned<Cells>>,
    /// Whether rows that the sheet hides are rows as any other.
    pub with_hidden: bool,
}

/// Some cells of a sheet, rows and columns from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cells {
    /// Their rows.
    pub rows: RangeInclusive<usize>,
    /// Their columns.
    pub columns: RangeInclusive<usize>,
}

impl Part {
    /// Whether nothing of this is said.
    pub(crate) fn is_whole(&self) -> bool {
        self.header_row.is_none() && self.range.is_none() && !self.with_hidden
    }
}

impl Cells {
    /// Reads "A5:F82", "$A$5:$F$82" too. `None`: it is none, or ends before it begins.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (first, last) = text.trim().split_once(':')?;
        let ((top, left), (bottom, right)) = (cell(first)?, cell(last)?);
        (top <= bottom && left <= right).then_some(Self { rows: top..=bottom, columns: left..=right })
    }
}

/// The row and the column of "D12", both from 1; none that no sheet has.
pub(super) fn cell(text: &str) -> Option<(usize, usize)> {
    let text = text.trim().replace('$', "");
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = text.split_at(digits);
    if letters.is_empty() || letters.len() > 3 || row.len() > 7 || !row.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let column = letters.chars().try_fold(0, |column, letter| {
        let letter = letter.to_ascii_uppercase();
        letter.is_ascii_uppercase().then(|| column * 26 + (letter as usize - 'A' as usize) + 1)
    })?;
    let row: usize = row.parse().ok()?;
    (row > 0 && row <= LAST.0 && column <= LAST.1).then_some((row, column))
}

/// "A", "B", … "Z", "AA": a column, from 1.
pub(super) fn letters(column: usize) -> String {
    let at = column.saturating_sub(1);
    let last = char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    if at < 26 { last.to_string() } else { format!("{}{last}", letters(at / 26)) }
}

/// The cell of a sheet that a place begins in: "D12". None where the place is not in a sheet.
pub(crate) fn place(sources: &SourceMap, span: Span) -> Option<String> {
    let source = sources.get(span.source);
    split_sheet(&source.name).1?;
    let row = sources.position(span).line;
    let start = source.text.get(..span.start)?.rfind('\n').map_or(0, |at| at + 1);
    let column = source.text.get(start..span.start)?.matches('\t').count() + 1;
    Some(format!("{}{row}", letters(column)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_and_named() {
        assert_eq!(cell("D12"), Some((12, 4)));
        assert_eq!(cell("$aa$1"), Some((1, 27)));
        assert_eq!(cell("XFD1048576"), Some(LAST));
        for bad in ["", "D", "12", "D0", "XFE1", "A1048577", "AAAA1", "A1A", "Đ1", "A99999999999"] {
            assert_eq!(cell(bad), None, "{bad}");
        }
        assert_eq!([1, 26, 27, 52, 703].map(letters), ["A", "Z", "AA", "AZ", "AAA"]);
        assert_eq!(Cells::parse(" A5:F82 "), Some(Cells { rows: 5..=82, columns: 1..=6 }));
        assert_eq!(Cells::parse("F82:A5"), None);
        assert_eq!(Cells::parse("A5"), None);
    }
}
