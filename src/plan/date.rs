//! Dates and whole numbers.

use chrono::NaiveDate;

use super::raw::{Number, Text};
use crate::diag::{Diagnostic, Sink};
use crate::say;

/// Reads a date written YYYY-MM-DD.
pub fn date(text: &Text, sink: &mut Sink) -> Option<NaiveDate> {
    let written = text.value.trim();
    let shaped = written.len() == 10
        && written
            .bytes()
            .enumerate()
            .all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    if !shaped {
        let hint = iso_from_vietnamese(written).unwrap_or_else(|| "2020-11-06".to_owned());
        sink.push(
            Diagnostic::error(
                "date-form",
                text.span,
                say!("ngày phải viết theo dạng năm-tháng-ngày", "a date is written year-month-day"),
            )
            .help(say!("ví dụ: {hint}", "for example: {hint}")),
        );
        return None;
    }
    let date = NaiveDate::parse_from_str(written, "%Y-%m-%d").ok();
    if date.is_none() {
        sink.push(
            Diagnostic::error(
                "date-impossible",
                text.span,
                say!("không có ngày {written} trong lịch", "there is no day {written} in the calendar"),
            )
            .help(say!("xem lại ngày và tháng", "check the day and the month")),
        );
    }
    date
}

/// The date, if `text` is one; what is wrong with it is said when the plan is validated.
pub fn date_of(text: &Text) -> Option<NaiveDate> {
    date(text, &mut Sink::default())
}

/// "16/8/2016" → "2016-08-16".
fn iso_from_vietnamese(text: &str) -> Option<String> {
    let mut parts = text.split(['/', '.', '-']).map(str::parse::<u32>);
    let (day, month, year) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    (parts.next().is_none() && year > 1900).then(|| date.to_string())
}

/// Reads a whole number above 0.
pub fn positive(number: &Number, sink: &mut Sink) -> Option<u32> {
    let text = &number.0;
    let digits = text.value.trim();
    let value = if digits.bytes().all(|b| b.is_ascii_digit()) { digits.parse().ok() } else { None };
    value.filter(|value| *value > 0).or_else(|| {
        sink.push(
            Diagnostic::error(
                "number-form",
                text.span,
                say!(
                    "cần một số nguyên lớn hơn 0, viết bằng chữ số Ả Rập",
                    "expected a whole number above 0, in Arabic digits"
                ),
            )
            .help(say!(
                "chỉ ghi số, ví dụ: 45; ký hiệu và số 0 ở trước do chương trình in",
                "the number alone, for example: 45; the symbol and a leading 0 are printed by the program"
            ))
            .clause("P1.II.3.a.1"),
        );
        None
    })
}
