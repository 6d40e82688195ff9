//! A key of the format that this version does not support.

use crate::diag::Severity;
use crate::rules::rule::{Check, Examples, Rule, Words};

pub const RULE: Rule = Rule {
    code: "unsupported-key",
    severity: Severity::Error,
    clause: None,
    what: Words {
        vi: "khóa thuộc định dạng nhưng phiên bản này chưa dùng được",
        en: "a key of the format that this version does not support",
    },
    why: Words {
        vi: "Bỏ qua một khóa mà không nói gì thì văn bản in ra thiếu. Khóa này sẽ dùng được ở phiên bản sau.",
        en: "A key passed over in silence would be missing on the page. A later version will support it.",
    },
    examples: Examples::Plan { wrong: "⟦vars⟧: {xa: Hải Lăng}", right: "closing: Kết thúc." },
    check: Check::Reading,
};
