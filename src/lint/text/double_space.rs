use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::Field;
use crate::text::prose::{Prose, TokenKind};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "double-space",
        severity: Severity::Warning,
        clause: None,
        kinds: Kinds::All,
        what: Words { vi: "hai dấu cách liền nhau", en: "two spaces in a row" },
        why: Words {
            vi: "Dấu cách thừa hiện rõ trên dòng dàn đều hai lề.",
            en: "A second space shows in a justified line.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Bảo đảm⟦  ⟧tiến độ.]",
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
    let inner = line.tokens.iter().skip(1).take(line.tokens.len().saturating_sub(2));
    for gap in inner.filter(|token| {
        token.kind == TokenKind::Space && token.text.chars().all(|c| c == ' ') && token.text.len() > 1
    }) {
        sink.push(
            RULE.at(line.span(gap.at.clone()), message!("hai dấu cách liền nhau", "two spaces in a row"))
                .help(message!("để một dấu cách", "leave one"))
                .fix(line.fix(gap.at.clone(), " ")),
        );
    }
}
