use chrono::Datelike;

use crate::decree::text::short_date;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-known-date",
        severity: Severity::Warning,
        clause: Some("P1.II.6.a.2"),
        kinds: Kinds::All,
        what: Words {
            vi: "ngày ghi không phải ngày ban hành của văn bản",
            en: "not the day on which the document was issued",
        },
        why: Words {
            vi: "Số, ký hiệu có năm và tên Luật chỉ một văn bản; ngày ban hành lấy từ bảng các văn bản thường gặp, có ghi nguồn.",
            en: "A number with its year, or the name of a law, is one document; its date is in a table of well-known documents, with sources.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Thực hiện Nghị định số 30/2020/NĐ-CP ngày ⟦15/3/2020⟧ của Chính phủ về công tác văn thư.]",
            right: "objectives: [Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for one in &plan.citations {
        let Some(day) = &one.date else { continue };
        let (Some(date), Some(known)) = (day.value.date, one.known()) else { continue };
        if known.issued == date {
            continue;
        }
        let issued = short_date(known.issued.day(), known.issued.month(), known.issued.year());
        let title = one.title();
        sink.push(
            RULE.at(day.span, message!("{title} ban hành ngày {issued}", "{title} was issued on {issued}"))
                .help(message!("xem lại ngày", "check the date")),
        );
    }
}
