use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::source::Span;
use crate::text::Field;
use crate::text::prose::Prose;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "comment-lost",
        severity: Severity::Warning,
        clause: None,
        kinds: Kinds::All,
        what: Words {
            vi: "phần sau dấu # bị đọc thành chú thích, không in ra",
            en: "words after a # are read as a comment and do not print",
        },
        why: Words {
            vi: "Trong YAML, dấu # sau một dấu cách mở đầu chú thích; chú thích thật thường cách ra, có dấu cách sau dấu #.",
            en: "In YAML a # after a space begins a comment; a real one mostly has a space after its #.",
        },
        examples: Examples::Plan {
            wrong: "objectives:
  - Hỗ trợ các thôn⟦ #5⟧ và thôn kế bên.",
            right: "objectives:
  - Hỗ trợ các thôn số 5.  # thôn mới",
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    let after = line.after();
    let Some(lost) = after.strip_prefix(" #") else { return };
    let is_text = lost.starts_with(char::is_alphanumeric);
    // "Phòng học # 3".
    let is_number = lost.trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit());
    if !is_text && !is_number || line.field == Field::Note {
        return;
    }
    let word = lost.trim_start_matches(' ').split(' ').next().unwrap_or_default();
    let len = lost.find(word).unwrap_or_default() + word.len();
    let start = line.scalar().end;
    let span = Span { start, end: start + 2 + len, ..line.scalar() };
    sink.push(
        RULE.at(
            span,
            message!(
                "\"#{word}\" và phần sau bị đọc thành chú thích",
                "\"#{word}\" and what follows is read as a comment"
            ),
        )
        .help(message!(
            "đặt cả văn bản trong dấu nháy kép; nếu là chú thích thật, viết \"  # {word}\"",
            "put the whole text in double quotes; for a real comment, write \"  # {word}\""
        ))
        .fix(line.quoted_with(after).map(|fix| Fix { safe: is_text && line.field.is_running(), ..fix })),
    );
}
