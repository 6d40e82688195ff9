use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::Field;
use crate::text::prose::Prose;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "archive-form",
        severity: Severity::Info,
        clause: Some("P1.II.9.d.6"),
        kinds: Kinds::All,
        what: Words { vi: r#"dòng "Lưu" không đúng dạng"#, en: "an archive line of the wrong form" },
        why: Words {
            vi: r#"Theo Nghị định, dòng Lưu gồm VT, chữ viết tắt đơn vị soạn thảo và số bản lưu nếu cần: "VT", "VT, TCHC", "VT, TCHC (02)". Chữ "Lưu:", gạch đầu dòng và dấu chấm do chương trình in. Cơ quan gọi nơi lưu bằng tên khác (VP, MTTQ) thì vẫn in như đã viết."#,
            en: r#"It is VT, the unit that drafted it, and the number of copies: "VT", "VT, TCHC", "VT, TCHC (02)". "Lưu:", the dash and the full stop are printed by the program. What the body itself calls its archive (VP, MTTQ) prints as it is written."#,
        },
        examples: Examples::Plan { wrong: r#"archive: "⟦Lưu: VT.⟧""#, right: "archive: VT, TCHC (02)" },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    if line.field != Field::Archive {
        return;
    }
    let (written, whole) = (line.text(), 0..line.chars.len());
    let bare = written.trim_start_matches(['-', ' ']);
    let bare = bare.strip_prefix("Lưu").map_or(bare, |rest| rest.trim_start_matches([':', ' ']));
    let meant = bare.trim_end_matches(['.', ';', ' ']);
    if meant == written && is_archive(meant) {
        return;
    }
    let diagnostic = RULE.at(
        line.span(whole.clone()),
        message!(
            "dòng Lưu \"{written}\" không đúng dạng",
            "the archive line \"{written}\" is of the wrong form"
        ),
    );
    sink.push(if is_archive(meant) {
        diagnostic.help(message!("viết: {meant}", "write: {meant}")).fix(line.fix(whole, meant))
    } else {
        diagnostic
            .help(message!("ví dụ: VT; VT, TCHC; VT, TCHC (02)", "for example: VT; VT, TCHC; VT, TCHC (02)"))
    });
}

/// "VT", further units after commas, and a count, in parentheses or after a comma.
fn is_archive(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("VT") else { return false };
    let (units, count) = match rest.rsplit_once('(') {
        Some((units, count)) => (units.trim_end(), count.strip_suffix(')')),
        None => (rest, Some("1")),
    };
    let is_count = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    count.is_some_and(is_count)
        && (units.is_empty()
            || units.strip_prefix(',').is_some_and(|units| {
                units.split(',').all(|unit| !unit.trim().is_empty() && !unit.contains(['.', ';', ':', '(']))
            }))
}

#[cfg(test)]
mod tests {
    use super::is_archive;

    #[test]
    fn both_ways_of_counting_are_known() {
        for text in ["VT", "VT, TCHC", "VT, HC (2)", "VT, HC, 2", "VT (02)", "VT, KH-HT", "VT, Hồ sơ"] {
            assert!(is_archive(text), "{text}");
        }
        for text in ["", "Văn thư", "VT.", "VT;", "VT TCHC", "VT, (2", "VT,", "VT, HC (hai)"] {
            assert!(!is_archive(text), "{text}");
        }
    }
}
