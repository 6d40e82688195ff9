use std::ops::Range;

use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::reference::{QUANG_TRI, became, is_current};
use crate::text::Field;
use crate::text::prose::{Prose, Token, TokenKind};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "old-commune",
        severity: Severity::Warning,
        clause: Some("P1.II.4.a.2"),
        kinds: Kinds::All,
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
            let mut last = at;
            while let Some((name, named, end)) = next_name(line, last) {
                last = end;
                let now = became(&name);
                if now.is_empty() || is_current(&name) || is_past(line, last) {
                    continue;
                }
                let now = now.join(" hoặc ");
                sink.push(
                    RULE.at(line.span(named), message!("\"{name}\" nay là {now}", "\"{name}\" is now {now}"))
                        .help(message!(
                            "dùng tên mới; nói về trước đây thì thêm \"(cũ)\"",
                            "use the new name; for the past, add \"(cũ)\""
                        )),
                );
            }
        }
    }
}

/// The name after a token, a space, a colon, a comma or an "và" of a list passed over.
fn next_name(line: &Prose, last: usize) -> Option<(String, Range<usize>, usize)> {
    let between = |token: &&Token| {
        token.kind == TokenKind::Space || token.is(":") || token.is(",") || token.small == "và"
    };
    let skipped = line.tokens[last + 1..].iter().take_while(between).count();
    line.name_at(last + 1 + skipped)
}

/// Whether what follows, or the whole sentence, tells of the time before.
fn is_past(line: &Prose, last: usize) -> bool {
    let after: String = line.tokens[last + 1..].iter().take(6).map(|token| token.small.as_str()).collect();
    after.contains("cũ") || line.text().contains("trước đây")
}
