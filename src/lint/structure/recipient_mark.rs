use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::Field;
use crate::text::prose::Prose;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "recipient-mark",
        severity: Severity::Warning,
        clause: Some("P1.II.9.d.5"),
        kinds: Kinds::All,
        what: Words {
            vi: r#"dấu "-" hoặc ";" được gõ trong nơi nhận"#,
            en: r#"a "-" or ";" typed in a recipient"#,
        },
        why: Words {
            vi: r#"Gạch đầu dòng và dấu ";" sau mỗi nơi nhận do chương trình in."#,
            en: r#"The dash and the ";" of each recipient are printed by the program."#,
        },
        examples: Examples::Plan {
            wrong: "recipients: [Ủy ban nhân dân tỉnh⟦;⟧]",
            right: "recipients: [Ủy ban nhân dân tỉnh]",
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    if line.field != Field::Recipient {
        return;
    }
    let begins = line.chars.iter().take_while(|c| "-–+ ".contains(**c)).count();
    let len = line.chars.len();
    // The stop of "v.v." and of "…" belongs to the word.
    let is_short = line.text().ends_with("v.v.") || line.text().ends_with("..");
    let ends = match is_short {
        true => 0,
        false => line.chars.iter().rev().take_while(|c| ";,. ".contains(**c)).count(),
    };
    for at in [0..begins, len - ends.min(len - begins)..len].into_iter().filter(|at| !at.is_empty()) {
        let mark: String = line.chars[at.clone()].iter().collect();
        let mark = mark.trim();
        if mark.is_empty() {
            continue;
        }
        sink.push(
            RULE.at(
                line.span(at.clone()),
                message!("\"{mark}\" do chương trình in", "\"{mark}\" is printed by the program"),
            )
            .help(message!("bỏ \"{mark}\"", "remove \"{mark}\""))
            .fix(line.fix(at, "")),
        );
    }
}
