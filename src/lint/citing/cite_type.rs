use crate::citation::CitedKind;
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "cite-type",
        severity: Severity::Warning,
        clause: Some("P3.I"),
        kinds: Kinds::All,
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
    },
    check: Check::Plan(check),
};

/// Forms that are seen for abbreviations of Phụ lục III, and what they should be. A công văn has none.
const MISSPELT: [(&str, &str); 8] = [
    ("QCh", "QC"),
    ("DAn", "DA"),
    ("QyD", "QyĐ"),
    ("TTR", "TTr"),
    ("CTR", "CTr"),
    ("NDD", "NĐ"),
    ("KHo", "KH"),
    ("CV", ""),
];

fn check(plan: &Subject, sink: &mut Sink) {
    for one in &plan.citations {
        let (Some(kind), Some(number)) = (&one.kind, &one.number) else { continue };
        let (group, of_party) = first_group(&number.value);
        let name = kind.value.name;
        let message = if let Some((body, kinds)) = one.symbol().and_then(assembly) {
            if ["văn bản", "công văn"].contains(&name) || kinds.contains(&name) {
                continue;
            }
            let (group, meant) = (one.symbol().unwrap_or_default(), kinds.join(", "));
            message!(
                "\"{group}\" là ký hiệu văn bản của {body} ({meant}), không phải của {name}",
                "\"{group}\" is the symbol of the {body}'s own documents ({meant}), not of a {name}"
            )
        } else if let Some(found) = CitedKind::abbreviated(group) {
            // A quy định of the Party has QĐ; a văn bản may be anything.
            let open = ["quy định", "văn bản", "lệnh", "thông tri", "kết luận"].contains(&name)
                || kind.value.by_name;
            if open || found.name.starts_with(name) || name.starts_with(found.name) {
                continue;
            }
            let meant = found.name;
            message!(
                "\"{group}\" trong ký hiệu là {meant}, không phải {name}",
                "\"{group}\" in the symbol is {meant}, not {name}"
            )
        } else if let Some((_, meant)) = MISSPELT.iter().find(|(wrong, _)| *wrong == group && !of_party) {
            match *meant {
                "" => message!(
                    "công văn không có chữ viết tắt tên loại",
                    "a công văn has no abbreviation of its type"
                ),
                _ => {
                    message!(
                        "\"{group}\" viết tắt sai: {meant}",
                        "\"{group}\" is a wrong abbreviation: {meant}"
                    )
                }
            }
        } else {
            continue;
        };
        sink.push(
            RULE.at(kind.span, message)
                .label(number.span, message!("ký hiệu ở đây", "the symbol"))
                .help(message!("xem lại tên loại và ký hiệu", "check the type and the symbol")),
        );
    }
}

/// The documents whose symbol is the body's own, without a type: "17/2023/QH15", "101/2025/UBTVQH15".
fn assembly(symbol: &str) -> Option<(&'static str, &'static [&'static str])> {
    match symbol.trim_end_matches(|c: char| c.is_ascii_digit()) {
        "QH" => Some(("Quốc hội", &["hiến pháp", "bộ luật", "luật", "nghị quyết"])),
        "UBTVQH" => Some(("Ủy ban Thường vụ Quốc hội", &["pháp lệnh", "nghị quyết"])),
        _ => None,
    }
}

/// "QĐ" of "1600/QĐ-TTg"; "KL" of "10-KL/TW", which is the Party's way.
fn first_group(number: &str) -> (&str, bool) {
    let (head, tail) = number.rsplit_once('/').unwrap_or_default();
    match head.split_once('-') {
        Some((_, group)) => (group, true),
        None => (tail.split('-').next().unwrap_or_default(), false),
    }
}

#[cfg(test)]
mod tests {
    use super::{assembly, first_group};

    #[test]
    fn the_group_of_the_type_is_found_in_both_ways_of_writing() {
        assert_eq!(first_group("1600/QĐ-TTg"), ("QĐ", false));
        assert_eq!(first_group("51/2025/QĐ-TTg"), ("QĐ", false));
        assert_eq!(first_group("10-KL/TW"), ("KL", true));
        assert_eq!(first_group("257/2025/QH15"), ("QH15", false));
    }

    #[test]
    fn the_assembly_has_its_own_types() {
        assert!(assembly("UBTVQH15").is_some_and(|(_, kinds)| !kinds.contains(&"nghị quyết liên tịch")));
        assert!(assembly("QH15").is_some_and(|(_, kinds)| kinds.contains(&"luật")));
        assert!(assembly("NQLT").is_none() && assembly("UBTVQH15-CTĐB").is_none());
    }
}
