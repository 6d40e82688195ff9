//! A number of a sheet as a person sees it there: its format, with Vietnamese points, commas and dates.

use std::collections::HashMap;

use ssfmt::{DateSystem, FormatOptions, Locale, NumberFormat};

use crate::templates::{Data, spelled};
use crate::vietnamese::Decimal;

/// The formats of a workbook, each read once.
pub(super) struct CellFormats {
    read: HashMap<String, Option<NumberFormat>>,
    numbers: FormatOptions,
    dates: FormatOptions,
}

/// What a number is, and what it shows where that is not how it prints.
pub(super) type Seen = (Data, Option<String>);

const MONTHS: [&str; 12] = [
    "tháng 1",
    "tháng 2",
    "tháng 3",
    "tháng 4",
    "tháng 5",
    "tháng 6",
    "tháng 7",
    "tháng 8",
    "tháng 9",
    "tháng 10",
    "tháng 11",
    "tháng 12",
];
const DAYS: [&str; 7] = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

impl CellFormats {
    /// For a workbook that counts its days from 1904, or from 1900 as most do.
    pub(super) fn new(is_1904: bool) -> Self {
        let date_system = if is_1904 { DateSystem::Date1904 } else { DateSystem::Date1900 };
        let numbers = Locale { decimal_separator: ',', thousands_separator: '.', ..Locale::en_us() };
        // A comma in the format of a date is a comma.
        let dates = Locale {
            am_string: "SA",
            pm_string: "CH",
            month_names_short: MONTHS,
            month_names_full: MONTHS,
            day_names_short: DAYS,
            day_names_full: DAYS,
            ..Locale::en_us()
        };
        Self {
            read: HashMap::new(),
            numbers: FormatOptions { date_system, locale: numbers },
            dates: FormatOptions { date_system, locale: dates },
        }
    }

    /// A number with its format.
    pub(super) fn see(&mut self, number: f64, code: &str) -> Seen {
        let general = code.is_empty() || code.eq_ignore_ascii_case("general") || code == "@";
        let plain = (value(number), None);
        if general {
            // Eleven characters are what a cell shows of a fraction.
            let shown = spelled(number);
            let cut = format!("{number:.9}").parse().map_or_else(|_| shown.clone(), spelled);
            return (value(number), (shown.len() > 12 && shown.contains(',')).then_some(cut));
        }
        let read = self.read.entry(code.to_owned()).or_insert_with(|| NumberFormat::parse(code).ok());
        let Some(format) = read else { return plain };
        if format.is_date_format() {
            return self.date(number, code);
        }
        // What a format scales down ("#,##0,") it rounds.
        let Ok(shown) = format.try_format(scaled(number, code), &self.numbers) else { return plain };
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        match shown.is_empty() || shown == spelled(number) {
            true => plain,
            false if is_code(&shown) => (Data::Text(shown), None),
            false => (value(number), Some(shown)),
        }
    }

    /// A day, a time or a length of time.
    fn date(&self, number: f64, code: &str) -> Seen {
        let Some(format) = self.read.get(code).and_then(Option::as_ref) else {
            return (value(number), None);
        };
        let Ok(shown) = format.try_format(number, &self.dates) else { return (value(number), None) };
        let shown = shown.trim().to_owned();
        let parts = Parts::of(code);
        if !(parts.day || parts.month || parts.year) || number < 1.0 {
            return (Data::Text(shown), None);
        }
        let Ok(day) = self.render("dd/mm/yyyy", number) else { return (value(number), None) };
        let time =
            if parts.hour && number.fract() > 0.0 { self.render("hh:mm", number) } else { Ok(String::new()) };
        let whole = format!("{day} {}", time.unwrap_or_default()).trim().to_owned();
        // All in figures: the day goes first, whatever country the format was made in.
        let in_figures = parts.day && parts.month && parts.year && !parts.has_words;
        (Data::Text(whole), (!in_figures).then_some(shown))
    }

    fn render(&self, code: &str, number: f64) -> Result<String, ()> {
        let format = NumberFormat::parse(code).map_err(drop)?;
        format.try_format(number, &self.dates).map_err(drop)
    }
}

/// A number without the noise behind the fifteenth digit.
fn value(number: f64) -> Data {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    match (rounded.fract() == 0.0).then(|| format!("{rounded:.0}").parse().ok()).flatten() {
        Some(whole) => Data::Whole(whole),
        None => Data::Decimal(rounded),
    }
}

/// Digits with zeros before or spaces between: a code, a telephone number.
fn is_code(shown: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.');
    shown.len() > 1
        && shown.chars().all(is_digit)
        && Decimal::written(shown).is_none()
        && !shown.starts_with('-')
}

/// The number in the thousands that commas behind the digits of a format ask for, rounded as they do.
fn scaled(number: f64, code: &str) -> f64 {
    let first = code.split(';').next().unwrap_or_default();
    let digits = first.trim_end_matches(|c: char| !matches!(c, '0' | '#' | '?' | ','));
    let commas = digits.len() - digits.trim_end_matches(',').len();
    if commas == 0 || digits.contains('.') {
        return number;
    }
    let unit = 1000f64.powi(i32::try_from(commas).unwrap_or(0));
    (number / unit).round() * unit
}

/// What the format of a date shows.
#[derive(Default)]
struct Parts {
    day: bool,
    month: bool,
    year: bool,
    hour: bool,
    /// Names of months or days, or words of its own.
    has_words: bool,
}

impl Parts {
    fn of(code: &str) -> Self {
        let mut out = Self::default();
        let first = code.split(';').next().unwrap_or_default().to_lowercase();
        // Each run of one letter, and how long it is.
        let mut runs: Vec<(char, usize)> = Vec::new();
        let (mut closing, mut last, mut chars) = (None, ' ', first.chars());
        while let Some(c) = chars.next() {
            match (closing, c) {
                (Some(close), c) if c == close => closing = None,
                (Some('"'), _) => out.has_words = true,
                (Some(_), _) => {}
                (None, '"') => closing = Some('"'),
                (None, '[') => closing = Some(']'),
                (None, '\\') => out.has_words |= chars.next().is_some_and(char::is_alphabetic),
                (None, 'd' | 'm' | 'y' | 'h' | 's') => match runs.last_mut() {
                    Some((_, length)) if last == c => *length += 1,
                    _ => runs.push((c, 1)),
                },
                (None, _) => {}
            }
            last = c;
        }
        for (at, (letter, length)) in runs.iter().enumerate() {
            let beside = |at: Option<usize>| at.and_then(|at| runs.get(at)).map(|(letter, _)| *letter);
            // Behind hours and before seconds they are minutes.
            let is_minute = beside(at.checked_sub(1)) == Some('h') || beside(at.checked_add(1)) == Some('s');
            match letter {
                'd' => out.day = true,
                'y' => out.year = true,
                'm' if !is_minute => out.month = true,
                'h' => out.hour = true,
                _ => {}
            }
            out.has_words |= *length > 2 && (*letter == 'd' || *letter == 'm' && !is_minute);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(number: f64, code: &str) -> String {
        let (value, shown) = CellFormats::new(false).see(number, code);
        shown.unwrap_or_else(|| match value {
            Data::Text(text) => text,
            Data::Whole(whole) => whole.to_string(),
            Data::Decimal(number) => spelled(number),
            other => format!("{other:?}"),
        })
    }

    #[test]
    fn numbers_show_what_excel_shows() {
        for (number, code, wanted) in [
            (12.299_999_999_999_999, "General", "12,3"),
            (12.299_999_999_999_999, "", "12,3"),
            (1.0 / 3.0, "General", "0,333333333"),
            (79_123_456_789.0, "General", "79123456789"),
            (12.34, "0.0", "12,3"),
            (7.5, "0.00", "7,50"),
            (0.125, "0.0%;[Red]-0.0%", "12,5%"),
            (0.125, "0.00%;@", "12,50%"),
            (0.125, "0.0%_)", "12,5%"),
            (1_234_567.0, "#,##0", "1.234.567"),
            (1_234_567.0, "#,##0 \"đ\"", "1.234.567 đ"),
            (-1500.0, "#,##0;[Red]-#,##0", "-1.500"),
            (-1500.0, "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", "(1.500)"),
            (0.0, "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", "-"),
            (1_234_567.0, "#,##0,", "1.235"),
            (45.0, "00000", "00045"),
            (912_345_678.0, "0000 000 000", "0912 345 678"),
            (912_345_678.0, "0000\".\"000\".\"000", "0912.345.678"),
            (1.5, "[h]:mm", "36:00"),
            (0.5, "h:mm", "12:00"),
        ] {
            assert_eq!(shown(number, code), wanted, "{number} {code}");
        }
    }

    #[test]
    fn days_are_written_day_first() {
        for (code, wanted) in [
            ("mm-dd-yy", "09/12/2025"),
            ("m/d/yyyy", "09/12/2025"),
            ("[$-42A]dd/mm/yyyy;@", "09/12/2025"),
            ("mm/yyyy", "12/2025"),
            ("dd/mm", "09/12"),
            ("\"ngày \"dd\" tháng \"mm\" năm \"yyyy", "ngày 09 tháng 12 năm 2025"),
            ("dddd, dd mmmm yyyy", "thứ Ba, 09 tháng 12 2025"),
        ] {
            assert_eq!(shown(46_000.0, code), wanted, "{code}");
        }
        assert_eq!(shown(46_000.5, "m/d/yy h:mm"), "09/12/2025 12:00");
        let (value, _) = CellFormats::new(false).see(46_000.0, "mm/yyyy");
        assert_eq!(value, Data::Text("09/12/2025".to_owned()), "a day is known, whatever is shown");
    }

    #[test]
    fn a_number_stays_one_whatever_it_shows() {
        assert_eq!(CellFormats::new(false).see(0.125, "0.0%").0, Data::Decimal(0.125));
        assert_eq!(CellFormats::new(false).see(1_234_567.0, "#,##0 \"đ\"").0, Data::Whole(1_234_567));
        assert_eq!(CellFormats::new(false).see(45.0, "00000").0, Data::Text("00045".to_owned()));
    }
}
