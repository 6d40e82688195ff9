//! Rows that are maps: a list in a .yaml or .json file, or in the plan. JSON is read as YAML, which it is.

use super::{Cell, DataError, Row, Table};
use crate::diag::{Diagnostic, Sink, codes};
use crate::message;
use crate::source::{SourceMap, Spanned};
use crate::templates::Data;
use crate::yaml::{self, Yaml};

/// Reads a whole file.
///
/// # Errors
/// It holds no list.
pub(super) fn table(
    name: &str,
    text: String,
    sources: &mut SourceMap,
    sink: &mut Sink,
) -> Result<Option<Table>, DataError> {
    let source = sources.add(name, text);
    let text = sources.get(source).text.clone();
    match yaml::parse_data(source, &text, sink).map(|tree| tree.value) {
        Some(Yaml::Seq(rows)) => Ok(Some(of_maps(&rows, sources, sink))),
        // It is not shown: it may be any file.
        Some(_) => Err(DataError::NoList),
        None => Ok(None),
    }
}

/// The rows of a list of maps. What is no row is told in `sink` and left out.
pub(crate) fn of_maps(maps: &[Spanned<Yaml>], sources: &SourceMap, sink: &mut Sink) -> Table {
    let mut table = Table::default();
    for map in maps {
        let Yaml::Map(entries) = &map.value else {
            sink.push(no_row(map));
            continue;
        };
        let mut row = Row { span: map.span, cells: Vec::new() };
        for (key, held) in entries {
            let column = table.columns.iter().position(|column| *column == key.value).unwrap_or_else(|| {
                table.columns.push(key.value.clone());
                table.columns.len() - 1
            });
            row.cells.resize_with(row.cells.len().max(column + 1), || None);
            if row.cells[column].is_some() {
                let name = &key.value;
                sink.push(codes::DATA_COLUMN.at(
                    key.span,
                    message!(
                        "khóa `{name}` viết hai lần trong một dòng",
                        "the key `{name}` is written twice in a row"
                    ),
                ));
            }
            let value = value(held, sources);
            row.cells[column] = Some(Cell { value, shown: None, span: held.span, fault: None });
        }
        table.rows.push(row);
    }
    table.rows.iter_mut().for_each(|row| row.cells.resize_with(table.columns.len(), || None));
    table
}

fn no_row(node: &Spanned<Yaml>) -> Diagnostic {
    codes::DATA_ROW
        .at(
            node.span,
            message!(
                "dữ liệu là một danh sách, mỗi dòng có các khóa",
                "data is a list of rows, each with its keys"
            ),
        )
        .help(message!("ví dụ: [{{ten: Hải Lăng, so: 1}}]", "for example: [{{name: Hải Lăng, number: 1}}]"))
}

/// What a YAML value is to an expression.
pub(crate) fn value(node: &Spanned<Yaml>, sources: &SourceMap) -> Data {
    match &node.value {
        Yaml::Null | Yaml::Failed => Data::Text(String::new()),
        // In quotes it is a text.
        Yaml::Text(text) if matches!(sources.slice(node.span), "true" | "false") => {
            Data::Flag(text == "true")
        }
        Yaml::Text(text) | Yaml::Evaluated(text, _) => Data::Text(text.trim().to_owned()),
        Yaml::Number(spelled) => match (spelled.parse(), spelled.parse()) {
            (Ok(whole), _) => Data::Whole(whole),
            (_, Ok(decimal)) => Data::Decimal(decimal),
            _ => Data::Text(spelled.clone()),
        },
        Yaml::Seq(items) => Data::List(items.iter().map(|item| value(item, sources)).collect()),
        Yaml::Map(entries) => Data::Map(
            entries.iter().map(|(key, held)| (key.value.clone().into(), value(held, sources))).collect(),
        ),
    }
}
