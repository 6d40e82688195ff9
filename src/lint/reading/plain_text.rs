//! Marks where a text has no bold, italic or footnotes.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "plain-text",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "dấu in đậm, in nghiêng hay chú thích ở chỗ không dùng được",
        en: "marks of bold, italic or a footnote where they do not work",
    },
    why: Words {
        vi: "Trích yếu, nơi nhận, cơ quan, người ký có kiểu chữ do Nghị định quy định; dấu * và ^[ ] ở đó in nguyên văn.",
        en: "Subject, recipients, issuer and signer have the style of the decree; the marks * and ^[ ] print there as they stand.",
    },
    examples: Examples::Plan { wrong: "place: ⟦\"**Quảng Trị**\"⟧", right: "place: Quảng Trị" },
    check: Check::Reading,
};
