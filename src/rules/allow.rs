//! `allow: {CODE: reason}`: findings that a plan silences.

use super::rule::{Check, Examples, Rule, Words};
use super::subject::Subject;
use super::table;
use crate::diag::{Severity, Sink};
use crate::say;

pub const UNKNOWN: Rule = Rule {
    code: "allow-unknown",
    severity: Severity::Error,
    clause: None,
    what: Words {
        vi: "khóa `allow` nêu một mã không có, hoặc một mã không thể cho qua",
        en: "`allow` names a code that does not exist or cannot be silenced",
    },
    why: Words {
        vi: "Chỉ cho qua được những quy tắc mà văn bản vẫn in ra được khi bị vi phạm; `kehoach explain` liệt kê các mã.",
        en: "Only rules without which the document still prints can be silenced; `kehoach explain` lists the codes.",
    },
    examples: Examples::Plan {
        wrong: "allow: {⟦doubled-wrd⟧: trích nguyên văn}",
        right: "objectives: [Bảo đảm các các phòng phối hợp.]\nallow: {doubled-word: trích nguyên văn}",
    },
    check: Check::Reading,
};

pub const UNUSED: Rule = Rule {
    code: "allow-unused",
    severity: Severity::Warning,
    clause: None,
    what: Words {
        vi: "`allow` cho qua một mã không xuất hiện trong kế hoạch",
        en: "`allow` silences what the plan does not have",
    },
    why: Words {
        vi: "Một dòng cho qua còn sót lại sẽ che lỗi thật về sau.",
        en: "A silence that is left over hides a real finding later.",
    },
    examples: Examples::Plan {
        wrong: "allow: {⟦doubled-word⟧: trích nguyên văn}",
        right: "objectives: [Bảo đảm các các phòng phối hợp.]\nallow: {doubled-word: trích nguyên văn}",
    },
    check: Check::Reading,
};

/// Takes the silenced findings out of `found` and hands the rest on; reports codes that are unknown or
/// silence nothing.
pub fn apply(subject: &Subject, found: Sink, sink: &mut Sink) {
    let allowed: &[_] = subject.raw.allow.as_ref().map_or(&[], |allow| &allow.0);
    let mut used = vec![false; allowed.len()];
    for one in found.into_sorted() {
        match allowed.iter().position(|(code, _)| code.value == one.code) {
            Some(at) => used[at] = true,
            None => sink.push(one),
        }
    }
    for ((code, _), used) in allowed.iter().zip(used) {
        let name = &code.value;
        match table::by_code(name) {
            Some(rule) if rule.can_be_silenced() => {
                if !used {
                    sink.push(
                        UNUSED
                            .at(
                                code.span,
                                say!(
                                    "kế hoạch không có gì vi phạm `{name}`",
                                    "nothing in the plan breaks `{name}`"
                                ),
                            )
                            .help(say!("bỏ dòng này", "remove this line")),
                    );
                }
            }
            Some(_) => sink.push(
                UNKNOWN
                    .at(
                        code.span,
                        say!(
                            "không thể cho qua `{name}`: văn bản không in được",
                            "`{name}` cannot be silenced: nothing could be printed"
                        ),
                    )
                    .help(say!("sửa lỗi đó", "mend what it reports")),
            ),
            None => sink.push(
                UNKNOWN.at(code.span, say!("không có mã `{name}`", "there is no code `{name}`")).help(
                    match table::closest(name) {
                        Some(near) => say!("ý bạn là `{near}`?", "did you mean `{near}`?"),
                        None => say!("xem các mã: kehoach explain", "the codes: kehoach explain"),
                    },
                ),
            ),
        }
    }
}
