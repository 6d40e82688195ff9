//! Words after a # are read as a comment and do not print.

use crate::diag::Severity;
use crate::diag::Sink;
use crate::plan::prose::Prose;
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::say;
use crate::source::Span;

pub const RULE: Rule = Rule {
    code: "comment-lost",
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
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    let after = line.after();
    let Some(lost) = after.strip_prefix(" #").filter(|rest| rest.starts_with(char::is_alphanumeric)) else {
        return;
    };
    let word = lost.split(' ').next().unwrap_or_default();
    let start = line.scalar().end;
    let span = Span { start, end: start + 2 + word.len(), ..line.scalar() };
    sink.push(
        RULE.at(
            span,
            say!(
                "\"#{word}\" và phần sau bị đọc thành chú thích",
                "\"#{word}\" and what follows is read as a comment"
            ),
        )
        .help(say!(
            "đặt cả văn bản trong dấu nháy kép; nếu là chú thích thật, viết \"# {word}\"",
            "put the whole text in double quotes; for a real comment, write \"# {word}\""
        )),
    );
}
