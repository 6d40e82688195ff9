use chrono::{Datelike, NaiveDate};

use crate::citation::{Citation, CitedIn};
use crate::decree::text::short_date;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::reference;
use crate::text::Field;
use crate::text::prose::Token;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-in-force",
        severity: Severity::Warning,
        clause: Some("P1.II.6.a.1"),
        kinds: Kinds::All,
        what: Words {
            vi: "văn bản được viện dẫn đã hết hoặc chưa có hiệu lực vào ngày của kế hoạch",
            en: "a cited document that was no longer, or not yet, in force on the plan's date",
        },
        why: Words {
            vi: "Căn cứ là văn bản đang có hiệu lực. Chương trình chỉ biết những văn bản trong bảng kèm theo (mỗi dòng có nguồn và ngày tra cứu); văn bản ngoài bảng không được nhận xét gì.",
            en: "A căn cứ is in force. The program knows the documents of its table only, each with its source and the day it was looked up; of others nothing is claimed.",
        },
        examples: Examples::Plan {
            wrong: "date: 2026-01-09
objectives: [Thực hiện ⟦Luật Hợp tác xã năm 2012⟧.]",
            right: "date: 2026-01-09
objectives: [Thực hiện Luật Hợp tác xã năm 2023.]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let Some(day) = plan.day() else { return };
    let mut seen: Vec<&str> = Vec::new();
    for one in plan.citations.iter().filter(|one| one.place != CitedIn::Quoted) {
        let Some(known) = one.known().filter(|known| !seen.contains(&known.number)) else { continue };
        if is_told_as_ended(plan, one) || known.period_ended && is_summed_up(plan, one) {
            continue;
        }
        let title = one.title();
        let by = known.by.map(|by| successor(by, day)).unwrap_or_default();
        let (message, help) = if let Some(ended) = known.ended.filter(|ended| *ended <= day) {
            let date = words(ended);
            let message = match known.period_ended {
                true => message!(
                    "{title}: giai đoạn thực hiện đã kết thúc trước ngày {date}",
                    "{title}: its period ended before {date}"
                ),
                false => {
                    message!(
                        "{title} hết hiệu lực từ ngày {date}",
                        "{title} is no longer in force since {date}"
                    )
                }
            };
            let help = match by.is_empty() {
                true => message!("xem văn bản đang có hiệu lực", "look for the document in force"),
                false => message!("xem {by}", "see {by}"),
            };
            (message, help)
        } else if known.in_force > day {
            let date = words(known.in_force);
            (
                message!(
                    "{title} có hiệu lực từ ngày {date}, sau ngày của kế hoạch",
                    "{title} is in force from {date}, after the plan's date"
                ),
                message!(
                    "xem lại ngày của kế hoạch, hoặc văn bản trước đó",
                    "check the plan's date, or cite the document before it"
                ),
            )
        } else {
            continue;
        };
        seen.push(known.number);
        sink.push(RULE.at(one.span, message).help(help));
    }
}

/// Whether a sentence says that the document ended: "thay thế Nghị định số …", "Nghị định số … hết hiệu lực".
fn is_told_as_ended(plan: &Subject, one: &Citation) -> bool {
    let (before, after) = around(plan, one);
    let says = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    one.place == CitedIn::Sentence
        && (says(&before, &["thay thế", "thay cho", "bãi bỏ"])
            || says(&after, &["được thay thế", "bị thay thế", "hết hiệu lực", "bãi bỏ", "trước đây"]))
}

/// Whether a programme whose period is over is looked back on, in the sentence or by the plan as a whole.
fn is_summed_up(plan: &Subject, one: &Citation) -> bool {
    let (before, _) = around(plan, one);
    let subject = plan.lines(Field::Subject).chain(plan.lines(Field::LetterSubject)).map(|line| line.text());
    let says =
        |text: &str| ["tổng kết", "sơ kết", "quyết toán", "kết quả"].iter().any(|word| text.contains(word));
    says(&before) || subject.into_iter().any(|text| says(&text.to_lowercase()))
}

/// The words of the sentence before a citation, eight at most, and those after it.
fn around(plan: &Subject, one: &Citation) -> (String, String) {
    let Some(line) = plan.line_at(one.span).map(|at| &plan.prose[at]) else { return Default::default() };
    let from = |byte: usize| {
        let found = line.tokens.iter().position(|token| line.span(token.at.clone()).start >= byte);
        found.unwrap_or(line.tokens.len())
    };
    let (begin, end) = (from(one.span.start), from(one.span.end));
    let is_end = |token: &&Token| token.is(".") || token.is(";");
    let before =
        line.tokens[..begin].iter().rev().take_while(|token| !is_end(token)).take(16).collect::<Vec<_>>();
    let after = line.tokens[end..].iter().take_while(|token| !is_end(token));
    (
        before.into_iter().rev().map(|token| token.small.as_str()).collect(),
        after.map(|token| token.small.as_str()).collect(),
    )
}

fn words(date: NaiveDate) -> String {
    short_date(date.day(), date.month(), date.year())
}

/// "Luật Hợp tác xã (17/2023/QH15)", or the number alone of a document that is not in the table. Where the
/// successor has one itself, the last of them that was in force by `day`.
fn successor(number: &'static str, day: NaiveDate) -> String {
    match reference::numbered_any(number) {
        Some(known) => match known.by.filter(|_| known.ended.is_some_and(|ended| ended <= day)) {
            Some(next) if next != number => successor(next, day),
            _ => format!("{} {} ({number})", known.kind, known.name),
        },
        None => format!("văn bản số {number}"),
    }
}
