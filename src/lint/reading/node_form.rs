//! A part of the body that mixes forms, or says nothing.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "node-form",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "một phần của nội dung trộn nhiều dạng, hoặc không có lời",
        en: "a part of the body that mixes forms, or says nothing",
    },
    why: Words {
        vi: "Mỗi phần là một dạng: văn bản; title, text, items; lead, text, items; text, items; item, items; paragraph, align; hoặc table.",
        en: "Each part has one form: a text; title, text, items; lead, text, items; text, items; item, items; paragraph, align; or table.",
    },
    examples: Examples::Plan {
        wrong: "objectives:
  - ⟦⟧title: Mục tiêu chung
    paragraph: Bảo đảm tiến độ.",
        right: "objectives:
  - title: Mục tiêu chung
    text: Bảo đảm tiến độ.",
    },
    check: Check::Reading,
};
