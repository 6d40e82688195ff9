//! Where expressions stand in a text, and which names they use. The language itself is Tera's; here it is
//! only cut into segments, so that every finding has its place.

use std::ops::Range;

/// A segment of a text, by its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// What it is.
    pub kind: SegmentKind,
    /// Where, delimiters included.
    pub at: Range<usize>,
}

/// Kinds of segments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    /// Words that print as they stand.
    Words,
    /// `{{ … }}`
    Value,
    /// `{% … %}`
    Block,
    /// `{# … #}`
    Comment,
}

const DELIMITERS: [(&str, &str, SegmentKind); 3] =
    [("{{", "}}", SegmentKind::Value), ("{%", "%}", SegmentKind::Block), ("{#", "#}", SegmentKind::Comment)];

/// Whether a text may hold an expression: most do not, and are not looked at closely.
pub fn may_have(text: &str) -> bool {
    DELIMITERS.iter().any(|(open, ..)| text.contains(open))
}

/// The segments of a text.
///
/// # Errors
/// An expression is not closed: where it begins.
pub fn segments(text: &str) -> Result<Vec<Segment>, usize> {
    let mut out = Vec::new();
    let (mut at, mut words) = (0, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        // A backslash makes the brace print.
        if rest.starts_with("\\{") {
            at += 2;
            continue;
        }
        let Some((open, close, kind)) = DELIMITERS.iter().find(|(open, ..)| rest.starts_with(open)) else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let end = at + open.len() + end_of(&rest[open.len()..], close, *kind).ok_or(at)?;
        if words < at {
            out.push(Segment { kind: SegmentKind::Words, at: words..at });
        }
        out.push(Segment { kind: *kind, at: at..end });
        (at, words) = (end, end);
    }
    if words < text.len() {
        out.push(Segment { kind: SegmentKind::Words, at: words..text.len() });
    }
    Ok(out)
}

/// One past the closing delimiter; those inside quotes do not close.
fn end_of(inside: &str, close: &str, kind: SegmentKind) -> Option<usize> {
    let mut quote = None;
    for (at, c) in inside.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if inside[at..].starts_with(close) => return Some(at + close.len()),
            None if kind != SegmentKind::Comment && matches!(c, '"' | '\'' | '`') => quote = Some(c),
            None => {}
        }
    }
    None
}

/// A name that an expression uses, with the names below it: `commune.ten`, `commune["Tên"]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// The names.
    pub path: Vec<String>,
    /// Where, by bytes.
    pub at: Range<usize>,
    /// Whether the expression says what holds where it is not there (`is defined`, `default`).
    pub is_guarded: bool,
}

/// Words of the language, which are no names.
const WORDS: [&str; 16] = [
    "and", "or", "not", "in", "is", "if", "elif", "else", "endif", "for", "endfor", "set", "endset", "true",
    "false", "none",
];

/// The names used in a text from `within`, an expression.
pub fn uses(text: &str, within: Range<usize>) -> Vec<Use> {
    let mut out = Vec::new();
    let mut rest = Reader { text, at: within.start, end: within.end };
    let mut after_bar = false;
    while let Some(c) = rest.peek() {
        if let Some(quote) = Some(c).filter(|c| matches!(c, '"' | '\'' | '`')) {
            rest.quoted(quote);
            after_bar = false;
        } else if c.is_ascii_digit() {
            rest.while_(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_');
        } else if is_name_start(c) {
            let start = rest.at;
            let name = rest.while_(is_name).to_owned();
            let mut path = vec![name];
            while let Some(below) = rest.below() {
                path.push(below);
            }
            let end = rest.at;
            // A filter, or a test after `is`, is no variable; nor is what is called or set.
            let is_test = text[within.start..start].trim_end().ends_with(" is")
                || text[within.start..start].trim_end().ends_with(" is not");
            let after = text[end..within.end].trim_start();
            let is_set = after.starts_with('=') && !after.starts_with("==");
            if !after_bar
                && !is_test
                && !is_set
                && !WORDS.contains(&path[0].as_str())
                && !after.starts_with('(')
            {
                let guards = ["is defined", "is not defined", "is undefined", "| default", "|default"];
                let is_guarded = guards.iter().any(|guard| after.starts_with(guard));
                out.push(Use { path, at: start..end, is_guarded });
            }
            after_bar = false;
        } else {
            if !c.is_whitespace() {
                after_bar = c == '|';
            }
            rest.at += c.len_utf8();
        }
    }
    out
}

fn is_name_start(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    end: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..self.end]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn while_(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let len = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += len;
        &rest[..len]
    }

    /// Past a text in quotes, and what it says; past everything where it is not closed.
    fn quoted(&mut self, quote: char) -> Option<&'a str> {
        let inside = &self.rest()[1..];
        let len = inside.find(quote);
        self.at = len.map_or(self.end, |len| self.at + len + 2);
        len.map(|len| &inside[..len])
    }

    /// Past `.name` or `["name"]`, and the name.
    fn below(&mut self) -> Option<String> {
        let rest = self.rest();
        if let Some(after) = rest.strip_prefix("?.").or_else(|| rest.strip_prefix('.')) {
            if !after.starts_with(is_name_start) {
                return None;
            }
            self.at = self.end - after.len();
            return Some(self.while_(is_name).to_owned());
        }
        let inside = rest.strip_prefix('[')?.trim_start();
        let quote = inside.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
        let before = self.at;
        self.at = self.end - inside.len();
        let name = self.quoted(quote);
        let closed = self.rest().trim_start().strip_prefix(']');
        match (name, closed) {
            (Some(name), Some(after)) => {
                self.at = self.end - after.len();
                Some(name.to_owned())
            }
            _ => {
                self.at = before;
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(SegmentKind, &str)> {
        segments(text)
            .unwrap_or_default()
            .into_iter()
            .map(|segment| (segment.kind, &text[segment.at]))
            .collect()
    }

    #[test]
    fn expressions_are_cut_out() {
        use SegmentKind::{Block, Comment, Value, Words};
        assert_eq!(
            cut("xã {{ a }}, {% if b %}c{% endif %}"),
            [
                (Words, "xã "),
                (Value, "{{ a }}"),
                (Words, ", "),
                (Block, "{% if b %}"),
                (Words, "c"),
                (Block, "{% endif %}"),
            ]
        );
        assert_eq!(
            cut("{{ \"}}\" ~ '%}' }}{# {{ #}"),
            [(Value, "{{ \"}}\" ~ '%}' }}"), (Comment, "{# {{ #}")]
        );
        assert_eq!(cut("\\{{ a }} {b}"), [(Words, "\\{{ a }} {b}")]);
        assert_eq!(segments("xã {{ a }"), Err("xã ".len()));
    }

    #[test]
    fn names_are_found() {
        let found = |text: &str| -> Vec<(String, bool)> {
            uses(text, 0..text.len()).into_iter().map(|one| (one.path.join("/"), one.is_guarded)).collect()
        };
        let bare = |names: &[&str]| -> Vec<(String, bool)> {
            names.iter().map(|name| ((*name).to_owned(), false)).collect()
        };
        assert_eq!(
            found("c.ten | slug ~ c[\"Tên xã\"] ~ 'c.x' ~ vars.a"),
            bare(&["c/ten", "c/Tên xã", "vars/a"])
        );
        assert_eq!(found("c.so | round(precision=2) + range(end=n)"), bare(&["c/so", "n"]));
        assert_eq!(found("c.x is defined or c.y is number"), [("c/x".into(), true), ("c/y".into(), false)]);
        assert_eq!(found("c.x | default(value='b')"), [("c/x".to_owned(), true)]);
    }
}
