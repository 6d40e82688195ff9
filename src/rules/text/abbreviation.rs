//! An abbreviation of a body that is misspelt: D for Đ, letters exchanged, doubled or dropped.

use crate::diag::{Edit, Fix, Severity, Sink};
use crate::plan::prose::{Prose, Token};
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::rules::subject::Subject;
use crate::say;

pub const RULE: Rule = Rule {
    code: "abbreviation",
    severity: Severity::Warning,
    clause: Some("P3.I"),
    kinds: Kinds::All,
    what: Words { vi: "chữ viết tắt gõ sai", en: "an abbreviation that is misspelt" },
    why: Words {
        vi: "HĐND, QĐ, NĐ-CP, VPĐP có chữ Đ; máy quét và bàn phím không dấu hay làm mất nét ngang, gõ nhanh hay lẫn thứ tự: HDDND, UBDN.",
        en: "HĐND, QĐ, NĐ-CP, VPĐP have Đ; scans and keyboards without marks lose its stroke, and quick typing exchanges letters: HDDND, UBDN.",
    },
    examples: Examples::Plan {
        wrong: "objectives: [Phối hợp với ⟦HDDND⟧ tỉnh.]",
        right: "objectives: [Phối hợp với HĐND tỉnh.]",
    },
    check: Check::Plan(check),
};

/// Abbreviations with D or Đ that are met everywhere.
const WITH_D: [&str; 20] = [
    "HĐND", "UBND", "VPĐP", "BCĐ", "LĐLĐ", "HĐQT", "GDĐT", "LĐTBXH", "KHĐT", "QĐND", "CAND", "TAND", "VKSND",
    "DTTS", "TDTT", "BQLDA", "NSĐP", "ĐBQH", "QĐ", "NĐ",
];

/// Those that are typed so often that any slip in them is no other abbreviation.
const FREQUENT: [&str; 9] = ["UBND", "HĐND", "MTTQ", "UBMTTQ", "VPĐP", "LĐLĐ", "HĐQT", "LĐTBXH", "VKSND"];

/// What is left of them where a letter is dropped; "HND" is the Hội Nông dân.
const DROPPED: [(&str, &str); 6] =
    [("UBN", "UBND"), ("UBD", "UBND"), ("UND", "UBND"), ("HĐN", "HĐND"), ("HĐD", "HĐND"), ("HDN", "HĐND")];

fn check(plan: &Subject, sink: &mut Sink) {
    let issuer = plan.raw.issuer.as_ref().map(|issuer| &issuer.value);
    let codes = issuer.into_iter().flat_map(|issuer| [&issuer.code, &issuer.unit]).chain([&plan.raw.symbol]);
    // What the issuer calls itself is right.
    let own: Vec<&str> = codes
        .flatten()
        .flat_map(|code| code.value.split(|c: char| !c.is_alphanumeric()))
        .filter(|group| !group.is_empty())
        .collect();
    for line in &plan.prose {
        for (at, token) in line.tokens.iter().enumerate() {
            if !own.contains(&token.text.as_str())
                && let Some(meant) = meant(line, at, token)
            {
                tell(line, token, meant, sink);
            }
        }
    }
}

fn meant(line: &Prose, at: usize, token: &Token) -> Option<&'static str> {
    let word = token.text.as_str();
    if !token.is_all_capitals() || WITH_D.contains(&word) || FREQUENT.contains(&word) {
        return None;
    }
    let plain = bare(word);
    if let Some(meant) = WITH_D.into_iter().find(|name| bare(name) == plain) {
        // Two letters mean much else outside a symbol.
        let in_symbol = line.tokens.get(at + 1).is_some_and(|next| next.is("-"));
        return (plain.len() > 2 || in_symbol).then_some(meant);
    }
    let dropped = DROPPED.iter().find(|(wrong, _)| *wrong == word).map(|(_, meant)| *meant);
    dropped.or_else(|| FREQUENT.into_iter().find(|name| is_slip(&plain, &bare(name))))
}

/// Without the stroke of Đ.
fn bare(word: &str) -> String {
    word.replace('Đ', "D")
}

/// Whether a letter is doubled, or two are exchanged.
fn is_slip(word: &str, name: &str) -> bool {
    let (word, name): (Vec<char>, Vec<char>) = (word.chars().collect(), name.chars().collect());
    let doubled = |at: usize| {
        let mut out = name.clone();
        out.insert(at, name[at]);
        out == word
    };
    let exchanged = |at: usize| {
        let mut out = name.clone();
        out.swap(at, at + 1);
        out == word
    };
    (0..name.len()).any(doubled) || (0..name.len() - 1).any(exchanged)
}

fn tell(line: &Prose, token: &Token, meant: &str, sink: &mut Sink) {
    let word = &token.text;
    let edit = Edit { span: line.span(token.at.clone()), text: meant.to_owned() };
    sink.push(
        RULE.at(
            line.span(token.at.clone()),
            say!("\"{word}\" có lẽ là \"{meant}\"", "\"{word}\" is most likely \"{meant}\""),
        )
        .help(say!("viết: {meant}", "write: {meant}"))
        .fix(Some(Fix { safe: false, edits: vec![edit] })),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_no_other_abbreviations() {
        let slip = |word: &str| FREQUENT.into_iter().find(|name| is_slip(&bare(word), &bare(name)));
        for (wrong, meant) in
            [("HDDND", "HĐND"), ("UBDN", "UBND"), ("UBNDD", "UBND"), ("MTQT", "MTTQ"), ("ĐHND", "HĐND")]
        {
            assert_eq!(slip(wrong), Some(meant), "{wrong}");
        }
        for right in [
            "KHHT", "THT", "KCNC", "BCH", "NVH", "VHXH", "PCT", "GUQ", "GNP", "GGT", "TNHH", "XYZ", "UBKT",
            "HĐTV", "UBMT", "MTTW", "BTTMT", "HND", "UBDT", "BND", "VPUB", "LĐXH", "ĐLĐ",
        ] {
            assert_eq!(slip(right), None, "{right}");
        }
    }
}
