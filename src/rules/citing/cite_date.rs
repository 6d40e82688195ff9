//! The date of a cited document does not exist, or is later than the plan's.

use crate::citation::Place;
use crate::diag::{Severity, Sink};
use crate::rules::rule::{Check, Examples, Rule, Words};
use crate::rules::subject::Subject;
use crate::say;

pub const RULE: Rule = Rule {
    code: "cite-date",
    severity: Severity::Warning,
    clause: Some("P1.II.6.b.1"),
    what: Words {
        vi: "ngày của văn bản được viện dẫn không có trong lịch, hoặc sau ngày của kế hoạch",
        en: "the date of a cited document does not exist, or is later than the plan's",
    },
    why: Words {
        vi: "Chỉ viện dẫn được văn bản đã ban hành.",
        en: "Only what has been issued can be cited.",
    },
    examples: Examples::Plan {
        wrong: "objectives: [Thực hiện Quyết định số 1841/QĐ-UBND ngày ⟦14/12/2020⟧ của UBND tỉnh về việc phân công địa bàn.]",
        right: "objectives: [Thực hiện Quyết định số 1841/QĐ-UBND ngày 14/7/2020 của UBND tỉnh về việc phân công địa bàn.]",
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for one in &plan.citations {
        let Some(day) = &one.date else { continue };
        let title = one.title();
        let message = match (day.value.date, plan.date) {
            // The date of a căn cứ given by its parts is checked where the plan is read.
            (None, _) if !matches!(one.place, Place::Parts(_)) => {
                say!("{title}: không có ngày này trong lịch", "{title}: there is no such day")
            }
            (Some(cited), Some(own)) if cited > own => {
                say!("{title} ban hành sau ngày của kế hoạch", "{title} is later than the plan")
            }
            _ => continue,
        };
        let diagnostic = RULE.at(day.span, message).help(say!("xem lại ngày", "check the date"));
        let own = plan.raw.date.as_ref().filter(|_| day.value.date.is_some());
        sink.push(match own {
            Some(own) => diagnostic.label(own.span, say!("ngày của kế hoạch", "the plan's date")),
            None => diagnostic,
        });
    }
}
