use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Edit, Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::text::beside::{in_case_of, neighbours};
use crate::message;
use crate::text::prose::{Prose, Token, TokenKind};
use crate::vietnamese::{is_letter, is_transcription, likelier, nearby, parted};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "impossible-syllable",
        severity: Severity::Warning,
        clause: None,
        kinds: Kinds::All,
        what: Words {
            vi: "âm tiết tiếng Việt không thể có", en: "a syllable that Vietnamese cannot have"
        },
        why: Words {
            vi: r#"Âm đầu, vần và dấu thanh của chữ này không đi với nhau ("trưởnng", "phươg", "tòan"). Tên riêng, chữ nước ngoài, chữ phiên âm ("ôxy", "sôcôla") và chữ viết tắt không bị xét."#,
            en: "Its onset, rime and tone do not go together. Names, foreign words, transcriptions and abbreviations are left alone.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [⟦Trưởnng⟧ các phòng phối hợp.]",
            right: "objectives: [Trưởng các phòng phối hợp.]",
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    for (at, token) in line.tokens.iter().enumerate() {
        if token.kind != TokenKind::Word
            || token.text.is_ascii()
            || token.is_syllable
            || !is_common(line, at, token)
        {
            continue;
        }
        let meant = meant(line, at, token);
        // Nothing speaks for a slip: a foreign word, spelt as it is read.
        if meant.is_none() && is_transcription(&token.small) {
            continue;
        }
        let word = &token.text;
        let diagnostic = RULE.at(
            line.span(token.at.clone()),
            message!("tiếng Việt không có âm tiết \"{word}\"", "Vietnamese has no syllable \"{word}\""),
        );
        let meant = meant.or_else(|| only_one_near(token));
        sink.push(match meant {
            Some(meant) => {
                let edit = Edit { span: line.span(token.at.clone()), text: meant.clone() };
                diagnostic
                    .help(message!("có thể là: {meant}", "perhaps: {meant}"))
                    .fix(Some(Fix { safe: false, edits: vec![edit] }))
            }
            None => diagnostic.help(message!("xem lại chính tả", "check the spelling")),
        });
    }
}

/// No name, no abbreviation, no part of a transcription ("Mát-xcơ-va").
pub(crate) fn is_common(line: &Prose, at: usize, token: &Token) -> bool {
    let hyphen = |at: Option<usize>| at.and_then(|at| line.tokens.get(at)).is_some_and(|token| token.is("-"));
    let slash = |at: Option<usize>| at.and_then(|at| line.tokens.get(at)).is_some_and(|token| token.is("/"));
    // "đồng/ngưười/tháng" is looked at, "CV/VPĐP" is not.
    let is_symbol = token.is_capital() && (slash(at.checked_sub(1)) || slash(Some(at + 1)));
    let capitals = token.text.chars().filter(|c| c.is_uppercase()).count();
    let next_is_small = line.word_after(at).is_some_and(|next| !line.tokens[next].is_capital());
    let named = token.is_capital() && !(line.begins_sentence(at) && next_is_small);
    token.text.chars().all(is_letter)
        && token.at.len() > 1
        && capitals <= 1
        && (capitals == 0 || token.is_capital())
        && !named
        && !is_symbol
        && !hyphen(at.checked_sub(1))
        && !hyphen(Some(at + 1))
}

/// What fits between the neighbours, one slip away; or two words with the space between lost.
fn meant(line: &Prose, at: usize, token: &Token) -> Option<String> {
    let (before, after) = neighbours(line, at);
    let word = likelier(before, &token.small, after).map(|likelier| likelier.word);
    let word = word.or_else(|| parted(&token.small).map(|(first, second)| format!("{first} {second}")))?;
    Some(in_case_of(&token.text, &word))
}

/// The only possible syllable one letter or one tone place away.
fn only_one_near(token: &Token) -> Option<String> {
    let all = nearby(&token.small);
    let [word] = &all[..] else { return None };
    Some(in_case_of(&token.text, word))
}
