use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Edit, Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::prose::{Prose, TokenKind};
use crate::vietnamese::from_keyboard;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "keyboard",
        severity: Severity::Warning,
        clause: None,
        kinds: Kinds::All,
        what: Words {
            vi: "chữ gõ khi bộ gõ tiếng Việt đang tắt (Telex, VNI)",
            en: "a word typed with the Vietnamese keyboard off (Telex, VNI)",
        },
        why: Words {
            vi: r#""ddoong", "tie61ng" là phím gõ còn sót lại, không phải chữ."#,
            en: r#""ddoong" and "tie61ng" are keys, not words."#,
        },
        examples: Examples::Plan {
            wrong: "objectives: [Phát triển ⟦nuowcs⟧ sạch.]",
            right: "objectives: [Phát triển nước sạch.]",
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    let mut at = 0;
    while at < line.tokens.len() {
        let len = line.tokens[at..]
            .iter()
            .take_while(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
            .count();
        let run = &line.tokens[at..at + len];
        let next = at + len.max(1);
        if let [first, others @ ..] = run
            && first.kind == TokenKind::Word
            && !(others.is_empty() && first.is_syllable)
            && stands_alone(line, at, next)
        {
            let word: String = run.iter().map(|token| token.text.as_str()).collect();
            let range = first.at.start..run[len - 1].at.end;
            let is_small = word.chars().all(|c| c.is_lowercase() || c.is_ascii_digit());
            if let Some(meant) = is_small.then(|| from_keyboard(&word)).flatten() {
                let edit = Edit { span: line.span(range.clone()), text: meant.clone() };
                sink.push(
                    RULE.at(
                        line.span(range),
                        message!(
                            "\"{word}\" là phím gõ còn sót lại",
                            "\"{word}\" is left over from a keyboard"
                        ),
                    )
                    .help(message!("viết: {meant}", "write: {meant}"))
                    .fix(Some(Fix { safe: false, edits: vec![edit] })),
                );
            }
        }
        at = next;
    }
}

/// Not a part of an address, a file name or a symbol.
fn stands_alone(line: &Prose, at: usize, next: usize) -> bool {
    let joined = |token: Option<&crate::text::prose::Token>| {
        token.is_some_and(|token| ["@", ".", "/", "-", "_"].iter().any(|sign| token.is(sign)))
    };
    let before = at.checked_sub(1).and_then(|at| line.tokens.get(at));
    let after = line.tokens.get(next);
    let ends = after.is_some_and(|token| token.is("."))
        && line.tokens.get(next + 1).is_none_or(|token| token.kind == TokenKind::Space);
    !joined(before) && (ends || !joined(after))
}
