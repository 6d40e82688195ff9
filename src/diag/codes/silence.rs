//! What is wrong with `allow`.

use super::{Code, Examples, Kinds, Words};
use crate::diag::Severity;

code! { ALLOW_UNKNOWN {
    what: Words {
        vi: "khóa `allow` nêu một mã không có, hoặc một mã không thể cho qua",
        en: "`allow` names a code that does not exist or cannot be silenced",
    },
    name: "allow-unknown",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Chỉ cho qua được những quy tắc mà văn bản vẫn in ra được khi bị vi phạm; `kehoach explain` liệt kê các mã.",
        en: "Only rules without which the document still prints can be silenced; `kehoach explain` lists the codes.",
    },
    examples: Examples::Plan {
        wrong: "allow: {⟦doubled-wrd⟧: trích nguyên văn}",
        right: "objectives: [Bảo đảm các các phòng phối hợp.]\nallow: {doubled-word: trích nguyên văn}",
    },
} }

code! { ALLOW_UNUSED {
    what: Words {
        vi: "`allow` cho qua một mã không xuất hiện trong kế hoạch",
        en: "`allow` silences what the plan does not have",
    },
    name: "allow-unused",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Một dòng cho qua còn sót lại sẽ che lỗi thật về sau.",
        en: "A silence that is left over hides a real finding later.",
    },
    examples: Examples::Plan {
        wrong: "allow: {⟦doubled-word⟧: trích nguyên văn}",
        right: "objectives: [Bảo đảm các các phòng phối hợp.]\nallow: {doubled-word: trích nguyên văn}",
    },
} }
