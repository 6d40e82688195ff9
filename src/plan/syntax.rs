//! What the YAML library says of a syntax error, in words for a person who writes plans.

use crate::diag::Message;
use crate::say;

/// A part of the library's message, and what it means, in Vietnamese and in English.
const MEANINGS: [(&str, &str, &str); 16] = [
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
    ("unexpected e", "tệp kết thúc khi một phần còn dở", "the file ends inside a part"),
];

/// The library's message in other words; as it is where it is not known.
pub fn meaning(detail: &str) -> Message {
    match MEANINGS.iter().find(|(part, ..)| detail.to_lowercase().contains(part)) {
        Some((_, vi, en)) => say!("tệp không đúng cú pháp YAML: {vi}", "this is no valid YAML: {en}"),
        None => say!("tệp không đúng cú pháp YAML ({detail})", "this is no valid YAML: {detail}"),
    }
}

#[cfg(test)]
mod tests {
    use crate::diag::Sink;
    use crate::plan::yaml::parse;
    use crate::source::SourceMap;

    #[test]
    fn the_usual_slips_are_told_in_vietnamese() {
        for (text, words) in [
            ("a: [1, 2", "ngoặc mở mà không đóng"),
            ("a: ]", "ngoặc đóng mà không mở"),
            ("a: \"x", "dấu nháy mở mà không đóng"),
            ("a: b: c", "dấu hai chấm ở chỗ không thể có khóa"),
            ("a: b\nc", "thiếu dấu hai chấm"),
            ("- a\nb: c", "thiếu dấu \"- \""),
            ("a: @b", "không thể bắt đầu bằng ký tự này"),
            ("a: *", "đặt trong dấu nháy"),
            ("a: |x\n  b", "phải xuống dòng"),
            ("a: \"\\q\"", "ký tự không dùng được"),
        ] {
            let mut sink = Sink::default();
            assert!(parse(SourceMap::default().add("a", text), text, &mut sink).is_none(), "{text}");
            let found = sink.into_sorted();
            assert!(found[0].message.vi.contains(words), "{text}: {}", found[0].message.vi);
        }
    }
}
