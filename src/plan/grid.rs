//! The rows and cells of a table, and how its numbers print.

use super::choice::{Align, CellFormat};
use crate::source::Span;
use crate::text::{RichText, words};
use crate::vietnamese::Decimal;

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its cells; those that cells of earlier rows cover are left out.
    pub cells: Vec<Cell>,
    /// Whether it stands as a title above the rows of a group.
    pub is_group: bool,
}

/// A cell.
#[derive(Clone, Debug)]
pub struct Cell {
    /// What stands in it.
    pub content: Content,
    /// Its first column.
    pub column: usize,
    /// How many columns it covers.
    pub columns: usize,
    /// How many rows it covers.
    pub rows: usize,
    /// How it is set, where not by what stands in it.
    pub align: Option<Align>,
    /// Đậm.
    pub bold: bool,
}

/// What stands in a cell.
#[derive(Clone, Debug)]
pub enum Content {
    /// Words.
    Text(RichText, Span),
    /// A number.
    Number(Decimal),
}

impl Content {
    /// What it says, in one format whatever its column has.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Text(text, _) => words(text),
            Self::Number(number) => number.to_string(),
        }
    }
}

impl CellFormat {
    /// A number as it prints.
    pub(crate) fn printed(format: Option<Self>, number: Decimal) -> String {
        match format {
            Some(Self::Text) => number.plain().replace('.', ","),
            Some(Self::Percent) => format!("{}%", number.shifted(2).trimmed()),
            Some(Self::Decimal(Some(digits))) => number.rounded(digits).to_string(),
            Some(Self::Money | Self::Decimal(None) | Self::Date) | None => number.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CellFormat, Decimal};

    #[test]
    fn columns_have_formats() {
        let show =
            |format, text| Decimal::parse(text).map(|number| CellFormat::printed(Some(format), number));
        assert_eq!(show(CellFormat::Percent, "0.125").as_deref(), Some("12,5%"));
        assert_eq!(show(CellFormat::Percent, "1").as_deref(), Some("100%"));
        assert_eq!(show(CellFormat::Decimal(Some(2)), "2.345").as_deref(), Some("2,35"));
        assert_eq!(show(CellFormat::Decimal(Some(2)), "-2.345").as_deref(), Some("-2,35"));
        assert_eq!(show(CellFormat::Decimal(Some(1)), "7").as_deref(), Some("7,0"));
        assert_eq!(show(CellFormat::Text, "2026").as_deref(), Some("2026"));
        assert_eq!(show(CellFormat::Money, "1234567").as_deref(), Some("1.234.567"));
    }
}
