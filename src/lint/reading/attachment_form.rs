//! A document that cannot stand in the file of the decision it is issued with.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "attachment-form",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::Only(&["quyet-dinh", "nghi-quyet"]),
    what: Words {
        vi: "tệp trong attachments không phải một văn bản ban hành kèm theo",
        en: "a file of attachments that is no document issued with the decision",
    },
    why: Words {
        vi: "Văn bản in trong cùng một tệp với quyết định phải có khóa `issued_with` (có thể chỉ ghi issued_with: {}), không có `for_each`, `layout` riêng và không kèm văn bản khác; số, ngày và người ban hành in trong dòng \"Kèm theo\" là của quyết định.",
        en: "A document in the file of a decision has the key `issued_with` (issued_with: {} will do), no `for_each`, `layout` or attachments of its own; the number, date and issuer in its line \"Kèm theo\" are the decision's.",
    },
    examples: Examples::None,
    check: Check::Reading,
};
