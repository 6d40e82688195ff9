//! A wording template cannot be filled in.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "template-render",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "mẫu lời văn không điền được", en: "a wording template cannot be filled in"
    },
    why: Words {
        vi: "Mẫu dùng một tên không có, hoặc viết sai cú pháp Tera.",
        en: "It names what does not exist, or is no valid Tera.",
    },
    examples: Examples::Template {
        name: "wording/ke-hoach.xml",
        wrong: "<wording><title>{{ ⟦kin⟧ }}</title></wording>",
        right: "<wording><title>{{ kind }}</title></wording>",
    },
    check: Check::Reading,
};
