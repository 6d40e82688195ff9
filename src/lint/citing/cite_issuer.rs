use crate::citation::issued_by;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::vietnamese::{capitalised, folded};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-issuer",
        severity: Severity::Warning,
        clause: Some("P1.II.6.a.2"),
        kinds: Kinds::All,
        what: Words {
            vi: "cơ quan ban hành không khớp với ký hiệu",
            en: "the issuer of a cited document does not go with its symbol",
        },
        why: Words {
            vi: "Nhóm cuối của ký hiệu là cơ quan ban hành: TTg là Thủ tướng Chính phủ, CP là Chính phủ, UBND là Ủy ban nhân dân, QH15 là Quốc hội khóa XV.",
            en: "The last group of a symbol is the issuer: TTg the Prime Minister, CP the Government, UBND a people's committee, QH15 the National Assembly.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Thực hiện Quyết định số 1841/QĐ-UBND ngày 14/7/2020 của ⟦Chính phủ⟧ về việc phân công địa bàn.]",
            right: "objectives: [Thực hiện Quyết định số 1841/QĐ-UBND ngày 14/7/2020 của UBND tỉnh về việc phân công địa bàn.]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for one in &plan.citations {
        let (Some(issuer), Some(issued)) = (&one.issuer, one.symbol().and_then(issued_by)) else { continue };
        let said = issuer.value.trim();
        let small = folded(said);
        if issued.names.iter().any(|name| small.starts_with(name)) {
            continue;
        }
        let group = issued.group;
        let (number, name) = (one.title(), capitalised(issued.names[0]));
        sink.push(
            RULE.at(
                issuer.span,
                message!("ký hiệu {group} không phải của {said}", "the symbol {group} is not that of {said}"),
            )
            .help(message!(
                "xem lại {number}: {group} là ký hiệu của {name}",
                "check {number}: {group} is the symbol of {name}"
            )),
        );
    }
}
