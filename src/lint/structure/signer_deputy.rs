use super::posts::is_deputy;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "signer-deputy",
        severity: Severity::Error,
        clause: Some("P1.II.7.b"),
        kinds: Kinds::All,
        what: Words {
            vi: "KT. mà người ký không phải cấp phó", en: "KT. with a signer who is no deputy"
        },
        why: Words {
            vi: r#""KT." (ký thay) dùng khi cấp phó ký thay người đứng đầu, nên dòng dưới là chức vụ của cấp phó."#,
            en: r#""KT." is for a deputy who signs for the head, so the line below it is a deputy's post."#,
        },
        examples: Examples::Plan {
            wrong: "signature: {kt: Chủ tịch, position: ⟦Chủ tịch⟧}",
            right: "signature: {kt: Chủ tịch, position: Phó Chủ tịch}",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let Some(signature) = plan.raw.signature.as_ref() else { return };
    let (Some(kt), Some(position)) = (signature.value.kt.as_ref(), signature.value.position.as_ref()) else {
        return;
    };
    if !is_deputy(&position.value) {
        let post = position.value.trim();
        sink.push(
            RULE.at(
                position.span,
                message!(
                    "ký thay (KT.) nhưng \"{post}\" không phải chức vụ cấp phó",
                    "signed for the head (KT.), but \"{post}\" is no deputy"
                ),
            )
            .label(kt.span, message!("ký thay ở đây", "signed for the head here"))
            .help(message!(
                "ghi chức vụ của cấp phó, hoặc bỏ `kt`",
                "name the deputy's post, or remove `kt`"
            )),
        );
    }
}
