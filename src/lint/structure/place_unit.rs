use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::Field;
use crate::text::prose::Prose;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "place-unit",
        severity: Severity::Warning,
        clause: Some("P1.II.4.a.2"),
        kinds: Kinds::All,
        what: Words {
            vi: "địa danh ghi cả loại đơn vị hành chính",
            en: "a place name with the type of its unit",
        },
        why: Words {
            vi: r#"Trước địa danh không ghi "tỉnh", "xã", "phường", trừ đơn vị mang tên người, số hoặc sự kiện lịch sử (P1.II.4.a.3)."#,
            en: "The type of the unit is not written, but for units named after a person, a number or an event.",
        },
        examples: Examples::Plan {
            wrong: "place: ⟦Tỉnh Quảng Trị⟧", right: "place: Quảng Trị"
        },
    },
    check: Check::Prose(check),
};

const UNITS: [&str; 9] =
    ["tỉnh ", "xã ", "phường ", "thị trấn ", "huyện ", "quận ", "thị xã ", "đặc khu ", "thành phố "];

/// Names of persons and events that units bear: their type is part of the name.
const WHOLE: [&str; 6] =
    ["hồ chí minh", "điện biên phủ", "lê hồng phong", "trần hưng đạo", "lê lợi", "nguyễn trãi"];

fn check(line: &Prose, sink: &mut Sink) {
    if line.field != Field::Place {
        return;
    }
    let whole = line.text();
    let written = whole.trim_end_matches(',');
    let small = written.to_lowercase();
    let Some(unit) = UNITS.iter().find(|unit| small.starts_with(**unit)) else { return };
    let name = &written[unit.len()..];
    let is_whole = name.chars().any(|c| c.is_ascii_digit()) || WHOLE.contains(&name.to_lowercase().as_str());
    if name.is_empty() || is_whole || !name.starts_with(char::is_uppercase) {
        return;
    }
    let (unit, end) = (unit.trim_end(), line.chars.len());
    sink.push(
        RULE.at(
            line.span(0..end),
            message!("địa danh không ghi \"{unit}\"", "the place is written without \"{unit}\""),
        )
        .help(message!("viết: {name}", "write: {name}")),
    );
}
