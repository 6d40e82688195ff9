use crate::citation::CitedKind;
use crate::diag::Severity;
use crate::diag::Sink;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::plan::raw::RawBasis;
use crate::vietnamese::capitalised;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-kind",
        severity: Severity::Warning,
        clause: Some("P1.II.6.a.2"),
        kinds: Kinds::All,
        what: Words {
            vi: "tên loại văn bản viết sai", en: "the type of a cited document is misspelt"
        },
        why: Words {
            vi: "Tên loại in nguyên như đã viết; chương trình so với tên các loại văn bản thường gặp.",
            en: "It prints as it is written; it is held against the types that are known.",
        },
        examples: Examples::Plan {
            wrong: "legal_basis: [{type: ⟦Nghi định⟧, number: 30/2020/NĐ-CP, date: 2020-03-05, issuer: Chính phủ, subject: về công tác văn thư}]",
            right: "legal_basis: [{type: Nghị định, number: 30/2020/NĐ-CP, date: 2020-03-05, issuer: Chính phủ, subject: về công tác văn thư}]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for basis in plan.raw.legal_basis.items() {
        let RawBasis::Citation(parts) = basis else { continue };
        let Some(kind) = parts.value.kind.as_ref() else { continue };
        let written = kind.value.trim();
        // Types that the table does not have are left alone, unless they look like one that it has.
        let Some(near) = CitedKind::like(&written.to_lowercase()) else { continue };
        let meant = capitalised(near.name);
        sink.push(
            RULE.at(
                kind.span,
                message!("không có loại văn bản \"{written}\"", "there is no type \"{written}\""),
            )
            .help(message!("ý bạn là {meant}?", "did you mean {meant}?")),
        );
    }
}
