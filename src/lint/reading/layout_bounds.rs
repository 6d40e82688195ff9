//! Layout outside the bounds of the decree.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "layout-bounds",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "cách trình bày ngoài giới hạn của Nghị định",
        en: "layout outside the bounds of the decree",
    },
    why: Words {
        vi: "Lề, cỡ chữ, thụt đầu dòng, khoảng cách đoạn và giãn dòng có giới hạn ở mục I và II Phần I Phụ lục I.",
        en: "Margins, sizes, indents, gaps and line spacing have their bounds in Phụ lục I.",
    },
    examples: Examples::Plan {
        wrong: "layout: {body_size: ⟦12⟧}",
        right: "layout: {body_size: 13, header_size: 12}",
    },
    check: Check::Reading,
};
