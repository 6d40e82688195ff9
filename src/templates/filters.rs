//! The filters of expressions beside Tera's own: slug, money, words, date, date_long.

use chrono::{Datelike, NaiveDate};
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::translated::BOTH;
use crate::decree::text::{long_date, short_date};
use crate::vietnamese::{grouped, number_in_words, slug};

/// The names of the filters that texts of a plan are likely to use, Tera's among them.
pub const FILTERS: [&str; 24] = [
    "slug",
    "money",
    "words",
    "date",
    "date_long",
    "upper",
    "lower",
    "capitalize",
    "title",
    "trim",
    "replace",
    "truncate",
    "default",
    "int",
    "float",
    "round",
    "abs",
    "length",
    "first",
    "last",
    "join",
    "split",
    "str",
    "sort",
];

/// Adds them.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("slug", |value: Value, _: Kwargs, _: &State| slug(&spelled(&value), '-'));
    tera.register_filter("money", |value: Value, _: Kwargs, _: &State| number(&value));
    tera.register_filter("words", |value: Value, _: Kwargs, _: &State| -> TeraResult<String> {
        number(&value)?;
        number_in_words(&spelled(&value)).ok_or_else(|| no_number(&value))
    });
    tera.register_filter("date", |value: Value, _: Kwargs, _: &State| -> TeraResult<String> {
        let date = day(&value)?;
        Ok(short_date(date.day(), date.month(), date.year()))
    });
    tera.register_filter("date_long", |value: Value, _: Kwargs, _: &State| -> TeraResult<String> {
        let date = day(&value)?;
        Ok(format!("ngày {}", long_date(date.day(), date.month(), date.year())))
    });
}

/// A value as it prints.
fn spelled(value: &Value) -> String {
    value.to_string().trim().to_owned()
}

fn number(value: &Value) -> TeraResult<String> {
    grouped(&spelled(value), value.is_string()).ok_or_else(|| no_number(value))
}

fn no_number(value: &Value) -> Error {
    Error::message(format!("\"{value}\" không phải một số{BOTH}\"{value}\" is no number"))
}

/// The day of 2026-11-24 or 24/11/2026.
fn day(value: &Value) -> TeraResult<NaiveDate> {
    let text = spelled(value);
    ["%Y-%m-%d", "%d/%m/%Y"]
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(&text, form).ok())
        .or_else(|| serial_day(&text))
        .filter(|date| (1000..10_000).contains(&date.year()))
        .ok_or_else(|| Error::message(format!("\"{value}\" không phải một ngày{BOTH}\"{value}\" is no date")))
}

/// The day that a sheet counts as this number from 1900 on, for one of 1954 to 2099: what a cell holds that was not
/// given the format of a date.
pub fn serial_day(number: &str) -> Option<NaiveDate> {
    let days: u64 = number.parse().ok().filter(|days| (20_000..=73_050).contains(days))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(days))
}
