use crate::citation::CitedIn;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-parts-text",
        severity: Severity::Warning,
        clause: Some("P1.II.6.b.1"),
        kinds: Kinds::All,
        what: Words {
            vi: "viện dẫn lần đầu thiếu thành phần", en: "a first citation that lacks a part"
        },
        why: Words {
            vi: "Lần đầu viện dẫn một văn bản phải ghi tên loại, số, ký hiệu, thời gian ban hành, cơ quan ban hành và trích yếu.",
            en: "The first time a document is cited its type, number, symbol, date, issuer and subject are given.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Rà soát theo ⟦Quyết định số 1841/QĐ-UBND⟧.]",
            right: "objectives: [Thực hiện Quyết định số 1841/QĐ-UBND ngày 14/7/2020 của UBND tỉnh về việc phân công địa bàn.]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for (at, one) in plan.citations.iter().enumerate() {
        let first = !plan.citations[..at].iter().any(|other| other.is_same(one));
        let is_text = matches!(one.place, CitedIn::Basis(_)) || one.place == CitedIn::Sentence && first;
        // "QCVN 01:2018/BYT", "mẫu 02/KH": no symbol of a document, unless a type stands before.
        let is_symbol = one.kind.is_some() || one.symbol().is_some_and(|symbol| symbol.contains('-'));
        if !is_text
            || !is_symbol
            || one.number.is_none()
            || one.kind.as_ref().is_some_and(|kind| kind.value.by_name)
        {
            continue;
        }
        let lacks = [
            // "số 367/BTC-QLG" goes on from what stands before.
            (message!("tên loại", "type"), one.kind_words.is_empty() && !one.says_number),
            (message!("ngày tháng năm", "date"), one.date.is_none()),
            (message!("cơ quan ban hành", "issuer"), one.issuer.is_none() && !one.is_proposal),
            (message!("trích yếu", "subject"), !one.has_subject && !one.is_proposal),
        ];
        let lacks: Vec<_> = lacks.into_iter().filter(|(_, lacks)| *lacks).map(|(name, _)| name).collect();
        if lacks.is_empty() {
            continue;
        }
        let title = one.title();
        let vi: Vec<_> = lacks.iter().map(|name| name.vi.as_str()).collect();
        let en: Vec<_> = lacks.iter().map(|name| name.en.as_str()).collect();
        let (vi, en) = (vi.join(", "), en.join(", "));
        sink.push(
            RULE.at(one.span, message!("\"{title}\" thiếu {vi}", "\"{title}\" lacks: {en}"))
                .help(message!("ghi đủ ở lần viện dẫn đầu tiên", "give them at the first citation")),
        );
    }
}
