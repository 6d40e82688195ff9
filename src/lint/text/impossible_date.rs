use crate::citation;
use crate::diag::Severity;
use crate::diag::Sink;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::prose::Prose;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "impossible-date",
        severity: Severity::Warning,
        clause: Some("P1.II.4.b"),
        kinds: Kinds::All,
        what: Words {
            vi: "ngày nêu trong văn bản không có trong lịch",
            en: "a date in the text that does not exist",
        },
        why: Words {
            vi: "Thời hạn, thời điểm phải là ngày có thật.",
            en: "A deadline is a day that exists.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Hoàn thành trước ngày ⟦31/11/2020⟧.]",
            right: "objectives: [Hoàn thành trước ngày 30/11/2020.]",
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    for day in citation::days(line).into_iter().filter(|day| day.value.date.is_none()) {
        sink.push(
            RULE.at(day.span, message!("không có ngày này trong lịch", "there is no such day"))
                .help(message!("xem lại ngày và tháng", "check the day and the month")),
        );
    }
}
