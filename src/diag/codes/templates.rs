//! What is wrong with a template, or with what it draws.

use super::{Code, Examples, Kinds, Words};
use crate::diag::Severity;

code! { HEAD_TOO_WIDE {
    what: Words {
        vi: "phần đầu văn bản không đủ chỗ trên một dòng",
        en: "the head of the document does not fit its line",
    },
    name: "head-too-wide",
    severity: Severity::Error,
    clause: Some("P1.II.1.a"),
    kinds: Kinds::All,
    why: Words {
        vi: "Quốc hiệu, Tiêu ngữ in trên một dòng mỗi phần, và số, ký hiệu ngang hàng với địa danh, ngày; lề hoặc tên quá dài thì không còn chỗ.",
        en: "Quốc hiệu and Tiêu ngữ take a line each, and the number stands level with the date; a long symbol or place leaves no room.",
    },
    examples: Examples::Plan {
        wrong: "place: ⟦Bà Rịa - Vũng Tàu - Côn Đảo - Long Hải - Xuyên Mộc - Đất Đỏ⟧",
        right: "place: Quảng Trị",
    },
} }

code! { UNKNOWN_TEMPLATE {
    what: Words {
        vi: "không có mẫu lời văn với tên này", en: "there is no wording template of this name"
    },
    name: "unknown-template",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Mẫu lời văn là tệp templates/wording/<tên>.xml; tên chỉ gồm chữ, số và dấu gạch nối.",
        en: "A wording template is the file templates/wording/<name>.xml; its name has letters, digits and hyphens only.",
    },
    examples: Examples::Plan { wrong: "template: ⟦mau-rieng⟧", right: "template: ke-hoach" },
} }

code! { TEMPLATE_RENDER {
    what: Words {
        vi: "mẫu lời văn không điền được", en: "a wording template cannot be filled in"
    },
    name: "template-render",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Mẫu dùng một tên không có, hoặc viết sai cú pháp Tera.",
        en: "It names what does not exist, or is no valid Tera.",
    },
    examples: Examples::Template {
        name: "wording/ke-hoach.xml",
        wrong: "<wording><title>{{ ⟦kin⟧ }}</title></wording>",
        right: "<wording><title>{{ kind }}</title><nodes of=\"objectives\"/></wording>",
    },
} }

code! { TEMPLATE_FORM {
    what: Words {
        vi: "mẫu lời văn không thành các thẻ dùng được",
        en: "a wording template that does not make the known tags",
    },
    name: "template-form",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Mẫu phải thành XML đúng, chỉ gồm các thẻ title, basis, p, section, clause, nodes, total, appendix, contact; trong câu: b, i, note. Phần nào của kế hoạch cũng phải có chỗ trong mẫu (nodes).",
        en: "It must make well-formed XML of the tags title, basis, p, section, clause, nodes, total, appendix, contact; in a sentence: b, i, note. Every list of the plan must have a place in it (nodes).",
    },
    examples: Examples::Template {
        name: "wording/ke-hoach.xml",
        wrong: "<wording>⟦<tilte>Kế hoạch</tilte>⟧</wording>",
        right: "<wording><title>Kế hoạch</title><nodes of=\"objectives\"/></wording>",
    },
} }

code! { TEMPLATE_DRAW {
    what: Words { vi: "mẫu vẽ trang không vẽ được", en: "a drawing template that does not work" },
    why: Words {
        vi: "Mẫu Typst đã sửa có lỗi, hoặc đọc tệp ngoài các mẫu.",
        en: "A changed Typst template has a mistake, or reads beyond the templates.",
    },
    name: "template-draw",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    examples: Examples::Template {
        name: "typst/document.typ",
        wrong: "#read(⟦\"secret\"⟧)",
        right: "#set document(title: [Kế hoạch], date: datetime(year: 2020, month: 11, day: 6))",
    },
} }

code! { TEMPLATE_UNREADABLE {
    what: Words { vi: "không đọc được tệp mẫu", en: "a template cannot be read" },
    why: Words {
        vi: "Tệp trong thư mục mẫu không mở được, hoặc không phải văn bản UTF-8.",
        en: "A file in the folder of templates cannot be opened, or is no UTF-8 text.",
    },
    name: "template-unreadable",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    examples: Examples::None,
} }
