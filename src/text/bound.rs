//! What a line break may divide and what not, beyond spaces: ranges of numbers stay together, links may be divided.

use super::{Inline, RichText};

/// Joins two words so that no line begins with the second.
pub const NO_BREAK_SPACE: char = '\u{a0}';
/// Where a line may break within a word; it has no width and prints nothing.
pub const BREAK: char = '\u{200b}';

/// A text with the ranges in it bound ("2026 - 2030", "05/10 - 30/10"), and with the places in it where a link may
/// be divided.
pub fn bound(text: RichText) -> RichText {
    text.into_iter()
        .map(|inline| match inline {
            Inline::Text { text, bold, italic } => {
                Inline::Text { text: divisible(&ranges(&text)), bold, italic }
            }
            Inline::Note { note } => Inline::Note { note: bound(note) },
            other => other,
        })
        .collect()
}

/// The words as they were before they were bound.
pub fn unbound(text: &str) -> String {
    text.chars().filter(|c| *c != BREAK).map(|c| if c == NO_BREAK_SPACE { ' ' } else { c }).collect()
}

/// " - " between two numbers, with spaces that do not break.
fn ranges(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, dash)) = [" - ", " – "].iter().filter_map(|dash| Some((rest.find(dash)?, dash))).min()
    {
        let (before, after) = (&rest[..at], &rest[at + dash.len()..]);
        let is_range = ends_with_number(before) && after.starts_with(|c: char| c.is_ascii_digit());
        out.push_str(before);
        if is_range {
            out.push(NO_BREAK_SPACE);
            out.push_str(dash.trim());
            out.push(NO_BREAK_SPACE);
        } else {
            out.push_str(dash);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A number, a date, a time or a share: "2026", "05/10", "8h30", "8 giờ" is none.
fn ends_with_number(before: &str) -> bool {
    let word = before.rsplit(' ').next().unwrap_or_default().trim_end_matches(['h', 'H', '%', '\'']);
    word.ends_with(|c: char| c.is_ascii_digit())
}

/// Characters after which a link may be divided.
const DIVIDERS: [char; 8] = ['/', '?', '&', '=', '-', '_', '.', '@'];
/// A link of fewer characters goes to the next line as a word does.
const LONG: usize = 24;

fn divisible(text: &str) -> String {
    if !text.contains(['/', '@']) && !text.contains("www.") {
        return text.to_owned();
    }
    let words = text
        .split_inclusive(' ')
        .map(|word| if is_link(word.trim()) { divided(word) } else { word.to_owned() });
    words.collect()
}

fn is_link(word: &str) -> bool {
    let small = word.to_ascii_lowercase();
    let looks_like_one = word.is_ascii() && word.contains(['/', '@']) && word.contains('.');
    word.len() >= LONG && (small.contains("://") || small.contains("www.") || looks_like_one)
}

fn divided(link: &str) -> String {
    let mut out = String::with_capacity(link.len() + 16);
    let mut chars = link.chars().peekable();
    while let Some(c) = chars.next() {
        out.push(c);
        if DIVIDERS.contains(&c)
            && !out.ends_with("//")
            && chars.peek().is_some_and(|next| next.is_alphanumeric())
        {
            out.push(BREAK);
        }
    }
    out
}

/// A line of dots to be filled in, of 20 mm and more: such a paragraph is not justified.
pub fn has_leader(text: &[Inline]) -> bool {
    /// In quarters of an em.
    const WIDTH: usize = 16;
    text.iter().any(|inline| {
        let Inline::Text { text, .. } = inline else { return false };
        let mut run = 0;
        text.chars().any(|c| {
            run = match c {
                '.' => run + 1,
                '…' => run + 4,
                '_' => run + 2,
                _ => 0,
            };
            run >= WIDTH
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_numbers_are_bound_and_nothing_else() {
        let same = |text: &str| ranges(text) == text;
        assert_eq!(ranges("giai đoạn 2026 - 2030, tầm nhìn"), "giai đoạn 2026\u{a0}-\u{a0}2030, tầm nhìn");
        assert_eq!(ranges("05/10 - 30/10; 8h00 – 11h30"), "05/10\u{a0}-\u{a0}30/10; 8h00\u{a0}–\u{a0}11h30");
        assert_eq!(ranges("1 - 2 - 3"), "1\u{a0}-\u{a0}2\u{a0}-\u{a0}3");
        assert!(
            same("Kế hoạch - Hỗ trợ") && same("số 224 /KH") && same("2026 -2030") && same("mục 1 - Nội dung")
        );
        assert_eq!(unbound(&ranges("10% - 20%")), "10% - 20%");
    }

    #[test]
    fn links_may_be_divided() {
        let shown = |text: &str| divisible(text).replace(BREAK, "|");
        assert_eq!(shown("xem https://a.vn/b-c?d=1&e_f."), "xem https://a.|vn/|b-|c?|d=|1&|e_|f.");
        assert_eq!(shown("xem https://a.vn/b"), "xem https://a.vn/b");
        assert_eq!(shown("số 224/KH-LMHTX ngày 25/6/2015"), "số 224/KH-LMHTX ngày 25/6/2015");
        assert_eq!(shown("vanphong.dieuphoi@quangtri.gov.vn"), "vanphong.|dieuphoi@|quangtri.|gov.|vn");
    }

    #[test]
    fn leaders_are_seen() {
        let has = |text: &str| has_leader(&[Inline::plain(text)]);
        assert!(has("Họ và tên: ……………") && has("Ngày ....................") && has("________"));
        assert!(!has("và nội dung khác…") && !has("kinh phí, nhân lực ......") && !has("a. b. c."));
    }
}
