//! A footnote without words, or in another one.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "note-form",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "chú thích trống, hoặc nằm trong chú thích khác",
        en: "a footnote without words, or in another one",
    },
    why: Words {
        vi: "Chú thích trống vẫn chiếm một số ở chân trang; chú thích trong chú thích không có số riêng, in nguyên văn.",
        en: "An empty note takes a number at the foot of the page; one in another has no number and prints as it stands.",
    },
    examples: Examples::Plan {
        wrong: "closing: ⟦Kết thúc^[]⟧",
        right: "closing: Kết thúc^[Xem thêm hướng dẫn].",
    },
    check: Check::Reading,
};
