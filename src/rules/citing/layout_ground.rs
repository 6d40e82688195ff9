//! The rules for legal normative documents cited for the layout of an administrative one.

use crate::citation::Citation;
use crate::diag::{Severity, Sink};
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::rules::subject::Subject;
use crate::say;

pub const RULE: Rule = Rule {
    code: "layout-ground",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "thể thức văn bản hành chính dẫn sai nghị định",
        en: "the wrong decree for the layout of a document",
    },
    why: Words {
        vi: "Thể thức, kỹ thuật trình bày văn bản hành chính theo Nghị định số 30/2020/NĐ-CP; các Nghị định số 78/2025/NĐ-CP và 187/2025/NĐ-CP là về văn bản quy phạm pháp luật.",
        en: "The layout of administrative documents follows Nghị định 30/2020/NĐ-CP; 78/2025/NĐ-CP and 187/2025/NĐ-CP are about legal normative documents.",
    },
    examples: Examples::Plan {
        wrong: "date: 2026-11-06
objectives: [Thể thức văn bản hành chính theo Nghị định số ⟦78/2025/NĐ-CP⟧ ngày 01/4/2025 của Chính phủ quy định chi tiết một số điều của Luật.]",
        right: "date: 2026-11-06
objectives: [Thể thức văn bản hành chính theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.]",
    },
    check: Check::Plan(check),
};

const NORMATIVE: [&str; 2] = ["78/2025/NĐ-CP", "187/2025/NĐ-CP"];

fn check(plan: &Subject, sink: &mut Sink) {
    for line in &plan.prose {
        let says = |words: &[&str]| (0..line.tokens.len()).any(|at| line.matches(at, words).is_some());
        let is_layout = says(&["thể", "thức"]) || says(&["kỹ", "thuật", "trình", "bày"]);
        if !is_layout || says(&["quy", "phạm", "pháp", "luật"]) {
            continue;
        }
        let scalar = line.scalar();
        let is_here = |one: &&Citation| {
            one.span.source == scalar.source && scalar.start <= one.span.start && one.span.end <= scalar.end
        };
        for number in plan.citations.iter().filter(is_here).filter_map(|one| one.number.as_ref()) {
            if NORMATIVE.contains(&number.value.as_str()) {
                let shown = &number.value;
                sink.push(
                    RULE.at(
                        number.span,
                        say!(
                            "Nghị định số {shown} là về văn bản quy phạm pháp luật",
                            "Nghị định {shown} is about legal normative documents"
                        ),
                    )
                    .help(say!(
                        "thể thức văn bản hành chính: Nghị định số 30/2020/NĐ-CP ngày 05/3/2020",
                        "for administrative documents: Nghị định 30/2020/NĐ-CP of 05/3/2020"
                    )),
                );
            }
        }
    }
}
