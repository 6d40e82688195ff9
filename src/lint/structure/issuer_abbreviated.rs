use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::text::Field;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "issuer-abbreviated",
        severity: Severity::Error,
        clause: Some("P1.II.2.a.3"),
        kinds: Kinds::All,
        what: Words {
            vi: "tên cơ quan ban hành viết tắt",
            en: "the name of the issuing body is abbreviated",
        },
        why: Words {
            vi: "Chỉ tên cơ quan chủ quản được viết tắt những cụm từ thông dụng; tên cơ quan ban hành ghi đầy đủ.",
            en: "Only the superior body may be abbreviated; the issuing body is named in full.",
        },
        examples: Examples::Plan {
            wrong: "issuer: {name: ⟦UBND⟧ xã Cam Lộ, code: UBND}",
            right: "issuer: {name: Ủy ban nhân dân xã Cam Lộ, code: UBND}",
        },
    },
    check: Check::Plan(check),
};

/// Abbreviations of names of bodies, and what they stand for.
const SHORT: [(&str, &str); 14] = [
    ("UBND", "Ủy ban nhân dân"),
    ("HĐND", "Hội đồng nhân dân"),
    ("UBMTTQ", "Ủy ban Mặt trận Tổ quốc"),
    ("MTTQ", "Mặt trận Tổ quốc"),
    ("BCH", "Ban Chấp hành"),
    ("BCĐ", "Ban Chỉ đạo"),
    ("BQL", "Ban Quản lý"),
    ("HTX", "Hợp tác xã"),
    ("LMHTX", "Liên minh Hợp tác xã"),
    ("VPĐP", "Văn phòng Điều phối"),
    ("LĐLĐ", "Liên đoàn Lao động"),
    ("NN", "Nông nghiệp"),
    ("NTM", "nông thôn mới"),
    ("TTYT", "Trung tâm Y tế"),
];

fn check(plan: &Subject, sink: &mut Sink) {
    let names = plan
        .raw
        .issuer
        .iter()
        .flat_map(|issuer| &issuer.value.name)
        .flat_map(|lines| lines.0.iter().flatten());
    for name in names {
        let lines =
            plan.prose.iter().filter(|line| line.field == Field::Issuer && line.scalar() == name.span);
        for (line, token) in lines.flat_map(|line| line.tokens.iter().map(move |token| (line, token))) {
            if let Some((short, full)) = SHORT.iter().find(|(short, _)| *short == token.text) {
                sink.push(
                    RULE.at(
                        line.span(token.at.clone()),
                        message!(
                            "tên cơ quan ban hành không viết tắt \"{short}\"",
                            "the issuing body is not abbreviated \"{short}\""
                        ),
                    )
                    .help(message!("viết đầy đủ: {full}", "write in full: {full}"))
                    .fix(line.fix(token.at.clone(), *full)),
                );
            }
        }
    }
}
