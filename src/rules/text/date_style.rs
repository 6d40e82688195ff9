//! Days written with and without their zeros in one document.

use crate::diag::{Severity, Sink};
use crate::plan::prose::{Prose, Sort};
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::rules::subject::Subject;
use crate::say;
use crate::source::Span;

pub const RULE: Rule = Rule {
    code: "date-style",
    severity: Severity::Info,
    clause: Some("P1.II.4.b"),
    kinds: Kinds::All,
    what: Words {
        vi: "ngày, tháng viết hai cách trong một văn bản",
        en: "days written in two ways in one document",
    },
    why: Words {
        vi: r#"Ngày dưới 10, tháng 1 và tháng 2 có số 0 ở trước, các tháng khác không cần; "15/3" và "15/03" trong một văn bản nên là một cách."#,
        en: r#"Days below 10 and the months 1 and 2 have a zero, the others need none; one document has "15/3" or "15/03", not both."#,
    },
    examples: Examples::Plan {
        wrong: "objectives: [Báo cáo trước ngày 15/3/2027., Tổng kết trước ngày ⟦15/04/2027⟧ và ngày 15/5/2027.]",
        right: "objectives: [Báo cáo trước ngày 15/3/2027., Tổng kết trước ngày 15/4/2027.]",
    },
    check: Check::Plan(check),
};

/// Which number of a day is judged.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Day,
    /// Of the months 3 to 9, which may go without a zero.
    Month,
}

fn check(plan: &Subject, sink: &mut Sink) {
    // Those of citations are held against the clause itself.
    let cited = |span: Span| {
        plan.citations.iter().any(|one| {
            one.span.source == span.source && one.span.start <= span.start && span.end <= one.span.end
        })
    };
    let all: Vec<(Part, bool, Span)> = plan.prose.iter().flat_map(|line| days(line)).collect();
    for part in [Part::Day, Part::Month] {
        let of_part = |has_zero: bool| -> Vec<Span> {
            let same =
                all.iter().filter(|(one, zero, span)| *one == part && *zero == has_zero && !cited(*span));
            same.map(|(.., span)| *span).collect()
        };
        let (with, without) = (of_part(true), of_part(false));
        let (rarer, other) = if with.len() < without.len() { (&with, &without) } else { (&without, &with) };
        let (Some(first), Some(example)) = (rarer.first(), other.first()) else { continue };
        let finding = RULE
            .at(
                *first,
                say!("ở chỗ khác ngày, tháng viết cách kia", "elsewhere days are written the other way"),
            )
            .label(*example, say!("ví dụ ở đây", "here, for example"))
            .help(say!("dùng một cách trong cả văn bản", "use one way in the whole document"));
        sink.push(rarer.iter().skip(1).fold(finding, |finding, span| {
            finding.label(*span, say!("cũng viết như chỗ này", "written as here"))
        }));
    }
}

/// The days of a line with their year, "15/3/2027", and those after "ngày": which part has a zero or lacks one.
fn days(line: &Prose) -> Vec<(Part, bool, Span)> {
    let mut out = Vec::new();
    for at in 0..line.tokens.len().saturating_sub(2) {
        let [day, slash, month] = &line.tokens[at..at + 3] else { continue };
        let is_number = |n: usize| line.tokens.get(n).is_some_and(|token| token.sort == Sort::Number);
        let is_slash = |n: usize| line.tokens.get(n).is_some_and(|token| token.is("/"));
        let has_year = is_slash(at + 3) && is_number(at + 4) && line.tokens[at + 4].at.len() == 4;
        let is_named = line.before(at).is_some_and(|before| before.small == "ngày");
        let begins = at == 0
            || !matches!(line.tokens[at - 1].sort, Sort::Sign | Sort::Number)
            || line.tokens[at - 1].is("(");
        let ends = has_year || !is_slash(at + 3);
        if !is_number(at)
            || !slash.is("/")
            || !is_number(at + 2)
            || !begins
            || !ends
            || !(has_year || is_named)
        {
            continue;
        }
        let (Ok(day_number), Ok(month_number)) = (day.text.parse::<u32>(), month.text.parse::<u32>()) else {
            continue;
        };
        if !(1..=31).contains(&day_number) || !(1..=12).contains(&month_number) {
            continue;
        }
        let last = if has_year { at + 4 } else { at + 2 };
        let span = line.span(day.at.start..line.tokens[last].at.end);
        if day_number < 10 {
            out.push((Part::Day, day.text.starts_with('0'), span));
        }
        if (3..10).contains(&month_number) {
            out.push((Part::Month, month.text.starts_with('0'), span));
        }
    }
    out
}
