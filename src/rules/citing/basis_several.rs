//! Several căn cứ in one entry.

use crate::diag::{Severity, Sink};
use crate::plan::Field;
use crate::plan::prose::Prose;
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::say;

pub const RULE: Rule = Rule {
    code: "basis-several",
    severity: Severity::Warning,
    clause: Some("P1.II.6.a.1"),
    kinds: Kinds::All,
    what: Words { vi: "nhiều căn cứ trong một mục", en: "several căn cứ in one entry" },
    why: Words {
        vi: "Mỗi căn cứ xuống dòng, cuối dòng có dấu chấm phẩy, dòng cuối dấu chấm; chương trình in các dấu ấy sau mỗi mục của legal_basis.",
        en: "Each căn cứ is a line of its own that ends with a semicolon, the last with a full stop; these are printed after each entry of legal_basis.",
    },
    examples: Examples::Plan {
        wrong: "legal_basis: [\"Căn cứ nhu cầu của các xã⟦;⟧ Căn cứ tình hình thực tế\"]",
        right: "legal_basis: [Căn cứ nhu cầu của các xã, Căn cứ tình hình thực tế]",
    },
    check: Check::Prose(check),
};

/// What a căn cứ begins with.
const BEGINNINGS: [&[&str]; 4] =
    [&["căn", "cứ"], &["theo", "đề", "nghị"], &["xét", "đề", "nghị"], &["theo", "đề", "xuất"]];

fn check(line: &Prose, sink: &mut Sink) {
    if !matches!(line.field, Field::Basis(_)) {
        return;
    }
    let begins = |at: usize| BEGINNINGS.iter().any(|words| line.matches(at, words).is_some());
    for at in 1..line.tokens.len() {
        let Some(mark) = line.before(at) else { continue };
        let is_end = mark.is(";") || mark.is(".") || mark.is(",") && line.tokens[at].is_capital();
        if begins(at) && is_end {
            sink.push(
                RULE.at(
                    line.span(mark.at.clone()),
                    say!("sau dấu này là một căn cứ khác", "another căn cứ follows"),
                )
                .help(say!(
                    "tách thành một mục riêng: \"- Căn cứ …\"",
                    "make an entry of it: \"- Căn cứ …\""
                )),
            );
        }
    }
}
