//! A template cannot be read.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "template-unreadable",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words { vi: "không đọc được tệp mẫu", en: "a template cannot be read" },
    why: Words {
        vi: "Tệp trong thư mục mẫu không mở được, hoặc không phải văn bản UTF-8.",
        en: "A file in the folder of templates cannot be opened, or is no UTF-8 text.",
    },
    examples: Examples::None,
    check: Check::Reading,
};
