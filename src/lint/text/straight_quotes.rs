use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::prose::Prose;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "straight-quotes",
        severity: Severity::Info,
        clause: None,
        kinds: Kinds::All,
        what: Words { vi: "dấu nháy thẳng trong văn bản", en: "straight quotes in a text" },
        why: Words {
            vi: "Văn bản in dùng dấu nháy cong “ ”.", en: "In print quotes are curved: “ ”."
        },
        examples: Examples::Plan {
            wrong: r#"objectives: [Phong trào ⟦"⟧Xóa nhà tạm" của tỉnh.]"#,
            right: "objectives: [Phong trào “Xóa nhà tạm” của tỉnh.]",
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    let quotes: Vec<usize> = (0..line.chars.len()).filter(|at| line.chars[*at] == '"').collect();
    // An odd one is reported as unbalanced.
    for pair in quotes.chunks_exact(2).filter(|_| quotes.len().is_multiple_of(2)) {
        let is_pair = opens(line, pair[0]) && closes(line, pair[1]);
        let (open, close) = (line.fix(pair[0]..pair[0] + 1, "“"), line.fix(pair[1]..pair[1] + 1, "”"));
        let both = open
            .zip(close)
            .filter(|_| is_pair)
            .map(|(open, close)| Fix::safe([open.edits, close.edits].concat()));
        sink.push(
            RULE.at(line.span(pair[0]..pair[0] + 1), message!("dấu nháy thẳng", "straight quotes"))
                .help(message!("dùng “ ”", "use “ ”"))
                .fix(both),
        );
    }
}

/// Whether a quote stands before a word; that of 15" does not.
fn opens(line: &Prose, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| line.chars[before]);
    let is_free = before.is_none_or(|c| c.is_whitespace() || "([{-–/:,;“".contains(c));
    is_free && line.chars.get(at + 1).is_some_and(|c| !c.is_whitespace())
}

/// Whether a quote stands after a word.
fn closes(line: &Prose, at: usize) -> bool {
    let is_word = at.checked_sub(1).is_some_and(|before| !line.chars[before].is_whitespace());
    is_word && line.chars.get(at + 1).is_none_or(|c| !c.is_alphanumeric())
}
