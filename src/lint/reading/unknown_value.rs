//! A value that is not among the choices.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "unknown-value",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "giá trị không nằm trong các giá trị được chọn",
        en: "a value that is not among the choices",
    },
    why: Words {
        vi: "Loại văn bản, độ khẩn, độ mật và cách trình bày chỉ nhận các từ đã định.",
        en: "Kinds, degrees of urgency and secrecy and some of the layout take certain words only.",
    },
    examples: Examples::Plan { wrong: "urgency: ⟦gap⟧", right: "urgency: khan" },
    check: Check::Reading,
};
