//! What is wrong inside a text.

use super::{Code, Examples, Kinds, Words};
use crate::diag::Severity;

code! { NOTE_FORM {
    what: Words {
        vi: "chú thích trống, hoặc nằm trong chú thích khác",
        en: "a footnote without words, or in another one",
    },
    name: "note-form",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Chú thích trống vẫn chiếm một số ở chân trang; chú thích trong chú thích không có số riêng, in nguyên văn.",
        en: "An empty note takes a number at the foot of the page; one in another has no number and prints as it stands.",
    },
    examples: Examples::Plan {
        wrong: "closing: ⟦Kết thúc^[]⟧",
        right: "closing: Kết thúc^[Xem thêm hướng dẫn].",
    },
} }

code! { PLAIN_TEXT {
    what: Words {
        vi: "dấu in đậm, in nghiêng hay chú thích ở chỗ không dùng được",
        en: "marks of bold, italic or a footnote where they do not work",
    },
    name: "plain-text",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Trích yếu, nơi nhận, cơ quan, người ký có kiểu chữ do Nghị định quy định; dấu * và ^[ ] ở đó in nguyên văn.",
        en: "Subject, recipients, issuer and signer have the style of the decree; the marks * and ^[ ] print there as they stand.",
    },
    examples: Examples::Plan { wrong: "place: ⟦\"**Quảng Trị**\"⟧", right: "place: Quảng Trị" },
} }

code! { CONTROL_CHARACTER {
    what: Words { vi: "văn bản có ký tự điều khiển", en: "a control character in a text" },
    why: Words {
        vi: "Ký tự điều khiển không in được và làm hỏng tệp DOCX.",
        en: "Control characters cannot be printed, and break a DOCX file.",
    },
    name: "control-character",
    severity: Severity::Error,
    clause: Some("P1.I.4"),
    kinds: Kinds::All,
    examples: Examples::Plan {
        wrong: r#"closing: ⟦"Kết\u0001 thúc."⟧"#, right: "closing: Kết thúc."
    },
} }

code! { UNCLOSED_NOTE {
    what: Words { vi: "chú thích ^[ không có dấu ] đóng", en: "a footnote ^[ without its closing ]" },
    why: Words {
        vi: "Không biết chú thích kết thúc ở đâu thì không in được chú thích.",
        en: "Where the note ends cannot be known.",
    },
    name: "unclosed-note",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    examples: Examples::Plan {
        wrong: "closing: ⟦Kết thúc^[Xem phụ lục.⟧",
        right: "closing: Kết thúc^[Xem thêm hướng dẫn].",
    },
} }
