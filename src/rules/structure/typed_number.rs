//! A number or a dash typed before a text.

use crate::diag::{Severity, Sink};
use crate::plan::Field;
use crate::plan::prose::Prose;
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::say;

pub const RULE: Rule = Rule {
    code: "typed-number",
    severity: Severity::Warning,
    clause: None,
    kinds: Kinds::All,
    what: Words {
        vi: "số thứ tự hoặc dấu gạch được gõ trước văn bản",
        en: "a number or a dash typed before a text",
    },
    why: Words {
        vi: "Chương trình tự đánh số và tự gạch đầu dòng, nên số gõ tay sẽ in hai lần và sai khi thêm bớt.",
        en: "The program numbers and dashes by itself: a typed one prints twice, and is wrong after the next change.",
    },
    examples: Examples::Plan {
        wrong: "objectives: [⟦a)⟧ Rà soát các tiêu chí.]",
        right: "objectives: [Rà soát các tiêu chí.]",
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    if !matches!(line.field, Field::Title | Field::Body) {
        return;
    }
    let text = line.text();
    if let Some(typed) = typed_mark(&text) {
        let len = typed.chars().count();
        let spaces = text[typed.len()..].chars().take_while(|c| *c == ' ').count();
        sink.push(
            RULE.at(
                line.span(0..len),
                say!("\"{typed}\" được gõ trước văn bản", "\"{typed}\" is typed before the text"),
            )
            .help(say!(
                "bỏ đi: chương trình tự đánh số và tự gạch đầu dòng",
                "remove it: the program numbers and dashes by itself"
            ))
            .fix(line.fix(0..len + spaces, "")),
        );
    }
}

/// "1.", "1.2.", "II.", "a)", "-" or "+" at the beginning, with a text after it.
fn typed_mark(text: &str) -> Option<&str> {
    let (mark, _) = text.split_once(' ')?;
    if ["-", "+", "–", "•", "*"].contains(&mark) {
        return Some(mark);
    }
    let body = mark.strip_suffix(['.', ')'])?;
    let is_number = !body.is_empty()
        && body.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    let is_roman = !body.is_empty() && body.bytes().all(|b| b"IVX".contains(&b));
    let is_letter = mark.ends_with(')') && body.chars().count() == 1 && body.chars().all(char::is_lowercase);
    (is_number || is_roman || is_letter).then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::typed_mark;

    #[test]
    fn numbers_and_letters_before_a_text_are_seen() {
        for text in [
            "1. Hỗ trợ",
            "1.2. Hỗ trợ",
            "II. Nội dung",
            "a) Rà soát",
            "đ) Rà soát",
            "2) Rà soát",
            "- Rà soát",
        ] {
            assert!(typed_mark(text).is_some(), "{text}");
        }
        for text in ["Hỗ trợ", "30 xã", "Ủy ban", "1.500 triệu đồng", "I", "tháng 5."] {
            assert!(typed_mark(text).is_none(), "{text}");
        }
    }
}
