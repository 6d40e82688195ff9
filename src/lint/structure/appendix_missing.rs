use crate::diag::Severity;
use crate::diag::Sink;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "appendix-missing",
        severity: Severity::Warning,
        clause: Some("P1.III.1.a"),
        kinds: Kinds::All,
        what: Words {
            vi: "văn bản nói đến phụ lục kèm theo mà không có phụ lục",
            en: "the text mentions an appendix that is not there",
        },
        why: Words {
            vi: "Người đọc tìm phụ lục được chỉ dẫn mà không có.",
            en: "A reader would look for it in vain.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Chi tiết tại ⟦Phụ lục⟧ kèm theo.]",
            right: "objectives: [Chi tiết tại Phụ lục I của Nghị định.]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    if !plan.raw.appendices.is_empty() {
        return;
    }
    for line in plan.prose.iter().filter(|line| line.field.is_running()) {
        for at in 0..line.tokens.len() {
            let Some(last) = line.matches(at, &["phụ", "lục"]) else { continue };
            if line.word_after(last).is_none_or(|next| line.matches(next, &["kèm", "theo"]).is_none()) {
                continue;
            }
            let range = line.tokens[at].at.start..line.tokens[last].at.end;
            sink.push(
                RULE.at(
                    line.span(range),
                    message!("kế hoạch không có phụ lục nào", "the plan has no appendix"),
                )
                .help(message!(
                    "thêm khóa `appendices`, hoặc bỏ chỉ dẫn này",
                    "add `appendices`, or remove the reference"
                )),
            );
        }
    }
}
