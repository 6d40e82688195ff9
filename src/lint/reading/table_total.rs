//! A column to be added that is not there, or holds no number.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "table-total",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "cột cần cộng không có, hoặc có ô không phải số",
        en: "a column to be added that is not there, or holds no number",
    },
    why: Words {
        vi: r#"Dòng "Tổng cộng" do chương trình tính; chỉ cộng được các ô là số."#,
        en: "The sums are worked out by the program, from cells that are numbers.",
    },
    examples: Examples::Plan {
        wrong: "objectives:
  - table: {columns: [Nội dung, Kinh phí], rows: [[Tuyên truyền, 5]], total: [⟦Số tiền⟧]}",
        right: "objectives:
  - table: {columns: [Nội dung, Kinh phí], rows: [[Tuyên truyền, 5]], total: [Kinh phí]}",
    },
    check: Check::Reading,
};
