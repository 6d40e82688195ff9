use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::prose::{Prose, TokenKind};
use crate::vietnamese::is_letter;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "look-alike",
        severity: Severity::Warning,
        clause: Some("P1.I.4"),
        kinds: Kinds::All,
        what: Words {
            vi: "ký tự của bảng chữ khác trông giống chữ tiếng Việt",
            en: "a character of another alphabet that looks like a Vietnamese letter",
        },
        why: Words {
            vi: "Chữ Ð (tiếng Iceland), chữ Nga hay Hy Lạp trông như chữ Việt nhưng tìm kiếm không thấy và có thể in bằng phông khác.",
            en: "Icelandic Ð, Cyrillic or Greek letters look the same, but are not found when searched for.",
        },
        examples: Examples::Plan {
            wrong: "closing: ⟦Ð⟧ề nghị các xã triển khai.",
            right: "closing: Đề nghị các xã triển khai.",
        },
    },
    check: Check::Prose(check),
};

const ALIKE: [(&str, &str); 3] = [
    ("Ððɖ", "Đđđ"),
    ("аеорсухіѕјһԁАВЕКМНОРСТУХІЅЈ", "aeopcyxisjhdABEKMHOPCTYXISJ"),
    ("οναΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ovaABEZHIKMNOPTYX"),
];

fn check(line: &Prose, sink: &mut Sink) {
    for token in line.tokens.iter().filter(|token| token.kind == TokenKind::Word && !token.text.is_ascii()) {
        // Nearly every word is Vietnamese from end to end.
        if token.is_syllable || token.text.chars().all(is_letter) {
            continue;
        }
        // A word all of other letters is foreign.
        let has_latin = token.text.chars().any(is_letter);
        for (at, c) in token.at.clone().zip(token.text.chars()) {
            let Some(meant) = latin(c).filter(|_| has_latin || "Ððɖ".contains(c)) else { continue };
            let code = format!("U+{:04X}", u32::from(c));
            sink.push(
                RULE.at(
                    line.span(at..at + 1),
                    message!(
                        "\"{c}\" ({code}) không phải chữ \"{meant}\"",
                        "\"{c}\" ({code}) is not the letter \"{meant}\""
                    ),
                )
                .help(message!("thay bằng \"{meant}\"", "write \"{meant}\""))
                .fix(line.fix(at..at + 1, meant.to_string())),
            );
        }
    }
}

fn latin(c: char) -> Option<char> {
    ALIKE.iter().find_map(|(shown, meant)| {
        let at = shown.chars().position(|one| one == c)?;
        meant.chars().nth(at)
    })
}
