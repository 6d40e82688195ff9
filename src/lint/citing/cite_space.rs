use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Edit, Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-space",
        severity: Severity::Warning,
        clause: Some("P1.II.3.c.3"),
        kinds: Kinds::All,
        what: Words { vi: "khoảng trắng bên trong số, ký hiệu", en: "a space inside a symbol" },
        why: Words {
            vi: "Giữa số, ký hiệu và các nhóm chữ viết tắt không cách chữ.",
            en: "There are no spaces between a number, its symbol and the groups of it.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Thực hiện Quyết định số ⟦1841/QĐ- UBND⟧ ngày 14/7/2020 của UBND tỉnh về việc phân công địa bàn.]",
            right: "objectives: [Thực hiện Quyết định số 1841/QĐ-UBND ngày 14/7/2020 của UBND tỉnh về việc phân công địa bàn.]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for number in plan.citations.iter().filter_map(|one| one.number.as_ref()) {
        let written = plan.slice(number.span).trim_matches(['"', '\'']);
        let meant = &number.value;
        // Where the number runs over a line of the file, only white space differs, too.
        let joined: String = written.split_whitespace().collect();
        // "Số 12/…" has its own rule.
        if written == meant || joined != *meant || !written.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let quoted = plan.slice(number.span) != written;
        sink.push(
            RULE.at(number.span, message!("ký hiệu có khoảng trắng", "the symbol holds a space"))
                .help(message!("viết liền: {meant}", "write: {meant}"))
                .fix((!quoted).then(|| Fix::safe(vec![Edit { span: number.span, text: meant.clone() }]))),
        );
    }
}
