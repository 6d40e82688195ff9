//! An abbreviation with D for Đ.

use crate::diag::{Edit, Fix, Severity, Sink};
use crate::plan::prose::Prose;
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::say;

pub const RULE: Rule = Rule {
    code: "abbreviation",
    severity: Severity::Warning,
    clause: Some("P3.I"),
    kinds: Kinds::All,
    what: Words { vi: "chữ viết tắt gõ D thay cho Đ", en: "an abbreviation with D for Đ" },
    why: Words {
        vi: "HĐND, QĐ, NĐ-CP, VPĐP có chữ Đ; máy quét và bàn phím không dấu hay làm mất nét ngang.",
        en: "HĐND, QĐ, NĐ-CP, VPĐP have Đ; scans and keyboards without marks lose its stroke.",
    },
    examples: Examples::Plan {
        wrong: "objectives: [Phối hợp với ⟦HDND⟧ tỉnh.]",
        right: "objectives: [Phối hợp với HĐND tỉnh.]",
    },
    check: Check::Prose(check),
};

const WRONG: [(&str, &str); 10] = [
    ("HDND", "HĐND"),
    ("VPDP", "VPĐP"),
    ("BCD", "BCĐ"),
    ("LDLD", "LĐLĐ"),
    ("HDQT", "HĐQT"),
    ("GDDT", "GDĐT"),
    ("LDTBXH", "LĐTBXH"),
    ("KHDT", "KHĐT"),
    ("QD", "QĐ"),
    ("ND", "NĐ"),
];

fn check(line: &Prose, sink: &mut Sink) {
    for (at, token) in line.tokens.iter().enumerate() {
        let Some((_, meant)) = WRONG.iter().find(|(wrong, _)| *wrong == token.text) else { continue };
        // Two letters mean much else outside a symbol.
        let in_symbol = line.tokens.get(at + 1).is_some_and(|next| next.is("-"));
        if token.text.len() == 2 && !in_symbol {
            continue;
        }
        let word = &token.text;
        let edit = Edit { span: line.span(token.at.clone()), text: (*meant).to_owned() };
        sink.push(
            RULE.at(
                line.span(token.at.clone()),
                say!("\"{word}\" có lẽ là \"{meant}\"", "\"{word}\" is most likely \"{meant}\""),
            )
            .help(say!("viết: {meant}", "write: {meant}"))
            .fix(Some(Fix { safe: false, edits: vec![edit] })),
        );
    }
}
