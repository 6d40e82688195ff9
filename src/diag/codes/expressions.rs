//! What is wrong with an expression.

use super::{Code, Examples, Kinds, Words};
use crate::diag::Severity;

code! { EXPRESSION_SYNTAX {
    what: Words {
        vi: "biểu thức viết sai, hoặc gọi một bộ lọc không có",
        en: "an expression that is not written correctly, or names a filter that is not there",
    },
    name: "expression-syntax",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Biểu thức đứng trong hai cặp ngoặc nhọn, viết theo Tera; các bộ lọc thêm: slug, money, words, date, date_long. Để in chính dấu ngoặc, đặt dấu \\ ở trước.",
        en: "Expressions stand in double braces, written as Tera; filters beside Tera's: slug, money, words, date, date_long. To print the braces themselves, put a \\ before them.",
    },
    examples: Examples::Plan {
        wrong: "closing: Kết thúc năm {{ vars.nam | ⟦slugg⟧ }}.\nvars: {nam: 2027}",
        right: "closing: Kết thúc năm {{ vars.nam }}.\nvars: {nam: 2027}",
    },
} }

code! { UNKNOWN_VARIABLE {
    what: Words {
        vi: "biểu thức dùng một hằng hoặc một cột không có",
        en: "an expression names a constant or a column that is not there",
    },
    name: "unknown-variable",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Hằng đặt ở `vars`, cột lấy từ dữ liệu của `for_each`; tên cột dùng được như đã gõ, hoặc viết không dấu với dấu gạch dưới. In ra chỗ trống thì văn bản sai mà không ai biết.",
        en: "Constants stand in `vars`, columns come from the data of `for_each`; a column goes by its name as typed, or without marks and with underscores. Left empty, the page would be wrong and nobody would know.",
    },
    examples: Examples::Plan {
        wrong: "closing: Kết thúc năm {{ ⟦vars.nan⟧ }}.\nvars: {nam: 2027}",
        right: "closing: Kết thúc năm {{ vars.nam }}.\nvars: {nam: 2027}",
    },
} }

code! { EXPRESSION_FAILED {
    what: Words {
        vi: "biểu thức không tính được với giá trị này",
        en: "an expression fails with this value",
    },
    name: "expression-failed",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Bộ lọc money và words cần một số (viết 45000000, không có dấu chấm), date và date_long cần một ngày (2026-11-24 hoặc 24/11/2026).",
        en: "The filters money and words take a number (written 45000000, without dots), date and date_long a date (2026-11-24 or 24/11/2026).",
    },
    examples: Examples::Plan {
        wrong: "closing: ⟦Hết kinh phí {{ vars.tien | money }} đồng.⟧\nvars: {tien: chưa rõ}",
        right: "closing: Hết kinh phí {{ vars.tien | money }} đồng.\nvars: {tien: 45000000}",
    },
} }

code! { EMPTY_VALUE {
    what: Words {
        vi: "một giá trị trong câu in ra chỗ trống", en: "a value in a text prints as nothing"
    },
    name: "empty-value",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Ô dữ liệu trống để lại một câu cụt. Chỗ nào có thể trống thì đặt trong một điều kiện (if), hoặc bỏ cả phần bằng `when`.",
        en: "An empty cell leaves a broken sentence. What may be empty stands in an if, or the whole part is left out by `when`.",
    },
    examples: Examples::Plan {
        wrong: "closing: ⟦Kết thúc năm 2027{{ vars.ghi_chu }}.⟧\nvars: {ghi_chu: \"\"}",
        right: "closing: Kết thúc năm 2027{{ vars.ghi_chu }}.\nvars: {ghi_chu: \", nếu được\"}",
    },
} }
