use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::Field;
use crate::text::prose::{Prose, Token, TokenKind};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "space-after",
        severity: Severity::Warning,
        clause: None,
        kinds: Kinds::All,
        what: Words { vi: "thiếu dấu cách sau dấu câu", en: "no space after a mark" },
        why: Words {
            vi: "Sau dấu phẩy, chấm phẩy, hai chấm, chấm, hỏi, than và dấu đóng ngoặc có một dấu cách.",
            en: "A space follows a comma, semicolon, colon, full stop, question mark, exclamation mark or closing bracket.",
        },
        examples: Examples::Plan {
            wrong: "objectives:
  - Bảo đảm tiến độ⟦,⟧chất lượng.",
            right: "objectives:
  - Bảo đảm tiến độ, chất lượng.",
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
        let [before, mark, after] = [&line.tokens[at - 1], &line.tokens[at], &line.tokens[at + 1]];
        // "tỉnh ,Sở": the space stands on the wrong side.
        let is_moved = before.kind == TokenKind::Space && [",", ";", ")"].iter().any(|sign| mark.is(sign));
        let before = at.checked_sub(2).filter(|_| is_moved).map_or(before, |word| &line.tokens[word]);
        let ends = mark.kind == TokenKind::Sign && ",;:?!.)".contains(mark.text.as_str());
        if !ends
            || after.kind != TokenKind::Word
            || !matches!(before.kind, TokenKind::Word | TokenKind::Number) && !before.is(")")
        {
            continue;
        }
        // "hh:mm", "f(x)y", "tp.Huế" are no sentences; "a,b" is one that perhaps lacks a space.
        let is_sure = is_word(after) && (is_word(before) || before.kind != TokenKind::Word);
        let is_name = |token: &Token| is_word(token) || token.is_all_capitals();
        let may_be = is_name(after) && (is_name(before) || before.kind != TokenKind::Word);
        if !is_sure && !may_be && !mark.is(",") && !mark.is(";") {
            continue;
        }
        // "P.Trưởng", "gmail.com", "v.v": only between a whole word and a capital is a stop an end.
        let is_stop = before.kind == TokenKind::Word
            && !before.is_capital()
            && before.at.len() > 1
            && after.is_capital()
            && !line.tokens.get(at + 2).is_some_and(|next| next.is("."));
        if mark.is(".") && !is_stop || is_address(line, at) {
            continue;
        }
        let sign = &mark.text;
        sink.push(
            RULE.at(
                line.span(mark.at.clone()),
                message!("thiếu dấu cách sau \"{sign}\"", "no space after \"{sign}\""),
            )
            .help(message!("thêm một dấu cách", "add a space"))
            .fix(line.fix(mark.at.clone(), format!("{sign} ")).map(|fix| Fix { safe: is_sure, ..fix })),
        );
    }
}

/// Whether it is a syllable of more than one letter.
fn is_word(token: &Token) -> bool {
    token.is_syllable && token.at.len() > 1
}

/// Whether the token belongs to a web or mail address, or a symbol.
fn is_address(line: &Prose, at: usize) -> bool {
    let run = |token: &&Token| token.kind != TokenKind::Space;
    let is_stop = |n: usize| line.tokens.get(n).is_some_and(|token| token.is("."));
    let is_latin = |n: usize| {
        line.tokens.get(n).is_some_and(|token| token.kind == TokenKind::Word && token.text.is_ascii())
    };
    // "hue.gov.vn,quangtri.gov.vn", "a.docx,b.pdf".
    if at > 1
        && (is_stop(at - 2) && is_latin(at - 1) || is_latin(at + 1) && is_stop(at + 2) && is_latin(at + 3))
    {
        return true;
    }
    let before = line.tokens[..at].iter().rev().take_while(run);
    let after = line.tokens[at..].iter().take_while(run);
    before.chain(after).any(|token| {
        token.is("@") || token.is("/") || token.is("\\") || token.small == "www" || token.small == "http"
    })
}
