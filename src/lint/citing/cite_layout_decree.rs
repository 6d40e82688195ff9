use std::ops::Range;

use crate::citation::{Citation, CitedIn};
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::source::Span;
use crate::text::Field;
use crate::text::prose::{Prose, TokenKind};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-layout-decree",
        severity: Severity::Warning,
        clause: None,
        kinds: Kinds::All,
        what: Words {
            vi: "thể thức văn bản hành chính viện dẫn nghị định về văn bản quy phạm pháp luật",
            en: "the layout of an administrative document is founded on a decree for legal normative documents",
        },
        why: Words {
            vi: "Thể thức và kỹ thuật trình bày văn bản hành chính theo Nghị định số 30/2020/NĐ-CP (Điều 8, Phụ lục I). Nghị định số 78/2025/NĐ-CP, được sửa đổi bởi Nghị định số 187/2025/NĐ-CP, và Nghị định số 34/2016/NĐ-CP trước đó là của văn bản quy phạm pháp luật.",
            en: "Administrative documents are laid out after Decree 30/2020 (Điều 8, Phụ lục I). Decree 78/2025, amended by 187/2025, and Decree 34/2016 before them are for legal normative documents.",
        },
        examples: Examples::Plan {
            wrong: "date: 2026-01-09
objectives: [Thể thức văn bản theo ⟦Nghị định số 78/2025/NĐ-CP ngày 01/4/2025 của Chính phủ⟧ quy định chi tiết Luật Ban hành văn bản quy phạm pháp luật.]",
            right: "date: 2026-01-09
objectives: [Thể thức văn bản quy phạm pháp luật theo Nghị định số 78/2025/NĐ-CP ngày 01/4/2025 của Chính phủ quy định chi tiết Luật Ban hành văn bản quy phạm pháp luật.]",
        },
    },
    check: Check::Plan(check),
};

/// Decrees with forms of legal normative documents.
const NORMATIVE: [&str; 4] = ["78/2025/NĐ-CP", "187/2025/NĐ-CP", "34/2016/NĐ-CP", "154/2020/NĐ-CP"];

const ADMINISTRATIVE: &str = "30/2020/NĐ-CP";

fn check(plan: &Subject, sink: &mut Sink) {
    let places: Vec<(String, Span)> = plan
        .citations
        .iter()
        .filter(|one| one.number.as_ref().is_some_and(|number| NORMATIVE.contains(&number.value.as_str())))
        .filter(|one| match one.place {
            CitedIn::Parts(at) => is_subject_of_layout(plan, at),
            CitedIn::Basis(_) | CitedIn::Sentence => is_for_layout(plan, one),
            CitedIn::Quoted => false,
        })
        .map(|one| (one.title(), one.span))
        .collect();
    // One finding for all of them: two decrees often stand together.
    let Some(((title, span), more)) = places.split_first() else { return };
    let finding = RULE
        .at(
            *span,
            message!(
                "{title} quy định thể thức văn bản quy phạm pháp luật, không phải văn bản hành chính",
                "{title} is on the layout of legal normative documents, not of administrative ones"
            ),
        )
        .help(message!(
            "viện dẫn Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư",
            "cite Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư"
        ));
    sink.push(more.iter().fold(finding, |finding, (title, span)| {
        finding.label(*span, message!("{title}: cũng vậy", "{title}: likewise"))
    }));
}

/// Whether the trích yếu that is given to a căn cứ is of layout and of no normative documents.
fn is_subject_of_layout(plan: &Subject, at: usize) -> bool {
    let Some(parts) = plan.cited_parts(at) else { return false };
    let subject = parts.subject.as_ref().map(|subject| subject.value.to_lowercase()).unwrap_or_default();
    names_layout(&subject) && !names_normative(&subject)
}

/// Whether the sentence around a citation is on layout, and neither it nor what stands above is on normative documents.
fn is_for_layout(plan: &Subject, one: &Citation) -> bool {
    let Some(at) = plan.line_at(one.span) else { return false };
    let line = &plan.prose[at];
    let holds = |range: &Range<usize>| line.span(range.clone()).end > one.span.start;
    let Some(sentence) = sentences(line).into_iter().find(holds) else { return false };
    let said: String = line.chars[sentence].iter().collect::<String>().to_lowercase();
    if !names_layout(&said) || names_normative(&said) {
        return false;
    }
    // "Thể thức văn bản theo Nghị định 30 và Nghị định 78": each for documents of its own.
    let names_both = said.contains(&ADMINISTRATIVE.to_lowercase());
    said.contains("văn bản hành chính") || !names_both && !is_on_normative(plan, at)
}

/// Whether the trích yếu, a heading above a line, or what stands between its heading and it is on normative documents.
fn is_on_normative(plan: &Subject, at: usize) -> bool {
    let above = &plan.prose[..=at];
    let heading = above.iter().rposition(|line| line.field == Field::Title).unwrap_or(0);
    above.iter().enumerate().any(|(n, line)| {
        let counts =
            n >= heading || matches!(line.field, Field::Title | Field::Subject | Field::LetterSubject);
        counts && names_normative(&line.text().to_lowercase())
    })
}

fn names_layout(text: &str) -> bool {
    text.contains("thể thức") || text.contains("kỹ thuật trình bày")
}

/// Whether normative documents are named, beside the names of the law and of the decrees.
fn names_normative(text: &str) -> bool {
    let text = ["luật ban hành văn bản quy phạm pháp luật", "xử lý văn bản quy phạm pháp luật"]
        .iter()
        .fold(text.to_owned(), |text, name| text.replace(name, ""));
    text.contains("quy phạm") || text.contains("qppl")
}

/// The sentences of a line, and what stands between ";".
fn sentences(line: &Prose) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    for (at, token) in line.tokens.iter().enumerate() {
        let ends = token.is(".") && line.tokens.get(at + 1).is_none_or(|next| next.kind == TokenKind::Space);
        if ends || token.is(";") {
            out.push(from..token.at.end);
            from = token.at.end;
        }
    }
    out.push(from..line.chars.len());
    out.into_iter().filter(|range| !range.is_empty()).collect()
}
