use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "layout-sizes",
        severity: Severity::Info,
        clause: Some("P1.V"),
        kinds: Kinds::All,
        what: Words {
            vi: "cỡ chữ phần đầu và nội dung không cùng một bộ",
            en: "sizes of the head and the body that are no set",
        },
        why: Words {
            vi: "Cỡ chữ trong cùng một văn bản tăng, giảm phải thống nhất: Quốc hiệu 13, Tiêu ngữ 14, địa danh 14 đi với nội dung 14; hoặc 12, 13, 13 đi với 13 (hay 14, như chính ví dụ của Nghị định).",
            en: "Sizes grow and shrink together: 13, 14, 14 in the head with 14 in the body, or 12, 13, 13 with 13 (or 14, as in the decree's own example).",
        },
        examples: Examples::Plan {
            wrong: "layout: {body_size: ⟦13⟧}",
            right: "layout: {body_size: 13, header_size: 12}",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let Some(layout) = plan.raw.layout.as_ref() else { return };
    let Some(body) = layout.body_size.as_ref().filter(|size| size.value == 13.0) else { return };
    if layout.header_size.is_absent() || layout.header_size.iter().any(|size| size.value == 13.0) {
        sink.push(
            RULE.at(
                body.span,
                message!("nội dung cỡ 13 nhưng Tiêu ngữ, địa danh cỡ 14", "a body of 13 below a head of 14"),
            )
            .help(message!("thêm header_size: 12", "add header_size: 12")),
        );
    }
}
