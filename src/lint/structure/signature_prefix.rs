use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::Field;
use crate::text::prose::Prose;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "signature-prefix",
        severity: Severity::Error,
        clause: Some("P1.II.7.b"),
        kinds: Kinds::All,
        what: Words {
            vi: "chữ viết tắt quyền hạn ký được gõ tay",
            en: "the abbreviation of the authority of signing is typed",
        },
        why: Words {
            vi: r#""TM.", "KT.", "TL.", "TUQ.", "Q." do chương trình in; gõ thêm thì in hai lần. Dạng "T/M", "K/T" là của văn bản Đảng."#,
            en: r#""TM.", "KT." and the like are printed by the program and would stand twice. "T/M", "K/T" are the Party's."#,
        },
        examples: Examples::Plan {
            wrong: "signature: {tm: ⟦TM. ⟧Liên minh Hợp tác xã, position: Chủ tịch}",
            right: "signature: {tm: Liên minh Hợp tác xã, position: Chủ tịch}",
        },
    },
    check: Check::Prose(check),
};

const TYPED: [&str; 9] = ["TM.", "KT.", "TL.", "TUQ.", "Q.", "T/M", "K/T", "T/L", "TM"];

fn check(line: &Prose, sink: &mut Sink) {
    if line.field != Field::Post {
        return;
    }
    let text = line.text();
    let Some(typed) = TYPED.iter().find(|typed| {
        text.strip_prefix(**typed).is_some_and(|rest| rest.starts_with([' ', '.']) || typed.ends_with('.'))
    }) else {
        return;
    };
    let len = typed.chars().count();
    let rest = text.chars().skip(len).take_while(|c| *c == ' ' || *c == '.').count();
    sink.push(
        RULE.at(
            line.span(0..len + rest),
            message!("\"{typed}\" do chương trình in", "\"{typed}\" is printed by the program"),
        )
        .help(message!("bỏ \"{typed}\"", "remove \"{typed}\""))
        .fix(line.fix(0..len + rest, "")),
    );
}
