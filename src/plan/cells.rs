//! The cells of tables: what stands in each.

use super::choice::CellFormat;
use super::date::date_of;
use super::grid::Content;
use super::raw::{CellText, RawCell, Slot};
use crate::decree::text::short_date;
use crate::diag::{Sink, codes};
use crate::message;
use crate::source::Span;
use crate::text::{Inline, Text, rich, words};
use crate::vietnamese::Decimal;

/// What stands in a cell of a column with this format.
pub(super) fn content(raw: &Slot<RawCell>, format: Option<CellFormat>, at: Span, sink: &mut Sink) -> Content {
    match raw.as_ref() {
        None | Some(RawCell::Empty) => Content::Text(Vec::new(), at),
        Some(RawCell::Text(text)) => words_or_amount(text, format, sink),
        Some(RawCell::Number(number)) => self::number(number, sink),
        Some(RawCell::Parts(parts)) => match parts.value.text.as_ref() {
            None => Content::Text(Vec::new(), parts.span),
            Some(CellText::Text(text)) => words_or_amount(text, format, sink),
            Some(CellText::Number(number)) => self::number(number, sink),
        },
    }
}

fn words_or_amount(text: &Text, format: Option<CellFormat>, sink: &mut Sink) -> Content {
    let as_text = |sink: &mut Sink| Content::Text(rich(text, sink), text.span);
    match format {
        Some(CellFormat::Text) => as_text(sink),
        Some(CellFormat::Date) => match date_of(text) {
            Some(date) => {
                use chrono::Datelike;
                let day = short_date(date.day(), date.month(), date.year());
                Content::Text(vec![Inline::plain(day)], text.span)
            }
            None => as_text(sink),
        },
        Some(CellFormat::Percent) if text.value.contains('%') => {
            let content = as_text(sink);
            let share = match &content {
                Content::Text(rich, _) => Decimal::counted(&words(rich)),
                Content::Number(_) => None,
            };
            share.map_or(content, Content::Number)
        }
        _ => match amount(text, sink) {
            Some(number) => Content::Number(number),
            None => as_text(sink),
        },
    }
}

fn number(text: &Text, sink: &mut Sink) -> Content {
    match amount(text, sink).or_else(|| Decimal::parse(&text.value)) {
        Some(number) => Content::Number(number),
        None => {
            sink.push(
                codes::NUMBER_FORM
                    .at(text.span, message!("không đọc được số này", "this number cannot be read"))
                    .help(message!(
                        "viết như 1234567.5, hoặc đặt trong dấu nháy để in nguyên văn",
                        "write it as 1234567.5, or in quotes to print it as it is"
                    )),
            );
            Content::Number(Decimal::ZERO)
        }
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
