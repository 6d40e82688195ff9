//! Two rows of one name.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "key-duplicate",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "hai dòng dữ liệu cùng ghi ra một tệp", en: "two rows of data would write one file"
    },
    why: Words {
        vi: "Văn bản của dòng sau sẽ đè lên văn bản của dòng trước. Tên chỉ khác chữ hoa, chữ thường cũng là một tên trên nhiều máy.",
        en: "The later one would replace the earlier one. Names that differ by capitals only are one name on many machines.",
    },
    examples: Examples::Plan {
        wrong: "for_each: {as: xa, in: [{ten: Hải Lăng}, {ten: hải lăng}], key: ⟦\"{{ xa.ten | slug }}\"⟧}",
        right: "for_each: {as: xa, in: [{ten: Hải Lăng}, {ten: Cồn Cỏ}], key: \"{{ xa.ten | slug }}\"}",
    },
    check: Check::Reading,
};
