use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-date",
        severity: Severity::Warning,
        clause: Some("P1.II.6.b.1"),
        kinds: Kinds::All,
        what: Words {
            vi: "văn bản được viện dẫn ban hành sau ngày của kế hoạch",
            en: "a cited document is later than the plan",
        },
        why: Words {
            vi: "Chỉ viện dẫn được văn bản đã ban hành.",
            en: "Only what has been issued can be cited.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Thực hiện Quyết định số 1841/QĐ-UBND ngày ⟦14/12/2020⟧ của UBND tỉnh về việc phân công địa bàn.]",
            right: "objectives: [Thực hiện Quyết định số 1841/QĐ-UBND ngày 14/7/2020 của UBND tỉnh về việc phân công địa bàn.]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for one in &plan.citations {
        let Some(day) = &one.date else { continue };
        let Some(own) = plan.date.filter(|own| day.value.date.is_some_and(|cited| cited > *own)) else {
            continue;
        };
        let title = one.title();
        let message = message!(
            "{title} ban hành sau ngày của kế hoạch ({own})",
            "{title} is later than the plan ({own})"
        );
        let diagnostic = RULE.at(day.span, message).help(message!("xem lại ngày", "check the date"));
        sink.push(match plan.raw.date.as_ref() {
            Some(own) => diagnostic.label(own.span, message!("ngày của kế hoạch", "the plan's date")),
            None => diagnostic,
        });
    }
}
