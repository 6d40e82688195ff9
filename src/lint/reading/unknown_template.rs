//! There is no wording template of this name.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "unknown-template",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "không có mẫu lời văn với tên này", en: "there is no wording template of this name"
    },
    why: Words {
        vi: "Mẫu lời văn là tệp templates/wording/<tên>.xml; tên chỉ gồm chữ, số và dấu gạch nối.",
        en: "A wording template is the file templates/wording/<name>.xml; its name has letters, digits and hyphens only.",
    },
    examples: Examples::Plan { wrong: "template: ⟦mau-rieng⟧", right: "template: ke-hoach" },
    check: Check::Reading,
};
