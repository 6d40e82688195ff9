use super::posts::{is_body, is_deputy};
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "signer-head",
        severity: Severity::Error,
        clause: Some("P1.II.7.b"),
        kinds: Kinds::All,
        what: Words {
            vi: "KT., TL., TUQ., Q. không đứng trước chức vụ của người đứng đầu",
            en: "KT., TL., TUQ. or Q. does not stand before the post of a head",
        },
        why: Words {
            vi: "Các quyền hạn này ghi trước chức vụ của người đứng đầu cơ quan, không phải tên cơ quan hay chức vụ cấp phó.",
            en: "These stand before the post of the head, not before a body or a deputy.",
        },
        examples: Examples::Plan {
            wrong: "signature: {kt: ⟦Phó Chủ tịch⟧, position: Phó Chủ tịch}",
            right: "signature: {kt: Chủ tịch, position: Phó Chủ tịch}",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let Some(signature) = plan.raw.signature.as_ref() else { return };
    let signature = &signature.value;
    for (key, head) in
        [("kt", &signature.kt), ("tl", &signature.tl), ("tuq", &signature.tuq), ("q", &signature.q)]
    {
        let Some(head) = head.as_ref() else { continue };
        let said = head.value.trim();
        let message = if is_deputy(said) {
            message!(
                "`{key}` cần chức vụ của người đứng đầu; \"{said}\" là cấp phó",
                "`{key}` needs the head's post; \"{said}\" is a deputy's"
            )
        } else if is_body(said) {
            message!(
                "`{key}` cần một chức vụ; \"{said}\" là tên cơ quan",
                "`{key}` needs a post; \"{said}\" is a body"
            )
        } else {
            continue;
        };
        sink.push(
            RULE.at(head.span, message)
                .help(message!("ví dụ: {key}: Chủ tịch", "for example: {key}: Chủ tịch")),
        );
    }
}
