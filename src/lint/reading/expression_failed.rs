//! An expression that fails with the values it got.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "expression-failed",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "biểu thức không tính được với giá trị này",
        en: "an expression fails with this value",
    },
    why: Words {
        vi: "Bộ lọc money và words cần một số (viết 45000000, không có dấu chấm), date và date_long cần một ngày (2026-11-24 hoặc 24/11/2026).",
        en: "The filters money and words take a number (written 45000000, without dots), date and date_long a date (2026-11-24 or 24/11/2026).",
    },
    examples: Examples::Plan {
        wrong: "closing: ⟦Hết kinh phí {{ vars.tien | money }} đồng.⟧\nvars: {tien: chưa rõ}",
        right: "closing: Hết kinh phí {{ vars.tien | money }} đồng.\nvars: {tien: 45000000}",
    },
    check: Check::Reading,
};
