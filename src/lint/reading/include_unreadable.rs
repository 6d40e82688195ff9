//! An included file that cannot be read.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "include-unreadable",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "không đọc được tệp được include", en: "an included file cannot be read"
    },
    why: Words {
        vi: "Thiếu tệp này thì thiếu cơ quan, người ký hoặc nơi nhận dùng chung.",
        en: "Without it the shared issuer, signer or recipients are missing.",
    },
    examples: Examples::Plan { wrong: "include: ⟦khong-co.yaml⟧", right: "closing: Kết thúc." },
    check: Check::Reading,
};
