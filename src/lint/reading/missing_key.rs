//! A key that must be there is missing.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "missing-key",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words { vi: "thiếu một khóa bắt buộc", en: "a key that must be there is missing" },
    why: Words {
        vi: "Kế hoạch phải có cơ quan ban hành, trích yếu, nội dung, nơi nhận và người ký (mẫu 1.4).",
        en: "A plan has an issuer, a subject, a body, recipients and a signer (mẫu 1.4).",
    },
    examples: Examples::Plan { wrong: "drafter: {copies: 300}", right: "drafter: {code: PL, copies: 300}" },
    check: Check::Reading,
};
