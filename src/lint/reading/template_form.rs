//! A wording template that does not make the known tags.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "template-form",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "mẫu lời văn không thành các thẻ dùng được",
        en: "a wording template that does not make the known tags",
    },
    why: Words {
        vi: "Mẫu phải thành XML đúng, chỉ gồm các thẻ title, basis, p, section, clause, nodes, total, appendix, contact; trong câu: b, i, note.",
        en: "It must make well-formed XML of the tags title, basis, p, section, clause, nodes, total, appendix, contact; in a sentence: b, i, note.",
    },
    examples: Examples::Template {
        name: "wording/ke-hoach.xml",
        wrong: "<wording>⟦<tilte>Kế hoạch</tilte>⟧</wording>",
        right: "<wording><title>Kế hoạch</title></wording>",
    },
    check: Check::Reading,
};
