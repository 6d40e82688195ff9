use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::vietnamese::folded;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "recipient-duplicate",
        severity: Severity::Warning,
        clause: Some("P1.II.9"),
        kinds: Kinds::All,
        what: Words { vi: "một nơi nhận ghi hai lần", en: "a recipient named twice" },
        why: Words { vi: "Mỗi nơi nhận ghi một lần.", en: "Each recipient is named once." },
        examples: Examples::Plan {
            wrong: "recipients: [Ủy ban nhân dân tỉnh, Các xã, ⟦Ủy ban nhân dân tỉnh⟧]",
            right: "recipients: [Ủy ban nhân dân tỉnh, Các xã]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let all: Vec<_> = plan.raw.recipients.items().map(|one| (one, folded(one.value.trim()))).collect();
    for (at, (one, name)) in all.iter().enumerate() {
        if let Some((first, _)) = all[..at].iter().find(|(_, other)| other == name && !name.is_empty()) {
            let name = one.value.trim();
            sink.push(
                RULE.at(one.span, message!("\"{name}\" đã ghi ở trên", "\"{name}\" is named above"))
                    .label(first.span, message!("lần thứ nhất ở đây", "first named here"))
                    .help(message!("bỏ dòng này", "remove this line")),
            );
        }
    }
}
