use std::ops::Range;

use crate::citation::{Citation, CitedIn};
use crate::decree::text::{day_month, month};
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::text::Field;
use crate::text::prose::{Prose, TokenKind};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "date-padding",
        severity: Severity::Info,
        clause: Some("P1.II.4.b"),
        kinds: Kinds::All,
        what: Words {
            vi: "ngày, tháng lúc có lúc không có số 0 ở trước trong một văn bản",
            en: "days and months with and without a leading zero in one document",
        },
        why: Words {
            vi: r#""15/3" và "15/03" là một ngày viết hai cách; một văn bản nên dùng một cách. Cách của Nghị định: thêm số 0 trước ngày dưới 10 và tháng 1, 2. Ngày của văn bản được viện dẫn có quy tắc riêng: cite-padding."#,
            en: r#""15/3" and "15/03" are one day in two ways; one document should have one of them. The decree's: a zero before days below 10 and months 1, 2. The dates of cited documents have a rule of their own: cite-padding."#,
        },
        examples: Examples::Plan {
            wrong: "objectives: [Bước một xong trước ngày ⟦15/03/2021⟧; bước hai xong trước ngày 20/4/2021.]",
            right: "objectives: [Bước một xong trước ngày 15/3/2021; bước hai xong trước ngày 20/4/2021.]",
        },
    },
    check: Check::Plan(check),
};

/// The ways of writing days and months, as bits: the decree's, all with zeros, none with zeros.
const DECREE: u8 = 1;
const ZEROS: u8 = 2;
const BARE: u8 = 4;

/// Days that are known by these names.
const ANNIVERSARIES: [&str; 6] = ["3/2", "8/3", "1/5", "7/5", "1/6", "2/9"];

/// A date, or a part of one, as it is typed.
struct Written<'a> {
    line: &'a Prose<'a>,
    /// Which characters.
    at: Range<usize>,
    /// The token after it.
    next: usize,
    /// The ways of writing that it may be of.
    ways: u8,
    /// As the decree writes it.
    meant: String,
}

fn check(plan: &Subject, sink: &mut Sink) {
    let (mut own, mut cited) = (Vec::new(), Vec::new());
    for line in plan.prose.iter().filter(|line| !matches!(line.field, Field::BasisPart | Field::Symbol)) {
        for date in dates(line) {
            match plan.citations.iter().find(|one| is_its(&date, one)) {
                None => own.push(date),
                // It counts as what `cite-padding` makes of it.
                Some(one) if one.place != CitedIn::Quoted => {
                    cited.push(Written { ways: ways(&date.meant), ..date })
                }
                Some(_) => {}
            }
        }
    }
    let common = own.iter().chain(&cited).fold(DECREE | ZEROS | BARE, |all, date| all & date.ways);
    let wrong: Vec<&Written> = own.iter().filter(|date| date.ways & DECREE == 0).collect();
    let Some((first, more)) = wrong.split_first().filter(|_| common == 0) else { return };
    let meant = &first.meant;
    let mut finding = RULE
        .at(
            first.line.span(first.at.clone()),
            message!(
                "ngày, tháng trong văn bản viết không cùng một cách",
                "days and months are written in more than one way"
            ),
        )
        .help(message!(
            "viết: {meant} (số 0 trước ngày dưới 10 và tháng 1, 2; không trước tháng khác)",
            "write: {meant} (a zero before days below 10 and months 1, 2; before no other month)"
        ));
    let is_other = |other: &&Written| other.ways & DECREE != 0 && other.ways & first.ways == 0;
    if let Some(other) = own.iter().chain(&cited).find(is_other) {
        finding =
            finding.label(other.line.span(other.at.clone()), message!("cách kia ở đây", "the other way"));
    }
    for date in more {
        let meant = &date.meant;
        finding = finding.label(date.line.span(date.at.clone()), message!("viết: {meant}", "write: {meant}"));
    }
    let fixes: Option<Vec<Fix>> =
        wrong.iter().map(|date| date.line.fix(date.at.clone(), date.meant.as_str())).collect();
    let all = fixes.map(|all| Fix::safe(all.into_iter().flat_map(|fix| fix.edits).collect()));
    sink.push(finding.fix(all));
}

fn is_its(date: &Written, one: &Citation) -> bool {
    let span = date.line.span(date.at.clone());
    one.date.as_ref().is_some_and(|day| (day.span.source, day.span.start) == (span.source, span.start))
}

/// The dates of a line that are written with "/" and typed as they print.
fn dates<'a>(line: &'a Prose<'a>) -> Vec<Written<'a>> {
    let mut out: Vec<Written> = Vec::new();
    let mut at = 0;
    while at < line.tokens.len() {
        let goes_on = out.last().is_some_and(|last| is_range(line, last.next, at));
        match date(line, at, goes_on) {
            Some(date) => {
                at = date.next;
                out.push(date);
            }
            None => at += 1,
        }
    }
    out.retain(|date| line.written(date.at.clone()).is_some());
    out
}

/// Whether nothing but "-" or "đến" stands between two tokens.
fn is_range(line: &Prose, from: usize, to: usize) -> bool {
    let between = &line.tokens[from..to];
    let is_sign = |text: &str| ["-", "–", "đến"].contains(&text);
    between.iter().all(|one| one.kind == TokenKind::Space || is_sign(&one.small))
        && between.iter().any(|one| is_sign(&one.small))
}

/// The date at a token: "5/1/2026"; after "ngày" or as the end of a range "5/1"; after "tháng" "3/2026".
fn date<'a>(line: &'a Prose<'a>, at: usize, goes_on: bool) -> Option<Written<'a>> {
    let tokens = &line.tokens;
    // "1.500/3", "A5/1": the end of something else.
    let is_begin = at
        .checked_sub(1)
        .is_none_or(|before| tokens[before].kind == TokenKind::Space || tokens[before].is("("));
    if !is_begin && !goes_on {
        return None;
    }
    let mut parts: Vec<&str> = Vec::new();
    let mut next = at;
    while let Some(number) = tokens.get(next).filter(|one| one.kind == TokenKind::Number) {
        parts.push(&number.text);
        next += 1;
        match tokens.get(next) {
            Some(sign) if sign.is("/") => next += 1,
            _ => break,
        }
    }
    // "01/KH", "5/1-KH", "5/1a": no date.
    let follows = |n: usize| tokens.get(next + n).is_some_and(|one| one.kind == TokenKind::Word);
    let is_broken = tokens[next - usize::from(next > at)].is("/") || follows(0);
    if is_broken || tokens.get(next).is_some_and(|one| one.is("-")) && follows(1) {
        return None;
    }
    let comes_after = |word: &str| line.word_before(at).is_some_and(|one| tokens[one].small == word);
    let (day, month, year) = match parts[..] {
        [day, month, year] if is_year(year) => (Some(day), month, Some(year)),
        [month, year] if is_year(year) && (comes_after("tháng") || goes_on) => (None, month, Some(year)),
        [day, month] if comes_after("ngày") || goes_on => (Some(day), month, None),
        _ => return None,
    };
    let typed: Vec<&str> = day.into_iter().chain([month]).collect();
    if year.is_none() && ANNIVERSARIES.contains(&typed.join("/").as_str()) {
        return None;
    }
    let meant = meant(day, month)?;
    let meant = year.map_or_else(|| meant.clone(), |year| format!("{meant}/{year}"));
    let at = tokens[at].at.start..tokens[next - 1].at.end;
    let ways = ways(&line.chars[at.clone()].iter().collect::<String>());
    Some(Written { line, at, next, ways, meant })
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year: u32| (1900..2100).contains(&year))
}

/// Day and month as the decree writes them; none where they are no such.
fn meant(day: Option<&str>, month: &str) -> Option<String> {
    let number = |text: &str, max: u32| {
        text.parse::<u32>().ok().filter(|value| text.len() <= 2 && (1..=max).contains(value))
    };
    let value = number(month, 12)?;
    match day {
        Some(day) => {
            let (day, month) = day_month(number(day, 31)?, value);
            Some(format!("{day}/{month}"))
        }
        None => Some(self::month(value)),
    }
}

/// The ways that "05/3/2026", "05/3" or "3/2026" may be of.
fn ways(text: &str) -> u8 {
    let parts: Vec<&str> = text.split('/').collect();
    let (day, month) = match parts[..] {
        [day, month, _] => (Some(day), month),
        [month, year] if year.len() == 4 => (None, month),
        [day, month] => (Some(day), month),
        _ => (None, text),
    };
    let of_day = match day.map(str::as_bytes) {
        Some([b'0', _]) => DECREE | ZEROS,
        Some([_]) => BARE,
        _ => DECREE | ZEROS | BARE,
    };
    let of_month = match month {
        "01" | "02" => DECREE | ZEROS,
        "1" | "2" => BARE,
        "10" | "11" | "12" => DECREE | ZEROS | BARE,
        zero if zero.starts_with('0') => ZEROS,
        _ => DECREE | BARE,
    };
    of_day & of_month
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_tells_in_which_ways_it_may_be_written() {
        for (text, wanted) in [
            ("15/10/2026", DECREE | ZEROS | BARE),
            ("15/3/2026", DECREE | BARE),
            ("15/03", ZEROS),
            ("05/3", DECREE),
            ("05/01/2026", DECREE | ZEROS),
            ("5/1/2026", BARE),
            ("5/03/2026", 0),
            ("03/2026", ZEROS),
            ("3/2026", DECREE | BARE),
            ("02/2026", DECREE | ZEROS),
        ] {
            assert_eq!(ways(text), wanted, "{text}");
        }
    }
}
