use crate::citation::{Citation, issued_by};
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-order",
        severity: Severity::Info,
        clause: Some("P1.II.6.a.1"),
        kinds: Kinds::All,
        what: Words {
            vi: "căn cứ không theo thứ tự hiệu lực pháp lý",
            en: "căn cứ that are not in the order of legal force",
        },
        why: Words {
            vi: "Nghị định không quy định thứ tự; thực tế xếp văn bản có hiệu lực pháp lý cao trước.",
            en: "The decree sets no order; in practice higher legal force comes first.",
        },
        examples: Examples::Plan {
            wrong: "legal_basis:
  - {type: Nghị định, number: 30/2020/NĐ-CP, date: 2020-03-05, issuer: Chính phủ, subject: về công tác văn thư}
  - ⟦{⟧type: Luật, name: Hợp tác xã, date: 2012-11-20}",
            right: "legal_basis:
  - {type: Luật, name: Hợp tác xã, date: 2012-11-20}
  - {type: Nghị định, number: 30/2020/NĐ-CP, date: 2020-03-05, issuer: Chính phủ, subject: về công tác văn thư}",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let bases: Vec<_> = plan.citations.iter().filter(|one| one.is_basis()).collect();
    for (before, after) in bases.iter().zip(bases.iter().skip(1)) {
        let (Some(first), Some(second)) = (rank(before), rank(after)) else { continue };
        // Within one rank documents on authority come before those on content: no date tells.
        if second < first {
            let (above, below) = (before.title(), after.title());
            sink.push(
                RULE.at(
                    after.span,
                    message!("{below} thường xếp trước {above}", "{below} mostly comes before {above}"),
                )
                .help(message!(
                    "chỉ là gợi ý: Nghị định không quy định thứ tự",
                    "a suggestion only: the decree sets no order"
                )),
            );
            return;
        }
    }
}

/// Legal force by Luật 64/2025/QH15, Điều 4; none for documents that are no legal norms.
fn rank(one: &Citation) -> Option<u8> {
    let kind = one.kind.as_ref()?.value;
    let by = one.symbol().and_then(issued_by).map(|issued| issued.group);
    match (kind.name, by) {
        ("nghị quyết", Some("QH")) => Some(2),
        ("nghị quyết", Some("UBTVQH")) => Some(3),
        ("nghị quyết", Some("CP")) => Some(5),
        ("nghị quyết", Some("HĐND")) => Some(10),
        ("quyết định", Some("TTg")) => Some(6),
        ("quyết định", Some("UBND")) => Some(11),
        ("nghị quyết" | "quyết định", _) => None,
        _ => Some(kind.rank).filter(|rank| *rank < 10),
    }
}
