//! The file is no valid YAML, or not one plan.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "yaml-syntax",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "tệp không đúng cú pháp YAML, hoặc không phải một kế hoạch",
        en: "the file is no valid YAML, or not one plan",
    },
    why: Words {
        vi: r#"Không đọc được tệp thì không in được gì. Thường do thụt đầu dòng lệch, thiếu dấu cách sau dấu hai chấm, hoặc văn bản có ": " hay " #" mà không đặt trong dấu nháy; `check --fix` đặt dấu nháy ở những dòng chỉ có một cách hiểu."#,
        en: r#"What cannot be read cannot be printed. Mostly it is an indentation, a missing space after a colon, or a text with ": " or " #" outside quotes; `check --fix` puts quotes where a line can only mean one text."#,
    },
    examples: Examples::Plan {
        wrong: "closing: Lưu ý⟦: báo cáo trước ngày 30⟧",
        right: r#"closing: "Lưu ý: báo cáo trước ngày 30.""#,
    },
    check: Check::Reading,
};
