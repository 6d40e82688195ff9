//! A name that is no path beside the plan.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "file-name",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "tên tệp không phải một đường dẫn tính từ thư mục của kế hoạch, hoặc kế hoạch có tên mà hệ điều hành khác không nhận",
        en: "a name that is no path from the folder of the plan, or a plan whose name other systems refuse",
    },
    why: Words {
        vi: "Đường dẫn tuyệt đối chỉ đúng trên một máy. Tệp include và tệp dữ liệu đặt cạnh kế hoạch, hoặc đi từ đó. Tên của kế hoạch là tên của các tệp ghi ra: con.yaml hay a:b.yaml cho những tệp mà Windows không mở được.",
        en: "An absolute path holds on one machine only. Included files and data stand beside the plan, or are reached from there. Outputs are called as their plan is: con.yaml or a:b.yaml would give files that Windows cannot open.",
    },
    examples: Examples::Plan { wrong: "include: ⟦/chung/don-vi.yaml⟧", right: "closing: Kết thúc." },
    check: Check::Reading,
};
