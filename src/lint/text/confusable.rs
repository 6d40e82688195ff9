use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Diagnostic, Edit, Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::text::beside::{in_case_of, neighbours};
use crate::lint::text::impossible_syllable;
use crate::message;
use crate::text::prose::{Prose, Token, TokenKind};
use crate::vietnamese::{Likelier, grouped, is_letter, likelier, skeleton};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "confusable",
        severity: Severity::Warning,
        clause: None,
        kinds: Kinds::All,
        what: Words {
            vi: "chữ hầu như không gặp ở chỗ này, gõ khác một chút thì thành chữ thường gặp",
            en: "a word hardly ever met where it stands, one slip away from one that often is",
        },
        why: Words {
            vi: r#"Gõ nhầm và lỗi nhận dạng chữ cho ra chữ có thật nhưng sai từ: "đỗ đầu" (đỡ đầu), "tố chức" (tổ chức), "chỉ tịch" (chủ tịch), "ngáy 15" (ngày 15). Chương trình so hai chữ đứng cạnh nhau với số lần đã đếm trong văn bản pháp luật, báo chí và bách khoa."#,
            en: r#"Slips and misreadings make real words of the wrong kind: "đỗ đầu" (đỡ đầu), "tố chức" (tổ chức). Two words side by side are held against counts made in public texts."#,
        },
        examples: Examples::Plan {
            wrong: "objectives: [Các xã được phân công ⟦đỗ đầu⟧.]",
            right: "objectives: [Các xã được phân công đỡ đầu.]",
        },
    },
    check: Check::Prose(check),
};

/// So much likelier another word must be, as a logarithm. Measured on 245,000 words of real documents that were not
/// counted: 90 of 100 slips are marked, with one false alarm in some 15,000 words.
const ENOUGH: f32 = 9.0;
/// More for what is written as a name.
const NAMED: f32 = 4.0;
/// More for what follows a name: "Việt Nam phường" are two phrases.
const AFTER_A_NAME: f32 = 4.0;

/// Words of communes and villages: plans are full of them, and the counted texts, of law and news, are not.
const LOCAL: [&str; 10] = ["thôn", "bản", "ấp", "khóm", "xã", "phường", "hộ", "tổ", "khu", "sở"];
/// More for these, before they are taken for slips.
const IF_LOCAL: f32 = 3.0;

struct Confusion {
    at: usize,
    likelier: Likelier,
}

fn check(line: &Prose, sink: &mut Sink) {
    if !line.field.is_words() {
        return;
    }
    let mut found: Vec<Confusion> = Vec::new();
    for (at, token) in line.tokens.iter().enumerate() {
        if token.kind != TokenKind::Word || !is_word(line, at, token) {
            continue;
        }
        let (before, after) = neighbours(line, at);
        let Some(likelier) = likelier(before, &token.small, after) else { continue };
        // A compound tells nothing of a name: "Phạm Văn Bán".
        let (by, named) = match is_named(line, at, token) {
            true => (likelier.by_counts, NAMED),
            false => (likelier.by, 0.0),
        };
        let enough = ENOUGH
            + named
            + if follows_name(line, at, token) { AFTER_A_NAME } else { 0.0 }
            + if LOCAL.contains(&token.small.as_str()) { IF_LOCAL } else { 0.0 };
        if by <= enough {
            continue;
        }
        // One slip makes both of two neighbours look wrong.
        match found.last_mut() {
            Some(last) if line.word_after(last.at) == Some(at) => {
                if last.likelier.by < likelier.by {
                    *last = Confusion { at, likelier };
                }
            }
            _ => found.push(Confusion { at, likelier }),
        }
    }
    for one in found {
        sink.push(finding(line, &one));
    }
}

/// No abbreviation, number of chapter, unit, part of an address or a symbol; nor what is reported as no
/// syllable at all.
fn is_word(line: &Prose, at: usize, token: &Token) -> bool {
    let small = &token.small;
    let is_ascii = small.is_ascii();
    let capitals = token.text.chars().filter(|c| c.is_uppercase()).count();
    let has_vowel = || skeleton(small).contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let is_kind = if token.is_all_capitals() {
        (is_heading(line, line.word_after(at)) || is_heading(line, line.word_before(at)))
            && !small.chars().all(|c| "ivxlc".contains(c))
            && (token.at.len() > 2 || !is_ascii)
    } else {
        capitals <= 1
            && (capitals == 0 || token.is_capital())
            && (token.is_syllable || is_ascii || token.is_capital())
            && (token.at.len() > 1 || !is_ascii)
            && (!is_ascii || !token.is_capital() || has_vowel())
    };
    is_kind
        && !is_joined(line, at)
        && token.text.chars().all(is_letter)
        && (token.is_syllable || is_ascii || !impossible_syllable::is_common(line, at, token))
}

/// Whether a word is written all in capitals, with marks: a heading, not an abbreviation.
fn is_heading(line: &Prose, at: Option<usize>) -> bool {
    at.and_then(|at| line.tokens.get(at)).is_some_and(|word| word.is_all_capitals() && !word.text.is_ascii())
}

/// Whether a sign or a number touches the word: "đ/c", "4cm", "a.b@c".
fn is_joined(line: &Prose, at: usize) -> bool {
    let joins = |token: &Token| {
        token.kind == TokenKind::Number
            || ["-", "/", "@", "_", ".", "\u{2019}", "'"].iter().any(|sign| token.is(sign))
    };
    let before = at.checked_sub(1).and_then(|at| line.tokens.get(at));
    let after = line.tokens.get(at + 1);
    let ends = after.is_some_and(|token| token.is("."))
        && line
            .tokens
            .get(at + 2)
            .is_none_or(|token| token.kind != TokenKind::Word && token.kind != TokenKind::Number);
    before.is_some_and(joins) || after.is_some_and(joins) && !ends
}

/// Whether the word is written as a part of a name.
fn is_named(line: &Prose, at: usize, token: &Token) -> bool {
    let next_is_capital = line.word_after(at).is_some_and(|next| line.tokens[next].is_capital());
    token.is_capital() && !token.is_all_capitals() && (!line.begins_sentence(at) || next_is_capital)
}

/// Whether the word stands right behind a name of two words or more.
fn follows_name(line: &Prose, at: usize, token: &Token) -> bool {
    let is_capital = |at: Option<usize>| at.is_some_and(|at| line.tokens[at].is_capital());
    let before = line.word_before(at);
    !token.is_capital() && is_capital(before) && is_capital(before.and_then(|at| line.word_before(at)))
}

fn finding(line: &Prose, found: &Confusion) -> Diagnostic {
    let Confusion { at, likelier } = found;
    let token = &line.tokens[*at];
    let other = if likelier.with_next { line.word_after(*at) } else { line.word_before(*at) };
    let range = match other.map(|other| &line.tokens[other].at) {
        Some(other) => token.at.start.min(other.start)..token.at.end.max(other.end),
        None => token.at.clone(),
    };
    let meant = in_case_of(&token.text, &likelier.word);
    let text = |range: std::ops::Range<usize>| line.chars[range].iter().collect::<String>();
    let (written, before, after) =
        (text(range.clone()), text(range.start..token.at.start), text(token.at.end..range.end));
    let better = format!("{before}{meant}{after}");
    // Numbers are counted as one.
    let (vi, en) = match (other.is_some(), likelier.with_next) {
        (true, _) => ("", ""),
        (false, true) => (" trước một con số", " before a number"),
        (false, false) => (" sau một con số", " after a number"),
    };
    let (now, was) = likelier.met;
    let times = grouped(&now.to_string(), false).unwrap_or_default();
    let help = match was {
        0 => message!(
            "trong các văn bản đã đếm, \"{better}\"{vi} gặp khoảng {times} lần, \"{written}\" không lần nào; nếu đúng như đã viết, dùng `allow`",
            "in the texts counted, \"{better}\"{en} was met about {times} times, \"{written}\" never; if it is right as it is, use `allow`"
        ),
        was => message!(
            "trong các văn bản đã đếm, \"{better}\"{vi} gặp khoảng {times} lần, \"{written}\" khoảng {was} lần; nếu đúng như đã viết, dùng `allow`",
            "in the texts counted, \"{better}\"{en} was met about {times} times, \"{written}\" about {was}; if it is right as it is, use `allow`"
        ),
    };
    let edit = Edit { span: line.span(token.at.clone()), text: meant };
    RULE.at(
        line.span(range),
        message!("\"{written}\" có thể là \"{better}\"", "\"{written}\" may be \"{better}\""),
    )
    .help(help)
    .fix(Some(Fix { safe: false, edits: vec![edit] }))
}
