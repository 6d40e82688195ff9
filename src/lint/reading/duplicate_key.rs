//! A key is written twice.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "duplicate-key",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words { vi: "một khóa viết hai lần", en: "a key is written twice" },
    why: Words {
        vi: "YAML chỉ giữ một giá trị; phần kia sẽ mất mà không ai biết.",
        en: "YAML keeps one value; the other would be lost unnoticed.",
    },
    examples: Examples::Plan {
        wrong: "closing: Kết thúc một.
⟦closing⟧: Kết thúc hai.",
        right: "closing: Kết thúc một.",
    },
    check: Check::Reading,
};
