use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::prose::Prose;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "decomposed",
        severity: Severity::Warning,
        clause: Some("P1.I.4"),
        kinds: Kinds::All,
        what: Words {
            vi: "chữ và dấu là các ký tự rời (Unicode tổ hợp)",
            en: "letters and marks as separate characters (decomposed Unicode)",
        },
        why: Words {
            vi: "Chữ tổ hợp in ra như chữ dựng sẵn nhưng tìm kiếm, so sánh và sắp xếp không gặp nhau; văn bản dùng chữ dựng sẵn (NFC).",
            en: "They print the same, but searching and comparing do not find them; documents use composed letters (NFC).",
        },
        examples: Examples::Plan {
            wrong: "closing: Kết th⟦u\u{301}⟧c.", right: "closing: Kết thúc."
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    let apart: Vec<usize> = (0..line.chars.len())
        .filter(|at| {
            let c = line.chars[*at];
            let other = |written: &str| {
                !written.starts_with(c) && !written.starts_with('\\') && written.chars().count() > 1
            };
            !c.is_ascii() && line.written(*at..at + 1).is_some_and(other)
        })
        .collect();
    let Some(first) = apart.first() else { return };
    let fixes: Vec<Fix> =
        apart.iter().filter_map(|at| line.fix(*at..at + 1, line.chars[*at].to_string())).collect();
    let all = (fixes.len() == apart.len())
        .then(|| Fix::safe(fixes.into_iter().flat_map(|fix| fix.edits).collect()));
    let count = apart.len();
    sink.push(
        RULE.at(
            line.span(*first..first + 1),
            message!("{count} chữ viết bằng ký tự tổ hợp", "{count} letters are decomposed"),
        )
        .help(message!("chuyển sang chữ dựng sẵn (NFC)", "compose them (NFC)"))
        .fix(all),
    );
}
