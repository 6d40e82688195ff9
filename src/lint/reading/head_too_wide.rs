//! The head of the document does not fit its line.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "head-too-wide",
    severity: Severity::Error,
    clause: Some("P1.II.1.a"),
    kinds: Kinds::All,
    what: Words {
        vi: "phần đầu văn bản không đủ chỗ trên một dòng",
        en: "the head of the document does not fit its line",
    },
    why: Words {
        vi: "Quốc hiệu, Tiêu ngữ in trên một dòng mỗi phần, và số, ký hiệu ngang hàng với địa danh, ngày; lề hoặc tên quá dài thì không còn chỗ.",
        en: "Quốc hiệu and Tiêu ngữ take a line each, and the number stands level with the date; a long symbol or place leaves no room.",
    },
    examples: Examples::Plan {
        wrong: "place: ⟦Bà Rịa - Vũng Tàu - Côn Đảo - Long Hải - Xuyên Mộc - Đất Đỏ⟧",
        right: "place: Quảng Trị",
    },
    check: Check::Reading,
};
