//! A value of the wrong sort: a list, a text, a number or keys are needed.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "wrong-type",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "giá trị không đúng dạng: cần danh sách, văn bản, số hoặc các khóa",
        en: "a value of the wrong sort: a list, a text, a number or keys are needed",
    },
    why: Words {
        vi: r#"Mỗi khóa có một dạng giá trị; danh sách là các dòng bắt đầu bằng "- "."#,
        en: r#"Each key has values of one sort; a list is lines that begin with "- "."#,
    },
    examples: Examples::Plan { wrong: "appendices: ⟦Không có⟧", right: "appendices: []" },
    check: Check::Reading,
};
