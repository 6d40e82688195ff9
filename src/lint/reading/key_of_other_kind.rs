//! A key that the kind of the document does not have.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "key-of-other-kind",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "khóa của loại văn bản khác", en: "a key that belongs to another kind of document"
    },
    why: Words {
        vi: "Mỗi loại văn bản có những phần riêng: quyết định có các điều, biên bản không có địa danh và ngày, văn bản ban hành kèm theo không có số. Khóa của loại khác sẽ không được in. Trong tệp được include thì khóa như vậy được bỏ qua, vì tệp đó dùng chung cho nhiều loại.",
        en: "Each kind has parts of its own: a decision has articles, minutes have no place and date, a document issued with a decision has no number. A key of another kind would not be printed. In an included file it is passed over, since that file serves several kinds.",
    },
    examples: Examples::Plan {
        wrong: "⟦articles⟧: [{text: Ban hành kèm theo Quyết định này Kế hoạch năm 2020.}]",
        right: "sections: [{title: Kinh phí thực hiện, items: [Sử dụng nguồn kinh phí được giao.]}]",
    },
    check: Check::Reading,
};
