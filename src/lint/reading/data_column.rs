//! Columns without a name, or two of one name.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "data-column",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "cột dữ liệu không có tên, hoặc hai cột cùng tên",
        en: "a column of data without a name, or two of one name",
    },
    why: Words {
        vi: "Biểu thức gọi cột bằng tên, nên mỗi cột cần một tên riêng.",
        en: "Expressions call columns by their names, so each needs one of its own.",
    },
    examples: Examples::Plan {
        wrong: "for_each: {as: xa, in: [{ten: Hải Lăng, ⟦ten⟧: Cồn Cỏ}], key: \"{{ xa.ten | slug }}\"}",
        right: "for_each: {as: xa, in: [{ten: Hải Lăng, ma: 1}], key: \"{{ xa.ten | slug }}\"}",
    },
    check: Check::Reading,
};
