use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::source::Span;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-law-number",
        severity: Severity::Warning,
        clause: Some("P1.II.6.a.2"),
        kinds: Kinds::All,
        what: Words {
            vi: "Luật, Pháp lệnh ghi cả số, ký hiệu hoặc cơ quan ban hành",
            en: "a law or ordinance with its number or issuer",
        },
        why: Words {
            vi: "Nghị định 30/2020/NĐ-CP không ghi số, ký hiệu, cơ quan ban hành của Luật, Pháp lệnh; văn bản quy phạm pháp luật theo Nghị định 78/2025/NĐ-CP lại ghi số. Văn bản hành chính theo cách thứ nhất.",
            en: "Decree 30 leaves out number and issuer of laws; normative documents under Decree 78/2025 give the number. Administrative documents follow the first.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Thực hiện Luật Hợp tác xã số ⟦23/2012/QH13⟧.]",
            right: "objectives: [Thực hiện Luật Hợp tác xã.]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let laws = plan.citations.iter().filter(|one| one.kind.as_ref().is_some_and(|kind| kind.value.by_name));
    let places: Vec<(String, Span)> = laws
        // "được sửa đổi, bổ sung bởi Luật số 87/2025/QH15": it has no other name there.
        .filter(|one| one.name.is_some())
        .filter_map(|one| Some((one.title(), one.number.as_ref().or(one.issuer.as_ref())?.span)))
        .collect();
    // One finding for all of them: there may be one in each căn cứ.
    let Some(((title, span), more)) = places.split_first() else { return };
    let message = match more.len() {
        0 => message!(
            "{title} không ghi số, ký hiệu, cơ quan ban hành",
            "{title} is cited without number and issuer"
        ),
        more => message!(
            "{title} không ghi số, ký hiệu, cơ quan ban hành; còn {more} chỗ như vậy",
            "{title} is cited without number and issuer, and {more} more like it"
        ),
    };
    let finding =
        RULE.at(*span, message).help(message!("chỉ ghi tên và ngày", "give the name and the date only"));
    sink.push(more.iter().fold(finding, |finding, (title, span)| {
        finding.label(*span, message!("{title}: bỏ phần này", "{title}: without this"))
    }));
}
