//! Parts that are nested too deeply.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "too-deep",
    severity: Severity::Error,
    clause: Some("P1.II.6.c"),
    kinds: Kinds::All,
    what: Words { vi: "các phần lồng nhau quá sâu", en: "parts that are nested too deeply" },
    why: Words {
        vi: "Bố cục theo mục, khoản, điểm có số cấp nhất định; sâu hơn thì không còn cách đánh số.",
        en: "There are so many levels of mục, khoản, điểm; below them no numbering is left.",
    },
    examples: Examples::Plan {
        wrong: "objectives: [{title: Một, items: [{title: Hai, items: [{text: ⟦Ba.⟧}]}]}]",
        right: "objectives: [{title: Mục tiêu, items: [{text: Bảo đảm tiến độ., items: [Bảo đảm chất lượng.]}]}]",
    },
    check: Check::Reading,
};
