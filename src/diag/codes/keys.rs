//! What is wrong with keys and their values.

use super::{Code, Examples, Kinds, Words};
use crate::diag::Severity;

code! { UNKNOWN_KEY {
    what: Words {
        vi: "khóa không có trong định dạng, hoặc đặt không đúng chỗ",
        en: "a key that the format does not have, or has elsewhere",
    },
    name: "unknown-key",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Khóa viết sai sẽ không được in. Chương trình gợi ý khóa gần nhất, hoặc nơi khóa đó thuộc về.",
        en: "A misspelt key would not be printed. The nearest key is proposed, or the place where this one belongs.",
    },
    examples: Examples::Plan { wrong: "⟦aplendices⟧: []", right: "appendices: []" },
} }

code! { KEY_OF_OTHER_KIND {
    what: Words {
        vi: "khóa của loại văn bản khác", en: "a key that belongs to another kind of document"
    },
    name: "key-of-other-kind",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Mỗi loại văn bản có những phần riêng: quyết định có các điều, biên bản không có địa danh và ngày, văn bản ban hành kèm theo không có số. Khóa của loại khác sẽ không được in. Trong tệp được include thì khóa như vậy được bỏ qua, vì tệp đó dùng chung cho nhiều loại.",
        en: "Each kind has parts of its own: a decision has articles, minutes have no place and date, a document issued with a decision has no number. A key of another kind would not be printed. In an included file it is passed over, since that file serves several kinds.",
    },
    examples: Examples::Plan {
        wrong: "⟦articles⟧: [{text: Ban hành kèm theo Quyết định này Kế hoạch năm 2020.}]",
        right: "sections: [{title: Kinh phí thực hiện, items: [Sử dụng nguồn kinh phí được giao.]}]",
    },
} }

code! { MISSING_KEY {
    what: Words { vi: "thiếu một khóa bắt buộc", en: "a key that must be there is missing" },
    why: Words {
        vi: "Kế hoạch phải có cơ quan ban hành, trích yếu, nội dung, nơi nhận và người ký (mẫu 1.4).",
        en: "A plan has an issuer, a subject, a body, recipients and a signer (mẫu 1.4).",
    },
    name: "missing-key",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    examples: Examples::Plan { wrong: "drafter: {copies: 300}", right: "drafter: {code: PL, copies: 300}" },
} }

code! { WRONG_TYPE {
    what: Words {
        vi: "giá trị không đúng dạng: cần danh sách, văn bản, số hoặc các khóa",
        en: "a value of the wrong sort: a list, a text, a number or keys are needed",
    },
    name: "wrong-type",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: r#"Mỗi khóa có một dạng giá trị; danh sách là các dòng bắt đầu bằng "- "."#,
        en: r#"Each key has values of one sort; a list is lines that begin with "- "."#,
    },
    examples: Examples::Plan { wrong: "appendices: ⟦Không có⟧", right: "appendices: []" },
} }

code! { EMPTY_TEXT {
    what: Words { vi: "văn bản trống", en: "an empty text" },
    why: Words {
        vi: "Một văn bản trống in ra một gạch đầu dòng không có lời. Chưa biết thì bỏ khóa: trang giấy chừa chỗ nơi Nghị định cho phép.",
        en: "It would print a dash without words. What is not known is left out: the page leaves room where the decree does.",
    },
    name: "empty-text",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    examples: Examples::Plan {
        wrong: "recipients: [Ủy ban nhân dân tỉnh, ⟦''⟧]",
        right: "recipients: [Ủy ban nhân dân tỉnh]",
    },
} }

code! { EMPTY_PART {
    what: Words {
        vi: "phụ lục, mục hoặc bảng không có nội dung",
        en: "an appendix, a part or a table that holds nothing",
    },
    name: "empty-part",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Tiêu đề vẫn được in mà bên dưới không có gì; thường do `when` bỏ hết, hoặc do quên.",
        en: "Its heading prints with nothing below it; most often `when` leaves all of it out, or it was forgotten.",
    },
    examples: Examples::Plan {
        wrong: "objectives:
  - table: ⟦{⟧columns: [Nội dung, Kinh phí], rows: []}",
        right: "objectives:
  - table: {columns: [Nội dung, Kinh phí], rows: [[Đợt một, 1250]]}",
    },
} }

code! { UNKNOWN_VALUE {
    what: Words {
        vi: "giá trị không nằm trong các giá trị được chọn",
        en: "a value that is not among the choices",
    },
    name: "unknown-value",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Loại văn bản, độ khẩn, độ mật và cách trình bày chỉ nhận các từ đã định.",
        en: "Kinds, degrees of urgency and secrecy and some of the layout take certain words only.",
    },
    examples: Examples::Plan { wrong: "urgency: ⟦gap⟧", right: "urgency: khan" },
} }

code! { NODE_FORM {
    what: Words {
        vi: "một phần của nội dung trộn nhiều dạng, hoặc không có lời",
        en: "a part of the body that mixes forms, or says nothing",
    },
    name: "node-form",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Mỗi phần là một dạng: văn bản; title, text, items; lead, text, items; text, items; item, items; paragraph, align, items; note, items; table; hoặc một phần của biểu mẫu (fill; check; columns, widths; signatures; letterhead; page_break), đặt trong phụ lục hoặc trong body.",
        en: "Each part has one form: a text; title, text, items; lead, text, items; text, items; item, items; paragraph, align, items; note, items; table; or a part of a form (fill; check; columns, widths; signatures; letterhead; page_break), in an appendix or in body.",
    },
    examples: Examples::Plan {
        wrong: "objectives:
  - ⟦⟧title: Mục tiêu chung
    paragraph: Bảo đảm tiến độ.",
        right: "objectives:
  - title: Mục tiêu chung
    text: Bảo đảm tiến độ.",
    },
} }

code! { DATE_FORM {
    what: Words {
        vi: "ngày không viết theo dạng ngày/tháng/năm hay năm-tháng-ngày",
        en: "a date is written neither day/month/year nor year-month-day",
    },
    name: "date-form",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: r#"Ngày viết 06/11/2020, 6/11/2020 hoặc 2020-11-06 là một; ngày ban hành chưa biết thì viết 11/2020. Trên trang giấy chương trình in "ngày 06 tháng 11 năm 2020"."#,
        en: "06/11/2020, 6/11/2020 and 2020-11-06 are one day; where the day of issue is not known yet, write 11/2020. The page prints it as the decree wants.",
    },
    examples: Examples::Plan { wrong: "date: ⟦6.11.2020⟧", right: "date: 06/11/2020" },
} }

code! { DATE_IMPOSSIBLE {
    what: Words { vi: "không có ngày đó trong lịch", en: "there is no such day in the calendar" },
    why: Words {
        vi: "Thời gian ban hành phải là một ngày có thật.",
        en: "The date of a document is a day that exists.",
    },
    name: "date-impossible",
    severity: Severity::Error,
    clause: Some("P1.II.4.b"),
    kinds: Kinds::All,
    examples: Examples::Plan { wrong: "date: ⟦2020-02-31⟧", right: "date: 2020-02-29" },
} }

code! { NUMBER_FORM {
    what: Words {
        vi: "số không phải là số nguyên lớn hơn 0",
        en: "a number that is no whole number above 0",
    },
    name: "number-form",
    severity: Severity::Error,
    clause: Some("P1.II.3.a.1"),
    kinds: Kinds::All,
    why: Words {
        vi: "Số của văn bản là số thứ tự trong năm, ghi bằng chữ số Ả Rập, bắt đầu từ 01.",
        en: "The number of a document is its sequence number in the year, in Arabic digits, from 01.",
    },
    examples: Examples::Plan { wrong: "number: ⟦0⟧", right: "number: 224" },
} }

code! { SYMBOL_FORM {
    what: Words { vi: "ký hiệu không đúng dạng", en: "a symbol of the wrong form" },
    why: Words {
        vi: "Các nhóm chữ viết tắt trong ký hiệu nối với nhau bằng dấu gạch nối, không cách chữ.",
        en: "The groups of a symbol are joined by hyphens, without spaces.",
    },
    name: "symbol-form",
    severity: Severity::Error,
    clause: Some("P1.II.3.c.3"),
    kinds: Kinds::All,
    examples: Examples::Plan { wrong: "symbol: ⟦KH - LMHTX⟧", right: "symbol: KH-LMHTX" },
} }

code! { SIGNATURE_AUTHORITY {
    what: Words {
        vi: "các quyền hạn ký không đi cùng nhau",
        en: "authorities of signing that do not go together",
    },
    name: "signature-authority",
    severity: Severity::Error,
    clause: Some("P1.II.7.b"),
    kinds: Kinds::All,
    why: Words {
        vi: "Mỗi văn bản ký theo một tư cách: thay mặt (TM.), ký thay (KT.), thừa lệnh (TL.), thừa ủy quyền (TUQ.) hoặc quyền (Q.); chỉ TM. với KT. và TL. với KT. đi cùng nhau.",
        en: "A document is signed by one authority; only TM. with KT. and TL. with KT. go together.",
    },
    examples: Examples::Plan {
        wrong: "signature: ⟦{⟧tl: Chủ tịch, tuq: Chủ tịch, position: Chánh Văn phòng}",
        right: "signature: {tl: Chủ tịch, position: Chánh Văn phòng}",
    },
} }

code! { SECTION_TITLE {
    what: Words {
        vi: "một mục của sections không có tiêu đề", en: "one of the sections has no title"
    },
    name: "section-title",
    severity: Severity::Error,
    clause: Some("P1.II.6.d"),
    kinds: Kinds::All,
    why: Words {
        vi: "Phần, chương, mục phải có tiêu đề.",
        en: "Parts, chapters and sections must have a title.",
    },
    examples: Examples::Plan {
        wrong: "sections: [{text: ⟦Ngân sách tỉnh bảo đảm kinh phí.⟧}]",
        right: "sections: [{title: Kinh phí, items: [Ngân sách tỉnh bảo đảm kinh phí.]}]",
    },
} }

code! { TOO_DEEP {
    what: Words { vi: "các phần lồng nhau quá sâu", en: "parts that are nested too deeply" },
    why: Words {
        vi: "Bố cục theo mục, khoản, điểm có số cấp nhất định; sâu hơn thì không còn cách đánh số.",
        en: "There are so many levels of mục, khoản, điểm; below them no numbering is left.",
    },
    name: "too-deep",
    severity: Severity::Error,
    clause: Some("P1.II.6.c"),
    kinds: Kinds::All,
    examples: Examples::Plan {
        wrong: "objectives: [{title: Một, items: [{title: Hai, items: [{text: ⟦Ba.⟧}]}]}]",
        right: "objectives: [{title: Mục tiêu, items: [{text: Bảo đảm tiến độ., items: [Bảo đảm chất lượng.]}]}]",
    },
} }

code! { LAYOUT_BOUNDS {
    what: Words {
        vi: "cách trình bày ngoài giới hạn của Nghị định",
        en: "layout outside the bounds of the decree",
    },
    name: "layout-bounds",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    why: Words {
        vi: "Lề, cỡ chữ, thụt đầu dòng, khoảng cách đoạn và giãn dòng có giới hạn ở mục I và II Phần I Phụ lục I.",
        en: "Margins, sizes, indents, gaps and line spacing have their bounds in Phụ lục I.",
    },
    examples: Examples::Plan {
        wrong: "layout: {body_size: ⟦12⟧}",
        right: "layout: {body_size: 13, header_size: 12}",
    },
} }
