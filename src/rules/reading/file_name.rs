//! A name that is no path beside the plan.

use crate::diag::Severity;
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "file-name",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "tên tệp không phải một đường dẫn tính từ thư mục của kế hoạch",
        en: "a name that is no path from the folder of the plan",
    },
    why: Words {
        vi: "Đường dẫn tuyệt đối chỉ đúng trên một máy. Tệp include và tệp dữ liệu đặt cạnh kế hoạch, hoặc đi từ đó.",
        en: "An absolute path holds on one machine only. Included files and data stand beside the plan, or are reached from there.",
    },
    examples: Examples::Plan { wrong: "include: ⟦/chung/don-vi.yaml⟧", right: "closing: Kết thúc." },
    check: Check::Reading,
};
