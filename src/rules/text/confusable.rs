//! Two syllables that are no compound, and are one with another mark.

use crate::diag::{Edit, Fix, Severity, Sink};
use crate::plan::prose::Prose;
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::say;
use crate::vietnamese::{binds, capitalised, remedy};

pub const RULE: Rule = Rule {
    code: "confusable",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "hai âm tiết không thành từ, khác dấu thì thành từ",
        en: "two syllables that are no compound, and are one with another mark",
    },
    why: Words {
        vi: r#"Lỗi nhận dạng chữ và gõ nhầm dấu cho ra chữ có thật nhưng sai từ: "đỗ đầu" (đỡ đầu), "đổi với" (đối với), "để án" (đề án). Chương trình so với danh sách từ ghép hành chính."#,
        en: r#"Misread or mistyped marks make real syllables of the wrong word: "đỗ đầu" (đỡ đầu), "đổi với" (đối với). They are held against a list of administrative compounds."#,
    },
    examples: Examples::Plan {
        wrong: "objectives: [Các xã được phân công ⟦đỗ đầu⟧.]",
        right: "objectives: [Các xã được phân công đỡ đầu.]",
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    if !line.field.is_words() {
        return;
    }
    let small = |at: Option<usize>| at.map(|at| line.tokens[at].small.as_str());
    for at in 0..line.tokens.len() {
        let Some(next) = line.word_after(at) else { continue };
        let (first, second) = (&line.tokens[at], &line.tokens[next]);
        // Capitals inside a sentence are names, words all in capitals abbreviations.
        let named = first.is_capital() && (first.is_all_capitals() || !line.begins_sentence(at));
        if second.is_capital() || named {
            continue;
        }
        // What cannot be a syllable at all is reported as such.
        if !first.is_syllable || !second.is_syllable {
            continue;
        }
        let Some((a, b)) = remedy(&first.small, &second.small) else { continue };
        let before = small(line.word_before(at)).is_some_and(|before| binds(before, &first.small));
        let after = small(line.word_after(next)).is_some_and(|after| binds(&second.small, after));
        if before || after {
            continue;
        }
        let range = first.at.start..second.at.end;
        let written: String = line.chars[range.clone()].iter().collect();
        let meant = match first.is_capital() {
            true => capitalised(&format!("{a} {b}")),
            false => format!("{a} {b}"),
        };
        let edit = Edit { span: line.span(range.clone()), text: meant.clone() };
        sink.push(
            RULE.at(
                line.span(range),
                say!("\"{written}\" có thể là \"{meant}\"", "\"{written}\" may be \"{meant}\""),
            )
            .help(say!(
                "xem lại dấu; nếu đúng như đã viết, dùng `allow`",
                "check the marks; if it is right as it is, use `allow`"
            ))
            .fix(Some(Fix { safe: false, edits: vec![edit] })),
        );
    }
}
