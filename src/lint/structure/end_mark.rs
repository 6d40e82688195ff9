use crate::diag::Severity;
use crate::diag::Sink;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::prose::Prose;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "end-mark",
        severity: Severity::Warning,
        clause: Some("M.end"),
        kinds: Kinds::All,
        what: Words { vi: r#"dấu "./." được gõ trong văn bản"#, en: r#"a "./." typed in a text"# },
        why: Words {
            vi: r#"Dấu "./." sau câu cuối do chương trình in; gõ thêm thì in hai lần."#,
            en: r#"The "./." after the last sentence is printed by the program and would stand twice."#,
        },
        examples: Examples::Plan {
            wrong: "closing: Các thôn nghiêm túc thực hiện⟦./.⟧",
            right: "closing: Các thôn nghiêm túc thực hiện.",
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    for at in 0..line.chars.len().saturating_sub(2) {
        // ".../.../......" is a day to fill in.
        let in_row = at.checked_sub(1).is_some_and(|before| line.chars[before] == '.')
            || line.chars.get(at + 3) == Some(&'.');
        if line.chars[at..at + 3] != ['.', '/', '.'] || in_row {
            continue;
        }
        sink.push(
            RULE.at(
                line.span(at..at + 3),
                message!("\"./.\" do chương trình in", "\"./.\" is printed by the program"),
            )
            .help(message!(
                "để một dấu chấm; bỏ hẳn dấu này bằng layout.end_mark: false",
                "leave a full stop; layout.end_mark: false prints no such mark"
            ))
            .fix(line.fix(at..at + 3, ".")),
        );
    }
}
