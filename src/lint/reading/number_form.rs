//! A number that is no whole number above 0.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "number-form",
    severity: Severity::Error,
    clause: Some("P1.II.3.a.1"),
    kinds: Kinds::All,
    what: Words {
        vi: "số không phải là số nguyên lớn hơn 0",
        en: "a number that is no whole number above 0",
    },
    why: Words {
        vi: "Số của văn bản là số thứ tự trong năm, ghi bằng chữ số Ả Rập, bắt đầu từ 01.",
        en: "The number of a document is its sequence number in the year, in Arabic digits, from 01.",
    },
    examples: Examples::Plan { wrong: "number: ⟦0⟧", right: "number: 224" },
    check: Check::Reading,
};
