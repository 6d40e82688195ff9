use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-duplicate",
        severity: Severity::Warning,
        clause: Some("P1.II.6.a"),
        kinds: Kinds::All,
        what: Words {
            vi: "một văn bản ghi hai lần trong căn cứ", en: "a document twice among the căn cứ"
        },
        why: Words {
            vi: "Mỗi văn bản làm căn cứ ghi một lần.",
            en: "Each document stands once among the căn cứ.",
        },
        examples: Examples::Plan {
            wrong: "legal_basis:
  - {type: Luật, name: Hợp tác xã, date: 2012-11-20}
  - ⟦{⟧type: Luật, name: Hợp tác xã, date: 2012-11-20}",
            right: "legal_basis:
  - {type: Luật, name: Hợp tác xã, date: 2012-11-20}",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let bases: Vec<_> = plan.citations.iter().filter(|one| one.is_basis()).collect();
    for (at, one) in bases.iter().enumerate() {
        if let Some(first) = bases[..at].iter().find(|other| other.is_same(one)) {
            let title = one.title();
            sink.push(
                RULE.at(
                    one.span,
                    message!("\"{title}\" đã có trong căn cứ", "\"{title}\" is among the căn cứ already"),
                )
                .label(first.span, message!("lần thứ nhất ở đây", "first here"))
                .help(message!("bỏ một trong hai", "remove one of the two")),
            );
        }
    }
}
