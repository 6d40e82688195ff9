use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::Field;
use crate::text::prose::Prose;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "capital-place",
        severity: Severity::Warning,
        clause: Some("P2.III.1"),
        kinds: Kinds::All,
        what: Words {
            vi: "viết hoa sai ở tên đơn vị hành chính",
            en: "capitals of the name of an administrative unit",
        },
        why: Words {
            vi: r#"Chỉ viết hoa tên riêng, không viết hoa danh từ chung "tỉnh", "xã" giữa câu; riêng "Thành phố Hồ Chí Minh", "Thủ đô Hà Nội" và đơn vị mang số viết hoa cả danh từ chung."#,
            en: r#"The name has its capitals, the type of the unit has none inside a sentence; "Thành phố Hồ Chí Minh", "Thủ đô Hà Nội" and units with a number have."#,
        },
        examples: Examples::Plan {
            wrong: "objectives: [Hỗ trợ các xã của ⟦Tỉnh⟧ Quảng Trị.]",
            right: "objectives: [Hỗ trợ các xã của tỉnh Quảng Trị.]",
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    // All syllables of a person's name have a capital.
    if line.field == Field::Name {
        return;
    }
    for at in 0..line.tokens.len() {
        let token = &line.tokens[at];
        // "Cộng Hòa Xã Hội" has too many capitals, but names no commune.
        let named = line.word_after(at).map(|next| &line.tokens[next]);
        let named = named.is_some_and(|next| next.is_capital() && next.small != "hội");
        let numbered =
            line.tokens.get(at + 2).is_some_and(|next| next.text.bytes().all(|b| b.is_ascii_digit()))
                && line.tokens[at + 1].text == " ";
        let meant = match token.text.as_str() {
            "thành" if line.matches(at, &["thành", "phố", "hồ", "chí", "minh"]).is_some() => "Thành",
            "thủ" if line.matches(at, &["thủ", "đô", "hà", "nội"]).is_some() => "Thủ",
            "Tỉnh" if named && !line.begins_sentence(at) => "tỉnh",
            "Xã" if named && !line.begins_sentence(at) => "xã",
            "Huyện" if named && !line.begins_sentence(at) => "huyện",
            "phường" if numbered => "Phường",
            "quận" if numbered => "Quận",
            _ => continue,
        };
        let word = &token.text;
        sink.push(
            RULE.at(
                line.span(token.at.clone()),
                message!("\"{word}\" ở đây viết là \"{meant}\"", "\"{word}\" is written \"{meant}\" here"),
            )
            .help(message!("viết: {meant}", "write: {meant}"))
            .fix(line.fix(token.at.clone(), meant)),
        );
    }
}
