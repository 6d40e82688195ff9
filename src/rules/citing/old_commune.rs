//! A commune of Quảng Trị or Quảng Bình of before 01/7/2025.

use crate::diag::Severity;
use crate::diag::Sink;
use crate::plan::Field;
use crate::plan::prose::{Prose, Sort};
use crate::register::{QUANG_TRI, became, is_current};
use crate::rules::rule::{Check, Examples, Rule, Words};
use crate::rules::subject::Subject;
use crate::say;

pub const RULE: Rule = Rule {
    code: "old-commune",
    severity: Severity::Warning,
    clause: Some("P1.II.4.a.2"),
    what: Words {
        vi: "tên xã của Quảng Trị, Quảng Bình trước ngày 01/7/2025",
        en: "a commune of Quảng Trị or Quảng Bình of before 01/7/2025",
    },
    why: Words {
        vi: "Các xã, phường, thị trấn cũ đã hợp thành đơn vị mới theo Nghị quyết số 1680/NQ-UBTVQH15.",
        en: "The communes of before were merged into new ones by Nghị quyết số 1680/NQ-UBTVQH15.",
    },
    examples: Examples::Plan {
        wrong: "date: 2026-01-09
objectives: [Hỗ trợ xã ⟦Hải Thượng⟧ của tỉnh Quảng Trị.]",
        right: "date: 2026-01-09
objectives: [Hỗ trợ xã Hải Lăng của tỉnh Quảng Trị.]",
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    if !plan.is_two_level() || !plan.prose.iter().any(|line| line.text().contains(QUANG_TRI)) {
        return;
    }
    for line in plan.prose.iter().filter(|line| line.field != Field::BasisPart) {
        for at in 0..line.tokens.len() {
            if !["xã", "phường"].contains(&line.tokens[at].small.as_str()) {
                continue;
            }
            let mut next = at + 1;
            while let Some((name, end, after)) = name(line, next) {
                next = after;
                if let [now, ..] = became(&name)
                    && !is_current(&name)
                    && !is_past(line, after)
                {
                    let now = now
                        .to_lowercase()
                        .split(' ')
                        .next()
                        .map(|kind| format!("{kind}{}", &now[kind.len()..]))
                        .unwrap_or_default();
                    sink.push(
                        RULE.at(
                            line.span(end.clone()),
                            say!("\"{name}\" nay là {now}", "\"{name}\" is now {now}"),
                        )
                        .help(say!(
                            "dùng tên mới; nói về trước đây thì thêm \"(cũ)\"",
                            "use the new name; for the past, add \"(cũ)\""
                        )),
                    );
                }
            }
        }
    }
}

/// A capitalised name from the token `at` on, after spaces, a colon or a comma of a list: its words, its
/// characters, the token after it.
fn name(line: &Prose, at: usize) -> Option<(String, std::ops::Range<usize>, usize)> {
    let mut first = at;
    while line.tokens.get(first).is_some_and(|token| {
        token.sort == Sort::Space || token.is(":") || token.is(",") || token.small == "và"
    }) {
        first += 1;
    }
    let begins = line.tokens.get(first).filter(|token| token.sort == Sort::Word && token.is_capital())?;
    let (mut last, mut name) = (first, begins.text.to_string());
    while let Some(next) = line.word_after(last).filter(|next| line.tokens[*next].is_capital()) {
        name = format!("{name} {}", line.tokens[next].text);
        last = next;
    }
    Some((name, begins.at.start..line.tokens[last].at.end, last + 1))
}

fn is_past(line: &Prose, at: usize) -> bool {
    let after: String = line.tokens[at..].iter().take(6).map(|token| token.small.as_str()).collect();
    after.contains("cũ") || line.text().contains("trước đây")
}
