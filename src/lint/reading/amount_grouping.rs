//! An amount that may also be a fraction.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "amount-grouping",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "một số có dấu chấm có thể hiểu hai cách: hàng nghìn hay phần thập phân",
        en: "a number whose point may part thousands or a fraction",
    },
    why: Words {
        vi: "Trong bảng, 1.250 được đọc là một nghìn hai trăm năm mươi, như cách viết Việt Nam.",
        en: "In a table 1.250 is read as one thousand two hundred and fifty, as Vietnamese writes it.",
    },
    examples: Examples::Plan {
        wrong: "objectives:
  - table: {columns: [Nội dung, Kinh phí], rows: [[Đợt một, ⟦1.250⟧]]}",
        right: "objectives:
  - table: {columns: [Nội dung, Kinh phí], rows: [[Đợt một, 1250]]}",
    },
    check: Check::Reading,
};
