use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::prose::{Prose, Token, TokenKind};
use crate::vietnamese::capitalised;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "capital-sentence",
        severity: Severity::Warning,
        clause: Some("P2.I"),
        kinds: Kinds::All,
        what: Words {
            vi: "câu không bắt đầu bằng chữ hoa", en: "a sentence that begins without a capital"
        },
        why: Words {
            vi: "Viết hoa chữ cái đầu âm tiết thứ nhất của một câu hoàn chỉnh: sau dấu chấm, chấm hỏi, chấm than và khi xuống dòng.",
            en: "The first syllable of a sentence has a capital: after a full stop, question or exclamation mark, and on a new line.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [⟦bảo⟧ đảm tiến độ.]",
            right: "objectives: [Bảo đảm tiến độ.]",
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    for (at, token) in line.tokens.iter().enumerate() {
        if token.kind != TokenKind::Word || token.is_capital() || token.at.len() < 2 || !token.is_syllable {
            continue;
        }
        let begins = match at {
            // "ngày ..... tháng ..... năm 2026" in a form.
            0 => line.field.begins_sentence() && !is_before_blank(line, token),
            _ => line.field.is_running() && ends_before(&line.tokens[..at]),
        };
        if !begins {
            continue;
        }
        let meant = capitalised(&token.text);
        let word = &token.text;
        let diagnostic = RULE.at(
            line.span(token.at.clone()),
            message!("câu bắt đầu bằng chữ thường \"{word}\"", "a sentence begins with the small \"{word}\""),
        );
        sink.push(if at == 0 && line.follows_comma() {
            diagnostic.help(message!(
                "trong [ ], dấu phẩy chia văn bản thành hai mục: đặt cả văn bản trong dấu nháy, hoặc viết {meant}",
                "inside [ ] a comma makes two entries of a text: put the whole text in quotes, or write {meant}"
            ))
        } else {
            diagnostic.help(message!("viết: {meant}", "write: {meant}")).fix(line.fix(token.at.clone(), meant.clone()))
        });
    }
}

/// Whether a word stands before dots to be filled in.
fn is_before_blank(line: &Prose, token: &Token) -> bool {
    let after: String = line.chars[token.at.end..].iter().skip_while(|c| **c == ' ').take(3).collect();
    after == "..." || after.starts_with('…')
}

/// Whether a sentence ended: a mark after a whole word, and a space. "TP. ", "tr. 5", "v.v. " end none.
fn ends_before(tokens: &[Token]) -> bool {
    let [.., word, mark, gap] = tokens else { return false };
    let ends = mark.is("?") || mark.is("!") || mark.is(".");
    let whole = word.kind == TokenKind::Word && !word.is_capital() && word.at.len() > 2 && word.is_syllable;
    gap.kind == TokenKind::Space && ends && whole
}
