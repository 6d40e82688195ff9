use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::source::Span;
use crate::text::prose::{Prose, TokenKind};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "range-style",
        severity: Severity::Info,
        clause: None,
        kinds: Kinds::All,
        what: Words {
            vi: "khoảng năm viết hai cách trong một kế hoạch",
            en: "ranges of years written in two ways in one plan",
        },
        why: Words {
            vi: r#""2016-2020" và "2016 - 2020" đều dùng được, nhưng một văn bản nên dùng một cách."#,
            en: r#""2016-2020" and "2016 - 2020" are both in use; one document should have one of them."#,
        },
        examples: Examples::Plan {
            wrong: "objectives: [Giai đoạn 2016 - 2020., Giai đoạn 2016 - 2020 và ⟦2021-2025⟧.]",
            right: "objectives: [Giai đoạn 2016 - 2020 và 2021 - 2025.]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let all: Vec<(bool, Span)> = plan.prose.iter().flat_map(|line| ranges(line)).collect();
    let spaced = all.iter().filter(|(spaced, _)| *spaced).count();
    if spaced == 0 || spaced == all.len() {
        return;
    }
    // The rarer way is shown, beside the first of the other.
    let rarer = spaced * 2 < all.len();
    let other = all.iter().find(|(spaced, _)| *spaced != rarer);
    for (_, span) in all.iter().filter(|(spaced, _)| *spaced == rarer) {
        let diagnostic = RULE
            .at(
                *span,
                message!("khoảng năm ở chỗ khác viết cách kia", "elsewhere ranges are written the other way"),
            )
            .help(message!("dùng một cách trong cả văn bản", "use one way in the whole document"));
        sink.push(match other {
            Some((_, other)) => diagnostic.label(*other, message!("ví dụ ở đây", "here, for example")),
            None => diagnostic,
        });
    }
}

/// Ranges of years, and whether spaces stand around the hyphen.
fn ranges(line: &Prose) -> Vec<(bool, Span)> {
    let is_year = |at: usize| {
        line.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number && token.text.len() == 4)
    };
    let is_dash = |at: usize| line.tokens.get(at).is_some_and(|token| token.is("-") || token.is("–"));
    let is_space = |at: usize| line.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Space);
    (0..line.tokens.len())
        .filter(|at| is_year(*at))
        .filter_map(|at| {
            let (spaced, last) = if is_dash(at + 1) && is_year(at + 2) {
                (false, at + 2)
            } else if is_space(at + 1) && is_dash(at + 2) && is_space(at + 3) && is_year(at + 4) {
                (true, at + 4)
            } else {
                return None;
            };
            Some((spaced, line.span(line.tokens[at].at.start..line.tokens[last].at.end)))
        })
        .collect()
}
