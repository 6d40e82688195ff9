//! Authorities of signing that do not go together.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "signature-authority",
    severity: Severity::Error,
    clause: Some("P1.II.7.b"),
    kinds: Kinds::All,
    what: Words {
        vi: "các quyền hạn ký không đi cùng nhau",
        en: "authorities of signing that do not go together",
    },
    why: Words {
        vi: "Mỗi văn bản ký theo một tư cách: thay mặt (TM.), ký thay (KT.), thừa lệnh (TL.), thừa ủy quyền (TUQ.) hoặc quyền (Q.); chỉ TM. với KT. và TL. với KT. đi cùng nhau.",
        en: "A document is signed by one authority; only TM. with KT. and TL. with KT. go together.",
    },
    examples: Examples::Plan {
        wrong: "signature: ⟦{⟧tl: Chủ tịch, tuq: Chủ tịch, position: Chánh Văn phòng}",
        right: "signature: {tl: Chủ tịch, position: Chánh Văn phòng}",
    },
    check: Check::Reading,
};
