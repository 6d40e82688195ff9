use crate::decree::forms::AsAbove;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "recipient-as-above",
        severity: Severity::Error,
        clause: Some("P1.II.9.b"),
        kinds: Kinds::All,
        what: Words {
            vi: r#"nơi nhận "Như trên" mà văn bản không có "Kính gửi""#,
            en: r#""Như trên" among the recipients of a document without addressees"#,
        },
        why: Words {
            vi: r#""Như trên" chỉ những nơi đã ghi ở "Kính gửi"; kế hoạch chỉ có nơi nhận."#,
            en: r#""Như trên" stands for the addressees; a plan has recipients only."#,
        },
        examples: Examples::Plan {
            wrong: "recipients: [⟦Như trên⟧, Ủy ban nhân dân tỉnh]",
            right: "recipients: [Ủy ban nhân dân tỉnh]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let is_printed = plan.kind.as_ref().is_some_and(|kind| kind.form.as_above == AsAbove::Always);
    if !plan.raw.to.is_absent() || is_printed {
        return;
    }
    for one in plan.raw.recipients.items() {
        if one.value.trim().to_lowercase().starts_with("như trên") {
            sink.push(
                RULE.at(
                    one.span,
                    message!(
                        "văn bản không có \"Kính gửi\" nên không ghi \"Như trên\"",
                        "without addressees there is no \"Như trên\""
                    ),
                )
                .help(message!("ghi tên từng nơi nhận", "name the recipients")),
            );
        }
    }
}
