//! A code under `allow` that does not exist, or cannot be silenced.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "allow-unknown",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "khóa `allow` nêu một mã không có, hoặc một mã không thể cho qua",
        en: "`allow` names a code that does not exist or cannot be silenced",
    },
    why: Words {
        vi: "Chỉ cho qua được những quy tắc mà văn bản vẫn in ra được khi bị vi phạm; `kehoach explain` liệt kê các mã.",
        en: "Only rules without which the document still prints can be silenced; `kehoach explain` lists the codes.",
    },
    examples: Examples::Plan {
        wrong: "allow: {⟦doubled-wrd⟧: trích nguyên văn}",
        right: "objectives: [Bảo đảm các các phòng phối hợp.]\nallow: {doubled-word: trích nguyên văn}",
    },
    check: Check::Reading,
};
