use std::collections::HashMap;

use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Edit, Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::text::Field;
use crate::text::prose::{Prose, Token, TokenKind};
use crate::vietnamese::meant_abbreviation;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "abbreviation",
        severity: Severity::Warning,
        clause: Some("P3.I"),
        kinds: Kinds::All,
        what: Words { vi: "chữ viết tắt gõ sai", en: "a misspelt abbreviation" },
        why: Words {
            vi: "HĐND, QĐ, NĐ-CP, VPĐP có chữ Đ, máy quét và bàn phím không dấu hay làm mất nét ngang; UBND, HĐND, MTTQ hay bị đảo chữ, lặp chữ. Chữ viết tắt mà văn bản giải thích, dùng nhiều lần, hoặc là mã của cơ quan ban hành thì không bị nêu.",
            en: "HĐND, QĐ, NĐ-CP, VPĐP have Đ, which scans and keyboards without marks lose; letters of UBND, HĐND, MTTQ are often swapped or doubled. What the document defines or uses often, and the issuer's own code, are not reported.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Phối hợp với ⟦UBDN⟧ và HĐND tỉnh.]",
            right: "objectives: [Phối hợp với UBND và HĐND tỉnh.]",
        },
    },
    check: Check::Plan(check),
};

/// Used as often as this, and as the one that it is like, an abbreviation is the document's own.
const OFTEN: usize = 3;

fn check(plan: &Subject, sink: &mut Sink) {
    let own = own_codes(plan);
    let mut times: HashMap<&str, usize> = HashMap::new();
    for token in plan.prose.iter().flat_map(|line| &line.tokens).filter(|token| token.kind == TokenKind::Word)
    {
        *times.entry(&token.text).or_default() += 1;
    }
    let times = |word: &str| times.get(word).copied().unwrap_or_default();
    let defined: Vec<&Token> = plan.prose.iter().flat_map(|line| defined(line)).collect();
    for line in plan.prose.iter().filter(|line| line.field != Field::Name) {
        for (at, token) in line.tokens.iter().enumerate() {
            if token.kind != TokenKind::Word || token.is_syllable || is_of_a_name(line, at) {
                continue;
            }
            let Some((meant, is_sure)) = meant(line, at) else { continue };
            let word = &token.text;
            // "HDND" is a slip however often it is typed: the stroke is lost by the machine.
            let is_stroke = !word.contains('Đ') && meant.replace('Đ', "D") == *word;
            let is_own = own.iter().any(|code| word == code)
                || defined.iter().any(|one| one.text == *word)
                || !is_stroke && times(word) >= OFTEN.max(times(meant));
            if is_own || !is_sure && (times(meant) == 0 || times(word) > 1) {
                continue;
            }
            let edit = Edit { span: line.span(token.at.clone()), text: meant.to_owned() };
            sink.push(
                RULE.at(
                    line.span(token.at.clone()),
                    message!("\"{word}\" có lẽ là \"{meant}\"", "\"{word}\" is most likely \"{meant}\""),
                )
                .help(message!("viết: {meant}", "write: {meant}"))
                .fix(Some(Fix { safe: false, edits: vec![edit] })),
            );
        }
    }
}

/// What a word is a slip of, and whether nothing else is likely.
fn meant(line: &Prose, at: usize) -> Option<(&'static str, bool)> {
    let token = &line.tokens[at];
    // Two letters mean much else outside a symbol.
    let in_symbol = || line.tokens.get(at + 1).is_some_and(|next| next.is("-"));
    match token.text.as_str() {
        "QD" => in_symbol().then_some(("QĐ", true)),
        "ND" => in_symbol().then_some(("NĐ", true)),
        word => meant_abbreviation(word).map(|meant| (meant.name, meant.is_sure)),
    }
}

/// The parts of the codes that the plan gives to its issuer, its departments and its own symbol.
fn own_codes(plan: &Subject) -> Vec<String> {
    let issuer = plan.raw.issuer.as_ref().map(|issuer| &issuer.value);
    let drafter = plan.raw.drafter.as_ref().and_then(|drafter| drafter.value.code.as_ref());
    let codes = issuer.into_iter().flat_map(|issuer| [&issuer.code, &issuer.unit]).flatten();
    let all = codes.chain(&plan.raw.symbol).chain(drafter).map(|text| text.value.as_str());
    all.flat_map(|code| code.split(|c: char| !c.is_alphanumeric()).map(str::to_owned)).collect()
}

/// Abbreviations that the line explains: "(viết tắt là KHHT)", "(KHHT)", "KHHT: kế hoạch hành trình".
fn defined<'a>(line: &'a Prose) -> impl Iterator<Item = &'a Token> {
    let is_defined = |at: usize| {
        let after = line.tokens.get(at + 1);
        let is_entry = at == 0 && after.is_some_and(|sign| sign.is(":") || sign.is("="));
        let word = |at: usize| line.tokens[at].small.as_str();
        let is_called = line.word_before(at).is_some_and(|last| {
            let first = line.word_before(last).map(word);
            word(last) == "tắt" || word(last) == "là" && first == Some("tắt")
        });
        is_entry || is_called || is_bracketed(line, at)
    };
    let words = (0..line.tokens.len()).filter(|at| line.tokens[*at].kind == TokenKind::Word);
    words.filter(move |at| is_defined(*at)).map(|at| &line.tokens[at])
}

/// Whether the word stands alone in brackets. "Hội đồng nhân dân (HDND)" explains another one than it says.
fn is_bracketed(line: &Prose, at: usize) -> bool {
    let is_sign = |at: Option<usize>, sign: &str| {
        at.is_some_and(|at| line.tokens.get(at).is_some_and(|one| one.is(sign)))
    };
    if !is_sign(at.checked_sub(1), "(") || !is_sign(Some(at + 1), ")") {
        return false;
    }
    let Some(meant) = meant_abbreviation(&line.tokens[at].text) else { return true };
    let words = line.tokens[..at].iter().rev().filter(|token| token.kind == TokenKind::Word);
    let mut initials: Vec<char> =
        words.take(meant.name.chars().count()).filter_map(|word| word.text.chars().next()).collect();
    initials.reverse();
    initials.into_iter().flat_map(char::to_uppercase).ne(meant.name.chars())
}

/// Whether the word is a part of a file's name, an address or a code: "HDND.docx", "a@HDND", "HDND01".
fn is_of_a_name(line: &Prose, at: usize) -> bool {
    // In small letters it is mostly a part of an address: "/ubnd-xa".
    let in_small = !line.tokens[at].is_capital();
    let joins = |token: &Token| {
        let signs: &[&str] =
            if in_small { &["_", "@", "\\", "#", "/", "-", "."] } else { &["_", "@", "\\", "#"] };
        token.kind == TokenKind::Number || signs.iter().any(|sign| token.is(sign))
    };
    let before = at.checked_sub(1).map(|before| &line.tokens[before]);
    let before = before.is_some_and(|before| joins(before) || before.is("."));
    // A sentence may end with it.
    let ends = |at: usize| line.tokens.get(at).is_none_or(|next| next.kind == TokenKind::Space);
    let after = line.tokens.get(at + 1).is_some_and(|next| joins(next) && !(next.is(".") && ends(at + 2)));
    let ends_file = line.tokens.get(at + 1).is_some_and(|next| next.is("."))
        && line.tokens.get(at + 2).is_some_and(|next| next.kind == TokenKind::Word && !next.is_capital());
    before || after || ends_file
}
