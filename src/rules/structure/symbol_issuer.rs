//! A symbol without the abbreviation of the issuer.

use crate::diag::{Severity, Sink};
use crate::rules::rule::{Check, Examples, Rule, Words};
use crate::rules::subject::Subject;
use crate::say;

pub const RULE: Rule = Rule {
    code: "symbol-issuer",
    severity: Severity::Warning,
    clause: Some("P1.II.3.b.1"),
    what: Words {
        vi: "ký hiệu không mang chữ viết tắt của cơ quan ban hành",
        en: "a symbol without the abbreviation of the issuer",
    },
    why: Words {
        vi: "`symbol` và `issuer.code` cùng ở trong tệp mà khác nhau thì một trong hai đã cũ.",
        en: "`symbol` and `issuer.code` differ, so one of them is out of date.",
    },
    examples: Examples::Plan { wrong: "symbol: ⟦KH-LMHT⟧", right: "symbol: KH-LMHTX" },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let code = plan.raw.issuer.as_ref().and_then(|issuer| issuer.code.as_ref());
    let (Some(symbol), Some(code)) = (&plan.raw.symbol, code) else { return };
    let (_, rest) = symbol.value.trim().split_once('-').unwrap_or_default();
    let (rest, wanted) = (rest.trim(), code.value.trim());
    if rest.is_empty() || wanted.is_empty() || rest.split('-').any(|group| group == wanted) || rest == wanted
    {
        return;
    }
    sink.push(
        RULE.at(
            symbol.span,
            say!(
                "ký hiệu có \"{rest}\", nhưng issuer.code là \"{wanted}\"",
                "the symbol has \"{rest}\", issuer.code is \"{wanted}\""
            ),
        )
        .label(code.span, say!("chữ viết tắt ở đây", "the abbreviation is here"))
        .help(say!(
            "bỏ khóa `symbol` để ký hiệu lập từ issuer.code",
            "leave `symbol` out: it is made of issuer.code"
        )),
    );
}
