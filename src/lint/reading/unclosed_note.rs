//! A footnote ^[ without its closing ].

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "unclosed-note",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words { vi: "chú thích ^[ không có dấu ] đóng", en: "a footnote ^[ without its closing ]" },
    why: Words {
        vi: "Không biết chú thích kết thúc ở đâu thì không in được chú thích.",
        en: "Where the note ends cannot be known.",
    },
    examples: Examples::Plan {
        wrong: "closing: ⟦Kết thúc^[Xem phụ lục.⟧",
        right: "closing: Kết thúc^[Xem thêm hướng dẫn].",
    },
    check: Check::Reading,
};
