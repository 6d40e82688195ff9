//! A drawing template that does not work.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "template-draw",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words { vi: "mẫu vẽ trang không vẽ được", en: "a drawing template that does not work" },
    why: Words {
        vi: "Mẫu Typst đã sửa có lỗi, hoặc đọc tệp ngoài các mẫu.",
        en: "A changed Typst template has a mistake, or reads beyond the templates.",
    },
    examples: Examples::Template {
        name: "typst/document.typ",
        wrong: "#read(⟦\"secret\"⟧)",
        right: "#set document(title: [Kế hoạch], date: datetime(year: 2020, month: 11, day: 6))",
    },
    check: Check::Reading,
};
