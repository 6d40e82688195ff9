use crate::diag::Severity;
use crate::diag::Sink;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::plan::raw::RawBasis;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-name",
        severity: Severity::Warning,
        clause: Some("P1.II.6.a.2"),
        kinds: Kinds::All,
        what: Words {
            vi: r#"tên loại lặp lại trong tên của Luật, hoặc "số" lặp lại trong số"#,
            en: r#"the type again in the name of a law, or "số" in a number"#,
        },
        why: Words {
            vi: r#"Tên loại và chữ "số" do chương trình in: "Căn cứ Luật Hợp tác xã", "Nghị định số 30/2020/NĐ-CP"."#,
            en: r#"The type and "số" are printed by the program."#,
        },
        examples: Examples::Plan {
            wrong: "legal_basis: [{type: Luật, name: ⟦Luật Hợp tác xã⟧, date: 2012-11-20}]",
            right: "legal_basis: [{type: Luật, name: Hợp tác xã, date: 2012-11-20}]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for basis in plan.raw.legal_basis.items() {
        let RawBasis::Citation(parts) = basis else { continue };
        let kind = parts.value.kind.as_ref().map(|kind| kind.value.trim().to_lowercase()).unwrap_or_default();
        for (part, again) in [(&parts.value.name, kind.as_str()), (&parts.value.number, "số")] {
            let Some(part) = part.as_ref() else { continue };
            let small = part.value.trim().to_lowercase();
            if again.is_empty() || !small.strip_prefix(again).is_some_and(|rest| rest.starts_with(' ')) {
                continue;
            }
            sink.push(
                RULE.at(part.span, message!("\"{again}\" sẽ in hai lần", "\"{again}\" would stand twice"))
                    .help(message!("bỏ chữ \"{again}\" ở đầu", "remove \"{again}\" at its beginning")),
            );
        }
    }
}
