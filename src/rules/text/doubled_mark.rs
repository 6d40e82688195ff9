//! Two marks where one is meant.

use std::ops::Range;

use crate::diag::{Fix, Severity, Sink};
use crate::plan::Field;
use crate::plan::prose::{Prose, Sort, Token};
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::say;

pub const RULE: Rule = Rule {
    code: "doubled-mark",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    what: Words { vi: "hai dấu câu liền nhau", en: "two marks where one is meant" },
    why: Words {
        vi: "Hai dấu phẩy, chấm, chấm phẩy, hai chấm đứng liền nhau thường là gõ thừa hoặc sót sau khi sửa.",
        en: "Two commas, stops, semicolons or colons together are most often left from an edit.",
    },
    examples: Examples::Plan {
        wrong: "objectives: [\"Bảo đảm tiến độ⟦,,⟧ chất lượng.\"]",
        right: "objectives: [\"Bảo đảm tiến độ, chất lượng.\"]",
    },
    check: Check::Prose(check),
};

/// Words after which a sentence goes on without a comma.
const OPEN: [&str; 5] = ["và", "hoặc", "của", "những", "các"];

fn check(line: &Prose, sink: &mut Sink) {
    if line.field == Field::Symbol {
        return;
    }
    for at in 0..line.tokens.len() {
        if let Some((range, keep)) = doubled(line, at) {
            let written: String = line.chars[range.clone()].iter().collect();
            // Two stops may be three that lost one.
            let is_safe = written != "..";
            let fix =
                keep.and_then(|keep| line.fix(range.clone(), keep)).map(|fix| Fix { safe: is_safe, ..fix });
            sink.push(
                RULE.at(
                    line.span(range),
                    say!("hai dấu câu liền nhau: \"{written}\"", "two marks together: \"{written}\""),
                )
                .help(say!("bỏ bớt một dấu", "remove one"))
                .fix(fix),
            );
        }
        let token = &line.tokens[at];
        if OPEN.contains(&token.text.as_str()) && line.tokens.get(at + 1).is_some_and(|next| next.is(",")) {
            let (word, range) = (&token.text, line.tokens[at + 1].at.clone());
            sink.push(
                RULE.at(line.span(range), say!("dấu phẩy sau \"{word}\"", "a comma after \"{word}\""))
                    .help(say!("bỏ dấu phẩy", "remove the comma")),
            );
        }
    }
}

/// The characters of two marks that begin at a token, and the one to keep where both are the same.
fn doubled(line: &Prose, at: usize) -> Option<(Range<usize>, Option<String>)> {
    let mark = |token: Option<&Token>| -> Option<char> {
        let token = token.filter(|token| token.sort == Sort::Sign)?;
        token.text.chars().next().filter(|c| ",.;:".contains(*c))
    };
    let token = |at: Option<usize>| at.and_then(|at| line.tokens.get(at));
    let first = mark(token(Some(at)))?;
    let spaced = token(Some(at + 1)).is_some_and(|next| next.sort == Sort::Space);
    let second_at = at + if spaced { 2 } else { 1 };
    let second = mark(token(Some(second_at)))?;
    let (before, after) = (token(at.checked_sub(1)), token(Some(second_at + 1)));
    let is_stop = |token: Option<&Token>| mark(token) == Some('.') || token.is_some_and(|one| one.is("…"));
    // "...", ". . .", "../": rows of dots and paths.
    let is_row = is_stop(before)
        || is_stop(after)
        || after.is_some_and(|after| after.is("/") || after.sort == Sort::Number)
        || before.is_none_or(|before| !matches!(before.sort, Sort::Word | Sort::Number) && !before.is(")"));
    // "v.v.,", "GS.TS.;", "A.B.C.,", "XYZ.,": the stop belongs to the word.
    let is_short = before.is_some_and(|word| {
        word.at.len() < 2 || word.is_all_capitals() || !word.is_syllable && word.sort == Sort::Word
    }) || at > 1 && is_stop(token(Some(at - 2)));
    let fits = match (first, second) {
        _ if spaced => first == second && first != '.',
        ('.', '.') => !is_row && !at.checked_sub(2).is_some_and(|at| is_stop(token(Some(at)))),
        ('.', _) => !is_row && !is_short,
        (_, '.') => !is_row,
        (':', ':') => !is_row && after.is_none_or(|after| after.sort == Sort::Space),
        _ => true,
    };
    let range = line.tokens[at].at.start..line.tokens[second_at].at.end;
    fits.then(|| (range, (first == second).then(|| first.to_string())))
}
