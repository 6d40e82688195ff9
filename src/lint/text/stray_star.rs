use crate::diag::Severity;
use crate::diag::Sink;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::prose::{Prose, TokenKind};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "stray-star",
        severity: Severity::Warning,
        clause: None,
        kinds: Kinds::All,
        what: Words {
            vi: "dấu sao in đậm, in nghiêng không có cặp",
            en: "a star of bold or italic type without its pair",
        },
        why: Words {
            vi: "Dấu ** hay * không có cặp, hoặc có dấu cách ở phía trong, sẽ in ra như chữ.",
            en: "A ** or * without its pair, or with a space inside, prints as it is.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Kinh phí ⟦**⟧35 triệu đồng.]",
            right: "objectives: [Kinh phí **35 triệu đồng**.]",
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    let mut at = 0;
    while at < line.tokens.len() {
        let stars = line.tokens[at..].iter().take_while(|token| token.is("*")).count();
        let last = at + stars.max(1);
        if stars > 0 {
            let touches = |token: Option<&crate::text::prose::Token>| {
                token.is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
            };
            let before = at.checked_sub(1).and_then(|before| line.tokens.get(before));
            let range = line.tokens[at].at.start..line.tokens[last - 1].at.end;
            // "5 * 3" multiplies; "\\*" is meant.
            let meant = line.is_escaped(range.start);
            if !meant && (stars == 2 || stars == 1 && (touches(before) || touches(line.tokens.get(last)))) {
                sink.push(
                    RULE.at(line.span(range), message!("dấu sao không có cặp sẽ in ra như chữ", "a star without its pair prints as it is"))
                        .help(message!("viết **đậm** hoặc *nghiêng*, không có dấu cách ở phía trong; muốn in dấu sao, viết \\\\*", "write **bold** or *italic* without spaces inside; to print a star, write \\\\*")),
                );
            }
        }
        at = last;
    }
}
