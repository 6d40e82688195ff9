//! A data file that cannot be read.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "data-unreadable",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words { vi: "không đọc được tệp dữ liệu", en: "a data file cannot be read" },
    why: Words {
        vi: "Dữ liệu là tệp .csv (UTF-8, phân cách bằng phẩy, chấm phẩy hoặc tab), .xlsx (trang đầu, hoặc tệp.xlsx#Tên trang), .yaml hoặc .json.",
        en: "Data are a .csv (UTF-8, with commas, semicolons or tabs), a .xlsx (the first sheet, or file.xlsx#Sheet), a .yaml or a .json file.",
    },
    examples: Examples::Plan {
        wrong: "for_each: {as: xa, in: ⟦khong-co.csv⟧, key: \"{{ xa.ten | slug }}\"}",
        right: "for_each: {as: xa, in: [{ten: Hải Lăng}], key: \"{{ xa.ten | slug }}\"}",
    },
    check: Check::Reading,
};
