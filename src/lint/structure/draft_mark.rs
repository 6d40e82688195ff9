use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::plan::Draft;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "draft-mark",
        severity: Severity::Warning,
        clause: None,
        kinds: Kinds::All,
        what: Words {
            vi: "văn bản còn ghi là dự thảo", en: "a document that is still marked as a draft"
        },
        why: Words {
            vi: "Dòng \"DỰ THẢO\" in ở đầu trang thứ nhất; văn bản ký ban hành không còn dòng ấy.",
            en: "\"DỰ THẢO\" is printed at the top of the first page; a document that is issued has no such line.",
        },
        examples: Examples::Plan { wrong: "draft: ⟦2⟧", right: "draft: false" },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    if let Some(draft) = plan.raw.draft.as_ref().filter(|draft| draft.value != Draft::No) {
        let message = message!("văn bản còn ghi là dự thảo", "the document is still marked as a draft");
        sink.push(
            RULE.at(draft.span, message)
                .help(message!("bỏ dòng này khi ký ban hành", "remove the line when it is issued")),
        );
    }
}
