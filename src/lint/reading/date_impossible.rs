//! There is no such day in the calendar.

use crate::diag::Severity;
use crate::lint::rule::{Check, Examples, Kinds, Rule, Words};

pub const RULE: Rule = Rule {
    code: "date-impossible",
    severity: Severity::Error,
    clause: Some("P1.II.4.b"),
    kinds: Kinds::All,
    what: Words { vi: "không có ngày đó trong lịch", en: "there is no such day in the calendar" },
    why: Words {
        vi: "Thời gian ban hành phải là một ngày có thật.",
        en: "The date of a document is a day that exists.",
    },
    examples: Examples::Plan { wrong: "date: ⟦2020-02-31⟧", right: "date: 2020-02-29" },
    check: Check::Reading,
};
