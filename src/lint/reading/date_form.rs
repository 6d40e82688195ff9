//! A date is not written year-month-day.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "date-form",
    severity: Severity::Error,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "ngày không viết theo dạng ngày/tháng/năm hay năm-tháng-ngày",
        en: "a date is written neither day/month/year nor year-month-day",
    },
    why: Words {
        vi: r#"Ngày viết 06/11/2020, 6/11/2020 hoặc 2020-11-06 là một; ngày ban hành chưa biết thì viết 11/2020. Trên trang giấy chương trình in "ngày 06 tháng 11 năm 2020"."#,
        en: "06/11/2020, 6/11/2020 and 2020-11-06 are one day; where the day of issue is not known yet, write 11/2020. The page prints it as the decree wants.",
    },
    examples: Examples::Plan { wrong: "date: ⟦6.11.2020⟧", right: "date: 06/11/2020" },
    check: Check::Reading,
};
