//! Sentences that nothing ends.

use crate::diag::{Severity, Sink};
use crate::plan::Field;
use crate::plan::prose::{Prose, Sort};
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::rules::subject::Subject;
use crate::say;

pub const RULE: Rule = Rule {
    code: "missing-end",
    severity: Severity::Info,
    clause: None,
    kinds: Kinds::All,
    what: Words { vi: "đoạn văn không có dấu kết thúc", en: "a paragraph that no mark ends" },
    why: Words {
        vi: "Một câu kết thúc bằng dấu chấm, một ý trong danh sách bằng dấu chấm phẩy, lời dẫn bằng dấu hai chấm.",
        en: "A sentence ends with a full stop, an entry of a list with a semicolon, what leads to a list with a colon.",
    },
    examples: Examples::Plan {
        wrong: "objectives: [⟦Phòng Kinh tế phối hợp với các thôn rà soát các tiêu chí chưa đạt⟧]",
        right: "objectives: [Phòng Kinh tế phối hợp với các thôn rà soát các tiêu chí chưa đạt.]",
    },
    check: Check::Plan(check),
};

/// Shorter entries are words of a list, and may end without a mark.
const SENTENCE: usize = 10;

fn check(plan: &Subject, sink: &mut Sink) {
    let open: Vec<_> = plan.prose.iter().filter(|line| is_open(line)).collect();
    let Some((first, others)) = open.split_first() else { return };
    let count = open.len();
    let message = match count {
        1 => say!("đoạn này không có dấu kết thúc", "no mark ends this paragraph"),
        _ => say!("{count} đoạn không có dấu kết thúc", "no mark ends {count} paragraphs"),
    };
    let finding = RULE
        .at(first.span(0..first.chars.len()), message)
        .help(say!("thêm dấu chấm, chấm phẩy hoặc hai chấm", "add a full stop, a semicolon or a colon"));
    sink.push(others.iter().fold(finding, |finding, line| {
        finding.label(line.span(0..line.chars.len()), say!("đoạn này", "this one"))
    }));
}

fn is_open(line: &Prose) -> bool {
    // Those of a heading in capitals are none.
    let words =
        line.tokens.iter().filter(|token| token.sort == Sort::Word && !token.is_all_capitals()).count();
    let last = line.tokens.iter().rev().find(|token| token.sort != Sort::Space);
    matches!(line.field, Field::Body | Field::Closing)
        && words >= SENTENCE
        && last.is_some_and(|last| matches!(last.sort, Sort::Word | Sort::Number) || last.is(")"))
}
