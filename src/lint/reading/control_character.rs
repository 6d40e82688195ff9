//! A control character in a text.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "control-character",
    severity: Severity::Error,
    clause: Some("P1.I.4"),
    kinds: Kinds::All,
    what: Words { vi: "văn bản có ký tự điều khiển", en: "a control character in a text" },
    why: Words {
        vi: "Ký tự điều khiển không in được và làm hỏng tệp DOCX.",
        en: "Control characters cannot be printed, and break a DOCX file.",
    },
    examples: Examples::Plan {
        wrong: r#"closing: ⟦"Kết\u0001 thúc."⟧"#, right: "closing: Kết thúc."
    },
    check: Check::Reading,
};
