use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::prose::Prose;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "invisible",
        severity: Severity::Warning,
        clause: Some("P1.I.4"),
        kinds: Kinds::All,
        what: Words {
            vi: "ký tự không nhìn thấy trong văn bản", en: "an invisible character in a text"
        },
        why: Words {
            vi: "Dấu cách không ngắt, dấu nối mềm hay ký tự rộng bằng không thường theo vào khi chép từ trang web; chúng làm lệch dòng và tìm kiếm không thấy.",
            en: "No-break spaces, soft hyphens and zero-width characters come with text copied from the web; they shift lines and hide words from searching.",
        },
        examples: Examples::Plan {
            wrong: "closing: Kết⟦\u{200b}⟧ thúc.", right: "closing: Kết thúc."
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    for (at, c) in line.chars.iter().enumerate() {
        let meant = match c {
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => "",
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => " ",
            _ => continue,
        };
        let code = format!("U+{:04X}", u32::from(*c));
        let help = match meant {
            "" => message!("xóa ký tự này", "remove it"),
            _ => message!("thay bằng dấu cách thường", "write a plain space"),
        };
        sink.push(
            RULE.at(
                line.span(at..at + 1),
                message!("ký tự không nhìn thấy {code}", "the invisible character {code}"),
            )
            .help(help)
            .fix(line.fix(at..at + 1, meant)),
        );
    }
}
