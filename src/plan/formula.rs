//! Formulas: cells that are computed from the other cells of their row.

use super::choice::CellFormat;
use super::columns::Columns;
use super::grid::Content;
use crate::diag::{Sink, codes};
use crate::message;
use crate::source::Span;
use crate::templates::{Data, Engine, Printed, Scope, uses};
use crate::text::{Inline, words};
use crate::vietnamese::Decimal;

/// The formulas of a table, compiled once for all rows.
pub(super) struct Formulas<'a> {
    columns: &'a Columns,
    /// None in a table without formulas, as most are: Tera is not made for nothing.
    engine: Option<Engine>,
    /// The computed columns, each after those that it takes values from.
    order: Vec<usize>,
}

impl<'a> Formulas<'a> {
    /// Compiles the formulas. `None` after an error.
    pub(super) fn new(columns: &'a Columns, sink: &mut Sink) -> Option<Self> {
        let before = sink.errors();
        let mut engine: Option<Engine> = None;
        let mut waiting: Vec<(usize, Vec<usize>)> = Vec::new();
        for (at, column) in columns.leaves.iter().enumerate() {
            let Some(formula) = &column.formula else { continue };
            let text = format!("{{{{ {} }}}}", formula.value);
            if let Err(error) = engine.get_or_insert_default().add(&column.key, &text) {
                let (vi, en) = error.translated();
                let message = message!("công thức không đọc được: {vi}", "the formula cannot be read: {en}");
                sink.push(codes::TABLE_FORMULA.at(formula.span, message));
                continue;
            }
            waiting.push((at, columns_of(&formula.value, columns, formula.span, sink)));
        }
        let mut order = Vec::new();
        while !waiting.is_empty() {
            let ready = waiting.iter().position(|(_, uses)| {
                uses.iter().all(|one| !columns.leaves[*one].is_computed() || order.contains(one))
            });
            match ready {
                Some(ready) => order.push(waiting.remove(ready).0),
                None => {
                    let name = &columns.leaves[waiting[0].0].name;
                    let message = message!(
                        "các công thức lấy giá trị của nhau thành vòng: cột \"{name}\"",
                        "the formulas take values of each other in a circle: the column \"{name}\""
                    );
                    sink.push(codes::TABLE_FORMULA.at(columns.leaves[waiting[0].0].span, message));
                    break;
                }
            }
        }
        (sink.errors() == before).then_some(Self { columns, engine, order })
    }

    /// Computes the cells of a row, one a column.
    pub(super) fn fill(&self, row: &mut [Content], at: Span, sink: &mut Sink) {
        let Some(engine) = &self.engine else { return };
        for one in &self.order {
            let column = &self.columns.leaves[*one];
            let mut scope = Scope::default();
            let cells = self.columns.leaves.iter().zip(row.iter());
            let cells = cells.map(|(column, content)| (column.key.clone().into(), value(content)));
            scope.set("row".to_owned(), Data::Map(cells.collect()));
            match engine.print(&column.key, &scope) {
                Ok(printed) => row[*one] = computed(&printed, column.format, at),
                Err(error) => {
                    let (vi, en) = error.translated();
                    let formula = column.formula.as_ref().map_or(column.span, |formula| formula.span);
                    sink.push(
                        codes::TABLE_FORMULA
                            .at(formula, message!("không tính được: {vi}", "it cannot be computed: {en}"))
                            .label(at, message!("ở dòng này", "in this row")),
                    );
                }
            }
        }
    }
}

/// The columns that a formula takes values from; one that is not there is reported.
fn columns_of(formula: &str, columns: &Columns, at: Span, sink: &mut Sink) -> Vec<usize> {
    let mut out = Vec::new();
    for one in uses(formula, 0..formula.len()) {
        let [row, key, ..] = one.path.as_slice() else { continue };
        match columns.leaves.iter().position(|column| column.key == *key) {
            _ if row != "row" => {}
            Some(found) => out.push(found),
            None => {
                let known: Vec<&str> = columns.leaves.iter().map(|column| column.key.as_str()).collect();
                let known = known.join(", ");
                sink.push(
                    codes::TABLE_FORMULA
                        .at(at, message!("bảng không có cột row.{key}", "the table has no column row.{key}"))
                        .help(message!("các cột: {known}", "columns: {known}")),
                );
            }
        }
    }
    out
}

/// What a cell is in a formula: a number, nothing as 0, or its words.
fn value(content: &Content) -> Data {
    let number = |number: Decimal| match number.trimmed().plain() {
        plain if plain.contains('.') => Data::Decimal(plain.parse().unwrap_or_default()),
        plain => plain.parse().map_or(Data::None, Data::Whole),
    };
    match content {
        Content::Number(one) => number(*one),
        Content::Text(text, _) => {
            let words = words(text);
            match Decimal::counted(&words) {
                Some(one) => number(one),
                None if super::sums::says_nothing(&words) => Data::Whole(0),
                None => Data::Text(words),
            }
        }
    }
}

/// A number holds so many digits behind the comma.
const MAX_FRACTION: usize = 12;
/// A share that is computed has so many digits behind the comma, as 12,34%.
const SHARE_DIGITS: u32 = 4;

/// The content that a formula gave: a number where it is one.
fn computed(printed: &[Printed], format: Option<CellFormat>, at: Span) -> Content {
    let text: String = printed
        .iter()
        .map(|one| match one {
            Printed::Words(words) | Printed::Value(words) => words.as_str(),
        })
        .collect();
    // A quotient may have more digits than a number holds.
    let end = text.find(',').map_or(text.len(), |comma| (comma + 1 + MAX_FRACTION).min(text.len()));
    let held = text.get(..end).unwrap_or(&text);
    let Some(number) = Decimal::written(held).or_else(|| Decimal::parse(held)) else {
        return Content::Text(vec![Inline::plain(text)], at);
    };
    Content::Number(match format {
        Some(CellFormat::Percent) => number.rounded(SHARE_DIGITS).trimmed(),
        _ => number.trimmed(),
    })
}
