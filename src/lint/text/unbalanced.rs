use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::prose::{Prose, TokenKind};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "unbalanced",
        severity: Severity::Warning,
        clause: None,
        kinds: Kinds::All,
        what: Words {
            vi: "ngoặc hoặc dấu nháy không đủ cặp", en: "brackets or quotes without their pair"
        },
        why: Words {
            vi: "Ngoặc mở phải có ngoặc đóng, dấu nháy mở phải có dấu nháy đóng.",
            en: "Each opening bracket or quote has its closing one.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Hỗ trợ các xã ⟦(⟧đợt một.]",
            right: "objectives: [Hỗ trợ các xã (đợt một).]",
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    let mut open: Vec<usize> = Vec::new();
    let mut stray: Vec<usize> = Vec::new();
    let straight: Vec<usize> = (0..line.tokens.len()).filter(|at| line.tokens[*at].is("\"")).collect();
    if straight.len() % 2 == 1 {
        stray.extend(straight.last());
    }
    for (at, token) in line.tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Sign) {
        match token.text.as_str() {
            "(" | "[" | "“" | "«" => open.push(at),
            ")" | "]" | "”" | "»" => match open.last() {
                Some(last) if pair(&line.tokens[*last].text) == token.text => drop(open.pop()),
                _ if token.is(")") && is_letter_of_list(line, at) => {}
                _ => stray.push(at),
            },
            _ => {}
        }
    }
    for at in open.into_iter().chain(stray) {
        let token = &line.tokens[at];
        let sign = &token.text;
        sink.push(
            RULE.at(
                line.span(token.at.clone()),
                message!("\"{sign}\" không có cặp", "\"{sign}\" has no pair"),
            )
            .help(message!("thêm dấu còn thiếu, hoặc bỏ dấu này", "add the missing one, or remove it")),
        );
    }
}

fn pair(opening: &str) -> &str {
    match opening {
        "(" => ")",
        "[" => "]",
        "“" => "”",
        _ => "»",
    }
}

/// "a)" or "1)": a letter or number of a list inside the sentence.
fn is_letter_of_list(line: &Prose, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|at| &line.tokens[at]) else { return false };
    before.at.len() <= 2 && matches!(before.kind, TokenKind::Word | TokenKind::Number)
}
