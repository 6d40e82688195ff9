use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::text::Field;
use crate::text::prose::{Prose, TokenKind};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "district-level",
        severity: Severity::Warning,
        clause: Some("P1.II.2.a.2"),
        kinds: Kinds::All,
        what: Words {
            vi: "kế hoạch từ ngày 01/7/2025 nêu đơn vị cấp huyện",
            en: "a plan of 01/7/2025 or later names a district",
        },
        why: Words {
            vi: r#"Từ ngày 01/7/2025 chính quyền địa phương có hai cấp: tỉnh và xã; không còn huyện, quận, thị xã, thị trấn. Nêu theo nghĩa lịch sử thì ghi rõ "(cũ)" hoặc "trước đây"."#,
            en: r#"Since 01/7/2025 there are two levels: province and commune. For the past, add "(cũ)" or "trước đây"."#,
        },
        examples: Examples::Plan {
            wrong: "date: 2026-01-09
objectives: [Phối hợp với UBND ⟦huyện⟧.]",
            right: "date: 2026-01-09
objectives: [Phối hợp với các xã thuộc huyện Hải Lăng (cũ).]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    if !plan.is_two_level() {
        return;
    }
    for line in plan.prose.iter().filter(|line| line.field != Field::BasisPart) {
        for at in 0..line.tokens.len() {
            let Some(last) = unit(line, at) else { continue };
            let of_committee =
                line.before(at).is_some_and(|before| ["UBND", "HĐND", "dân"].contains(&before.text.as_str()));
            let named = line.word_after(last).is_some_and(|next| line.tokens[next].is_capital());
            let level = line.before(at).is_some_and(|before| before.small == "cấp");
            if level || !(of_committee || named) || is_past(line, last) {
                continue;
            }
            let range = line.tokens[at].at.start..line.tokens[last].at.end;
            sink.push(
                RULE.at(
                    line.span(range),
                    message!(
                        "từ ngày 01/7/2025 không còn đơn vị cấp huyện",
                        "there are no districts since 01/7/2025"
                    ),
                )
                .help(message!(
                    "nêu tỉnh hoặc xã, phường, đặc khu; nói về trước đây thì thêm \"(cũ)\"",
                    "name the province or the commune; for the past, add \"(cũ)\""
                )),
            );
        }
    }
}

fn unit(line: &Prose, at: usize) -> Option<usize> {
    if line.tokens[at].kind != TokenKind::Word {
        return None;
    }
    match line.tokens[at].small.as_str() {
        "huyện" | "quận" => Some(at),
        "thị" => line.matches(at, &["thị", "xã"]).or_else(|| line.matches(at, &["thị", "trấn"])),
        _ => None,
    }
}

/// Whether the words around tell of the time before.
fn is_past(line: &Prose, at: usize) -> bool {
    let text: String = line.tokens.iter().map(|token| token.small.as_str()).collect();
    let after: String = line.tokens[at..].iter().take(14).map(|token| token.small.as_str()).collect();
    after.contains("cũ")
        || ["trước đây", "sáp nhập", "sắp xếp", "hợp nhất", "nguyên là"]
            .iter()
            .any(|past| text.contains(past))
}
