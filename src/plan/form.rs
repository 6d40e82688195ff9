//! Parts of forms as written → parts of forms: what is filled in, ticked and signed by hand.

use std::ops::RangeInclusive;

use super::checks::{empty_part, empty_text, non_empty, required};
use super::date::{issue_day, positive};
use super::node::{Form, Letterhead, Node, Signing, Within};
use super::raw::{List, RawFill, RawLetterhead, RawLines, RawParts, RawSigning, Slot};
use crate::diag::{Sink, codes};
use crate::message;
use crate::source::{Span, Spanned};
use crate::text::{RichText, Text, rich, unmarked};

/// Keys of forms, each with those that may stand beside it.
pub(crate) const HEADS: [(&str, &[&str]); 6] = [
    ("fill", &[]),
    ("check", &[]),
    ("columns", &["widths"]),
    ("signatures", &[]),
    ("letterhead", &[]),
    ("page_break", &[]),
];

/// More empty lines than a page holds are a slip.
const MOST_LINES: u32 = 40;
/// Columns side by side.
const COLUMNS: RangeInclusive<usize> = 2..=4;
/// Who signs; one alone signs at the right.
const SIGNERS: RangeInclusive<usize> = 1..=4;

/// Reads the part of a form that stands at `key`, one of [`HEADS`]; `cells` is what its columns hold.
pub(crate) fn form(
    key: &str,
    parts: &RawParts,
    cells: Vec<Vec<Node>>,
    span: Span,
    within: Within,
    sink: &mut Sink,
) -> Option<Form> {
    let RawParts { fill, check, widths, signatures, letterhead, page_break, .. } = parts;
    if !allows(within, key) {
        sink.push(out_of_place(key, span, within));
        return None;
    }
    match key {
        "fill" => fill.as_ref().and_then(|fill| lines(fill, span, sink)),
        "check" => check.as_ref().map(|choices| {
            if choices.is_empty() {
                sink.push(empty_part(span, message!("không có ô nào để chọn", "there is no box to tick")));
            }
            Form::Check(texts(choices, sink))
        }),
        "columns" => side_by_side(cells, widths, span, sink),
        "signatures" => signatures.as_ref().and_then(|all| signing(all, span, sink)),
        "letterhead" => letterhead.as_ref().and_then(|head| head_of(head, sink).map(Form::Letterhead)),
        _ => page_break.as_ref().filter(|is_meant| **is_meant).map(|_| Form::PageBreak),
    }
}

fn allows(within: Within, key: &str) -> bool {
    match within {
        Within::Text => false,
        Within::Form => true,
        Within::Column => matches!(key, "fill" | "check"),
    }
}

/// A node that does not stand in such a list.
pub(crate) fn out_of_place(key: &str, span: Span, within: Within) -> crate::diag::Diagnostic {
    let message = match within {
        Within::Column => {
            message!("`{key}` không đặt được trong một cột", "`{key}` does not stand in a column")
        }
        _ => message!("`{key}` không đặt được ở đây", "`{key}` does not stand here"),
    };
    codes::NODE_FORM.at(span, message).help(match within {
        Within::Column => message!(
            "trong cột có: văn bản, item, paragraph, note, fill, check",
            "a column holds: a text, item, paragraph, note, fill, check"
        ),
        _ => message!(
            "phần của biểu mẫu đặt trong `appendices` hoặc trong `body`",
            "parts of forms stand in `appendices` or in `body`"
        ),
    })
}

fn texts(all: &List<Text>, sink: &mut Sink) -> Vec<RichText> {
    let mut out = Vec::new();
    for text in all.iter().flatten() {
        let words = rich(text, sink);
        if words.is_empty() {
            sink.push(empty_text(text.span));
        } else {
            out.push(words);
        }
    }
    out
}

fn lines(fill: &RawFill, span: Span, sink: &mut Sink) -> Option<Form> {
    match fill {
        RawFill::Labels(RawLines(labels)) => {
            if labels.is_empty() {
                sink.push(empty_part(
                    span,
                    message!("không có dòng nào để điền", "there is no line to fill in"),
                ));
            }
            Some(Form::Fill(texts(labels, sink)))
        }
        RawFill::Blank(number) => {
            let count = positive(number, sink)?;
            if count > MOST_LINES {
                sink.push(
                    codes::NUMBER_FORM
                        .at(
                            number.0.span,
                            message!(
                                "{count} dòng để trống là quá nhiều",
                                "{count} empty lines are too many"
                            ),
                        )
                        .help(message!("nhiều nhất {MOST_LINES} dòng", "{MOST_LINES} at most")),
                );
                return None;
            }
            Some(Form::Blank(count))
        }
    }
}

fn side_by_side(
    cells: Vec<Vec<Node>>,
    widths: &Slot<List<Spanned<f64>>>,
    span: Span,
    sink: &mut Sink,
) -> Option<Form> {
    how_many(cells.len(), &COLUMNS, span, sink)?;
    let given: Option<Vec<f64>> =
        widths.as_ref().and_then(|all| all.iter().map(|one| one.as_ref().map(|one| one.value)).collect());
    let is_wrong =
        given.as_ref().is_some_and(|all| all.len() != cells.len() || all.iter().any(|one| *one <= 0.0));
    if is_wrong {
        let first = widths.items().next().map_or(span, |width| width.span);
        let message = message!(
            "widths cần một số lớn hơn 0 cho mỗi cột",
            "widths has a number above 0 for each column"
        );
        sink.push(codes::TABLE_SHAPE.at(first, message));
        return None;
    }
    let even = vec![1.0; cells.len()];
    Some(Form::Columns(cells, given.unwrap_or(even)))
}

fn how_many(count: usize, range: &RangeInclusive<usize>, span: Span, sink: &mut Sink) -> Option<()> {
    if range.contains(&count) {
        return Some(());
    }
    let (least, most) = (range.start(), range.end());
    let message = message!("ở đây có {count} cột", "there are {count} columns here");
    sink.push(
        codes::NODE_FORM
            .at(span, message)
            .help(message!("viết từ {least} đến {most} cột", "write {least} to {most} columns")),
    );
    None
}

fn signing(all: &List<Spanned<RawSigning>>, span: Span, sink: &mut Sink) -> Option<Form> {
    let mut one = |raw: &Spanned<RawSigning>| -> Option<Signing> {
        let RawSigning { title, note, name } = &raw.value;
        let title = required(title, "title", raw.span, sink).and_then(|title| non_empty(title, sink));
        let note = note.as_ref().and_then(|note| non_empty(note, sink));
        let name = name.as_ref().map(|name| unmarked(name, sink)).filter(|name| !name.is_empty());
        Some(Signing { title: title?, note, name })
    };
    let read: Vec<Option<Signing>> = all.iter().map(|raw| raw.as_ref().and_then(&mut one)).collect();
    how_many(read.len(), &SIGNERS, span, sink)?;
    read.into_iter().collect::<Option<Vec<_>>>().map(Form::Signatures)
}

fn head_of(raw: &Spanned<RawLetterhead>, sink: &mut Sink) -> Option<Letterhead> {
    let RawLetterhead { issuer, number, place, date } = &raw.value;
    // Without an issuer Quốc hiệu and Tiêu ngữ stand alone, as above an application.
    let is_alone = number.is_absent() && place.is_absent() && date.is_absent();
    let issuer = if is_alone { issuer.as_ref() } else { required(issuer, "issuer", raw.span, sink) };
    let mut parent: Vec<Spanned<String>> = issuer
        .iter()
        .flat_map(|lines| lines.0.iter().flatten())
        .filter_map(|line| non_empty(line, sink))
        .collect();
    let mut read = |text: &Slot<Text>| text.as_ref().and_then(|text| non_empty(text, sink));
    let (number, place) = (read(number), read(place));
    let day = date.as_ref().and_then(|date| issue_day(date, sink));
    let name = parent.pop();
    (is_alone || name.is_some()).then_some(Letterhead { parent, name, number, place, day })
}
