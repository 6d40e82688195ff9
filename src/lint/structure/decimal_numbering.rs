use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::plan::Numbering;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "decimal-numbering",
        severity: Severity::Warning,
        clause: Some("P1.II.6.đ"),
        kinds: Kinds::All,
        what: Words {
            vi: "cách đánh số 1.1. không có trong Nghị định",
            en: "numbers such as 1.1. are not in the decree",
        },
        why: Words {
            vi: "Khoản đánh số 1., 2.; điểm đánh chữ a), b) theo thứ tự chữ cái tiếng Việt. Cách 1.1. phổ biến trong thực tế nên chỉ là cảnh báo.",
            en: "Khoản are numbered 1., 2., điểm a), b). Numbers such as 1.1. are common in practice, so this is a warning.",
        },
        examples: Examples::Plan {
            wrong: "layout: {numbering: ⟦decimal⟧}",
            right: "layout: {numbering: letters}",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let numbering = plan.raw.layout.as_ref().and_then(|layout| layout.numbering.as_ref());
    if let Some(chosen) = numbering.filter(|chosen| chosen.value.0 == Numbering::Decimal) {
        let message = message!(
            "cách đánh số 1.1. không có trong Nghị định",
            "numbers such as 1.1. are not in the decree"
        );
        sink.push(
            RULE.at(chosen.span, message)
                .help(message!("bỏ dòng này để đánh số 1., a)", "remove this line for 1., a)")),
        );
    }
}
