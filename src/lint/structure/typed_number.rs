use super::printed_marks::{PrintedMark, printed_marks};
use crate::decree::{point_letter, roman};
use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "typed-number",
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
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let printed = printed_marks(plan.raw);
    let mut last = None;
    for line in &plan.prose {
        let scalar = line.scalar();
        // Of a text of several lines the first alone stands after the mark.
        let is_first = last.replace(scalar) != Some(scalar);
        let Some((_, mark)) = printed.iter().find(|(span, _)| *span == scalar).filter(|_| is_first) else {
            continue;
        };
        let text = line.text();
        let Some(typed) = typed_mark(&text) else { continue };
        let len = typed.chars().count();
        let spaces = text[typed.len()..].chars().take_while(|c| *c == ' ').count();
        // A note called right after it: "*^[…]".
        let fix = line.fix(0..len + spaces, "");
        if typed == "*" && fix.is_none() {
            continue;
        }
        let is_same = is_printed(typed, mark);
        sink.push(
            RULE.at(
                line.span(0..len),
                message!("\"{typed}\" được gõ trước văn bản", "\"{typed}\" is typed before the text"),
            )
            .help(match (is_same, mark) {
                (true, _) => message!(
                    "bỏ đi: chương trình tự đánh số và tự gạch đầu dòng",
                    "remove it: the program numbers and dashes by itself"
                ),
                (false, PrintedMark::Number { .. }) => message!(
                    "bỏ đi: chương trình tự đánh số, theo thứ tự của tệp",
                    "remove it: the program numbers by itself, in the order of the file"
                ),
                (false, PrintedMark::Star) => message!(
                    "bỏ đi: ở đây chương trình in dấu \"* \"",
                    "remove it: the program prints \"* \" here"
                ),
                (false, PrintedMark::Dash | PrintedMark::Plus) => message!(
                    "ở đây chương trình in dấu gạch: bỏ \"{typed}\", hoặc viết \"text: …\" để phần này được đánh số",
                    "the program prints a dash here: remove \"{typed}\", or write \"text: …\" for a numbered part"
                ),
            })
            .fix(fix.map(|fix| Fix { safe: is_same, ..fix })),
        );
    }
}

/// Whether the typed mark is the one that the program prints.
fn is_printed(typed: &str, printed: &PrintedMark) -> bool {
    let bare = typed.trim_matches(['(', ')', '.', '/']);
    match printed {
        PrintedMark::Dash => "-–—•▪◦●·".contains(typed),
        PrintedMark::Plus => typed == "+",
        PrintedMark::Star => typed == "*",
        PrintedMark::Number { depth: 0, n } => bare == roman(*n),
        PrintedMark::Number { depth: 1, n } => bare == n.to_string(),
        PrintedMark::Number { n, .. } => bare == point_letter(*n),
    }
}

/// "1.", "1.2.", "1/", "(1)", "II.", "a)", "-", "+" or a bullet at the beginning, with a text after it.
fn typed_mark(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    let first = chars.next()?;
    if "-+–—•▪◦●·*".contains(first) && chars.next() == Some(' ') {
        return Some(&text[..first.len_utf8()]);
    }
    let is_body = |c: char| c.is_ascii_digit() || c == '.' || "IVX".contains(c) || c.is_lowercase();
    let open = usize::from(first == '(');
    let rest = &text[open..];
    let len: usize = rest.chars().take_while(|c| is_body(*c)).map(char::len_utf8).sum();
    let (body, after) = rest.split_at(len);
    let closing = after.chars().next().filter(|c| ")/".contains(*c));
    // A stop closes a number, too; it was taken with it.
    let (body, end) = match (closing, body.strip_suffix('.')) {
        (Some(_), _) => (body, open + len + 1),
        (None, Some(body)) if open == 0 => (body, len),
        _ => return None,
    };
    let is_number = !body.is_empty()
        && body
            .split('.')
            .all(|part| !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit()));
    let is_roman = !body.is_empty() && body.bytes().all(|b| b"IVX".contains(&b));
    let is_letter = body.chars().count() == 1 && body.chars().all(char::is_lowercase);
    let next = text[end..].chars().next()?;
    let is_apart = match (next, closing) {
        (' ', Some(')') | None) => !(is_letter && closing.is_none()),
        (' ', _) => true,
        // "a)Rà soát", "1.Rà soát"; "1/3 số xã" and "1.500" are numbers, "a.vn" is a name.
        (next, Some(')')) => next.is_alphabetic(),
        (next, None) => next.is_uppercase() && !is_letter,
        _ => false,
    };
    (is_apart && (is_number || is_roman || is_letter)).then(|| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::{PrintedMark, is_printed, typed_mark};

    #[test]
    fn numbers_and_letters_before_a_text_are_seen() {
        for (text, mark) in [
            ("1. Hỗ trợ", "1."),
            ("1.2. Hỗ trợ", "1.2."),
            ("II. Nội dung", "II."),
            ("I/ Nội dung", "I/"),
            ("1/ Hỗ trợ", "1/"),
            ("(1) Hỗ trợ", "(1)"),
            ("(a) Hỗ trợ", "(a)"),
            ("a) Rà soát", "a)"),
            ("a)Rà soát", "a)"),
            ("a)rà soát", "a)"),
            ("đ) Rà soát", "đ)"),
            ("2) Rà soát", "2)"),
            ("1.Rà soát", "1."),
            ("- Rà soát", "-"),
            ("• Rà soát", "•"),
        ] {
            assert_eq!(typed_mark(text), Some(mark), "{text}");
        }
        for text in [
            "Hỗ trợ",
            "30 xã",
            "Ủy ban",
            "1.500 triệu đồng",
            "I",
            "tháng 5.",
            "1/3 số xã",
            "1/5",
            "a.vn",
            "(xã) Hải Lăng",
            "2026. Đến nay",
            "(2026) là năm",
            "v.v. và",
            "-5 độ",
            "+84 233",
            "1,5) x",
            "",
        ] {
            assert_eq!(typed_mark(text), None, "{text}");
        }
    }

    #[test]
    fn a_mark_is_safely_removed_where_the_same_is_printed() {
        let number = |depth, n| PrintedMark::Number { depth, n };
        for (typed, mark) in [
            ("-", PrintedMark::Dash),
            ("•", PrintedMark::Dash),
            ("+", PrintedMark::Plus),
            ("II.", number(0, 2)),
            ("1/", number(1, 1)),
            ("(3)", number(1, 3)),
            ("đ)", number(2, 5)),
        ] {
            assert!(is_printed(typed, &mark), "{typed}");
        }
        for (typed, mark) in [
            ("+", PrintedMark::Dash),
            ("*", PrintedMark::Dash),
            ("1.", PrintedMark::Dash),
            ("-", PrintedMark::Plus),
            ("2.", number(1, 1)),
            ("1.", number(0, 1)),
            ("a)", number(1, 1)),
            ("1.2.", number(1, 2)),
        ] {
            assert!(!is_printed(typed, &mark), "{typed}");
        }
    }
}
