//! A symbol of the wrong form.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "symbol-form",
    severity: Severity::Error,
    clause: Some("P1.II.3.c.3"),
    kinds: Kinds::All,
    what: Words { vi: "ký hiệu không đúng dạng", en: "a symbol of the wrong form" },
    why: Words {
        vi: "Các nhóm chữ viết tắt trong ký hiệu nối với nhau bằng dấu gạch nối, không cách chữ.",
        en: "The groups of a symbol are joined by hyphens, without spaces.",
    },
    examples: Examples::Plan { wrong: "symbol: ⟦KH - LMHTX⟧", right: "symbol: KH-LMHTX" },
    check: Check::Reading,
};
