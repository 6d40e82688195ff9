use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::Field;
use crate::text::prose::{Prose, Token, TokenKind};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "space-bracket",
        severity: Severity::Warning,
        clause: None,
        kinds: Kinds::All,
        what: Words {
            vi: "thiếu dấu cách trước, hoặc thừa dấu cách sau dấu mở ngoặc",
            en: "no space before an opening bracket, or one after it",
        },
        why: Words {
            vi: "Dấu mở ngoặc cách chữ trước một dấu cách và viết liền với chữ sau. Chỗ để trống như ( ), [ ] không bị nêu.",
            en: "An opening bracket has a space before it and none after it. Room left empty, ( ) or [ ], is not reported.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Hỗ trợ các xã (⟦ ⟧đợt một).]",
            right: "objectives: [Hỗ trợ các xã (đợt một).]",
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    // Spaces of a symbol have a rule of their own.
    if line.field == Field::Symbol {
        return;
    }
    for at in 0..line.tokens.len() {
        let token = &line.tokens[at];
        if !["(", "[", "“", "«"].iter().any(|sign| token.is(sign)) {
            continue;
        }
        let sign = &token.text;
        if let Some(gap) = line.tokens.get(at + 1).filter(|gap| is_loose(line, at, gap)) {
            sink.push(
                RULE.at(
                    line.span(gap.at.clone()),
                    message!("dấu cách sau \"{sign}\"", "a space after \"{sign}\""),
                )
                .help(message!("viết liền với chữ sau", "remove it"))
                .fix(line.fix(gap.at.clone(), "")),
            );
        }
        if is_tight(line, at) {
            sink.push(
                RULE.at(
                    line.span(token.at.clone()),
                    message!("thiếu dấu cách trước \"{sign}\"", "no space before \"{sign}\""),
                )
                .help(message!("thêm một dấu cách", "add a space"))
                .fix(line.fix(token.at.clone(), format!(" {sign}"))),
            );
        }
    }
}

/// Whether words follow a space after the bracket: not room for a cross, nor the cross.
fn is_loose(line: &Prose, at: usize, gap: &Token) -> bool {
    let [first, second] = [at + 2, at + 3].map(|next| line.tokens.get(next));
    let is_words = first.is_some_and(|first| matches!(first.kind, TokenKind::Word | TokenKind::Number));
    // "[ x ]" is a box with its cross.
    let is_box = second.is_none_or(|second| second.kind == TokenKind::Space)
        && line
            .tokens
            .get(at + 4)
            .is_some_and(|close| [")", "]", "”", "»"].iter().any(|sign| close.is(sign)));
    gap.kind == TokenKind::Space && is_words && !is_box
}

/// Whether a bracket with words in it stands at a word: "Tỉnh(để báo cáo)". "f(x)", "m(2)", "Điều 5(a)" are
/// written so, and "Sở(s)".
fn is_tight(line: &Prose, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &line.tokens[before]) else { return false };
    let is_word = |token: &Token| token.is_syllable && token.at.len() > 1;
    let inside =
        at + 1 + usize::from(line.tokens.get(at + 1).is_some_and(|gap| gap.kind == TokenKind::Space));
    let holds_words = line.tokens.get(inside).is_some_and(|first| {
        // "(B/c)", "(m/s)".
        let is_short =
            first.kind == TokenKind::Word && line.tokens.get(inside + 1).is_some_and(|sign| sign.is("/"));
        is_word(first) || first.is_all_capitals() || is_short
    });
    let is_address = line
        .tokens
        .iter()
        .take(at)
        .rev()
        .take_while(|token| token.kind != TokenKind::Space)
        .any(|token| token.is("@") || token.is("/") || token.is(".") || token.is("\\"));
    !line.tokens[at].is("[") && (is_word(before) || before.is_all_capitals()) && holds_words && !is_address
}
