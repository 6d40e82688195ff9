//! A list as offices keep it: which of its lines are the rows of the table. Titles stand above its head; sums,
//! groups, numbers of columns and signatures between and below its rows.

use super::head::{Head, head};
use super::lines::{SheetLine, SheetLines};
use super::part::Part;
use super::sorter::{RowKind, Sorter, Why};
use super::{Row, Table};
use crate::diag::{Diagnostic, Message, Sink, codes};
use crate::message;
use crate::source::Span;

/// The lines of a file that may hold its head.
const BEGINNING: usize = 20;

/// The table of a file. Which lines are left out, and rows that do not fit, are in `sink`. `None`: the head is not
/// where it was said to be.
pub(super) fn table(lines: SheetLines, part: &Part, sink: &mut Sink) -> Option<Table> {
    let mut lines = match &part.range {
        Some(range) => lines.within(&range.value),
        None => lines,
    };
    lines.fill_down();
    let first = lines.all.iter().find(|line| !line.is_blank()).map(|line| line.number);
    let wanted = match (&part.header_row, &part.range) {
        (Some(row), _) => Some((row.value, row.span)),
        (None, Some(range)) => Some((*range.value.rows.start(), range.span)),
        (None, None) => None,
    };
    let Some(row) = wanted.map(|(row, _)| row).or(first) else { return Some(Table::default()) };
    let Some(head) = head(&lines, row) else {
        sink.push(no_head(row, wanted.map(|(_, at)| at)?, &lines));
        return None;
    };
    let beginning = lines.all.iter().take(if wanted.is_none() { BEGINNING } else { 0 });
    let beginning = beginning.map(|line| (line.number, line.texts().collect())).collect();
    let mut sorter = Sorter::new(&lines, &head);
    let (mut rows, mut left_out) = (Vec::new(), Vec::new());
    for line in lines.all.iter().filter(|line| line.number > head.last) {
        match sorter.sort(line, part.with_hidden) {
            RowKind::Blank => {}
            RowKind::Row if lines.is_text && !fits(line, &head) => sink.push(ragged(line, head.names.len())),
            RowKind::Row => {
                let mut cells: Vec<_> = line.cells.iter().take(head.names.len()).cloned().map(Some).collect();
                cells.resize_with(head.names.len(), || None);
                rows.push(Row { span: line.span, cells });
            }
            RowKind::Other(why) => left_out.push((line, why)),
        }
    }
    report(&left_out, sink);
    Some(Table { columns: head.names, head: head.spans, rows, beginning })
}

fn fits(line: &SheetLine, head: &Head) -> bool {
    line.cells.len() >= head.names.len() && line.cells.iter().skip(head.width).all(super::Cell::is_blank)
}

fn ragged(line: &SheetLine, columns: usize) -> Diagnostic {
    let cells = line.cells.len();
    codes::DATA_ROW
        .at(
            line.span,
            message!(
                "dòng này có {cells} ô, dòng đầu có {columns} cột",
                "this row has {cells} cells, the first {columns}"
            ),
        )
        .help(message!(
            "giá trị có dấu phân cách hoặc xuống dòng phải đặt trong dấu nháy kép",
            "a value with the delimiter or a line break needs double quotes"
        ))
}

fn no_head(row: usize, at: Span, lines: &SheetLines) -> Diagnostic {
    let last = lines.all.last().map_or(0, |line| line.number);
    let message = if row > last {
        message!(
            "dữ liệu không có dòng {row}, dòng cuối là {last}",
            "the data has no row {row}, the last is {last}"
        )
    } else {
        message!(
            "dòng {row} của dữ liệu trống, không phải dòng tên cột",
            "row {row} of the data is empty, and no head"
        )
    };
    codes::DATA_COLUMN.at(at, message).help(message!(
        "đếm dòng như trong bảng tính, kể cả dòng trống",
        "count rows as the sheet does, empty ones too"
    ))
}

/// What each is called, in the order in which they are told.
fn names() -> [(Why, Message); 7] {
    [
        (Why::ColumnNumbers, message!("số thứ tự cột", "numbers of the columns")),
        (Why::HeadAgain, message!("tên cột lặp lại", "the head again")),
        (Why::Group, message!("tên nhóm", "titles of groups")),
        (Why::Sum, message!("dòng tổng", "sums")),
        (Why::Hidden, message!("dòng ẩn", "hidden rows")),
        (Why::Note, message!("ghi chú", "notes")),
        (Why::Signature, message!("phần ký", "signatures")),
    ]
}

fn report(left_out: &[(&SheetLine, Why)], sink: &mut Sink) {
    let Some((first, _)) = left_out.first() else { return };
    let (mut vi, mut en) = (Vec::new(), Vec::new());
    for (why, name) in names() {
        let numbers: Vec<usize> =
            left_out.iter().filter(|(_, other)| *other == why).map(|(line, _)| line.number).collect();
        if !numbers.is_empty() {
            let runs = runs(&numbers);
            vi.push(format!("{} (dòng {runs})", name.vi));
            en.push(format!("{} ({runs})", name.en));
        }
    }
    let (vi, en, count) = (vi.join(", "), en.join(", "), left_out.len());
    let message = message!(
        "{count} dòng không phải dữ liệu được bỏ qua: {vi}",
        "{count} rows are no data and are passed over: {en}"
    );
    sink.push(codes::ROWS_LEFT_OUT.at(first.span, message).help(message!(
        "dòng nào là dữ liệu thì ghi số thứ tự ở cột đầu; dòng ẩn được giữ với include_hidden: true",
        "a row that is data has its number in the first column; include_hidden: true keeps hidden rows"
    )));
}

/// "4, 7–9".
fn runs(numbers: &[usize]) -> String {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for &number in numbers {
        match out.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => out.push((number, number)),
        }
    }
    let shown = out.iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    });
    shown.collect::<Vec<_>>().join(", ")
}
