//! What a terminal or a CI runner would obey, made visible: names, values and headers in messages are other
//! people's.

use std::borrow::Cow;

/// Whether a character acts on what shows it, or hides: control characters, line breaks, directions, no width.
fn acts(c: char) -> bool {
    matches!(
        c,
        '\u{0}'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// The text with such characters written as Rust writes them: `\n`, `\u{202e}`.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match acts(c) {
            true => out.extend(c.escape_default()),
            false => out.push(c),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_acts_is_written_out_and_words_stay() {
        assert_eq!(visible("Kế hoạch “số 5” – 2026…\u{a0}đ"), "Kế hoạch “số 5” – 2026…\u{a0}đ");
        assert_eq!(visible("x\n::stop-commands::t"), "x\\n::stop-commands::t");
        assert_eq!(visible("b\u{1b}]0;X\u{7}a\u{202e}c\u{9b}"), "b\\u{1b}]0;X\\u{7}a\\u{202e}c\\u{9b}");
    }
}
