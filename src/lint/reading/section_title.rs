//! One of the sections has no title.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "section-title",
    severity: Severity::Error,
    clause: Some("P1.II.6.d"),
    kinds: Kinds::All,
    what: Words {
        vi: "một mục của sections không có tiêu đề", en: "one of the sections has no title"
    },
    why: Words {
        vi: "Phần, chương, mục phải có tiêu đề.",
        en: "Parts, chapters and sections must have a title.",
    },
    examples: Examples::Plan {
        wrong: "sections: [{text: ⟦Ngân sách tỉnh bảo đảm kinh phí.⟧}]",
        right: "sections: [{title: Kinh phí, items: [Ngân sách tỉnh bảo đảm kinh phí.]}]",
    },
    check: Check::Reading,
};
