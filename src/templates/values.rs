//! What values of data are in an expression: a text such as "5.000.000" counts as a number where one is asked
//! for, and a number prints the Vietnamese way. Tera knows neither, so filters are put behind the names.

use tera::{Kwargs, Map, State, Tera, Value, value::Key};

use super::segments::{Segment, SegmentKind};
use super::tokens::{Lexeme, Word, tokens};
use crate::vietnamese::Decimal;

/// The variable that holds what the cells of the row show, where that is not what they are.
pub const SHOWN: &str = "__shown";

const PRINT: &str = "__print";
const COUNT: &str = "__count";

/// Filters that ask for a number.
const NUMERIC: [&str; 6] = ["money", "words", "round", "abs", "int", "float"];

/// Adds the filters.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter(COUNT, |value: Value, _: Kwargs, _: &State| count(value));
    tera.register_filter(PRINT, |value: Value, arguments: Kwargs, state: &State| {
        let of: Option<&str> = arguments.get("row")?;
        let cell: Option<&str> = arguments.get("cell")?;
        if let Some((row, cell)) = of.zip(cell)
            && let Some(all) = state.get::<Map>(SHOWN)?
            && let Some(cells) = all.get(&Key::from(row.to_owned())).and_then(Value::as_map)
            && let Some(shown) = cells.get(&Key::from(cell.to_owned()))
        {
            return Ok(shown.clone());
        }
        Ok(print(value))
    });
}

/// A text that is a number to a reader, as that number; anything else as it is.
fn count(value: Value) -> Value {
    let Some(number) = value.as_str().and_then(Decimal::counted) else { return value };
    let plain = number.plain();
    match (plain.parse::<i64>(), plain.parse::<f64>()) {
        (Ok(whole), _) => Value::from(whole),
        (_, Ok(fraction)) => Value::from(fraction),
        _ => value,
    }
}

/// A fraction with its comma; anything else as it is.
fn print(value: Value) -> Value {
    let is_fraction = value.is_number() && value.as_i128().is_none();
    let Some(number) = is_fraction.then(|| value.to_string().parse().ok()).flatten() else { return value };
    Value::from(spelled(number))
}

/// A number with the 15 digits that a spreadsheet holds, as it is written in a sentence: 7,5.
pub fn spelled(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    rounded.to_string().replace('.', ",")
}

/// The text with the filters behind its names and values.
pub(super) fn rewritten(text: &str, segments: &[Segment]) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut is_raw = false;
    for Segment { kind, at } in segments {
        let written = &text[at.clone()];
        match kind {
            SegmentKind::Block => {
                let name = written.trim_matches(['{', '%', '-', '}', ' ', '\n', '\r', '\t']);
                is_raw = name == "raw" || is_raw && name != "endraw";
                out.push_str(&if is_raw { written.to_owned() } else { counting(written) });
            }
            SegmentKind::Value if !is_raw => out.push_str(&printing(written)),
            _ => out.push_str(written),
        }
    }
    out
}

/// `{{ … }}` with the filter that prints its value.
fn printing(written: &str) -> String {
    let (open, rest) = if written.starts_with("{{-") { written.split_at(3) } else { written.split_at(2) };
    let close = if rest.ends_with("-}}") { 3 } else { 2 };
    let (inside, close) = rest.split_at(rest.len().saturating_sub(close));
    match tokens(inside).as_slice() {
        [] => written.to_owned(),
        // One name alone: what the cell shows.
        [Lexeme { word: Word::Name(path), .. }] => {
            let quoted = |name: &str| {
                let quote = ['"', '\'', '`'].into_iter().find(|quote| !name.contains(*quote))?;
                Some(format!("{quote}{name}{quote}"))
            };
            let cell = match path.as_slice() {
                [row, cell] => quoted(row).zip(quoted(cell)),
                _ => None,
            };
            let arguments = cell.map_or_else(String::new, |(row, cell)| format!("(row={row}, cell={cell})"));
            format!("{open}{inside} | {PRINT}{arguments} {close}")
        }
        _ => format!("{open} ({}) | {PRINT} {close}", counting(inside)),
    }
}

/// An expression in which names that stand for numbers are read as such.
fn counting(inside: &str) -> String {
    let tokens = tokens(inside);
    let mut edits: Vec<(usize, &str)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if !matches!(token.word, Word::Name(_)) {
            continue;
        }
        let (end, filter) = filters(&tokens, at);
        let before = at.checked_sub(1).map(|at| &tokens[at].word);
        let after = tokens.get(end).map(|token| &token.word);
        if let Some(filter) = filter {
            edits.push((tokens[filter].at.start, "| __count "));
        } else if asks(before, at.checked_sub(2).and_then(|at| tokens.get(at)))
            || asks(after, tokens.get(end + 1))
        {
            edits.push((token.at.start, "("));
            edits.push((tokens[end - 1].at.end, " | __count)"));
        }
    }
    let mut out = String::with_capacity(inside.len() + 16 * edits.len());
    let mut from = 0;
    edits.sort_by_key(|(at, _)| *at);
    for (at, added) in edits {
        out.push_str(&inside[from..at]);
        out.push_str(added);
        from = at;
    }
    out.push_str(&inside[from..]);
    out
}

/// Past the filters of the name at `at`: the next token; and the bar before the first that asks for a number.
fn filters(tokens: &[Lexeme], at: usize) -> (usize, Option<usize>) {
    let (mut end, mut numeric) = (at + 1, None);
    while let [Lexeme { word: Word::Bar, .. }, Lexeme { word: Word::Filter(name), .. }, ..] =
        tokens.get(end..).unwrap_or_default()
    {
        if numeric.is_none() && NUMERIC.contains(name) {
            numeric = Some(end);
        }
        end += 2;
        if matches!(tokens.get(end), Some(Lexeme { word: Word::Open, .. })) {
            let mut depth = 0;
            while let Some(token) = tokens.get(end) {
                depth += match token.word {
                    Word::Open => 1,
                    Word::Close => -1,
                    _ => 0,
                };
                end += 1;
                if depth == 0 {
                    break;
                }
            }
        }
    }
    (end, numeric)
}

/// Whether an operator beside a name asks for a number, seeing what stands on its other side.
fn asks(operator: Option<&Word>, other: Option<&Lexeme>) -> bool {
    let other = other.map(|token| &token.word);
    match operator {
        Some(Word::Sum) => true,
        Some(Word::Order) => !matches!(other, Some(Word::Quoted)),
        // A code is compared as a text.
        Some(Word::Same) => matches!(other, Some(Word::Number)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::templates::segments;

    fn of(text: &str) -> String {
        rewritten(text, &segments(text).unwrap_or_default()).replace(COUNT, "#").replace(PRINT, "=")
    }

    #[test]
    fn names_count_where_a_number_is_asked_for() {
        for (text, wanted) in [
            ("{{ c.a }}", "{{ c.a  | =(row=\"c\", cell=\"a\") }}"),
            ("{{ c[\"Tên xã\"] }}", "{{ c[\"Tên xã\"]  | =(row=\"c\", cell=\"Tên xã\") }}"),
            ("{{- c.a + 1 -}}", "{{- ( (c.a | #) + 1 ) | = -}}"),
            ("{{ c.a | money }}", "{{ ( c.a | # | money ) | = }}"),
            (
                "{{ c.a | default(value=\"x | y\") | round(precision=2) }}",
                "{{ ( c.a | default(value=\"x | y\") | # | round(precision=2) ) | = }}",
            ),
            (
                "{% if c.a > 5 and c.b == '45' %}x{% endif %}",
                "{% if (c.a | #) > 5 and c.b == '45' %}x{% endif %}",
            ),
            ("{% if c.a >= c.b %}", "{% if (c.a | #) >= (c.b | #) %}"),
            ("{% if c.a < \"2026\" or c.n == 45 %}", "{% if c.a < \"2026\" or (c.n | #) == 45 %}"),
            ("{% set tong = c.a + c.b %}", "{% set tong = (c.a | #) + (c.b | #) %}"),
            ("{% raw %}{{ a + b }}{% endraw %}", "{% raw %}{{ a + b }}{% endraw %}"),
            ("{{ c.a ~ c.b }}", "{{ ( c.a ~ c.b ) | = }}"),
            ("{% for one in range(end=c.n * 2) %}", "{% for one in range(end=(c.n | #) * 2) %}"),
        ] {
            assert_eq!(of(text), wanted, "{text}");
        }
    }

    #[test]
    fn fractions_have_a_comma() {
        for (number, wanted) in
            [(7.5, "7,5"), (0.1 + 0.2, "0,3"), (15.0, "15"), (-12.299_999_999_999_999, "-12,3")]
        {
            assert_eq!(spelled(number), wanted);
        }
    }
}
