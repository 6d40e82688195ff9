//! A title before the name of the signer.

use crate::diag::Severity;
use crate::diag::Sink;
use crate::plan::Field;
use crate::plan::prose::Prose;
use crate::rules::rule::{Check, Examples, Rule, Words};
use crate::say;

pub const RULE: Rule = Rule {
    code: "signer-title",
    severity: Severity::Error,
    clause: Some("P1.II.7.c.3"),
    what: Words {
        vi: "trước họ tên người ký ghi học hàm, học vị, danh hiệu",
        en: "a title before the name of the signer",
    },
    why: Words {
        vi: "Trước họ tên không ghi học hàm, học vị và các danh hiệu danh dự. Ngoại lệ (quân đội, công an, đơn vị sự nghiệp giáo dục, y tế, khoa học) do người đứng đầu ngành quy định; khi đó dùng `allow`.",
        en: "No academic or honorary title stands before the name. Where the head of a sector has ruled otherwise (armed forces, education, health, science), use `allow`.",
    },
    examples: Examples::Plan {
        wrong: "signature: {position: Chủ tịch, name: ⟦ThS. ⟧Nguyễn Văn A}",
        right: "signature: {position: Chủ tịch, name: Nguyễn Văn A}",
    },
    check: Check::Prose(check),
};

const TITLES: [&str; 24] = [
    "gs.",
    "pgs.",
    "ts.",
    "ths.",
    "ts",
    "ths",
    "gs",
    "pgs",
    "ks.",
    "cn.",
    "bs.",
    "bs",
    "ls.",
    "ông",
    "bà",
    "đ/c",
    "đc",
    "tiến sĩ",
    "thạc sĩ",
    "giáo sư",
    "phó giáo sư",
    "kỹ sư",
    "cử nhân",
    "đồng chí",
];

fn check(line: &Prose, sink: &mut Sink) {
    if line.field != Field::Name {
        return;
    }
    let text = line.text();
    let small = text.to_lowercase();
    let mut len = 0;
    // "PGS.TS. Nguyễn Văn A" has two.
    while let Some(title) =
        TITLES.iter().filter(|title| stands_at(&small[len..], title)).max_by_key(|title| title.len())
    {
        len += title.len();
        len += small[len..].len() - small[len..].trim_start_matches([' ', '.', ',']).len();
    }
    // Letters may take other bytes in small letters; then nothing is cut.
    let Some(title) = text.get(..len).filter(|title| !title.is_empty()) else { return };
    let count = title.chars().count();
    let shown = title.trim();
    sink.push(
        RULE.at(
            line.span(0..count),
            say!("trước họ tên không ghi \"{shown}\"", "no \"{shown}\" stands before the name"),
        )
        .help(say!("bỏ \"{shown}\"", "remove \"{shown}\""))
        .fix(line.fix(0..count, "")),
    );
}

fn stands_at(text: &str, title: &str) -> bool {
    text.strip_prefix(title).is_some_and(|rest| title.ends_with('.') || rest.starts_with([' ', '.']))
}
