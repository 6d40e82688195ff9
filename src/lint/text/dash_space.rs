use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::Field;
use crate::text::prose::{Prose, Token, TokenKind};
use crate::vietnamese::is_compound;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "dash-space",
        severity: Severity::Warning,
        clause: None,
        kinds: Kinds::All,
        what: Words {
            vi: "dấu gạch ngang chỉ có dấu cách ở một bên, ngày tháng có dấu cách",
            en: "a dash with a space on one side alone, or a space inside a date",
        },
        why: Words {
            vi: r#"Giữa hai năm, hai ngày, hai từ, dấu gạch ngang có dấu cách ở cả hai bên, hoặc không bên nào: "2026 - 2030", "2026-2030", "kinh tế - xã hội". Ngày viết bằng số thì viết liền: "13/12/2026"."#,
            en: r#"A dash between years, days or words has a space on both sides or on none: "2026 - 2030", "2026-2030". A date in digits has none."#,
        },
        examples: Examples::Plan {
            wrong: "objectives: [Kế hoạch giai đoạn 2026⟦ -⟧2030.]",
            right: "objectives: [Kế hoạch giai đoạn 2026 - 2030.]",
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    if line.field == Field::Symbol {
        return;
    }
    for at in 0..line.tokens.len() {
        date(line, at, sink);
    }
    for at in 1..line.tokens.len().saturating_sub(2) {
        let [one, two] = [&line.tokens[at], &line.tokens[at + 1]];
        let is_dash = |token: &Token| token.is("-") || token.is("–");
        let spaced_before = one.kind == TokenKind::Space && is_dash(two);
        let spaced_after = is_dash(one) && two.kind == TokenKind::Space;
        let (before, after) = (at - 1, at + 2);
        if !spaced_before && !spaced_after || !is_joined(line, before, after) {
            continue;
        }
        let dash = if spaced_before { &two.text } else { &one.text };
        let range = one.at.start..two.at.end;
        let is_safe =
            line.tokens[before].kind == TokenKind::Number || is_between_compounds(line, before, after);
        sink.push(
            RULE.at(
                line.span(range.clone()),
                message!(
                    "dấu gạch ngang chỉ có dấu cách ở một bên",
                    "the dash has a space on one side alone"
                ),
            )
            .help(message!("để dấu cách ở cả hai bên", "put a space on both sides"))
            .fix(line.fix(range, format!(" {dash} ")).map(|fix| Fix { safe: is_safe, ..fix })),
        );
    }
}

/// Whether a dash between these two tokens joins years, days or words: a symbol has a rule of its own, and in
/// "5 -7°C" it is a sign.
fn is_joined(line: &Prose, before: usize, after: usize) -> bool {
    let (one, other) = (&line.tokens[before], &line.tokens[after]);
    let is_part = |at: Option<usize>, signs: &[&str]| {
        at.and_then(|at| line.tokens.get(at)).is_some_and(|token| signs.iter().any(|sign| token.is(sign)))
    };
    match (one.kind, other.kind) {
        (TokenKind::Number, TokenKind::Number) => {
            let is_year = |token: &Token| token.text.len() == 4;
            let is_date = is_part(before.checked_sub(1), &["/"]) && is_part(Some(after + 1), &["/"]);
            is_year(one) && is_year(other) || is_date
        }
        (TokenKind::Word, TokenKind::Word) => {
            let is_word = |token: &Token| token.is_syllable && token.at.len() > 1 && !token.is_all_capitals();
            // "gi- độ chênh lệch": what a letter of a formula stands for.
            if before == 0 {
                return false;
            }
            // "A.B -C", "1/Sở -": a symbol or an address.
            let is_other =
                is_part(before.checked_sub(1), &["/", "-", "."]) || is_part(Some(after + 1), &["/", "-"]);
            is_word(one) && is_word(other) && !is_other
        }
        _ => false,
    }
}

/// Whether a compound ends before the dash, or begins after it: no word of a foreign name goes on there.
fn is_between_compounds(line: &Prose, before: usize, after: usize) -> bool {
    let small = |at: usize| line.tokens[at].small.as_str();
    let ends = line.word_before(before).is_some_and(|first| is_compound(small(first), small(before)));
    let begins = line.word_after(after).is_some_and(|second| is_compound(small(after), small(second)));
    ends && begins
}

/// "13 /12/2026", "13/ 12/ 2026".
fn date(line: &Prose, at: usize, sink: &mut Sink) {
    let is_after_slash = at.checked_sub(1).is_some_and(|before| line.tokens[before].is("/"));
    let number = |at: usize| line.tokens.get(at).filter(|token| token.kind == TokenKind::Number);
    let skip =
        |at: usize| at + usize::from(line.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Space));
    let after_slash = |at: usize| {
        let slash = skip(at);
        line.tokens.get(slash).filter(|sign| sign.is("/")).map(|_| skip(slash + 1))
    };
    let Some(month) = after_slash(at + 1) else { return };
    let Some(year) = after_slash(month + 1) else { return };
    let (Some(d), Some(m), Some(y)) = (number(at), number(month), number(year)) else { return };
    let is_date = d.text.len() <= 2 && m.text.len() <= 2 && y.text.len() == 4;
    // The number of a document goes on with its symbol.
    let goes_on = line.tokens.get(year + 1).is_some_and(|next| next.is("/"));
    if !is_date || is_after_slash || goes_on || year == at + 4 {
        return;
    }
    let range = d.at.start..y.at.end;
    let meant = format!("{}/{}/{}", d.text, m.text, y.text);
    sink.push(
        RULE.at(line.span(range.clone()), message!("ngày có dấu cách bên trong", "the date holds a space"))
            .help(message!("viết liền: {meant}", "write: {meant}"))
            .fix(line.fix(range, meant)),
    );
}
