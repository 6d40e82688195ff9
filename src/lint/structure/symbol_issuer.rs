use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "symbol-issuer",
        severity: Severity::Warning,
        clause: Some("P1.II.3.b.1"),
        kinds: Kinds::All,
        what: Words {
            vi: "ký hiệu không mang chữ viết tắt của cơ quan ban hành",
            en: "a symbol without the abbreviation of the issuer",
        },
        why: Words {
            vi: "`symbol` và `issuer.code` cùng ở trong tệp mà khác nhau thì một trong hai đã cũ.",
            en: "`symbol` and `issuer.code` differ, so one of them is out of date.",
        },
        examples: Examples::Plan { wrong: "symbol: ⟦KH-LMHT⟧", right: "symbol: KH-LMHTX" },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let code = plan.raw.issuer.as_ref().and_then(|issuer| issuer.value.code.as_ref());
    let (Some(symbol), Some(code)) = (plan.raw.symbol.as_ref(), code) else { return };
    // The first group is tên loại, where the kind has one in its symbol.
    let has_type = plan.kind.as_ref().is_none_or(|kind| kind.abbreviation.is_some());
    let rest = match symbol.value.trim().split_once('-') {
        Some((_, rest)) if has_type => rest,
        _ if has_type => "",
        _ => symbol.value.trim(),
    };
    let (rest, wanted) = (rest.trim(), code.value.trim());
    if rest.is_empty() || wanted.is_empty() || rest.split('-').any(|group| group == wanted) || rest == wanted
    {
        return;
    }
    sink.push(
        RULE.at(
            symbol.span,
            message!(
                "ký hiệu có \"{rest}\", nhưng issuer.code là \"{wanted}\"",
                "the symbol has \"{rest}\", issuer.code is \"{wanted}\""
            ),
        )
        .label(code.span, message!("chữ viết tắt ở đây", "the abbreviation is here"))
        .help(message!(
            "bỏ khóa `symbol` để ký hiệu lập từ issuer.code",
            "leave `symbol` out: it is made of issuer.code"
        )),
    );
}
