//! Lines of a list that are no rows of it.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "rows-left-out",
    severity: Severity::Info,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "dòng của bảng tính không phải dữ liệu nên được bỏ qua",
        en: "lines of a sheet that are no data and are passed over",
    },
    why: Words {
        vi: "Danh sách của cơ quan thường có dòng tổng, tên nhóm, số thứ tự cột, phần ký và dòng ẩn; mỗi dòng như thế sẽ thành một văn bản sai.",
        en: "Lists of offices hold sums, titles of groups, numbers of columns, signatures and hidden rows; each would become a document.",
    },
    // It takes a file.
    examples: Examples::None,
    check: Check::Reading,
};
