use crate::diag::Severity;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::lint::rule::{Check, Rule};
use chrono::Datelike;

use crate::diag::Sink;
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-year",
        severity: Severity::Warning,
        clause: Some("P1.II.6.a.2"),
        kinds: Kinds::All,
        what: Words {
            vi: "năm trong số, ký hiệu khác năm ban hành",
            en: "the year in a number is not that of the date",
        },
        why: Words {
            vi: "Văn bản quy phạm pháp luật mang năm ban hành trong số: 30/2020/NĐ-CP ban hành năm 2020.",
            en: "A normative document has its year in its number: 30/2020/NĐ-CP is of 2020.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Thực hiện Nghị định số 08/2020/NĐ-CP ngày ⟦10/01/2019⟧ của Chính phủ về việc phân công.]",
            right: "objectives: [Thực hiện Nghị định số 08/2020/NĐ-CP ngày 10/01/2020 của Chính phủ về việc phân công.]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for one in &plan.citations {
        let (Some(number), Some(day)) = (&one.number, &one.date) else { continue };
        let year: Option<i32> =
            number.value.split('/').nth(1).filter(|part| part.len() == 4).and_then(|part| part.parse().ok());
        let (Some(year), Some(date)) = (year, day.value.date) else { continue };
        // A document of the table has its day there.
        if date.year() == year || one.known().is_some() {
            continue;
        }
        let (title, dated) = (one.title(), date.year());
        sink.push(
            RULE.at(
                day.span,
                message!(
                    "{title} mang năm {year}, ngày ghi năm {dated}",
                    "{title} is of {year}, its date of {dated}"
                ),
            )
            .help(message!("xem lại số hoặc ngày", "check the number or the date")),
        );
    }
}
