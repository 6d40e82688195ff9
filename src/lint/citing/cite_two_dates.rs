use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-two-dates",
        severity: Severity::Warning,
        clause: Some("P1.II.6.b"),
        kinds: Kinds::All,
        what: Words {
            vi: "một văn bản mang hai ngày khác nhau trong kế hoạch",
            en: "one document with two dates in the plan",
        },
        why: Words {
            vi: "Cùng số, ký hiệu mà khác ngày thì một trong hai sai.",
            en: "With one number and two dates, one of them is wrong.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Thực hiện Quyết định số 1841/QĐ-UBND ngày 14/7/2020 của UBND tỉnh về việc phân công địa bàn., Rà soát theo Quyết định số 1841/QĐ-UBND ngày ⟦15/7/2020⟧.]",
            right: "objectives: [Thực hiện Quyết định số 1841/QĐ-UBND ngày 14/7/2020 của UBND tỉnh về việc phân công địa bàn., Rà soát theo Quyết định số 1841/QĐ-UBND.]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for (at, one) in plan.citations.iter().enumerate() {
        let (Some(number), Some(day)) = (&one.number, &one.date) else { continue };
        let Some(date) = day.value.date else { continue };
        let other = plan.citations[..at].iter().find_map(|other| {
            let same = other.number.as_ref().is_some_and(|number_| number_.value == number.value);
            // An office's numbers begin anew each year.
            let day = other.date.as_ref().filter(|_| same)?;
            use chrono::Datelike;
            day.value.date.filter(|first| *first != date && first.year() == date.year()).map(|_| day)
        });
        if let Some(other) = other {
            let title = one.title();
            sink.push(
                RULE.at(day.span, message!("{title} có hai ngày khác nhau", "{title} has two dates"))
                    .label(other.span, message!("ngày kia ở đây", "the other date"))
                    .help(message!("xem lại văn bản gốc", "look at the document itself")),
            );
        }
    }
}
