use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Edit, Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::source::Span;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-number",
        severity: Severity::Warning,
        clause: Some("P1.II.6.b.1"),
        kinds: Kinds::All,
        what: Words {
            vi: r#"thiếu chữ "số" trước số, ký hiệu của văn bản"#,
            en: r#""số" is missing before the number of a document"#,
        },
        why: Words {
            vi: r#"Viện dẫn ghi "Quyết định số 1600/QĐ-TTg"."#,
            en: r#"A citation reads "Quyết định số 1600/QĐ-TTg"."#,
        },
        examples: Examples::Plan {
            wrong: "objectives: [Thực hiện Quyết định ⟦1841/QĐ-UBND⟧ ngày 14/7/2020 của UBND tỉnh về việc phân công địa bàn.]",
            right: "objectives: [Thực hiện Quyết định số 1841/QĐ-UBND ngày 14/7/2020 của UBND tỉnh về việc phân công địa bàn.]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for one in plan.citations.iter().filter(|one| !one.says_number && one.kind.is_some()) {
        let Some(number) = &one.number else { continue };
        let before = Span { end: number.span.start, ..number.span };
        let is_plain = plan.slice(number.span).starts_with(|c: char| c.is_ascii_digit());
        let title = one.title();
        sink.push(
            RULE.at(
                number.span,
                message!("thiếu chữ \"số\" trước ký hiệu", "\"số\" is missing before the symbol"),
            )
            .help(message!("viết: {title}", "write: {title}"))
            .fix(is_plain.then(|| Fix::safe(vec![Edit { span: before, text: "số ".to_owned() }]))),
        );
    }
}
