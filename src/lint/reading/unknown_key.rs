//! A key that the format does not have, or has elsewhere.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "unknown-key",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "khóa không có trong định dạng, hoặc đặt không đúng chỗ",
        en: "a key that the format does not have, or has elsewhere",
    },
    why: Words {
        vi: "Khóa viết sai sẽ không được in. Chương trình gợi ý khóa gần nhất, hoặc nơi khóa đó thuộc về.",
        en: "A misspelt key would not be printed. The nearest key is proposed, or the place where this one belongs.",
    },
    examples: Examples::Plan { wrong: "⟦aplendices⟧: []", right: "appendices: []" },
    check: Check::Reading,
};
