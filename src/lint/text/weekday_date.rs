use chrono::{Datelike, NaiveDate};

use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::prose::Prose;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "weekday-date",
        severity: Severity::Warning,
        clause: None,
        kinds: Kinds::All,
        what: Words {
            vi: "thứ trong tuần không khớp với ngày",
            en: "a weekday that is not that of its date",
        },
        why: Words {
            vi: "Thứ và ngày lệch nhau thì người nhận không biết theo bên nào; thường là ngày lấy từ văn bản năm trước.",
            en: "Who reads it does not know which of the two holds; most often the date is from last year's text.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [\"Tổ chức vào ⟦thứ Ba⟧ ngày 24/8/2026.\"]",
            right: "objectives: [\"Tổ chức vào thứ Hai ngày 24/8/2026.\"]",
        },
    },
    check: Check::Prose(check),
};

/// The names of the days from Monday on, as words and as numbers.
const NAMES: [&[&str]; 7] = [
    &["thứ hai", "thứ 2"],
    &["thứ ba", "thứ 3"],
    &["thứ tư", "thứ 4"],
    &["thứ năm", "thứ 5"],
    &["thứ sáu", "thứ 6"],
    &["thứ bảy", "thứ bẩy", "thứ 7"],
    &["chủ nhật"],
];
const SHOWN: [&str; 7] = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];

fn check(line: &Prose, sink: &mut Sink) {
    // Few lines name a weekday.
    if !line.tokens.iter().any(|token| token.small == "thứ" || token.small == "chủ") {
        return;
    }
    let small: Vec<char> = line.chars.iter().map(|c| c.to_lowercase().next().unwrap_or(*c)).collect();
    for at in 0..small.len() {
        let Some((day, len)) = weekday_at(&small, at) else { continue };
        let date = date_after(&small[at + len..]).or_else(|| date_before(&small[..at]));
        let Some(date) = date else { continue };
        let real = date.weekday().num_days_from_monday() as usize;
        if real != day {
            let (shown, date) = (SHOWN[real], date.format("%d/%m/%Y"));
            sink.push(
                RULE.at(
                    line.span(at..at + len),
                    message!("ngày {date} là {shown}", "{date} is another weekday: {shown}"),
                )
                .help(message!("xem lại thứ và ngày", "check the weekday and the date")),
            );
        }
    }
}

/// The weekday named at a place, and how many characters that takes.
fn weekday_at(text: &[char], at: usize) -> Option<(usize, usize)> {
    if at.checked_sub(1).is_some_and(|before| text[before].is_alphanumeric()) {
        return None;
    }
    NAMES.iter().enumerate().find_map(|(day, names)| {
        let name = names.iter().find(|name| begins(&text[at..], name))?;
        let len = name.chars().count();
        let ends = text.get(at + len).is_none_or(|after| !after.is_alphanumeric());
        ends.then_some((day, len))
    })
}

fn begins(text: &[char], word: &str) -> bool {
    word.chars().enumerate().all(|(at, c)| text.get(at) == Some(&c))
}

/// "…, ngày 24/8/2026", "(24 tháng 8 năm 2026)".
fn date_after(text: &[char]) -> Option<NaiveDate> {
    let rest: String = text.iter().take(40).collect();
    let rest = rest.trim_start_matches([' ', ',', '(', '\u{a0}']);
    date(rest.strip_prefix("ngày ").unwrap_or(rest)).map(|(date, _)| date)
}

/// "ngày 24/8/2026 (…": the date ends where the weekday begins.
fn date_before(text: &[char]) -> Option<NaiveDate> {
    let before: String = text.iter().collect();
    let before = before.trim_end_matches([' ', ',', '(', '\u{a0}']);
    let (_, from) = before.rsplit_once("ngày ")?;
    date(from).filter(|(_, rest)| rest.is_empty()).map(|(date, _)| date)
}

/// The date that a text begins with, and what follows it.
fn date(text: &str) -> Option<(NaiveDate, &str)> {
    let number = |text: &'_ str| -> Option<(u32, usize)> {
        let len = text.bytes().take_while(u8::is_ascii_digit).count();
        Some((text.get(..len)?.parse().ok()?, len))
    };
    let (day, len) = number(text)?;
    let rest = &text[len..];
    let rest = rest.strip_prefix('/').or_else(|| rest.strip_prefix(" tháng "))?;
    let (month, len) = number(rest)?;
    let rest = &rest[len..];
    let rest = rest.strip_prefix('/').or_else(|| rest.strip_prefix(" năm "))?;
    let (year, len) = number(rest)?;
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| year > 1900)?;
    Some((date, &rest[len..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_found_on_both_sides() {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        let day = NaiveDate::from_ymd_opt(2026, 8, 24);
        for after in [", ngày 24/8/2026", " (24 tháng 8 năm 2026)", " ngày 24/08/2026."] {
            assert_eq!(date_after(&chars(after)), day, "{after}");
        }
        assert_eq!(date_before(&chars("lúc 8 giờ ngày 24/8/2026 (")), day);
        assert_eq!(date_before(&chars("ngày 24/8/2026 và các ")), None);
        assert_eq!(weekday_at(&chars("thứ 6"), 0), Some((4, 5)));
        assert_eq!(weekday_at(&chars("thứ tự"), 0), None);
    }
}
