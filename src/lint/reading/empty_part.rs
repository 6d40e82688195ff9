//! A part of the document that holds nothing.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "empty-part",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "phụ lục, mục hoặc bảng không có nội dung",
        en: "an appendix, a part or a table that holds nothing",
    },
    why: Words {
        vi: "Tiêu đề vẫn được in mà bên dưới không có gì; thường do `when` bỏ hết, hoặc do quên.",
        en: "Its heading prints with nothing below it; most often `when` leaves all of it out, or it was forgotten.",
    },
    examples: Examples::Plan {
        wrong: "objectives:
  - table: ⟦{⟧columns: [Nội dung, Kinh phí], rows: []}",
        right: "objectives:
  - table: {columns: [Nội dung, Kinh phí], rows: [[Đợt một, 1250]]}",
    },
    check: Check::Reading,
};
