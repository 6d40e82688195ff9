use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::Field;
use crate::text::prose::{Prose, Token, TokenKind};
use crate::vietnamese::capitalised;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "signer-name",
        severity: Severity::Error,
        clause: Some("P1.II.7.đ.2"),
        kinds: Kinds::All,
        what: Words {
            vi: "họ tên người ký không viết hoa đúng",
            en: "the name of the signer is not capitalised as names are",
        },
        why: Words {
            vi: r#"Họ tên người ký in thường, chữ cái đầu mỗi âm tiết viết hoa: "Nguyễn Văn A", không phải "NGUYỄN VĂN A"."#,
            en: "The name is printed in small letters with a capital for each syllable, not all in capitals.",
        },
        examples: Examples::Plan {
            wrong: "signature: {position: Chủ tịch, name: ⟦NGUYỄN VĂN AN⟧}",
            right: "signature: {position: Chủ tịch, name: Nguyễn Văn An}",
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    if line.field != Field::Name {
        return;
    }
    // "H'yim": what follows an apostrophe may be small.
    let after_apostrophe = |at: usize| at > 0 && (line.tokens[at - 1].is("'") || line.tokens[at - 1].is("’"));
    let words = || {
        let all = line
            .tokens
            .iter()
            .enumerate()
            .filter(|(_, token)| token.kind == TokenKind::Word && token.at.len() > 1);
        all.filter(|(at, _)| !after_apostrophe(*at)).map(|(_, token)| token)
    };
    let all_capitals = words().count() > 1 && words().all(Token::is_all_capitals);
    let small = words().find(|word| !word.is_capital());
    if !all_capitals && small.is_none() {
        return;
    }
    let cased = |token: &Token| match token.is_capital() && !all_capitals {
        true => token.text.to_string(),
        false => capitalised(&token.small),
    };
    let name: String = line.tokens.iter().map(cased).collect();
    // Letters of a script without capitals; or no name at all ("(đã ký)").
    if name == line.text() || line.chars.contains(&'(') {
        return;
    }
    sink.push(
        RULE.at(
            line.span(0..line.chars.len()),
            message!("họ tên viết: {name}", "the name is written: {name}"),
        )
        .help(message!("chữ cái đầu mỗi âm tiết viết hoa", "each syllable has a capital"))
        .fix(line.fix(0..line.chars.len(), name.clone())),
    );
}
