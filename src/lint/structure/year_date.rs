use chrono::Datelike;

use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "year-date",
        severity: Severity::Warning,
        clause: None,
        kinds: Kinds::All,
        what: Words { vi: "`year` khác với năm của `date`", en: "`year` is not the year of `date`" },
        why: Words {
            vi: "`year` chỉ dùng khi chưa có ngày ban hành; khác nhau thì một trong hai đã cũ.",
            en: "`year` is for plans without a date; where they differ, one is out of date.",
        },
        examples: Examples::Plan { wrong: "year: ⟦2021⟧", right: "year: 2020" },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let (Some(year), Some(date)) = (plan.raw.year.as_ref(), plan.date) else { return };
    let dated = date.year();
    if year.0.value.trim().parse() != Ok(dated) {
        sink.push(
            RULE.at(year.0.span, message!("ngày ban hành ở năm {dated}", "the date is in {dated}"))
                .help(message!("bỏ khóa `year`", "remove `year`")),
        );
    }
}
