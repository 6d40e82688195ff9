use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::Field;
use crate::text::prose::{Prose, TokenKind};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "space-before",
        severity: Severity::Warning,
        clause: None,
        kinds: Kinds::All,
        what: Words { vi: "dấu cách trước dấu câu", en: "a space before a mark" },
        why: Words {
            vi: "Dấu phẩy, chấm, chấm phẩy, hai chấm, hỏi, than và dấu đóng viết liền với chữ trước.",
            en: "A comma, full stop, semicolon, colon, question mark, exclamation mark or closing mark follows the word at once.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Bảo đảm tiến độ⟦ ⟧.]",
            right: "objectives: [Bảo đảm tiến độ.]",
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    // Spaces of a symbol have a rule of their own.
    if line.field == Field::Symbol {
        return;
    }
    for at in 1..line.tokens.len().saturating_sub(1) {
        let [before, gap, mark] = [&line.tokens[at - 1], &line.tokens[at], &line.tokens[at + 1]];
        let closes = mark.kind == TokenKind::Sign && ",.;:?!)]”»".contains(mark.text.as_str());
        // "( )" leaves room; "…" written as three stops may stand apart.
        let more = line.tokens.get(at + 2).is_some_and(|next| next.is(".") || next.is("/"));
        // "tệp .docx", "cổng :8080", "[ ]" for a cross, ". . . ." for what is filled in.
        let next = line.tokens.get(at + 2).map(|token| token.kind);
        let begins_name = mark.is(".") && matches!(next, Some(TokenKind::Word | TokenKind::Number))
            || next == Some(TokenKind::Number);
        let same = |n: usize| line.tokens.get(n).is_some_and(|next| next.text == mark.text);
        let is_filled = before.is(".") || before.is("…") || mark.is(".") && same(at + 3);
        // "( x )": a box with its cross.
        let is_box = before.at.len() == 1
            && at > 2
            && line.tokens[at - 2].kind == TokenKind::Space
            && ["(", "["].iter().any(|sign| line.tokens[at - 3].is(sign));
        // Two marks in a row have a rule of their own.
        let is_second =
            (before.is(",") || before.is(";")) && [",", ";", "."].iter().any(|sign| mark.is(sign));
        let is_room = before.is("(") || before.is("[") || is_filled || same(at + 2);
        if gap.kind != TokenKind::Space
            || !closes
            || is_second
            || is_box
            || is_room
            || begins_name
            || mark.is(".") && more
        {
            continue;
        }
        let sign = &mark.text;
        sink.push(
            RULE.at(
                line.span(gap.at.clone()),
                message!("dấu cách trước \"{sign}\"", "a space before \"{sign}\""),
            )
            .help(message!("viết liền với chữ trước", "remove it"))
            .fix(line.fix(gap.at.clone(), "")),
        );
    }
}
