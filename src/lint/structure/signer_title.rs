use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::text::Field;
use crate::text::prose::Prose;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "signer-title",
        severity: Severity::Error,
        clause: Some("P1.II.7.c.3"),
        kinds: Kinds::All,
        what: Words {
            vi: "trước họ tên người ký ghi học hàm, học vị, danh hiệu",
            en: "a title before the name of the signer",
        },
        why: Words {
            vi: "Trước họ tên không ghi học hàm, học vị và các danh hiệu danh dự. Ngoại lệ (quân đội, công an, đơn vị sự nghiệp giáo dục, y tế, khoa học) do người đứng đầu ngành quy định; tên cơ quan cho biết ngành đó thì không nhắc, nơi khác dùng `allow`.",
            en: "No academic or honorary title stands before the name. The heads of the armed forces, education, health and science may rule otherwise: where the issuer's name tells of such a sector nothing is said, elsewhere use `allow`.",
        },
        examples: Examples::Plan {
            wrong: "signature: {position: Chủ tịch, name: ⟦ThS. ⟧Nguyễn Văn A}",
            right: "signature: {position: Chủ tịch, name: Nguyễn Văn A}",
        },
    },
    check: Check::Plan(check),
};

/// Longer ones are tried first.
const TITLES: [&str; 39] = [
    "bscki.",
    "bsckii.",
    "ckii.",
    "cki.",
    "ckii",
    "cki",
    "ds.",
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
    "đại tướng",
    "thượng tướng",
    "trung tướng",
    "thiếu tướng",
    "đại tá",
    "thượng tá",
    "trung tá",
    "thiếu tá",
];

/// Bodies whose heads of sector may rule otherwise (P1.II.7.c.3): schools, hospitals, institutes, the armed forces.
const BODIES: [&str; 20] = [
    "trường",
    "đại học",
    "cao đẳng",
    "học viện",
    "viện",
    "bệnh viện",
    "trung tâm y tế",
    "trạm y tế",
    "trung tâm kiểm soát bệnh tật",
    "trung tâm giáo dục",
    "công an",
    "quân sự",
    "quân khu",
    "quân đội",
    "quốc phòng",
    "biên phòng",
    "bộ đội",
    "trung đoàn",
    "sư đoàn",
    "lữ đoàn",
];
/// Words in which a body's word is none: "môi trường" is no school.
const OTHERS: [&str; 6] =
    ["môi trường", "thị trường", "nông trường", "lâm trường", "công trường", "đoàn viện"];

fn check(plan: &Subject, sink: &mut Sink) {
    let names: Vec<String> =
        plan.lines(Field::Issuer).map(|line| format!(" {} ", line.text().to_lowercase())).collect();
    let is_body = |name: &String| {
        let name = OTHERS.iter().fold(name.clone(), |name, other| name.replace(other, ""));
        BODIES.iter().any(|body| name.contains(&format!(" {body} ")))
    };
    if names.iter().any(is_body) {
        return;
    }
    plan.lines(Field::Name).for_each(|line| check_name(line, sink));
}

fn check_name(line: &Prose, sink: &mut Sink) {
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
            message!("trước họ tên không ghi \"{shown}\"", "no \"{shown}\" stands before the name"),
        )
        .help(message!("bỏ \"{shown}\"", "remove \"{shown}\""))
        .fix(line.fix(0..count, "")),
    );
}

fn stands_at(text: &str, title: &str) -> bool {
    text.strip_prefix(title).is_some_and(|rest| title.ends_with('.') || rest.starts_with([' ', '.']))
}
