//! What is wrong with a file that a plan names.

use super::{Code, Examples, Kinds, Words};
use crate::diag::Severity;

code! { FILE_NAME {
    what: Words {
        vi: "tên tệp không phải một đường dẫn tính từ thư mục của kế hoạch, hoặc kế hoạch có tên mà hệ điều hành khác không nhận",
        en: "a name that is no path from the folder of the plan, or a plan whose name other systems refuse",
    },
    name: "file-name",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Đường dẫn tuyệt đối chỉ đúng trên một máy. Tệp include và tệp dữ liệu đặt cạnh kế hoạch, hoặc đi từ đó. Tên của kế hoạch là tên của các tệp ghi ra: con.yaml hay a:b.yaml cho những tệp mà Windows không mở được.",
        en: "An absolute path holds on one machine only. Included files and data stand beside the plan, or are reached from there. Outputs are called as their plan is: con.yaml or a:b.yaml would give files that Windows cannot open.",
    },
    examples: Examples::Plan { wrong: "include: ⟦/chung/don-vi.yaml⟧", right: "closing: Kết thúc." },
} }

code! { FILE_OUTSIDE {
    what: Words {
        vi: "tệp mà kế hoạch nhắc đến nằm ngoài thư mục gốc",
        en: "a file that a plan names outside the root",
    },
    name: "file-outside",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Kế hoạch của người khác gửi đến không được đọc những tệp khác trên máy. Thư mục gốc là thư mục của .git gần nhất phía trên; không có thì là thư mục chứa thư mục kế hoạch; đặt khác bằng --root.",
        en: "A plan that comes from elsewhere does not read other files of the machine. The root is the folder of the nearest .git above; without one the parent of the folder of plans; --root sets it.",
    },
    // It depends on where the plan stands.
    examples: Examples::None,
} }

code! { INCLUDE_UNREADABLE {
    what: Words {
        vi: "không đọc được tệp được include", en: "an included file cannot be read"
    },
    name: "include-unreadable",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Thiếu tệp này thì thiếu cơ quan, người ký hoặc nơi nhận dùng chung.",
        en: "Without it the shared issuer, signer or recipients are missing.",
    },
    examples: Examples::Plan { wrong: "include: ⟦khong-co.yaml⟧", right: "closing: Kết thúc." },
} }

code! { INCLUDE_CIRCLE {
    what: Words {
        vi: "các tệp include nhau thành vòng", en: "files that include each other in a circle"
    },
    name: "include-circle",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Đọc mãi không hết. Giữ phần dùng chung ở một tệp không include tệp nào.",
        en: "Reading them would never end. Keep what is shared in one file that includes none.",
    },
    examples: Examples::None,
} }

code! { ATTACHMENT_FORM {
    what: Words {
        vi: "tệp trong attachments không phải một văn bản ban hành kèm theo",
        en: "a file of attachments that is no document issued with the decision",
    },
    name: "attachment-form",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::Only(&["quyet-dinh", "nghi-quyet"]),
    why: Words {
        vi: "Văn bản in trong cùng một tệp với quyết định phải có khóa `issued_with` (có thể chỉ ghi issued_with: {}), không có `for_each`, `layout` riêng và không kèm văn bản khác; số, ngày và người ban hành in trong dòng \"Kèm theo\" là của quyết định.",
        en: "A document in the file of a decision has the key `issued_with` (issued_with: {} will do), no `for_each`, `layout` or attachments of its own; the number, date and issuer in its line \"Kèm theo\" are the decision's.",
    },
    examples: Examples::None,
} }
