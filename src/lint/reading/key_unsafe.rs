//! A name that is no file's.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "key-unsafe",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "key của một dòng không dùng làm tên tệp được",
        en: "the key of a row cannot be the name of a file",
    },
    why: Words {
        vi: "Tên tệp không được dẫn ra ngoài thư mục, trùng tên thiết bị của Windows (CON, NUL…), kết thúc bằng dấu chấm, hay dài quá mức hệ tệp nhận. Bộ lọc slug cho tên an toàn.",
        en: "A name must not lead out of the folder, be a device of Windows (CON, NUL…), end with a dot, or be longer than file systems take. The filter slug gives safe names.",
    },
    examples: Examples::Plan {
        wrong: "for_each: {as: xa, in: [{ten: ../Hải Lăng}], key: ⟦\"{{ xa.ten }}\"⟧}",
        right: "for_each: {as: xa, in: [{ten: ../Hải Lăng}], key: \"{{ xa.ten | slug }}\"}",
    },
    check: Check::Reading,
};
