//! Inline marks: `**bold**`, `*italic*`, `^[footnote]`; a backslash before `*`, `^`, `[` or `{`
//! prints that character. Everything else prints as itself.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::Text;
use super::marks::{self, ESCAPED, Run, printed};
use super::{Inline, RichText};
use crate::diag::{Sink, codes};
use crate::message;
use crate::vietnamese::is_composed;

/// The text in NFC, on one line, without spaces at its ends. Characters that no page can hold are
/// reported.
fn clean(text: &Text, sink: &mut Sink) -> String {
    clean_lines(text, sink).join(" ")
}

/// As [`clean`], one entry for each line that is not empty.
fn clean_lines(text: &Text, sink: &mut Sink) -> Vec<String> {
    let guarded = text.guarded();
    let normal = match is_composed(guarded.chars()) {
        true => guarded,
        false => Cow::Owned(guarded.nfc().collect()),
    };
    if let Some(bad) = normal.chars().find(|c| is_unprintable(*c)) {
        let code = format!("U+{:04X}", u32::from(bad));
        sink.push(
            codes::CONTROL_CHARACTER
                .at(
                    text.span,
                    message!(
                        "văn bản có ký tự điều khiển {code}, không in được",
                        "the text holds the control character {code}, which cannot be printed"
                    ),
                )
                .help(message!("xóa ký tự đó", "remove it")),
        );
    }
    let shown: String = normal.chars().filter(|c| !has_no_width(*c)).collect();
    shown
        .lines()
        .map(|line| line.replace('\t', " ").trim_matches(' ').to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

/// Characters that come with copied text and print as nothing; no font has a glyph for all of them.
pub fn has_no_width(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn is_unprintable(c: char) -> bool {
    (c.is_control() && !"\n\r\t".contains(c)) || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// The text with its marks read. A line break that is written stays one.
pub fn rich(text: &Text, sink: &mut Sink) -> RichText {
    let mut out = RichText::new();
    for line in clean_lines(text, sink) {
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        out.extend(marks(&line, text, sink));
    }
    out
}

/// As [`rich`], one paragraph for each line of the text.
pub fn rich_paragraphs(text: &Text, sink: &mut Sink) -> Vec<RichText> {
    clean_lines(text, sink).iter().map(|line| marks(line, text, sink)).collect()
}

/// The text without marks: an escaped character prints as itself, `*` too.
pub fn unmarked(text: &Text, sink: &mut Sink) -> String {
    let line = clean(text, sink);
    if line.contains(['*', '^']) {
        let chars: Vec<char> = line.chars().collect();
        let is_marked = |run: &Run| {
            matches!(run, Run::Note(_) | Run::Words { bold: true, .. } | Run::Words { italic: true, .. })
        };
        if marks::read(&chars).0.iter().any(is_marked) {
            sink.push(
                codes::PLAIN_TEXT.at(text.span,
                    message!(
                        "ở đây không dùng được dấu in đậm, in nghiêng hay chú thích: các dấu * và ^[ ] in nguyên văn",
                        "no bold, italic or footnote here: the marks * and ^[ ] print as they stand"
                    ),
                )
                .help(message!("bỏ các dấu ấy; kiểu chữ ở đây do Nghị định quy định", "remove the marks; the decree fixes the style here")),
            );
        }
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        match rest.peek() {
            Some(next) if c == '\\' && ESCAPED.contains(*next) => {}
            _ => out.push(printed(c)),
        }
    }
    out
}

fn marks(line: &str, whole: &Text, sink: &mut Sink) -> RichText {
    let chars: Vec<char> = line.chars().collect();
    let (runs, closed) = marks::read(&chars);
    if !closed {
        sink.push(
            codes::UNCLOSED_NOTE
                .at(
                    whole.span,
                    message!("chú thích ^[ không có dấu ] đóng", "the footnote ^[ has no closing ]"),
                )
                .help(message!(
                    "thêm dấu ], hoặc viết \\^[ để in chính các ký tự này",
                    "add the ], or write \\^[ to print the characters"
                )),
        );
    }
    check_notes(&runs, &chars, whole, sink);
    styled(runs, &chars)
}

/// Reports notes that say nothing, and what looks like a note inside a note, which prints as it stands.
fn check_notes(runs: &[Run], chars: &[char], whole: &Text, sink: &mut Sink) {
    let notes = runs.iter().filter_map(|run| match run {
        Run::Note(note) => Some(note),
        Run::Words { .. } => None,
    });
    for note in notes {
        let words: String = note
            .iter()
            .flat_map(|run| match run {
                Run::Words { at, .. } => at.as_slice(),
                Run::Note(_) => &[],
            })
            .map(|at| chars[*at])
            .collect();
        let message = if words.trim().is_empty() {
            message!("chú thích ^[] không có lời", "the footnote ^[] says nothing")
        } else if words.contains("^[") {
            message!(
                "chú thích trong chú thích: phần ^[ bên trong in nguyên văn",
                "a footnote in a footnote: the inner ^[ prints as it stands"
            )
        } else {
            continue;
        };
        sink.push(
            codes::NOTE_FORM
                .at(whole.span, message)
                .help(message!("viết lời chú thích giữa ^[ và ]", "write the note between ^[ and ]")),
        );
    }
}

fn styled(runs: Vec<Run>, chars: &[char]) -> RichText {
    runs.into_iter()
        .map(|run| match run {
            Run::Words { at, bold, italic } => {
                Inline::Text { text: at.into_iter().map(|at| printed(chars[at])).collect(), bold, italic }
            }
            Run::Note(note) => Inline::Note { note: styled(note, chars) },
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceMap, Span};

    fn read(text: &str) -> (String, usize) {
        let source = SourceMap::default().add("a", text);
        let mut sink = Sink::default();
        let span = Span { source, start: 0, end: text.len() };
        let rich = rich(&Text { value: text.to_owned(), span, evaluated: None }, &mut sink);
        (show(&rich), sink.into_sorted().len())
    }

    fn show(text: &[Inline]) -> String {
        text.iter()
            .map(|inline| match inline {
                Inline::Text { text, bold, italic } => {
                    let style = [(*bold, "B"), (*italic, "I")];
                    let style: String = style.iter().filter(|s| s.0).map(|s| s.1).collect();
                    if style.is_empty() { text.clone() } else { format!("<{style}:{text}>") }
                }
                Inline::Note { note } => format!("<note:{}>", show(note)),
                Inline::Break | Inline::Fill => "|".to_owned(),
            })
            .collect()
    }

    #[test]
    fn marks_are_read() {
        assert_eq!(read("a **b c** *d*, e").0, "a <B:b c> <I:d>, e");
        assert_eq!(read("x^[ghi *chú* [1]] y").0, "x<note:ghi <I:chú> [1]> y");
        assert_eq!(read("**Mục tiêu:**nội dung").0, "<B:Mục tiêu:>nội dung");
        assert_eq!(read("**a *b* c**").0, "<B:a ><BI:b><B: c>");
    }

    #[test]
    fn other_characters_print_as_themselves() {
        for text in [
            "2 người*3 ngày*150.000",
            "5*10*2",
            "a**b**c",
            "5 * 3 * 2",
            "a*",
            "**",
            "# $ < > @ & \\ ` _ ~ [x]",
            "2 ** 3",
        ] {
            assert_eq!(read(text), (text.to_owned(), 0), "{text}");
        }
        assert_eq!(read(r"\*a\* \^[b] \{{ c"), ("*a* ^[b] {{ c".to_owned(), 0));
    }

    #[test]
    fn slips_are_reported() {
        assert_eq!(read("a^[b").1, 1);
        assert_eq!(read("a^[]").1, 1);
        assert_eq!(read("a^[b ^[c] d]").1, 1);
        assert_eq!(read("a\u{1}b").1, 1);
    }

    #[test]
    fn text_comes_out_composed_and_keeps_its_lines() {
        assert_eq!(read("đo\u{302}\u{303}  đa\u{302}\u{300}u ").0, "đỗ  đầu");
        assert_eq!(read("một\n  hai\n\nba").0, "một|hai|ba");
    }
}
