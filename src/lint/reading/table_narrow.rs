//! A column in which words or numbers are cut.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "table-narrow",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "cột của bảng hẹp hơn chữ hoặc số dài nhất trong cột",
        en: "a column narrower than its longest word or number",
    },
    why: Words {
        vi: "Số tiền hay chữ bị cắt giữa chừng thì đọc sai; bảng nhiều cột đặt trong phụ lục nằm ngang.",
        en: "An amount or a word that is cut is read wrong; a table of many columns goes to a landscape appendix.",
    },
    examples: Examples::Plan {
        wrong: "objectives:
  - table: ⟦{⟧columns: [Nội dung, Kinh phí], widths: [30, 1], rows: [[Đợt một, 1250000000]]}",
        right: "objectives:
  - table: {columns: [Nội dung, Kinh phí], widths: [3, 1], rows: [[Đợt một, 1250000000]]}",
    },
    check: Check::Reading,
};
