//! A subject that repeats the type of the document, or ends with a mark.

use crate::diag::{Severity, Sink};
use crate::plan::Field;
use crate::plan::prose::Prose;
use crate::rules::rule::{Check, Examples, Rule, Words};
use crate::say;

pub const RULE: Rule = Rule {
    code: "subject-form",
    severity: Severity::Warning,
    clause: Some("P1.II.5.a"),
    what: Words {
        vi: "trích yếu lặp lại tên loại, hoặc kết thúc bằng dấu",
        en: "a subject that repeats the type of the document, or ends with a mark",
    },
    why: Words {
        vi: r#"Trích yếu là một câu ngắn gọn hoặc một cụm từ, in ngay dưới tên loại; viết lại "Kế hoạch" thì tên loại in hai lần, và sau trích yếu không có dấu chấm."#,
        en: r#"The subject is a short sentence or phrase right below the type; "Kế hoạch" again would print twice, and no full stop follows."#,
    },
    examples: Examples::Plan {
        wrong: "subject: ⟦Kế hoạch ⟧thực hiện công tác đỡ đầu",
        right: "subject: Thực hiện công tác đỡ đầu",
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    if line.field != Field::Subject {
        return;
    }
    if line.matches(0, &["kế", "hoạch"]).is_some() && line.tokens.len() > 4 {
        let end = line.tokens[4].at.start;
        sink.push(
            RULE.at(
                line.span(0..end),
                say!("tên loại đã in ở dòng trên trích yếu", "the type stands above the subject already"),
            )
            .help(say!("bắt đầu trích yếu bằng nội dung", "begin the subject with what it is about")),
        );
    }
    let text = line.text().to_lowercase();
    if text.starts_with("v/v") {
        sink.push(
            RULE.at(
                line.span(0..3),
                say!("\"V/v\" chỉ dùng trong công văn", "\"V/v\" is for a công văn only"),
            )
            .help(say!("bắt đầu trích yếu bằng nội dung", "begin the subject with what it is about")),
        );
    }
    if let Some(last) = line.tokens.last().filter(|last| last.is(".") || last.is(";") || last.is(",")) {
        let mark = &last.text;
        sink.push(
            RULE.at(
                line.span(last.at.clone()),
                say!("sau trích yếu không có dấu \"{mark}\"", "no \"{mark}\" follows a subject"),
            )
            .help(say!("bỏ dấu này", "remove it"))
            .fix(line.fix(last.at.clone(), "")),
        );
    }
}
