use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::prose::Prose;
use crate::vietnamese::capitalised;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "capital-time",
        severity: Severity::Warning,
        clause: Some("P2.V.8"),
        kinds: Kinds::All,
        what: Words {
            vi: "thứ trong tuần và tháng viết bằng chữ không viết hoa",
            en: "a weekday or a month in words without its capital",
        },
        why: Words {
            vi: r#"Thứ và tháng viết bằng chữ thì viết hoa chữ chỉ thứ, chỉ tháng: "thứ Hai", "tháng Tám"."#,
            en: r#"The word of a weekday or a month has a capital: "thứ Hai", "tháng Tám"."#,
        },
        examples: Examples::Plan {
            wrong: "objectives: [Họp giao ban sáng thứ ⟦hai⟧ hằng tuần.]",
            right: "objectives: [Họp giao ban sáng thứ Hai hằng tuần.]",
        },
    },
    check: Check::Prose(check),
};

const DAYS: [&str; 6] = ["hai", "ba", "tư", "năm", "sáu", "bảy"];
const MONTHS: [&str; 10] = ["giêng", "hai", "ba", "tư", "sáu", "bảy", "tám", "chín", "mười", "chạp"];
/// Before "tháng" these make a number of months of it.
const COUNTED: [&str; 16] = [
    "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "hằng", "hàng", "mỗi", "mấy",
    "từng", "các",
];
/// After "tháng hai" these are counted.
const UNITS: [&str; 8] = ["lần", "người", "đợt", "kỳ", "buổi", "ngày", "tuần", "báo"];

fn check(line: &Prose, sink: &mut Sink) {
    let small = |at: Option<usize>| at.map(|at| line.tokens[at].small.as_str()).unwrap_or_default();
    for at in 0..line.tokens.len() {
        let Some(next) = line.word_after(at).filter(|next| !line.tokens[*next].is_capital()) else {
            continue;
        };
        let (before, after) = (small(line.word_before(at)), small(line.word_after(next)));
        let name = line.tokens[next].small.as_str();
        let is_day = line.tokens[at].small == "thứ"
            && DAYS.contains(&name)
            && (["sáng", "chiều", "tối", "trưa"].contains(&before) || ["hằng", "hàng"].contains(&after));
        let is_month = line.tokens[at].small == "tháng"
            && MONTHS.contains(&name)
            && !COUNTED.contains(&before)
            && !UNITS.contains(&after)
            && line.before(at).is_none_or(|before| before.text.parse::<u32>().is_err());
        if !is_day && !is_month {
            continue;
        }
        let token = &line.tokens[next];
        let meant = capitalised(name);
        sink.push(
            RULE.at(
                line.span(token.at.clone()),
                message!("\"{name}\" viết hoa: {meant}", "\"{name}\" has a capital: {meant}"),
            )
            .help(message!("viết: {meant}", "write: {meant}"))
            .fix(line.fix(token.at.clone(), meant.clone())),
        );
    }
}
