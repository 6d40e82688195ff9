use crate::citation::CitedIn;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-later-full",
        severity: Severity::Warning,
        clause: Some("P1.II.6.b.2"),
        kinds: Kinds::All,
        what: Words { vi: "viện dẫn lần sau vẫn ghi đủ", en: "a later citation in full" },
        why: Words {
            vi: "Các lần viện dẫn sau chỉ ghi tên loại và số, ký hiệu của văn bản đó.",
            en: "Later citations have the type and the number only.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Thực hiện Quyết định số 1841/QĐ-UBND ngày 14/7/2020 của UBND tỉnh về việc phân công địa bàn., Rà soát theo ⟦Quyết định số 1841/QĐ-UBND ngày 14/7/2020 của UBND tỉnh⟧.]",
            right: "objectives: [Thực hiện Quyết định số 1841/QĐ-UBND ngày 14/7/2020 của UBND tỉnh về việc phân công địa bàn., Rà soát theo Quyết định số 1841/QĐ-UBND.]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let mut places = Vec::new();
    for (at, one) in plan.citations.iter().enumerate() {
        let is_full = one.date.is_some() && one.issuer.is_some() && one.number.is_some();
        if one.place != CitedIn::Sentence || !is_full {
            continue;
        }
        let first =
            plan.citations[..at].iter().find(|other| other.is_same(one) && other.place != CitedIn::Quoted);
        places.extend(first.map(|first| (one, first)));
    }
    // One finding for all of them: there may be one in each paragraph.
    let Some(((one, first), more)) = places.split_first() else { return };
    let title = one.title();
    let message = match more.len() {
        0 => message!("\"{title}\" đã viện dẫn đủ ở trên", "\"{title}\" is cited in full above"),
        more => message!(
            "\"{title}\" đã viện dẫn đủ ở trên; còn {more} chỗ như vậy",
            "\"{title}\" is cited in full above, and {more} more like it"
        ),
    };
    let finding = RULE
        .at(one.span, message)
        .label(first.span, message!("lần đầu ở đây", "first cited here"))
        .help(message!("chỉ ghi: {title}", "write only: {title}"));
    sink.push(more.iter().fold(finding, |finding, (other, _)| {
        let title = other.title();
        finding.label(other.span, message!("chỉ ghi: {title}", "write only: {title}"))
    }));
}
