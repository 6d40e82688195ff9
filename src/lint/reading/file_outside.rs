//! A file that a plan names and that does not stand below the root.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "file-outside",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "tệp mà kế hoạch nhắc đến nằm ngoài thư mục gốc",
        en: "a file that a plan names outside the root",
    },
    why: Words {
        vi: "Kế hoạch của người khác gửi đến không được đọc những tệp khác trên máy. Thư mục gốc là thư mục của .git gần nhất phía trên; không có thì là thư mục chứa thư mục kế hoạch; đặt khác bằng --root.",
        en: "A plan that comes from elsewhere does not read other files of the machine. The root is the folder of the nearest .git above; without one the parent of the folder of plans; --root sets it.",
    },
    // It depends on where the plan stands.
    examples: Examples::None,
    check: Check::Reading,
};
