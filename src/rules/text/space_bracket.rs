//! Spaces at an opening bracket.

use crate::diag::{Severity, Sink};
use crate::plan::Field;
use crate::plan::prose::{Prose, Sort};
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::say;

pub const RULE: Rule = Rule {
    code: "space-bracket",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    what: Words { vi: "dấu cách sai ở dấu mở ngoặc", en: "a wrong space at an opening bracket" },
    why: Words {
        vi: "Trước dấu mở ngoặc có một dấu cách, sau nó viết liền.",
        en: "A space stands before an opening bracket, and none after it.",
    },
    examples: Examples::Plan {
        wrong: "objectives: [Báo cáo Ủy ban nhân dân tỉnh⟦(⟧qua Sở Nội vụ) trước ngày 15.]",
        right: "objectives: [Báo cáo Ủy ban nhân dân tỉnh (qua Sở Nội vụ) trước ngày 15.]",
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    // Spaces of a symbol have a rule of their own.
    if line.field == Field::Symbol {
        return;
    }
    for (at, open) in line.tokens.iter().enumerate().filter(|(_, token)| token.is("(") || token.is("[")) {
        let next = line.tokens.get(at + 1);
        let is_spaced = next.is_some_and(|token| token.sort == Sort::Space);
        let inside = line.tokens.get(at + if is_spaced { 2 } else { 1 });
        // "( )", "[ ]", "( . . . )" leave room.
        let has_words = inside.is_some_and(|token| matches!(token.sort, Sort::Word | Sort::Number));
        if is_spaced && has_words {
            let gap = line.tokens[at + 1].at.clone();
            sink.push(
                RULE.at(
                    line.span(gap.clone()),
                    say!("dấu cách sau dấu mở ngoặc", "a space after an opening bracket"),
                )
                .help(say!("viết liền sau dấu mở ngoặc", "remove it"))
                .fix(line.fix(gap, "")),
            );
        }
        // "f(x)", "cột(1)", "UBND(2)" are no sentences.
        let before = at.checked_sub(1).and_then(|at| line.tokens.get(at));
        let is_word = before.is_some_and(|token| {
            token.at.len() > 1 && (token.is_syllable || token.is_all_capitals() && is_spaced)
        });
        let is_lettered =
            inside.is_some_and(|token| token.sort == Sort::Word && (token.at.len() > 1 || is_spaced));
        if open.is("(") && is_word && is_lettered {
            sink.push(
                RULE.at(
                    line.span(open.at.clone()),
                    say!("thiếu dấu cách trước dấu mở ngoặc", "no space before an opening bracket"),
                )
                .help(say!("thêm một dấu cách", "add a space"))
                .fix(line.fix(open.at.clone(), " (")),
            );
        }
    }
}
