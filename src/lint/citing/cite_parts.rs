use crate::citation::CitedIn;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-parts",
        severity: Severity::Error,
        clause: Some("P1.II.6.a.2"),
        kinds: Kinds::All,
        what: Words { vi: "căn cứ thiếu thành phần", en: "a căn cứ that lacks a part" },
        why: Words {
            vi: "Căn cứ ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày tháng năm và trích yếu; riêng Luật, Pháp lệnh ghi tên và ngày tháng năm.",
            en: "A căn cứ has type, number, symbol, issuer, date and subject; a law or ordinance its name and date.",
        },
        examples: Examples::Plan {
            wrong: "legal_basis:
  - ⟦⟧type: Quyết định
    number: 1841/QĐ-UBND
    date: 2020-07-14
    issuer: UBND tỉnh",
            right: "legal_basis:
  - type: Quyết định
    number: 1841/QĐ-UBND
    date: 2020-07-14
    issuer: UBND tỉnh
    subject: phân công địa bàn phụ trách",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for one in &plan.citations {
        let CitedIn::Parts(at) = one.place else { continue };
        // What a căn cứ needs goes by its type.
        let Some(parts) = plan.cited_parts(at).filter(|parts| !parts.kind.is_unreadable()) else { continue };
        let by_name = one.kind.as_ref().is_some_and(|kind| kind.value.by_name);
        let lacks = [
            ("date", &parts.date, one.date.is_none()),
            ("issuer", &parts.issuer, one.issuer.is_none() && !by_name),
            ("subject", &parts.subject, !one.has_subject && !by_name),
        ];
        let lacks = lacks.into_iter().filter(|(_, written, lacks)| *lacks && !written.is_unreadable());
        let lacks: Vec<&str> = lacks.map(|(key, ..)| key).collect();
        if lacks.is_empty() {
            continue;
        }
        let (title, keys) = (one.title(), lacks.join(", "));
        sink.push(
            RULE.at(
                one.span,
                message!("căn cứ \"{title}\" thiếu {keys}", "the căn cứ \"{title}\" lacks {keys}"),
            )
            .help(message!("thêm khóa: {keys}", "add the keys: {keys}")),
        );
    }
}
