//! Dates and whole numbers.

use chrono::NaiveDate;

use super::raw::RawNumber;
use crate::diag::{Sink, codes};
use crate::message;
use crate::text::Text;

/// Reads a date: 2026-01-09, or day first as written in Vietnam, 09/01/2026 and 9/1/2026.
pub(super) fn date(text: &Text, sink: &mut Sink) -> Option<NaiveDate> {
    let written = text.value.trim();
    let Some((year, month, day)) = parts(written) else {
        sink.push(
            codes::DATE_FORM
                .at(
                    text.span,
                    message!("ngày phải viết theo dạng ngày/tháng/năm", "a date is written day/month/year"),
                )
                .help(message!("ví dụ: 06/11/2020 hoặc 2020-11-06", "for example: 06/11/2020 or 2020-11-06")),
        );
        return None;
    };
    let date = NaiveDate::from_ymd_opt(year, month, day);
    if date.is_none() {
        impossible(text, sink);
    }
    date
}

fn impossible(text: &Text, sink: &mut Sink) {
    let written = text.value.trim();
    sink.push(
        codes::DATE_IMPOSSIBLE
            .at(
                text.span,
                message!("không có ngày {written} trong lịch", "there is no day {written} in the calendar"),
            )
            .help(message!("xem lại ngày và tháng", "check the day and the month")),
    );
}

/// The day of issue, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssueDay {
    /// The whole date.
    Known(NaiveDate),
    /// Year and month: room is left for the day.
    Month(i32, u32),
}

/// Reads the day of issue: a date, or a month (11/2025, 2025-11).
pub(super) fn issue_day(text: &Text, sink: &mut Sink) -> Option<IssueDay> {
    let written = text.value.trim();
    let month = match (written.split_once('/'), written.split_once('-')) {
        (Some((month, year)), _) | (_, Some((year, month))) => number(year, 4..=4).zip(number(month, 1..=2)),
        _ => None,
    };
    match month.and_then(|(year, month)| Some((i32::try_from(year).ok()?, month))) {
        Some((year, month)) if (1..=12).contains(&month) => Some(IssueDay::Month(year, month)),
        Some(_) => {
            impossible(text, sink);
            None
        }
        None => date(text, sink).map(IssueDay::Known),
    }
}

/// Year, month and day as they are written; they need not be a day of the calendar.
fn parts(written: &str) -> Option<(i32, u32, u32)> {
    let three = |by: char| -> Option<[&str; 3]> { written.split(by).collect::<Vec<_>>().try_into().ok() };
    let (year, month, day) = match (three('-'), three('/')) {
        (Some([year, month, day]), _) => (number(year, 4..=4)?, number(month, 2..=2)?, number(day, 2..=2)?),
        (_, Some([day, month, year])) => (number(year, 4..=4)?, number(month, 1..=2)?, number(day, 1..=2)?),
        _ => return None,
    };
    Some((i32::try_from(year).ok()?, month, day))
}

fn number(digits: &str, len: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let is_number = len.contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}

/// The date, if `text` is one; what is wrong with it is said when the plan is validated.
pub(crate) fn date_of(text: &Text) -> Option<NaiveDate> {
    date(text, &mut Sink::default())
}

/// Reads a whole number above 0.
pub(super) fn positive(number: &RawNumber, sink: &mut Sink) -> Option<u32> {
    let text = &number.0;
    let digits = text.value.trim();
    let value = if digits.bytes().all(|b| b.is_ascii_digit()) { digits.parse().ok() } else { None };
    value.filter(|value| *value > 0).or_else(|| {
        sink.push(
            codes::NUMBER_FORM
                .at(
                    text.span,
                    message!(
                        "cần một số nguyên lớn hơn 0, viết bằng chữ số Ả Rập",
                        "expected a whole number above 0, in Arabic digits"
                    ),
                )
                .help(message!(
                    "chỉ ghi số, ví dụ: 45; ký hiệu và số 0 ở trước do chương trình in",
                    "the number alone, for example: 45; the symbol and a leading 0 are printed by the program"
                ))
                .clause("P1.II.3.a.1"),
        );
        None
    })
}
