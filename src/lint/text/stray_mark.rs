use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Edit, Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::Field;
use crate::text::prose::{Prose, Token, TokenKind};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "stray-mark",
        severity: Severity::Warning,
        clause: None,
        kinds: Kinds::All,
        what: Words { vi: "dấu câu thừa", en: "a mark too many" },
        why: Words {
            vi: r#"Hai dấu câu liền nhau (",,", "..", ".,") hoặc dấu phẩy sau "và", "của", "các" thường là sót lại khi sửa câu. Dấu "…", "...", hàng dấu chấm để điền và chữ viết tắt có dấu chấm không bị nêu."#,
            en: r#"Two marks in a row, or a comma after "và", "của", "các", are mostly left over from editing. Dots that are filled in and abbreviations with a stop are not reported."#,
        },
        examples: Examples::Plan {
            wrong: "objectives:
  - Bảo đảm tiến độ⟦,,⟧ chất lượng.",
            right: "objectives:
  - Bảo đảm tiến độ, chất lượng.",
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    if line.field == Field::Symbol {
        return;
    }
    let is_form = line.tokens.windows(4).any(|four| four.iter().all(|token| token.is(".")))
        || line.chars.contains(&'…');
    let mut at = 1;
    while at < line.tokens.len() {
        let Some(last) = doubled(line, at, is_form) else {
            if let Some(word) = goes_on(line, at) {
                report_comma(line, at, word, sink);
            }
            at += 1;
            continue;
        };
        let (first, second) = (&line.tokens[at], &line.tokens[last]);
        let range = first.at.start..second.at.end;
        let is_same = first.text == second.text;
        let written: String = line.chars[range.clone()].iter().collect();
        let fix = line.fix(range.clone(), first.text.as_str());
        sink.push(
            RULE.at(
                line.span(range),
                message!("hai dấu câu liền nhau: \"{written}\"", "two marks in a row: \"{written}\""),
            )
            .help(message!("để một dấu", "leave one"))
            .fix(fix.map(|fix| Fix { safe: is_same, ..fix })),
        );
        at = last + 1;
    }
}

/// The second of two marks that cannot follow each other, with a space between or none.
fn doubled(line: &Prose, at: usize, is_form: bool) -> Option<usize> {
    let mark = |token: Option<&Token>| {
        token.filter(|token| token.kind == TokenKind::Sign).and_then(|token| ",;.:".find(token.text.as_str()))
    };
    let first = &line.tokens[at];
    mark(Some(first))?;
    let spaced = line.tokens.get(at + 1)?.kind == TokenKind::Space;
    let last = at + 1 + usize::from(spaced);
    mark(line.tokens.get(last))?;
    let second = &line.tokens[last];
    let before = &line.tokens[at - 1];
    // Three and more are a row to fill in, or an ellipsis.
    let is_row = mark(Some(before)).is_some() || mark(line.tokens.get(last + 1)).is_some();
    let (one, other) = (first.text.as_str(), second.text.as_str());
    let is_wrong = match (one, other) {
        ("." | ":", _) | (_, ":") if spaced => false,
        (":", _) => {
            let ends = line.tokens.get(last + 1).is_none_or(|next| next.kind == TokenKind::Space);
            ends && before.kind == TokenKind::Word
        }
        (".", ".") => !is_form && is_stop(line, at) && ends_sentence(line, last),
        (".", _) => is_stop(line, at),
        (_, ".") => !line
            .tokens
            .get(last + 1)
            .is_some_and(|next| matches!(next.kind, TokenKind::Word | TokenKind::Number)),
        _ => true,
    };
    (is_wrong && !is_row).then_some(last)
}

/// Whether a full stop follows a whole word: not an abbreviation ("v.v.", "TP.", "XYZ.").
fn is_stop(line: &Prose, at: usize) -> bool {
    let before = &line.tokens[at - 1];
    let inside = at.checked_sub(2).is_some_and(|inside| line.tokens[inside].is("."));
    let is_blank = ["ngày", "tháng", "năm", "số", "điều", "khoản"].contains(&before.small.as_str());
    let is_next_stop = line.tokens.get(at + 1).is_some_and(|next| next.is("."));
    let is_word = before.is_syllable && before.at.len() > 1 && !before.is_capital();
    // No abbreviation has two stops.
    let is_any = is_next_stop && before.kind == TokenKind::Word && before.at.len() > 1;
    let is_closed = before.is(")") || before.is("”");
    !inside
        && !is_blank
        && (is_word || is_closed || is_any || before.kind == TokenKind::Number && is_next_stop)
}

/// Whether nothing, or the beginning of a sentence, follows a token.
fn ends_sentence(line: &Prose, last: usize) -> bool {
    match (line.tokens.get(last + 1), line.tokens.get(last + 2)) {
        (None, _) => true,
        (Some(gap), next) => gap.kind == TokenKind::Space && next.is_none_or(Token::is_capital),
    }
}

/// Words after which no comma stands.
const GO_ON: [&str; 6] = ["và", "hoặc", "của", "các", "những", "mỗi"];

/// What may be put in between after "và,": "và, nếu cần, báo cáo".
const BETWEEN: [&str; 24] = [
    "nếu",
    "khi",
    "trong",
    "tại",
    "theo",
    "tùy",
    "tuỳ",
    "do",
    "với",
    "để",
    "trên",
    "ngoài",
    "sau",
    "trước",
    "trường",
    "vì",
    "đồng",
    "nhất",
    "đặc",
    "cuối",
    "thông",
    "qua",
    "từ",
    "ở",
];

/// The word before a comma that cannot be followed by one.
fn goes_on<'a>(line: &'a Prose, at: usize) -> Option<&'a Token> {
    let word = &line.tokens[at - 1];
    let next = line
        .tokens
        .get(at + 2)
        .filter(|_| line.tokens.get(at + 1).is_some_and(|gap| gap.kind == TokenKind::Space))?;
    let is_between = ["và", "hoặc"].contains(&word.small.as_str()) && BETWEEN.contains(&next.small.as_str());
    let is_wrong = line.tokens[at].is(",")
        && GO_ON.contains(&word.text.as_str())
        && next.kind == TokenKind::Word
        && !is_between;
    is_wrong.then_some(word)
}

fn report_comma(line: &Prose, at: usize, word: &Token, sink: &mut Sink) {
    let token = &line.tokens[at];
    let edit = Edit { span: line.span(token.at.clone()), text: String::new() };
    let word = &word.text;
    sink.push(
        RULE.at(line.span(token.at.clone()), message!("dấu phẩy sau \"{word}\"", "a comma after \"{word}\""))
            .help(message!("bỏ dấu phẩy", "remove it"))
            .fix(line.fix(token.at.clone(), "").map(|_| Fix { safe: false, edits: vec![edit] })),
    );
}
