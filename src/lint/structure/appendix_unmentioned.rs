use std::sync::Arc;

use crate::decree::roman;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::plan::raw::RawAppendix;
use crate::source::{Span, Spanned};
use crate::text::Field;
use crate::text::prose::Prose;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "appendix-unmentioned",
        severity: Severity::Error,
        clause: Some("P1.III.1.a"),
        kinds: Kinds::All,
        what: Words {
            vi: "phụ lục không được nói đến trong văn bản",
            en: "an appendix that the text does not mention",
        },
        why: Words {
            vi: "Văn bản có phụ lục thì trong nội dung phải có chỉ dẫn về phụ lục đó.",
            en: "A document with an appendix refers to it in its text.",
        },
        examples: Examples::Plan {
            wrong: "appendices: [{title: ⟦Danh sách các xã⟧, body: [{paragraph: Danh sách.}]}]",
            right: "objectives: [Hỗ trợ các xã (Phụ lục kèm theo).]
appendices: [{title: Danh sách các xã, body: [{paragraph: Danh sách.}]}]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let appendices: Vec<_> = plan.raw.appendices.items().collect();
    if appendices.is_empty() {
        return;
    }
    let mut said = Said::default();
    let is_text = |line: &&Arc<Prose>| line.field.is_running() || line.field == Field::Table;
    plan.prose[..plan.main].iter().filter(is_text).for_each(|line| said.hear(line));
    // Those without a label are not counted: they are called by their own names.
    let (labelled, others): (Vec<_>, Vec<_>) =
        appendices.into_iter().partition(|one| one.value.label.as_ref().copied().unwrap_or(true));
    let is_single = labelled.len() == 1;
    for (at, appendix) in labelled.iter().enumerate() {
        let number = roman(at + 1);
        if said.all || said.numbers.contains(&number) || is_single && said.any {
            continue;
        }
        let name = if is_single { "Phụ lục".to_owned() } else { format!("Phụ lục {number}") };
        let finding = RULE.at(
            place(appendix),
            message!("nội dung không nói đến {name}", "the text does not mention {name}"),
        );
        sink.push(finding.help(message!(
            "thêm vào nội dung, ví dụ: (chi tiết tại {name} kèm theo)",
            "refer to it in the text, for example: (chi tiết tại {name} kèm theo)"
        )));
    }
    if let Some(first) = others.first().filter(|_| !said.any) {
        let message = message!(
            "nội dung không nói đến phần kèm theo này",
            "the text does not mention what is attached here"
        );
        sink.push(RULE.at(place(first), message).help(message!(
            "thêm vào nội dung, ví dụ: (theo mẫu kèm theo)",
            "refer to it in the text, for example: (theo mẫu kèm theo)"
        )));
    }
}

fn place(appendix: &Spanned<RawAppendix>) -> Span {
    appendix.value.title.as_ref().map_or(appendix.span, |title| title.span)
}

/// What the text says of its appendices.
#[derive(Default)]
struct Said {
    any: bool,
    all: bool,
    numbers: Vec<String>,
}

impl Said {
    fn hear(&mut self, line: &Prose) {
        for at in 0..line.tokens.len() {
            if line.matches(at, &["kèm", "theo"]).is_some() {
                self.any = true;
            }
            let Some(last) = line.matches(at, &["phụ", "lục"]) else { continue };
            self.any = true;
            self.all |= line.before(at).is_some_and(|before| before.small == "các");
            let mut next = last;
            // "Phụ lục I, II và III".
            while let Some(number) = (next + 1..line.tokens.len().min(next + 5))
                .find(|at| line.tokens[*at].text.bytes().all(|b| b"IVX".contains(&b)))
            {
                let between = next + 1..number;
                if between.into_iter().any(|at| !matches!(line.tokens[at].small.as_str(), " " | "," | "và"))
                {
                    break;
                }
                self.numbers.push(line.tokens[number].text.to_string());
                next = number;
            }
        }
    }
}
