use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::text::Field;
use crate::text::prose::{Prose, Token};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "subject-form",
        severity: Severity::Warning,
        clause: Some("P1.II.5.a"),
        kinds: Kinds::All,
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
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    plan.lines(Field::Subject).for_each(|line| repeated_type(line, plan, sink));
    plan.lines(Field::Subject).chain(plan.lines(Field::LetterSubject)).for_each(|line| marks(line, sink));
}

fn repeated_type(line: &Prose, plan: &Subject, sink: &mut Sink) {
    let name = plan.kind.as_ref().map_or_else(String::new, |kind| kind.name.to_lowercase());
    let words: Vec<&str> = name.split(' ').collect();
    let Some(last) = line.matches(0, &words).filter(|_| !name.is_empty()) else { return };
    if let Some(next) = line.tokens.get(last + 2) {
        let end = next.at.start;
        sink.push(
            RULE.at(
                line.span(0..end),
                message!("tên loại đã in ở dòng trên trích yếu", "the type stands above the subject already"),
            )
            .help(message!("bắt đầu trích yếu bằng nội dung", "begin the subject with what it is about")),
        );
    }
}

fn marks(line: &Prose, sink: &mut Sink) {
    let text = line.text().to_lowercase();
    if text.starts_with("v/v") {
        sink.push(
            RULE.at(
                line.span(0..3),
                message!(
                    "\"V/v\" chỉ có ở công văn, và do chương trình in",
                    "\"V/v\" is for a công văn only, and printed by the program"
                ),
            )
            .help(message!("bắt đầu trích yếu bằng nội dung", "begin the subject with what it is about")),
        );
    }
    // The stop of "v.v." and of "..." belongs to the word.
    let is_short = text.ends_with("v.v.") || text.ends_with("..");
    let ends = |last: &&Token| last.is(".") && !is_short || last.is(";") || last.is(",");
    if let Some(last) = line.tokens.last().filter(ends) {
        let mark = &last.text;
        sink.push(
            RULE.at(
                line.span(last.at.clone()),
                message!("sau trích yếu không có dấu \"{mark}\"", "no \"{mark}\" follows a subject"),
            )
            .help(message!("bỏ dấu này", "remove it"))
            .fix(line.fix(last.at.clone(), "")),
        );
    }
}
