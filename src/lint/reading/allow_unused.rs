//! A code under `allow` that nothing in the plan breaks.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "allow-unused",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "`allow` cho qua một mã không xuất hiện trong kế hoạch",
        en: "`allow` silences what the plan does not have",
    },
    why: Words {
        vi: "Một dòng cho qua còn sót lại sẽ che lỗi thật về sau.",
        en: "A silence that is left over hides a real finding later.",
    },
    examples: Examples::Plan {
        wrong: "allow: {⟦doubled-word⟧: trích nguyên văn}",
        right: "objectives: [Bảo đảm các các phòng phối hợp.]\nallow: {doubled-word: trích nguyên văn}",
    },
    check: Check::Reading,
};
