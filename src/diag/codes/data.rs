//! What is wrong with rows of data.

use super::{Code, Examples, Kinds, Words};
use crate::diag::Severity;

code! { DATA_UNREADABLE {
    what: Words { vi: "không đọc được tệp dữ liệu", en: "a data file cannot be read" },
    why: Words {
        vi: "Dữ liệu là tệp .csv (UTF-8, phân cách bằng phẩy, chấm phẩy hoặc tab), .xlsx (trang đầu, hoặc tệp.xlsx#Tên trang), .yaml hoặc .json.",
        en: "Data are a .csv (UTF-8, with commas, semicolons or tabs), a .xlsx (the first sheet, or file.xlsx#Sheet), a .yaml or a .json file.",
    },
    name: "data-unreadable",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    examples: Examples::Plan {
        wrong: "for_each: {as: xa, in: ⟦khong-co.csv⟧, key: \"{{ xa.ten | slug }}\"}",
        right: "for_each: {as: xa, in: [{ten: Hải Lăng}], key: \"{{ xa.ten | slug }}\"}",
    },
} }

code! { DATA_COLUMN {
    what: Words {
        vi: "cột dữ liệu không có tên, hoặc hai cột cùng tên",
        en: "a column of data without a name, or two of one name",
    },
    name: "data-column",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Biểu thức gọi cột bằng tên, nên mỗi cột cần một tên riêng.",
        en: "Expressions call columns by their names, so each needs one of its own.",
    },
    examples: Examples::Plan {
        wrong: "for_each: {as: xa, in: [{ten: Hải Lăng, ⟦ten⟧: Cồn Cỏ}], key: \"{{ xa.ten | slug }}\"}",
        right: "for_each: {as: xa, in: [{ten: Hải Lăng, ma: 1}], key: \"{{ xa.ten | slug }}\"}",
    },
} }

code! { DATA_ROW {
    what: Words {
        vi: "dòng dữ liệu không khớp với các cột", en: "a row of data does not fit the columns"
    },
    name: "data-row",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Một ô thừa hoặc thiếu đẩy các giá trị sau nó sang cột khác: văn bản sẽ sai cả loạt.",
        en: "One cell too many or too few moves all values after it into other columns: a whole batch would be wrong.",
    },
    examples: Examples::Plan {
        wrong: "for_each: {as: xa, in: [{ten: Hải Lăng}, ⟦Cồn Cỏ⟧], key: \"{{ xa.ten | slug }}\"}",
        right: "for_each: {as: xa, in: [{ten: Hải Lăng}, {ten: Cồn Cỏ}], key: \"{{ xa.ten | slug }}\"}",
    },
} }

code! { ROWS_LEFT_OUT {
    what: Words {
        vi: "dòng của bảng tính không phải dữ liệu nên được bỏ qua",
        en: "lines of a sheet that are no data and are passed over",
    },
    name: "rows-left-out",
    severity: Severity::Info,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Danh sách của cơ quan thường có dòng tổng, tên nhóm, số thứ tự cột, phần ký và dòng ẩn; mỗi dòng như thế sẽ thành một văn bản sai.",
        en: "Lists of offices hold sums, titles of groups, numbers of columns, signatures and hidden rows; each would become a document.",
    },
    // It takes a file.
    examples: Examples::None,
} }

code! { NO_ROWS {
    what: Words {
        vi: "không có dòng dữ liệu nào để làm văn bản",
        en: "there is no row of data to make a document of",
    },
    name: "no-rows",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Có thể tệp dữ liệu trống, hoặc `where` không đúng với dòng nào.",
        en: "Perhaps the data are empty, or `where` holds for none of them.",
    },
    examples: Examples::Plan {
        wrong: "for_each: {as: xa, in: ⟦[⟧], key: \"{{ xa.ten | slug }}\"}",
        right: "for_each: {as: xa, in: [{ten: Hải Lăng}], key: \"{{ xa.ten | slug }}\"}",
    },
} }

code! { KEY_UNSAFE {
    what: Words {
        vi: "key của một dòng không dùng làm tên tệp được",
        en: "the key of a row cannot be the name of a file",
    },
    name: "key-unsafe",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Tên tệp không được dẫn ra ngoài thư mục, trùng tên thiết bị của Windows (CON, NUL…), kết thúc bằng dấu chấm, hay dài quá mức hệ tệp nhận. Bộ lọc slug cho tên an toàn.",
        en: "A name must not lead out of the folder, be a device of Windows (CON, NUL…), end with a dot, or be longer than file systems take. The filter slug gives safe names.",
    },
    examples: Examples::Plan {
        wrong: "for_each: {as: xa, in: [{ten: ../Hải Lăng}], key: ⟦\"{{ xa.ten }}\"⟧}",
        right: "for_each: {as: xa, in: [{ten: ../Hải Lăng}], key: \"{{ xa.ten | slug }}\"}",
    },
} }

code! { KEY_DUPLICATE {
    what: Words {
        vi: "hai dòng dữ liệu cùng ghi ra một tệp", en: "two rows of data would write one file"
    },
    name: "key-duplicate",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Văn bản của dòng sau sẽ đè lên văn bản của dòng trước. Tên chỉ khác chữ hoa, chữ thường cũng là một tên trên nhiều máy.",
        en: "The later one would replace the earlier one. Names that differ by capitals only are one name on many machines.",
    },
    examples: Examples::Plan {
        wrong: "for_each: {as: xa, in: [{ten: Hải Lăng}, {ten: hải lăng}], key: ⟦\"{{ xa.ten | slug }}\"⟧}",
        right: "for_each: {as: xa, in: [{ten: Hải Lăng}, {ten: Cồn Cỏ}], key: \"{{ xa.ten | slug }}\"}",
    },
} }
