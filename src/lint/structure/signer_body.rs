use super::posts::is_post;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "signer-body",
        severity: Severity::Error,
        clause: Some("P1.II.7.b"),
        kinds: Kinds::All,
        what: Words {
            vi: "TM. không đứng trước tên một tập thể hoặc cơ quan",
            en: "TM. does not stand before a collective body",
        },
        why: Words {
            vi: r#""TM." (thay mặt) ghi trước tên tập thể lãnh đạo hoặc tên cơ quan; người đứng đầu ký trực tiếp thì chỉ ghi chức vụ, cấp phó ký thay thì dùng KT."#,
            en: r#""TM." stands before the name of a collective or a body; a head signs with the post alone, a deputy with KT."#,
        },
        examples: Examples::Plan {
            wrong: "signature: {tm: ⟦Giám đốc⟧, position: Phó Giám đốc}",
            right: "signature: {tm: Ủy ban nhân dân, position: Chủ tịch}",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let Some(tm) = plan.raw.signature.as_ref().and_then(|signature| signature.value.tm.as_ref()) else {
        return;
    };
    if is_post(&tm.value) {
        let post = tm.value.trim();
        sink.push(
            RULE.at(
                tm.span,
                message!("\"{post}\" là chức vụ, không phải tập thể", "\"{post}\" is a post and no body"),
            )
            .help(message!(
                "ghi tên cơ quan, hoặc dùng `kt` hay `position`",
                "name the body, or use `kt` or `position`"
            )),
        );
    }
}
