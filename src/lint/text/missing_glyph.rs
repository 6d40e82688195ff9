use unicode_normalization::UnicodeNormalization;

use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Message, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::plan::{characters, printed_texts};
use crate::source::Span;
use crate::typeset::covers;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "missing-glyph",
        severity: Severity::Error,
        clause: Some("P1.I.4"),
        kinds: Kinds::All,
        what: Words {
            vi: "phông chữ Times New Roman không có ký tự này",
            en: "Times New Roman does not have this character",
        },
        why: Words {
            vi: "Trang giấy sẽ hiện một ô vuông thay cho ký tự; một số nhỏ ở dưới dòng như trong CO₂ thì gõ số thường.",
            en: "The page would show a box in its place; a small figure below the line as in CO₂ is written as a plain one.",
        },
        examples: Examples::Plan {
            wrong: "closing: Kết thúc ⟦😀⟧.", right: "closing: Kết thúc."
        },
    },
    check: Check::Print(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let mut seen: Vec<(char, Span)> = Vec::new();
    for text in printed_texts(plan.raw) {
        for c in characters(text).filter(|c| !covers(*c)) {
            if !seen.contains(&(c, text.span)) {
                seen.push((c, text.span));
            }
        }
    }
    for (c, span) in seen {
        let code = format!("U+{:04X}", u32::from(c));
        // Where expressions made it, the whole text is shown.
        let at = plan.slice(span).find(c).map(|at| span.start + at);
        let span = at.map_or(span, |start| Span { start, end: start + c.len_utf8(), ..span });
        let Message { vi, en } = what(c);
        sink.push(
            RULE.at(
                span,
                message!(
                    "phông chữ Times New Roman không có ký tự \"{c}\" ({code}{vi})",
                    "Times New Roman has no character \"{c}\" ({code}{en})"
                ),
            )
            .help(instead(c)),
        );
    }
}

/// What the character stands for in plain ones; none where that is itself.
fn plain(c: char) -> Option<String> {
    let plain: String = std::iter::once(c).nfkc().collect();
    (plain != c.to_string() && plain.chars().all(covers)).then_some(plain)
}

/// What the character is, to go on after its code.
fn what(c: char) -> Message {
    match (c, plain(c)) {
        ('\u{2080}'..='\u{209c}', Some(plain)) => {
            message!(": \"{plain}\" nhỏ ở dưới dòng", ": a small \"{plain}\" below the line")
        }
        ('\u{2070}'..='\u{207f}', Some(plain)) => {
            message!(": \"{plain}\" nhỏ ở trên dòng", ": a small \"{plain}\" above the line")
        }
        ('\u{2460}'..='\u{24ff}', Some(plain)) => {
            message!(": \"{plain}\" trong vòng tròn", ": \"{plain}\" in a circle")
        }
        (_, Some(plain)) => message!(": một dạng của \"{plain}\"", ": a form of \"{plain}\""),
        ('\u{2190}'..='\u{21ff}' | '\u{2794}'..='\u{27bf}' | '\u{2900}'..='\u{297f}', _) => {
            message!(": mũi tên", ": an arrow")
        }
        ('\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}', _) => message!(": hình vẽ", ": a picture"),
        ('\u{2e80}'..='\u{9fff}', _) => message!(": chữ Hán", ": a Chinese character"),
        ('\u{e000}'..='\u{f8ff}', _) => {
            message!(": ký tự riêng của một phông chữ khác", ": a character of another font's own")
        }
        _ => message!("", ""),
    }
}

fn instead(c: char) -> Message {
    match (plain(c), c) {
        (Some(plain), _) => message!("gõ \"{plain}\"", "write \"{plain}\""),
        (None, '✓' | '✔' | '☑' | '☒' | '✗' | '✘') => message!("gõ \"x\"", "write \"x\""),
        (None, '➢' | '➤' | '►' | '❖' | '✓'..='✿' | '\u{f0a7}' | '\u{f0b7}' | '\u{f0d8}' | '\u{f0fc}') =>
        {
            message!(
                "bỏ đi: chương trình tự in dấu gạch đầu dòng",
                "remove it: the program prints dashes by itself"
            )
        }
        _ => message!("bỏ đi, hoặc viết bằng chữ", "remove it, or say it in words"),
    }
}
