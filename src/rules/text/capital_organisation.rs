//! Too many capitals in the name of a body.

use crate::diag::{Severity, Sink};
use crate::plan::prose::Prose;
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::say;
use crate::vietnamese::folded;

pub const RULE: Rule = Rule {
    code: "capital-organisation",
    severity: Severity::Warning,
    clause: Some("P2.IV.1"),
    kinds: Kinds::All,
    what: Words {
        vi: "tên cơ quan, tổ chức viết hoa thừa", en: "too many capitals in the name of a body"
    },
    why: Words {
        vi: r#"Tên cơ quan viết hoa chữ cái đầu của các từ chỉ loại hình, chức năng, lĩnh vực, không viết hoa từng âm tiết: "Chính phủ", "Hội đồng nhân dân", "Ủy ban nhân dân"."#,
        en: "The name of a body has capitals for the words of its type and field, not for every syllable.",
    },
    examples: Examples::Plan {
        wrong: "objectives: [Thực hiện chỉ đạo của ⟦Chính Phủ⟧.]",
        right: "objectives: [Thực hiện chỉ đạo của Chính phủ.]",
    },
    check: Check::Prose(check),
};

const NAMES: [&str; 14] = [
    "Chính phủ",
    "Thủ tướng",
    "Quốc hội",
    "Hội đồng",
    "Ủy ban",
    "Văn phòng",
    "Liên minh",
    "Hợp tác",
    "Mặt trận",
    "Nhà nước",
    "Chủ tịch",
    "Giám đốc",
    "Bộ trưởng",
    "Tổ quốc",
];

fn check(line: &Prose, sink: &mut Sink) {
    for at in 0..line.tokens.len() {
        let Some(next) = line.word_after(at) else { continue };
        let (first, second) = (&line.tokens[at], &line.tokens[next]);
        if !first.is_capital() || !second.is_capital() || second.is_all_capitals() {
            continue;
        }
        let small = folded(&format!("{} {}", first.small, second.small));
        let Some(meant) = NAMES.iter().find(|name| name.to_lowercase() == small) else { continue };
        let range = first.at.start..second.at.end;
        let written: String = line.chars[range.clone()].iter().collect();
        sink.push(
            RULE.at(
                line.span(range),
                say!("\"{written}\" viết là \"{meant}\"", "\"{written}\" is written \"{meant}\""),
            )
            .help(say!("viết: {meant}", "write: {meant}")),
        );
    }
}
