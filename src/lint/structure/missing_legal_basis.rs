use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "missing-legal-basis",
        severity: Severity::Warning,
        clause: Some("P1.II.6.a.1"),
        kinds: Kinds::Only(&[
            "nghi-quyet",
            "quyet-dinh",
            "chuong-trinh",
            "ke-hoach",
            "phuong-an",
            "de-an",
            "du-an",
        ]),
        what: Words {
            vi: "văn bản không có căn cứ ban hành", en: "the document names no legal basis"
        },
        why: Words {
            vi: "Căn cứ gồm văn bản quy định thẩm quyền, chức năng, nhiệm vụ của cơ quan và văn bản là cơ sở của nội dung. Nhiều kế hoạch thực tế viện dẫn ngay ở lời dẫn nên đây không phải lỗi.",
            en: "The legal basis is the documents that give the body its powers and those the content rests on. Many real plans cite in the preamble instead.",
        },
        examples: Examples::Plan {
            wrong: "legal_basis:
subject: ⟦Thực hiện công tác đỡ đầu⟧",
            right: "legal_basis: [Căn cứ tình hình thực tế]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    // A document issued with a decision rests on what the decision names.
    if plan.raw.issued_with.is_absent() && plan.raw.legal_basis.is_empty() {
        let span = plan.raw.subject.as_ref().map_or(plan.top, |subject| subject.span);
        sink.push(
            RULE.at(span, message!("văn bản không có căn cứ ban hành", "the document names no legal basis"))
                .help(message!("thêm khóa `legal_basis`", "add the key `legal_basis`")),
        );
    }
}
