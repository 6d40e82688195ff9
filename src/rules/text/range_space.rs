//! A range with a space on one side only.

use crate::diag::{Severity, Sink};
use crate::plan::Field;
use crate::plan::prose::{Prose, Sort};
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::say;

pub const RULE: Rule = Rule {
    code: "range-space",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "khoảng số chỉ cách một bên dấu gạch", en: "a range with a space on one side only"
    },
    why: Words {
        vi: r#""2026 -2031" trông như số âm; dấu gạch của một khoảng có dấu cách ở cả hai bên hoặc không bên nào."#,
        en: r#""2026 -2031" looks like a number below zero; the hyphen of a range has spaces on both sides or on none."#,
    },
    examples: Examples::Plan {
        wrong: "objectives: [Xây dựng nông thôn mới giai đoạn ⟦2026 -2030⟧.]",
        right: "objectives: [Xây dựng nông thôn mới giai đoạn 2026 - 2030.]",
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    if line.field == Field::Symbol {
        return;
    }
    for at in 0..line.tokens.len().saturating_sub(3) {
        let [first, second, third, fourth] = &line.tokens[at..at + 4] else { continue };
        let is_dash = |n: usize| line.tokens[n].is("-") || line.tokens[n].is("–");
        let is_space = |n: usize| line.tokens[n].sort == Sort::Space;
        let before_only = is_space(at + 1) && is_dash(at + 2);
        let after_only = is_dash(at + 1) && is_space(at + 2);
        let numbers = first.sort == Sort::Number && fourth.sort == Sort::Number;
        // "12 -11-2026" is no range, nor is "0-5 - 3".
        let joined = |n: Option<usize>| n.is_some_and(|n| line.tokens.get(n).is_some_and(|one| one.is("-")));
        if !numbers || !(before_only || after_only) || joined(at.checked_sub(1)) || joined(Some(at + 4)) {
            continue;
        }
        let gap = second.at.start..third.at.end;
        let dash = if before_only { &third.text } else { &second.text };
        sink.push(
            RULE.at(
                line.span(first.at.start..fourth.at.end),
                say!("chỉ một bên dấu gạch có dấu cách", "a space on one side of the hyphen only"),
            )
            .help(say!(
                "viết dấu cách ở cả hai bên, hoặc không bên nào",
                "put spaces on both sides, or on none"
            ))
            .fix(line.fix(gap, format!(" {dash} "))),
        );
    }
}
