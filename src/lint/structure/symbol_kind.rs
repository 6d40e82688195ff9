use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "symbol-kind",
        severity: Severity::Error,
        clause: Some("P1.II.3.b.1"),
        kinds: Kinds::All,
        what: Words {
            vi: "ký hiệu không bắt đầu bằng chữ viết tắt của tên loại văn bản",
            en: "a symbol that does not begin with the abbreviation of the type of document",
        },
        why: Words {
            vi: "Ký hiệu gồm chữ viết tắt tên loại (Phụ lục III: KH cho kế hoạch, TTr cho tờ trình, CTr cho chương trình…) và chữ viết tắt tên cơ quan. Các dạng QCh, DAn, TT cho tờ trình là sai.",
            en: "A symbol is the abbreviation of the type (Phụ lục III: KH for a plan, TTr for a submission …) and that of the body. QCh, DAn, or TT for a submission are wrong.",
        },
        examples: Examples::Plan { wrong: "symbol: ⟦KHo-LMHTX⟧", right: "symbol: KH-LMHTX" },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let (Some(symbol), Some(kind)) = (plan.raw.symbol.as_ref(), &plan.kind) else { return };
    let Some(abbreviation) = kind.abbreviation.as_deref() else { return };
    // A symbol of the wrong form is reported as such.
    let Some((first, rest)) = symbol.value.trim().split_once('-') else { return };
    if first == abbreviation || first.contains(' ') || rest.is_empty() {
        return;
    }
    let name = &kind.name;
    sink.push(
        RULE.at(
            symbol.span,
            message!(
                "ký hiệu bắt đầu bằng \"{first}\", nhưng {name} viết tắt là \"{abbreviation}\"",
                "the symbol begins with \"{first}\"; the abbreviation of {name} is \"{abbreviation}\""
            ),
        )
        .help(message!(
            "viết {abbreviation}-{rest}, hoặc bỏ khóa này để chương trình tự lập",
            "write {abbreviation}-{rest}, or leave the key out"
        )),
    );
}
