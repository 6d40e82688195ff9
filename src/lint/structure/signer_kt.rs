use super::posts::{is_deputy, is_post};
use crate::diag::Severity;
use crate::diag::Sink;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "signer-kt",
        severity: Severity::Warning,
        clause: Some("P1.II.7.b"),
        kinds: Kinds::All,
        what: Words {
            vi: "cấp phó ký thay mặt tập thể mà không ghi ký thay (KT)",
            en: "a deputy signs for a body, and KT is missing",
        },
        why: Words {
            vi: r#"Cấp phó ký thay người đứng đầu: "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"."#,
            en: r#"A deputy signs for the head: "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"."#,
        },
        examples: Examples::Plan {
            wrong: "signature: {tm: Ủy ban nhân dân, position: ⟦Phó Chủ tịch⟧}",
            right: "signature: {tm: Ủy ban nhân dân, kt: Chủ tịch, position: Phó Chủ tịch}",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let Some(signature) = plan.raw.signature.as_ref().map(|signature| &signature.value) else { return };
    let (Some(tm), Some(position)) = (signature.tm.as_ref(), signature.position.as_ref()) else { return };
    // A post after TM. is reported by itself.
    if signature.kt.is_absent() && is_deputy(&position.value) && !is_post(&tm.value) {
        let post = position.value.trim();
        sink.push(
            RULE.at(
                position.span,
                message!("\"{post}\" ký thay mặt tập thể cần KT.", "\"{post}\" signing for a body needs KT."),
            )
            .help(message!(
                "thêm khóa kt với chức vụ người đứng đầu, ví dụ kt: Chủ tịch",
                "add kt with the head's post, for example kt: Chủ tịch"
            )),
        );
    }
}
