use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::vietnamese::folded;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "commune-parent",
        severity: Severity::Warning,
        clause: Some("P1.II.2.a.1"),
        kinds: Kinds::All,
        what: Words {
            vi: "Ủy ban nhân dân cấp xã có dòng cơ quan chủ quản",
            en: "a commune's people's committee with a superior body above it",
        },
        why: Words {
            vi: "Từ ngày 01/7/2025 không còn cấp huyện; trên tên Ủy ban nhân dân xã, phường, đặc khu không ghi cơ quan chủ quản.",
            en: "Since 01/7/2025 there is no district level; no superior body stands above a commune's people's committee.",
        },
        examples: Examples::Plan {
            wrong: "date: 2026-01-09
issuer: {parent: ⟦UBND huyện Cam Lộ⟧, name: Ủy ban nhân dân xã Cam Lộ, code: UBND}
allow: {district-level: ví dụ}",
            right: "date: 2026-01-09
issuer: {name: Ủy ban nhân dân xã Cam Lộ, code: UBND}",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let Some(issuer) = plan.raw.issuer.as_ref().filter(|_| plan.is_two_level()) else { return };
    let (Some(parent), Some(name)) =
        (issuer.value.parent.iter().find_map(|lines| lines.0.first()?.as_ref()), issuer.value.name.as_ref())
    else {
        return;
    };
    let name: Vec<String> = name.0.iter().flatten().map(|line| folded(&line.value)).collect();
    let name = name.join(" ");
    let of_commune = name
        .strip_prefix("ủy ban nhân dân")
        .is_some_and(|unit| [" xã", " phường", " đặc khu"].iter().any(|kind| unit.starts_with(kind)));
    if of_commune && !parent.value.trim().is_empty() {
        sink.push(
            RULE.at(
                parent.span,
                message!(
                    "Ủy ban nhân dân cấp xã không ghi cơ quan chủ quản",
                    "a commune's people's committee has no superior body above it"
                ),
            )
            .help(message!("bỏ khóa `parent`", "remove `parent`")),
        );
    }
}
