use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "recipient-archive",
        severity: Severity::Warning,
        clause: Some("P1.II.9.d.6"),
        kinds: Kinds::All,
        what: Words {
            vi: r#"dòng "Lưu" ghi trong nơi nhận"#, en: "the archive line among the recipients"
        },
        why: Words {
            vi: r#"Dòng "- Lưu: VT." là dòng cuối, do chương trình in từ khóa `archive`."#,
            en: r#"The line "- Lưu: VT." comes last and is printed from `archive`."#,
        },
        examples: Examples::Plan {
            wrong: r#"recipients: [Ủy ban nhân dân tỉnh, "⟦Lưu: VT⟧"]"#,
            right: "recipients: [Ủy ban nhân dân tỉnh]
archive: VT",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for line in plan.lines(crate::text::Field::Recipient) {
        let text = line.text();
        if text.trim_start_matches(['-', ' ']).to_lowercase().starts_with("lưu:") {
            sink.push(
                RULE.at(
                    line.span(0..line.chars.len()),
                    message!("dòng \"Lưu\" sẽ in hai lần", "the archive line would stand twice"),
                )
                .help(message!("chuyển sang khóa `archive`", "move it to `archive`")),
            );
        }
    }
}
