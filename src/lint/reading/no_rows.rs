//! A batch without rows.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "no-rows",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "không có dòng dữ liệu nào để làm văn bản",
        en: "there is no row of data to make a document of",
    },
    why: Words {
        vi: "Có thể tệp dữ liệu trống, hoặc `where` không đúng với dòng nào.",
        en: "Perhaps the data are empty, or `where` holds for none of them.",
    },
    examples: Examples::Plan {
        wrong: "for_each: {as: xa, in: ⟦[⟧], key: \"{{ xa.ten | slug }}\"}",
        right: "for_each: {as: xa, in: [{ten: Hải Lăng}], key: \"{{ xa.ten | slug }}\"}",
    },
    check: Check::Reading,
};
