//! Expressions {{ … }} are not supported by this version.

use crate::diag::Severity;
use crate::rules::rule::{Check, Examples, Rule, Words};

pub const RULE: Rule = Rule {
    code: "unsupported-expression",
    severity: Severity::Error,
    clause: None,
    what: Words {
        vi: "biểu thức {{ … }} chưa dùng được ở phiên bản này",
        en: "expressions {{ … }} are not supported by this version",
    },
    why: Words {
        vi: r#"In nguyên biểu thức thì sai lời văn. Muốn in chính các dấu này, thêm dấu \ ở trước."#,
        en: r#"Printed as it stands it would be wrong. To print the characters themselves, put a \ before them."#,
    },
    examples: Examples::Plan {
        wrong: "closing: ⟦Kết thúc {{ xa }}.⟧", right: "closing: Kết thúc."
    },
    check: Check::Reading,
};
