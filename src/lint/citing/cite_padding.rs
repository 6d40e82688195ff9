use chrono::Datelike;

use crate::decree::text::{long_date, short_date};
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Edit, Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-padding",
        severity: Severity::Warning,
        clause: Some("P1.II.4.b"),
        kinds: Kinds::All,
        what: Words {
            vi: "ngày, tháng của văn bản được viện dẫn thiếu hoặc thừa số 0",
            en: "a date with a zero too few or too many",
        },
        why: Words {
            vi: "Ngày dưới 10 và tháng 1, 2 thêm số 0 ở trước; tháng 3 đến tháng 9 không thêm.",
            en: "Days below 10 and months 1 and 2 have a leading zero, months 3 to 9 have none.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Thực hiện Quyết định số 1841/QĐ-UBND ngày ⟦6/07/2020⟧ của UBND tỉnh về việc phân công địa bàn.]",
            right: "objectives: [Thực hiện Quyết định số 1841/QĐ-UBND ngày 06/7/2020 của UBND tỉnh về việc phân công địa bàn.]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for day in plan.citations.iter().filter_map(|one| one.date.as_ref()) {
        let Some(date) = day.value.date.filter(|_| !day.value.is_padded) else { continue };
        let written = plan.slice(day.span);
        let (number, month, year) = (date.day(), date.month(), date.year());
        let meant = match written.contains("tháng") {
            true => long_date(number, month, year),
            false => short_date(number, month, year),
        };
        let is_date = written.chars().all(|c| c.is_ascii_digit() || "/-. ".contains(c))
            || written.ends_with(&year.to_string());
        let fix = is_date.then(|| Fix::safe(vec![Edit { span: day.span, text: meant.clone() }]));
        sink.push(
            RULE.at(day.span, message!("ngày này viết là {meant}", "this date is written {meant}"))
                .help(message!(
                    "thêm số 0 trước ngày dưới 10 và tháng 1, 2; bỏ ở tháng khác",
                    "a zero before days below 10 and months 1, 2; before no other month"
                ))
                .fix(fix),
        );
    }
}
