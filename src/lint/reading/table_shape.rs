//! A row that does not fit the columns.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "table-shape",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "dòng của bảng không khớp với các cột", en: "a row that does not fit the columns"
    },
    why: Words {
        vi: "Mỗi dòng có một ô cho mỗi cột; thiếu ô thì các ô sau lệch cột.",
        en: "Each row has one cell a column; with one missing, the others move.",
    },
    examples: Examples::Plan {
        wrong: "objectives:
  - table: {columns: [Nội dung, Kinh phí], rows: [⟦[⟧Tuyên truyền]]}",
        right: "objectives:
  - table: {columns: [Nội dung, Kinh phí], rows: [[Tuyên truyền, 5]]}",
    },
    check: Check::Reading,
};
