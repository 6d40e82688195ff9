//! An expression that prints nothing.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "empty-value",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "một giá trị trong câu in ra chỗ trống", en: "a value in a text prints as nothing"
    },
    why: Words {
        vi: "Ô dữ liệu trống để lại một câu cụt. Chỗ nào có thể trống thì đặt trong một điều kiện (if), hoặc bỏ cả phần bằng `when`.",
        en: "An empty cell leaves a broken sentence. What may be empty stands in an if, or the whole part is left out by `when`.",
    },
    examples: Examples::Plan {
        wrong: "closing: ⟦Kết thúc năm 2027{{ vars.ghi_chu }}.⟧\nvars: {ghi_chu: \"\"}",
        right: "closing: Kết thúc năm 2027{{ vars.ghi_chu }}.\nvars: {ghi_chu: \", nếu được\"}",
    },
    check: Check::Reading,
};
