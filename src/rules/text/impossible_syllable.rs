//! A syllable that Vietnamese cannot have.

use crate::diag::{Edit, Fix, Severity, Sink};
use crate::plan::prose::{Prose, Sort, Token};
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::say;
use crate::vietnamese::{binds, capitalised, is_letter, nearby, remedy};

pub const RULE: Rule = Rule {
    code: "impossible-syllable",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "âm tiết tiếng Việt không thể có", en: "a syllable that Vietnamese cannot have"
    },
    why: Words {
        vi: r#"Âm đầu, vần và dấu thanh của chữ này không đi với nhau ("trưởnng", "phươg", "tòan"). Tên riêng, chữ nước ngoài và chữ viết tắt không bị xét."#,
        en: "Its onset, rime and tone do not go together. Names, foreign words and abbreviations are left alone.",
    },
    examples: Examples::Plan {
        wrong: "objectives: [⟦Trưởnng⟧ các phòng phối hợp.]",
        right: "objectives: [Trưởng các phòng phối hợp.]",
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    for (at, token) in line.tokens.iter().enumerate() {
        if token.sort != Sort::Word
            || token.text.is_ascii()
            || token.is_syllable
            || !is_common(line, at, token)
        {
            continue;
        }
        let word = &token.text;
        let diagnostic = RULE.at(
            line.span(token.at.clone()),
            say!("tiếng Việt không có âm tiết \"{word}\"", "Vietnamese has no syllable \"{word}\""),
        );
        sink.push(match meant(line, at, token) {
            Some(meant) => {
                let edit = Edit { span: line.span(token.at.clone()), text: meant.clone() };
                diagnostic
                    .help(say!("có thể là: {meant}", "perhaps: {meant}"))
                    .fix(Some(Fix { safe: false, edits: vec![edit] }))
            }
            None => diagnostic.help(say!("xem lại chính tả", "check the spelling")),
        });
    }
}

/// No name, no abbreviation, no part of a transcription ("Mát-xcơ-va").
fn is_common(line: &Prose, at: usize, token: &Token) -> bool {
    let hyphen = |at: Option<usize>| {
        at.and_then(|at| line.tokens.get(at)).is_some_and(|token| token.is("-") || token.is("/"))
    };
    let capitals = token.text.chars().filter(|c| c.is_uppercase()).count();
    let next_is_small = line.word_after(at).is_some_and(|next| !line.tokens[next].is_capital());
    let named = token.is_capital() && !(line.begins_sentence(at) && next_is_small);
    token.text.chars().all(is_letter)
        && token.at.len() > 1
        && capitals <= 1
        && (capitals == 0 || token.is_capital())
        && !named
        && !hyphen(at.checked_sub(1))
        && !hyphen(Some(at + 1))
}

/// The possible syllable nearby that makes a compound with a neighbour, if there is one only.
fn meant(line: &Prose, at: usize, token: &Token) -> Option<String> {
    let before = line.word_before(at).map(|at| line.tokens[at].small.as_str());
    let after = line.word_after(at).map(|at| line.tokens[at].small.as_str());
    // "thưc hiện": the compound that other marks make is the best guess.
    let by_mark = before
        .and_then(|before| remedy(before, &token.small).filter(|pair| pair.0 == before).map(|pair| pair.1))
        .or_else(|| {
            after.and_then(|after| {
                remedy(&token.small, after).filter(|pair| pair.1 == after).map(|pair| pair.0)
            })
        });
    if let Some(word) = by_mark {
        return Some(if token.is_capital() { capitalised(word) } else { word.to_owned() });
    }
    let all = nearby(&token.small);
    let bound: Vec<&String> = all
        .iter()
        .filter(|word| {
            before.is_some_and(|before| binds(before, word)) || after.is_some_and(|after| binds(word, after))
        })
        .collect();
    let word = match (bound.as_slice(), all.as_slice()) {
        ([word], _) => word,
        ([], [word]) => word,
        _ => return None,
    };
    Some(match token.is_capital() {
        true => capitalised(word),
        false => (*word).clone(),
    })
}
