use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::Field;
use crate::text::prose::Prose;
use crate::vietnamese::capitalised;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "place-name",
        severity: Severity::Error,
        clause: Some("P1.II.4.a.3"),
        kinds: Kinds::All,
        what: Words {
            vi: "địa danh viết tắt, thiếu chữ hoa, hoặc có dấu ở cuối",
            en: "a place name that is abbreviated, without its capital, or ends with a mark",
        },
        why: Words {
            vi: r#"Địa danh là tên gọi chính thức của đơn vị hành chính, chữ cái đầu viết hoa; đơn vị mang tên người, số hoặc sự kiện ghi đầy đủ ("Thành phố Hồ Chí Minh", "Phường 3"). Dấu phẩy sau địa danh do chương trình in."#,
            en: "The place is the official name of the unit with its capital; units named after a person, a number or an event are written in full. The comma is printed by the program.",
        },
        examples: Examples::Plan {
            wrong: "place: ⟦TP. Hồ Chí Minh⟧", right: "place: Thành phố Hồ Chí Minh"
        },
    },
    check: Check::Prose(check),
};

fn check(line: &Prose, sink: &mut Sink) {
    if line.field != Field::Place {
        return;
    }
    let (written, whole) = (line.text(), 0..line.chars.len());
    let Some(meant) = full_name(&written).filter(|meant| *meant != written) else { return };
    sink.push(
        RULE.at(
            line.span(whole.clone()),
            message!(
                "địa danh \"{written}\" chưa đúng cách ghi",
                "the place \"{written}\" is not written as it should be"
            ),
        )
        .help(message!("viết: {meant}", "write: {meant}"))
        .fix(line.fix(whole, meant.clone())),
    );
}

/// The place as it is to be written; none for a place that says nothing.
fn full_name(written: &str) -> Option<String> {
    let bare = written.trim_end_matches([',', '.', ' ', ';']);
    let short = ["TP. ", "TP.", "Tp. ", "Tp.", "TP ", "T.P ", "tp. ", "thành phố "];
    let name = short.iter().find_map(|short| bare.strip_prefix(short)).filter(|name| !name.is_empty());
    let bare = match (bare, name) {
        ("TPHCM" | "TP.HCM" | "TP. HCM" | "TP HCM" | "Hồ Chí Minh" | "Sài Gòn", _) => {
            "Thành phố Hồ Chí Minh".to_owned()
        }
        (_, Some("Hồ Chí Minh" | "HCM")) => "Thành phố Hồ Chí Minh".to_owned(),
        (_, Some(name)) => name.to_owned(),
        (_, None) => bare.to_owned(),
    };
    // "hải lăng": a name in small letters; "xã Hải Lăng": the unit is reported by itself.
    let names = || bare.split(' ').filter(|word| !word.is_empty());
    if names().count() > 1 && names().all(|word| word.starts_with(char::is_lowercase)) {
        return Some(names().map(capitalised).collect::<Vec<_>>().join(" "));
    }
    if names().nth(1).is_some_and(|word| word.starts_with(char::is_uppercase))
        && bare.starts_with(char::is_lowercase)
    {
        return Some(bare);
    }
    // "phường 3": the unit belongs to a name that is a number.
    (!bare.is_empty()).then(|| capitalised(&bare))
}

#[cfg(test)]
mod tests {
    use super::full_name;

    #[test]
    fn places_are_written_in_full() {
        for (written, meant) in [
            ("TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
            ("TP.HCM", "Thành phố Hồ Chí Minh"),
            ("TP. Huế", "Huế"),
            ("quảng trị,", "Quảng Trị"),
            ("phường 3", "Phường 3"),
            ("hải lăng", "Hải Lăng"),
            ("xã Hải Lăng", "xã Hải Lăng"),
            ("Quảng Trị", "Quảng Trị"),
        ] {
            assert_eq!(full_name(written).as_deref(), Some(meant));
        }
    }
}
