use std::ops::Range;

use crate::citation::{Citation, CitedIn};
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::source::Span;
use crate::text::Field;
use crate::text::prose::{Prose, Token, TokenKind};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "basis-joined",
        severity: Severity::Warning,
        clause: Some("P1.II.6.a.4"),
        kinds: Kinds::All,
        what: Words { vi: "nhiều căn cứ ghi trong một mục", en: "several căn cứ in one entry" },
        why: Words {
            vi: r#"Mỗi căn cứ in một dòng, cuối dòng có dấu ";". Văn bản sửa đổi, bổ sung đi cùng dòng với văn bản được sửa đổi."#,
            en: r#"Each căn cứ is a line of its own that ends with ";". What amends a document stands on the line of that document."#,
        },
        examples: Examples::Plan {
            wrong: "legal_basis:
  - Căn cứ Luật Hợp tác xã ngày 20 tháng 11 năm 2012; ⟦Căn cứ⟧ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015",
            right: "legal_basis:
  - Căn cứ Luật Hợp tác xã ngày 20 tháng 11 năm 2012
  - Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015; được sửa đổi, bổ sung bởi Luật số 59/2020/QH14",
        },
    },
    check: Check::Plan(check),
};

/// Words that begin a căn cứ.
const OPENERS: [&[&str]; 6] = [
    &["căn", "cứ"],
    &["theo", "đề", "nghị"],
    &["xét", "đề", "nghị"],
    &["thực", "hiện"],
    &["trên", "cơ", "sở"],
    &["xét", "tờ", "trình"],
];

fn check(plan: &Subject, sink: &mut Sink) {
    let mut lines = plan.prose.iter().map(|line| &**line).filter(|line| is_basis(line.field)).peekable();
    while let Some(line) = lines.next() {
        let mut begins = further(plan, line);
        let entry = line.scalar();
        // A text of several lines is one entry.
        while let Some(next) = lines.next_if(|next| next.scalar() == entry) {
            begins.extend(opener(next, 0, true).map(|range| next.span(range)));
            begins.extend(further(plan, next));
        }
        let Some((first, more)) = begins.split_first() else { continue };
        let finding = RULE
            .at(
                *first,
                message!(
                    "căn cứ này ghi chung mục với căn cứ trước",
                    "this căn cứ shares an entry with another"
                ),
            )
            .help(message!(
                "ghi mỗi căn cứ thành một mục của `legal_basis`; dấu \";\" do chương trình in",
                "make each căn cứ an entry of `legal_basis`; the \";\" is printed by the program"
            ));
        sink.push(more.iter().fold(finding, |finding, span| {
            finding.label(*span, message!("một căn cứ nữa ở đây", "one more begins here"))
        }));
    }
}

fn is_basis(field: Field) -> bool {
    matches!(field, Field::Basis(_) | Field::BasisPart)
}

/// Where căn cứ begin in a line, after its first.
fn further(plan: &Subject, line: &Prose) -> Vec<Span> {
    let is_end = |at: &usize| line.tokens[*at].is(";") || line.tokens[*at].is(".");
    let mut out = Vec::new();
    let mut from = 0;
    for end in (0..line.tokens.len()).filter(is_end) {
        let next =
            end + 1 + usize::from(line.tokens.get(end + 1).is_some_and(|one| one.kind == TokenKind::Space));
        // "30.2020", "số 5.QĐ": no end of anything.
        if next == end + 1 && line.tokens[end].is(".") {
            continue;
        }
        let found = opener(line, next, line.tokens[end].is(".") || line.field == Field::BasisPart)
            .map(|range| line.span(range))
            .or_else(|| joined(plan, line, from, end, next));
        out.extend(found);
        from = next;
    }
    out
}

/// The words that begin a căn cứ at a token. In small letters they must stand before a cited document: a trích yếu
/// may go on so. `strict`: in capitals only.
fn opener(line: &Prose, at: usize, strict: bool) -> Option<Range<usize>> {
    let first = line.tokens.get(at)?;
    let last = OPENERS.iter().find_map(|words| line.matches(at, words))?;
    let is_plain = !strict && first.small == "căn" && cited_after(line, last);
    (first.is_capital() || is_plain).then(|| first.at.start..line.tokens[last].at.end)
}

/// Whether a type of document follows, in capitals: "căn cứ Nghị định …".
fn cited_after(line: &Prose, at: usize) -> bool {
    const TYPES: [&str; 9] = ["Luật", "Bộ", "Pháp", "Nghị", "Quyết", "Thông", "Chỉ", "Kế", "Kết"];
    let next = line.word_after(at).map(|next| &line.tokens[next]);
    next.is_some_and(|next: &Token| TYPES.contains(&next.text.as_str()))
}

/// A second document after a ";", with its own date, where the part before is one document by itself, and nothing that
/// it amends: a trích yếu may name several.
fn joined(plan: &Subject, line: &Prose, from: usize, end: usize, next: usize) -> Option<Span> {
    let Field::Basis(entry) = line.field else { return None };
    let start = |at: usize| Some(line.span(line.tokens.get(at)?.at.clone()).start);
    let second = start(next).filter(|_| line.tokens[end].is(";"))?;
    let here: Vec<&Citation> =
        plan.citations.iter().filter(|one| one.place == CitedIn::Basis(entry)).collect();
    let one = here.iter().find(|one| one.span.start == second && one.date.is_some())?;
    let first = line.matches(from, OPENERS[0]).map_or(from, |last| last + 2);
    let part = start(from)?..start(end)?;
    let named: Vec<usize> = here.iter().map(|one| one.span.start).filter(|at| part.contains(at)).collect();
    let stop = (next..line.tokens.len()).find(|at| line.tokens[*at].is(";")).unwrap_or(line.tokens.len());
    let amends = (0..stop).any(|at| line.matches(at, &["sửa", "đổi"]).is_some());
    (named == [start(first)?] && !amends).then_some(one.span)
}
