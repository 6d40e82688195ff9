//! What is wrong with a table.

use super::{Code, Examples, Kinds, Words};
use crate::diag::Severity;

code! { AMOUNT_GROUPING {
    what: Words {
        vi: "một số có dấu chấm có thể hiểu hai cách: hàng nghìn hay phần thập phân",
        en: "a number whose point may part thousands or a fraction",
    },
    name: "amount-grouping",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Trong bảng, 1.250 được đọc là một nghìn hai trăm năm mươi, như cách viết Việt Nam.",
        en: "In a table 1.250 is read as one thousand two hundred and fifty, as Vietnamese writes it.",
    },
    examples: Examples::Plan {
        wrong: "objectives:
  - table: {columns: [Nội dung, Kinh phí], rows: [[Đợt một, ⟦1.250⟧]]}",
        right: "objectives:
  - table: {columns: [Nội dung, Kinh phí], rows: [[Đợt một, 1250]]}",
    },
} }

code! { TABLE_SHAPE {
    what: Words {
        vi: "dòng của bảng không khớp với các cột", en: "a row that does not fit the columns"
    },
    name: "table-shape",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Mỗi dòng có một ô cho mỗi cột; thiếu ô thì các ô sau lệch cột.",
        en: "Each row has one cell a column; with one missing, the others move.",
    },
    examples: Examples::Plan {
        wrong: "objectives:
  - table: {columns: [Nội dung, Kinh phí], rows: [⟦[⟧Tuyên truyền]]}",
        right: "objectives:
  - table: {columns: [Nội dung, Kinh phí], rows: [[Tuyên truyền, 5]]}",
    },
} }

code! { TABLE_NARROW {
    what: Words {
        vi: "cột của bảng hẹp hơn chữ hoặc số dài nhất trong cột",
        en: "a column narrower than its longest word or number",
    },
    name: "table-narrow",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Số tiền hay chữ bị cắt giữa chừng thì đọc sai; bảng nhiều cột đặt trong phụ lục nằm ngang.",
        en: "An amount or a word that is cut is read wrong; a table of many columns goes to a landscape appendix.",
    },
    examples: Examples::Plan {
        wrong: "objectives:
  - table: ⟦{⟧columns: [Nội dung, Kinh phí], widths: [30, 1], rows: [[Đợt một, 1250000000]]}",
        right: "objectives:
  - table: {columns: [Nội dung, Kinh phí], widths: [3, 1], rows: [[Đợt một, 1250000000]]}",
    },
} }

code! { TABLE_TOTAL {
    what: Words {
        vi: "cột cần cộng không có, hoặc có ô không phải số",
        en: "a column to be added that is not there, or holds no number",
    },
    name: "table-total",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: r#"Dòng "Tổng cộng" do chương trình tính; chỉ cộng được các ô là số."#,
        en: "The sums are worked out by the program, from cells that are numbers.",
    },
    examples: Examples::Plan {
        wrong: "objectives:
  - table: {columns: [Nội dung, Kinh phí], rows: [[Tuyên truyền, 5]], total: [⟦Số tiền⟧]}",
        right: "objectives:
  - table: {columns: [Nội dung, Kinh phí], rows: [[Tuyên truyền, 5]], total: [Kinh phí]}",
    },
} }

code! { TABLE_FORMULA {
    what: Words {
        vi: "công thức của cột không tính được", en: "a formula of a column that cannot be computed"
    },
    name: "table-formula",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Công thức lấy giá trị của các cột khác trong dòng: row.so_luong * row.don_gia; tên cột viết không dấu, nối bằng gạch dưới.",
        en: "A formula takes the values of other columns of the row: row.so_luong * row.don_gia; titles without marks, joined by underscores.",
    },
    examples: Examples::Plan {
        wrong: "objectives:
  - table: {columns: [Nội dung, Đơn giá, {title: Cộng, formula: ⟦row.gia * 2⟧}], rows: [[Tuyên truyền, 5]]}",
        right: "objectives:
  - table: {columns: [Nội dung, Đơn giá, {title: Cộng, formula: row.don_gia * 2}], rows: [[Tuyên truyền, 5]]}",
    },
} }
