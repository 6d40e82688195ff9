//! An expression that Tera does not read.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "expression-syntax",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "biểu thức viết sai, hoặc gọi một bộ lọc không có",
        en: "an expression that is not written correctly, or names a filter that is not there",
    },
    why: Words {
        vi: "Biểu thức đứng trong hai cặp ngoặc nhọn, viết theo Tera; các bộ lọc thêm: slug, money, words, date, date_long. Để in chính dấu ngoặc, đặt dấu \\ ở trước.",
        en: "Expressions stand in double braces, written as Tera; filters beside Tera's: slug, money, words, date, date_long. To print the braces themselves, put a \\ before them.",
    },
    examples: Examples::Plan {
        wrong: "closing: Kết thúc năm {{ vars.nam | ⟦slugg⟧ }}.\nvars: {nam: 2027}",
        right: "closing: Kết thúc năm {{ vars.nam }}.\nvars: {nam: 2027}",
    },
    check: Check::Reading,
};
