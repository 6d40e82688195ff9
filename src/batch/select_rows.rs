//! Which rows of a batch are kept, and what each is called.

use super::Batch;
use super::compile::TextTemplate;
use super::evaluate::{Names, holds, words};
use super::keys::{SeenKeys, key_objection};
use super::names::missing_cells;
use super::rows::{Kept, Rows};
use crate::diag::{Sink, codes};
use crate::message;
use crate::plan::raw::RawForEach;
use crate::source::Spanned;
use crate::templates::SHOWN;
use crate::text::Text;

/// Settles which rows are kept and what each is called, and reports rows without a column that is used,
/// and names that are no names of files.
pub(super) fn select_rows(raw: &Spanned<RawForEach>, batch: &mut Batch, mut rows: Rows, sink: &mut Sink) {
    let template = |text: Option<&Text>| text.and_then(|text| batch.compiled.template(text.span));
    let (filter, key) = (template(raw.value.filter.as_ref()), template(raw.value.key.as_ref()));
    let mut seen = SeenKeys::default();
    let mut kept = Vec::new();
    let all: Vec<&TextTemplate> = batch.compiled.all().collect();
    // Counted once from the beginning, not for each row anew.
    let (mut line, mut counted) = (1, 0);
    for row in 0..rows.table.rows.len() {
        let mut names = Names::default();
        names.scope.set(rows.name.clone(), rows.value(row));
        names.scope.set(SHOWN.to_owned(), rows.shown(row));
        let place = rows.table.rows[row].span;
        if place.start < counted {
            (line, counted) = (1, 0);
        }
        let between = batch.sources.get(place.source).text.get(counted..place.start).unwrap_or_default();
        (line, counted) = (line + between.matches('\n').count(), place.start);
        let mut found = Sink::default();
        batch.add_constants(&mut names, &mut found);
        let is_kept = filter.is_none_or(|filter| holds(filter, &batch.compiled, &names, &mut found));
        if is_kept {
            missing_cells(&rows, row, &all, &mut found);
            let written = raw.value.key.as_ref();
            let name = match key {
                Some(key) => words(key, &batch.compiled, &names, &mut found),
                None => written.map(|text| text.value.clone()),
            };
            let name = name.map(|name| name.trim().to_owned());
            if let (Some(name), Some(written)) = (&name, written) {
                if let Some(message) = key_objection(name) {
                    found.push(codes::KEY_UNSAFE.at(written.span, message).help(message!(
                        "dùng bộ lọc slug, hoặc sửa dữ liệu",
                        "use the filter slug, or mend the data"
                    )));
                } else if let Some(first) = seen.add(name, row) {
                    let message =
                        message!("hai dòng cùng ghi ra \"{name}\"", "two rows would both be \"{name}\"");
                    found.push(
                        codes::KEY_DUPLICATE
                            .at(written.span, message)
                            .label(rows.table.rows[first].span, message!("dòng trước", "the row before"))
                            .help(message!(
                                "thêm một cột vào key, ví dụ mã số",
                                "add a column to the key, for example the code"
                            )),
                    );
                }
            }
            kept.push(Kept { row, key: name.unwrap_or_default(), line });
        }
        for finding in found.into_sorted() {
            sink.push(
                finding.label(place, message!("với dòng này của dữ liệu", "with this row of the data")),
            );
        }
    }
    if kept.is_empty() && sink.errors() == 0 {
        let span = raw.value.rows.as_ref().map_or(raw.span, |rows| rows.span);
        sink.push(
            codes::NO_ROWS
                .at(span, message!("không có dòng dữ liệu nào để làm", "there is no row to build"))
                .help(message!("xem lại dữ liệu và `where`", "look at the data and at `where`")),
        );
    }
    rows.uses_loop = all
        .iter()
        .any(|one| one.uses.iter().any(|(one, _)| one.path.first().is_some_and(|name| name == "loop")));
    rows.kept = kept;
    batch.rows = Some(rows);
}
