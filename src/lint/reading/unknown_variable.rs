//! A name in an expression that is neither a constant nor a column.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "unknown-variable",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "biểu thức dùng một hằng hoặc một cột không có",
        en: "an expression names a constant or a column that is not there",
    },
    why: Words {
        vi: "Hằng đặt ở `vars`, cột lấy từ dữ liệu của `for_each`; tên cột dùng được như đã gõ, hoặc viết không dấu với dấu gạch dưới. In ra chỗ trống thì văn bản sai mà không ai biết.",
        en: "Constants stand in `vars`, columns come from the data of `for_each`; a column goes by its name as typed, or without marks and with underscores. Left empty, the page would be wrong and nobody would know.",
    },
    examples: Examples::Plan {
        wrong: "closing: Kết thúc năm {{ ⟦vars.nan⟧ }}.\nvars: {nam: 2027}",
        right: "closing: Kết thúc năm {{ vars.nam }}.\nvars: {nam: 2027}",
    },
    check: Check::Reading,
};
