//! What the YAML library says of a syntax error, in words for a person who writes plans.

use super::location::span;
use crate::diag::{Diagnostic, Message, codes};
use crate::message;
use crate::source::{SourceId, Span};

/// A part of the library's message, and what it means, in Vietnamese and in English.
const MEANINGS: [(&str, &str, &str); 28] = [
    (
        "',' or ']'",
        "trong danh sách [ … ], văn bản có ngoặc vuông, dấu phẩy hoặc dấu hai chấm phải đặt trong dấu nháy",
        "inside [ … ] a text with brackets, a comma or a colon needs quotes",
    ),
    (
        "',' or '}'",
        "trong { … }, văn bản có ngoặc, dấu phẩy hoặc dấu hai chấm phải đặt trong dấu nháy",
        "inside { … } a text with brackets, a comma or a colon needs quotes",
    ),
    (
        "multiline quoted",
        "dòng tiếp của văn bản trong dấu nháy phải thụt vào",
        "a further line of a text in quotes must be indented",
    ),
    ("flow construct", "các dòng trong ngoặc phải thụt vào", "lines inside brackets must be indented"),
    (
        "block sequence entries",
        "dấu \"- \" ở chỗ không thể có danh sách: danh sách bắt đầu ở dòng dưới khóa",
        "a \"- \" where no list can be: a list begins on the line below its key",
    ),
    ("mapping keys are not allowed", "dấu ? ở chỗ không thể có khóa", "a ? where no key can be"),
    ("node content", "chỗ này thiếu một giá trị", "a value is missing here"),
    ("document indicator", "dòng --- hoặc ... ở giữa một văn bản", "--- or ... inside a text"),
    ("document end marker", "còn chữ sau dòng ...", "words follow the line ..."),
    ("unclosed bracket", "ngoặc mở mà không đóng", "a bracket is opened and not closed"),
    ("misplaced bracket", "ngoặc đóng mà không mở", "a bracket is closed and not opened"),
    ("unclosed quote", "dấu nháy mở mà không đóng", "a quote is opened and not closed"),
    ("mapping values are not allowed", "dấu hai chấm ở chỗ không thể có khóa", "a colon where no key can be"),
    ("expected ':'", "dòng này thiếu dấu hai chấm sau khóa", "a colon is missing after the key"),
    (
        "expected '-'",
        "dòng này thiếu dấu \"- \" hoặc thụt vào không bằng các dòng cùng danh sách",
        "this line lacks its \"- \", or is not indented as the others of its list",
    ),
    (
        "unexpected character",
        "văn bản không thể bắt đầu bằng ký tự này nếu không đặt trong dấu nháy",
        "a text cannot begin with this character outside quotes",
    ),
    (
        "anchor or alias",
        "văn bản bắt đầu bằng & hoặc * phải đặt trong dấu nháy",
        "a text that begins with & or * needs quotes",
    ),
    (
        "trailing content",
        "sau dấu nháy hoặc ngoặc đóng còn chữ: đặt cả văn bản trong dấu nháy",
        "words follow a closing quote or bracket: put the whole text in quotes",
    ),
    (
        "block mapping",
        "dòng này thụt vào không bằng các khóa cùng phần",
        "this line is not indented as the other keys of its part",
    ),
    ("block scalar", "sau | hoặc > phải xuống dòng", "a line break must follow | or >"),
    (
        "escape",
        "sau dấu \\ trong dấu nháy kép là ký tự không dùng được",
        "an unknown character follows a \\ in double quotes",
    ),
    ("directive", "dấu % ở đầu dòng không dùng được ở đây", "a % at the beginning of a line has no use here"),
    ("tab", "thụt dòng bằng phím Tab; YAML chỉ nhận dấu cách", "indented with a tab; YAML takes spaces only"),
    ("expected string scalar", "khóa phải là một văn bản", "a key must be a text"),
    ("recursion limit", "các phần lồng nhau quá sâu", "parts are nested too deeply"),
    ("binary", "!!binary không dùng được ở đây", "!!binary has no use here"),
    ("tag", "dấu ! ở đầu văn bản phải đặt trong dấu nháy", "a text that begins with ! needs quotes"),
    ("unexpected e", "tệp kết thúc khi một phần còn dở", "the file ends inside a part"),
];

/// The library's message in other words; as it is where it is not known.
fn meaning(detail: &str) -> Message {
    match MEANINGS.iter().find(|(part, ..)| detail.to_lowercase().contains(part)) {
        Some((_, vi, en)) => message!("tệp không đúng cú pháp YAML: {vi}", "this is no valid YAML: {en}"),
        None => message!("tệp không đúng cú pháp YAML ({detail})", "this is no valid YAML: {detail}"),
    }
}

/// What the library found, at its place.
pub(super) fn error(error: &serde_saphyr::Error, source: SourceId, text: &str) -> Diagnostic {
    let error = error.without_snippet();
    let at = error.location().map_or(Span { source, start: 0, end: 0 }, |location| {
        // Errors of the scanner know their line and column only.
        match location.span().byte_offset() {
            Some(_) => span(location, source, text),
            None => at_line(location.line(), location.column(), source, text),
        }
    });
    codes::YAML_SYNTAX.at(at, explain(error)).help(message!(
        "xem lại thụt đầu dòng, dấu hai chấm và dấu nháy ở dòng này; văn bản có \": \" hoặc \" #\" \
         phải đặt trong dấu nháy kép",
        "look at the indentation, the colons and the quotes of this line; a text with \": \" or \
         \" #\" needs double quotes"
    ))
}

/// The place of a line and a column, both from 1; the rest of the line belongs to it.
fn at_line(line: u64, column: u64, source: SourceId, text: &str) -> Span {
    let before = usize::try_from(line.saturating_sub(1)).unwrap_or(0);
    let line_start: usize = text.split_inclusive('\n').take(before).map(str::len).sum();
    let line = text[line_start..].lines().next().unwrap_or_default();
    let skipped = usize::try_from(column.saturating_sub(1)).unwrap_or(0);
    let start = line_start + line.char_indices().nth(skipped).map_or(line.len(), |(at, _)| at);
    Span { source, start, end: line_start + line.len() }
}

/// Whether the text is YAML, but more of it than a plan may be: nothing can be mended.
pub(super) fn is_too_much(error: &serde_saphyr::Error) -> bool {
    use serde_saphyr::Error;
    let error = error.without_snippet();
    let is_limit = matches!(error, Error::AliasReplayLimitExceeded { .. } | Error::MultipleDocuments { .. });
    is_limit || is_budget(error)
}

/// Whether a limit of this program is passed; inside an alias the library says so in words only.
fn is_budget(error: &serde_saphyr::Error) -> bool {
    matches!(error, serde_saphyr::Error::Budget { .. }) || error.to_string().contains("budget breached")
}

fn explain(error: &serde_saphyr::Error) -> Message {
    use serde_saphyr::Error;
    match error {
        other if is_budget(other) && error.to_string().to_lowercase().contains("document") => message!(
            "một tệp chỉ chứa một kế hoạch (thấy thêm một tài liệu YAML sau dấu ---)",
            "a file holds one plan (a second YAML document follows ---)"
        ),
        other if is_budget(other) || matches!(other, Error::AliasReplayLimitExceeded { .. }) => message!(
            "tệp YAML quá lớn, lồng quá sâu hoặc dùng lại (alias) quá nhiều lần",
            "this YAML is too large, nested too deeply, or repeats its aliases too often"
        ),
        Error::MultipleDocuments { .. } => message!(
            "một tệp chỉ chứa một kế hoạch (thấy thêm một tài liệu YAML sau dấu ---)",
            "a file holds one plan (a second YAML document follows ---)"
        ),
        Error::UnknownAnchor { .. } => message!(
            "dấu * ở đầu được đọc là dùng lại một phần chưa đặt tên; văn bản bắt đầu bằng * phải đặt trong dấu nháy",
            "the * at its beginning is read as an alias of what is not there; a text that begins with * needs quotes"
        ),
        other => {
            let detail = other.to_string();
            meaning(detail.split(" at line ").next().unwrap_or_default())
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::diag::Sink;
    use crate::source::SourceMap;
    use crate::yaml::keys::NONE;
    use crate::yaml::parse;

    #[test]
    fn the_usual_slips_are_told_in_vietnamese() {
        for (text, words) in [
            ("a: [1, 2", "ngoặc [ mở mà không đóng"),
            ("a: ]", "bắt đầu bằng ] phải đặt trong dấu nháy"),
            ("a: \"x", "dấu nháy \" mở mà không đóng"),
            ("a: b: c", "dấu hai chấm phải đặt trong dấu nháy"),
            ("a: b\nc", "thiếu dấu hai chấm"),
            ("- a\nb: c", "thiếu dấu \"- \""),
            ("a: @b", "bắt đầu bằng @ phải đặt trong dấu nháy"),
            ("a: *", "bắt đầu bằng * phải đặt trong dấu nháy"),
            ("a: |x\n  b", "bắt đầu bằng | phải đặt trong dấu nháy"),
            ("a: \"\\q\"", "ký tự không dùng được"),
        ] {
            let mut sink = Sink::default();
            parse(SourceMap::default().add("a", text), text, &NONE, &mut sink);
            let found = sink.into_sorted();
            assert!(found[0].message.vi.contains(words), "{text}: {}", found[0].message.vi);
        }
    }
}
