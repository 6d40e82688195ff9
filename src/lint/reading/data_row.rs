//! A row of data that does not fit.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "data-row",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "dòng dữ liệu không khớp với các cột", en: "a row of data does not fit the columns"
    },
    why: Words {
        vi: "Một ô thừa hoặc thiếu đẩy các giá trị sau nó sang cột khác: văn bản sẽ sai cả loạt.",
        en: "One cell too many or too few moves all values after it into other columns: a whole batch would be wrong.",
    },
    examples: Examples::Plan {
        wrong: "for_each: {as: xa, in: [{ten: Hải Lăng}, ⟦Cồn Cỏ⟧], key: \"{{ xa.ten | slug }}\"}",
        right: "for_each: {as: xa, in: [{ten: Hải Lăng}, {ten: Cồn Cỏ}], key: \"{{ xa.ten | slug }}\"}",
    },
    check: Check::Reading,
};
