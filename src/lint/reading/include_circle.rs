//! Files that include each other.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "include-circle",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "các tệp include nhau thành vòng", en: "files that include each other in a circle"
    },
    why: Words {
        vi: "Đọc mãi không hết. Giữ phần dùng chung ở một tệp không include tệp nào.",
        en: "Reading them would never end. Keep what is shared in one file that includes none.",
    },
    examples: Examples::None,
    check: Check::Reading,
};
