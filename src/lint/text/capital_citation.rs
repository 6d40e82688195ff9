use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::prose::{Prose, TokenKind};
use crate::vietnamese::capitalised;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "capital-citation",
        severity: Severity::Warning,
        clause: Some("P2.V.7"),
        kinds: Kinds::All,
        what: Words {
            vi: "viết hoa sai khi viện dẫn điều, khoản, điểm",
            en: "capitals of điều, khoản, điểm in a citation",
        },
        why: Words {
            vi: r#"Khi viện dẫn, viết hoa Phần, Chương, Mục, Tiểu mục, Điều; viết thường khoản, điểm: "điểm a khoản 2 Điều 103"."#,
            en: "In a citation Phần, Chương, Mục, Điều have a capital; khoản and điểm have none.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Thực hiện theo ⟦Khoản⟧ 2 Điều 5 của quy chế.]",
            right: "objectives: [Thực hiện theo khoản 2 Điều 5 của quy chế.]",
        },
    },
    check: Check::Prose(check),
};

const NUMBERED: [&str; 3] = ["chương", "mục", "phần"];
const DOCUMENTS: [&str; 8] = ["luật", "bộ", "nghị", "quyết", "thông", "quy", "pháp", "hiến"];

fn check(line: &Prose, sink: &mut Sink) {
    for (at, token) in line.tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Word) {
        let Some(number) = line.tokens.get(at + 2).filter(|_| line.tokens[at + 1].kind == TokenKind::Space)
        else {
            continue;
        };
        let counts = number.kind == TokenKind::Number;
        let small = token.small.as_str();
        let lettered = counts || number.at.len() == 1 && number.kind == TokenKind::Word;
        let meant = match (small, token.is_capital()) {
            ("khoản", true) if counts && !line.begins_sentence(at) => "khoản",
            ("điểm", true) if lettered && !line.begins_sentence(at) => "điểm",
            // "các điều 35, 36 và 37" counts articles.
            ("điều", false)
                if counts
                    && is_cited(line, at)
                    && line.before(at).is_none_or(|before| before.small != "các") =>
            {
                "Điều"
            }
            (_, false) if NUMBERED.contains(&small) && is_roman(&number.text) && is_cited(line, at) => {
                &capitalised(small)
            }
            _ => continue,
        };
        let word = &token.text;
        sink.push(
            RULE.at(
                line.span(token.at.clone()),
                message!(
                    "\"{word}\" khi viện dẫn viết là \"{meant}\"",
                    "\"{word}\" in a citation is \"{meant}\""
                ),
            )
            .help(message!("viết: {meant}", "write: {meant}"))
            .fix(line.fix(token.at.clone(), meant)),
        );
    }
}

/// Whether a document follows the number, or a khoản stands before.
fn is_cited(line: &Prose, at: usize) -> bool {
    let before = line.tokens[..at].iter().rev().find(|token| token.kind == TokenKind::Word);
    let mut after = line.tokens[at + 3..].iter().filter(|token| token.kind == TokenKind::Word);
    let document = after.find(|token| !["của", "tại", "và"].contains(&token.small.as_str()));
    before.is_some_and(|token| token.small == "khoản")
        || document.is_some_and(|token| token.is_capital() && DOCUMENTS.contains(&token.small.as_str()))
}

fn is_roman(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b"IVX".contains(&b))
}
