//! The type of a cited document does not go with its symbol.

use crate::citation::CitedKind;
use crate::diag::Severity;
use crate::diag::Sink;
use crate::rules::rule::{Check, Examples, Rule, Words};
use crate::rules::subject::Subject;
use crate::say;

pub const RULE: Rule = Rule {
    code: "cite-type",
    severity: Severity::Warning,
    clause: Some("P3.I"),
    what: Words {
        vi: "tên loại văn bản không khớp với ký hiệu",
        en: "the type of a cited document does not go with its symbol",
    },
    why: Words {
        vi: "Chữ viết tắt tên loại trong ký hiệu theo Phụ lục III: QĐ là quyết định, NQ là nghị quyết, KH là kế hoạch; công văn không có.",
        en: "The abbreviations of Phụ lục III: QĐ is a decision, NQ a resolution, KH a plan; a công văn has none.",
    },
    examples: Examples::Plan {
        wrong: "objectives: [Thực hiện ⟦Quyết định⟧ số 1841/KH-UBND ngày 14/7/2020 của UBND tỉnh về việc phân công địa bàn.]",
        right: "objectives: [Thực hiện Kế hoạch số 1841/KH-UBND ngày 14/7/2020 của UBND tỉnh về việc phân công địa bàn.]",
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for one in &plan.citations {
        let (Some(kind), Some(number)) = (&one.kind, &one.number) else { continue };
        let group = first_group(&number.value);
        let Some(found) = CitedKind::abbreviated(group) else { continue };
        let name = kind.value.name;
        // A quy định of the Party has QĐ; a văn bản may be anything.
        let open =
            ["quy định", "văn bản", "lệnh", "thông tri", "kết luận"].contains(&name) || kind.value.by_name;
        if found.name.starts_with(name) || open {
            continue;
        }
        let meant = found.name;
        sink.push(
            RULE.at(
                kind.span,
                say!(
                    "\"{group}\" trong ký hiệu là {meant}, không phải {name}",
                    "\"{group}\" in the symbol is {meant}, not {name}"
                ),
            )
            .label(number.span, say!("ký hiệu ở đây", "the symbol"))
            .help(say!("xem lại tên loại và ký hiệu", "check the type and the symbol")),
        );
    }
}

/// "QĐ" of "1600/QĐ-TTg", "KL" of "10-KL/TW".
fn first_group(number: &str) -> &str {
    let (head, tail) = number.rsplit_once('/').unwrap_or_default();
    let party = head.split_once('-').map(|(_, group)| group);
    party.unwrap_or_else(|| tail.split('-').next().unwrap_or_default())
}
