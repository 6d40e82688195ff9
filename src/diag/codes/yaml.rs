//! What is wrong with the text of a plan as YAML.

use super::{Code, Examples, Kinds, Words};
use crate::diag::Severity;

code! { YAML_SYNTAX {
    what: Words {
        vi: "tệp không đúng cú pháp YAML, hoặc không phải một kế hoạch",
        en: "the file is no valid YAML, or not one plan",
    },
    name: "yaml-syntax",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: r#"Không đọc được tệp thì không in được gì. Thường do thụt đầu dòng lệch, thiếu dấu cách sau dấu hai chấm, hoặc văn bản có ": " hay " #" mà không đặt trong dấu nháy; `check --fix` đặt dấu nháy ở những dòng chỉ có một cách hiểu."#,
        en: r#"What cannot be read cannot be printed. Mostly it is an indentation, a missing space after a colon, or a text with ": " or " #" outside quotes; `check --fix` puts quotes where a line can only mean one text."#,
    },
    examples: Examples::Plan {
        wrong: "closing: Lưu ý⟦: báo cáo trước ngày 30⟧",
        right: r#"closing: "Lưu ý: báo cáo trước ngày 30.""#,
    },
} }

code! { DUPLICATE_KEY {
    what: Words { vi: "một khóa viết hai lần", en: "a key is written twice" },
    why: Words {
        vi: "YAML chỉ giữ một giá trị; phần kia sẽ mất mà không ai biết.",
        en: "YAML keeps one value; the other would be lost unnoticed.",
    },
    name: "duplicate-key",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    examples: Examples::Plan {
        wrong: "closing: Kết thúc một.
⟦closing⟧: Kết thúc hai.",
        right: "closing: Kết thúc một.",
    },
} }
