//! A date is not written year-month-day.

use crate::diag::Severity;
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "date-form",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "ngày không viết theo dạng năm-tháng-ngày",
        en: "a date is not written year-month-day",
    },
    why: Words {
        vi: r#"Ngày trong tệp viết YYYY-MM-DD để không lẫn ngày với tháng; trên trang giấy chương trình in "ngày 06 tháng 11 năm 2020"."#,
        en: "Dates in the file are YYYY-MM-DD, so that day and month are never taken for each other; the page prints them as the decree wants.",
    },
    examples: Examples::Plan { wrong: "date: ⟦06/11/2020⟧", right: "date: 2020-11-06" },
    check: Check::Reading,
};
