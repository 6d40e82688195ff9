//! An empty text.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "empty-text",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words { vi: "văn bản trống", en: "an empty text" },
    why: Words {
        vi: "Một văn bản trống in ra một gạch đầu dòng không có lời. Chưa biết thì bỏ khóa: trang giấy chừa chỗ nơi Nghị định cho phép.",
        en: "It would print a dash without words. What is not known is left out: the page leaves room where the decree does.",
    },
    examples: Examples::Plan {
        wrong: "recipients: [Ủy ban nhân dân tỉnh, ⟦''⟧]",
        right: "recipients: [Ủy ban nhân dân tỉnh]",
    },
    check: Check::Reading,
};
