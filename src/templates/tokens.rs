//! The words of one expression, as far as it matters which of its names stand beside an operator.

use std::ops::Range;

use super::segments::uses;

/// A word of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lexeme<'a> {
    /// What it is.
    pub word: Word<'a>,
    /// Where, by bytes.
    pub at: Range<usize>,
}

/// Sorts of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word<'a> {
    /// A variable with the names below it.
    Name(Vec<String>),
    /// A text in quotes.
    Quoted,
    /// A number.
    Number,
    /// `|`
    Bar,
    /// The name of a filter.
    Filter(&'a str),
    /// `(`
    Open,
    /// `)`
    Close,
    /// `+ - * / // % **`
    Sum,
    /// `< > <= >=`
    Order,
    /// `== !=`
    Same,
    /// Anything else: keywords, tests, functions, commas.
    Other,
}

/// The words of an expression without its braces, or of a tag with them.
pub(super) fn tokens(text: &str) -> Vec<Lexeme<'_>> {
    let tag = text.strip_prefix("{%-").or_else(|| text.strip_prefix("{%"));
    let (start, end) = match tag {
        Some(inside) => {
            let close = if inside.ends_with("-%}") { 3 } else { 2 };
            (text.len() - inside.len(), text.len() - close)
        }
        None => (0, text.len()),
    };
    let names = uses(text, start..end);
    let mut names = names.into_iter().peekable();
    let mut out: Vec<Lexeme> = Vec::new();
    let mut at = start;
    while let Some(rest) = text.get(at..end).filter(|rest| !rest.is_empty()) {
        if let Some(name) = names.next_if(|name| name.at.start == at) {
            at = name.at.end;
            out.push(Lexeme { word: Word::Name(name.path), at: name.at });
            continue;
        }
        let (word, len) = word(rest, matches!(out.last(), Some(Lexeme { word: Word::Bar, .. })));
        if let Some(word) = word {
            out.push(Lexeme { word, at: at..at + len });
        }
        at += len;
    }
    out
}

/// The first word of a text, none for white space, and its length.
fn word(rest: &str, after_bar: bool) -> (Option<Word<'_>>, usize) {
    let run = |is_in: fn(char) -> bool| rest.find(|c| !is_in(c)).unwrap_or(rest.len());
    let first = rest.chars().next().unwrap_or(' ');
    match first {
        _ if first.is_whitespace() => (None, run(char::is_whitespace)),
        '"' | '\'' | '`' => {
            let inside = rest[1..].find(first).map_or(rest.len() - 1, |len| len + 1);
            (Some(Word::Quoted), inside + 1)
        }
        '0'..='9' => (Some(Word::Number), run(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_')),
        _ if first.is_alphabetic() || first == '_' => {
            let len = run(|c| c.is_alphanumeric() || c == '_');
            (Some(if after_bar { Word::Filter(&rest[..len]) } else { Word::Other }), len)
        }
        _ => {
            let two = |start: &str| rest.starts_with(start);
            let (word, len) = match first {
                '|' => (Word::Bar, 1),
                '(' => (Word::Open, 1),
                ')' => (Word::Close, 1),
                _ if two("==") || two("!=") => (Word::Same, 2),
                _ if two("<=") || two(">=") => (Word::Order, 2),
                '<' | '>' => (Word::Order, 1),
                _ if two("**") || two("//") => (Word::Sum, 2),
                '+' | '-' | '*' | '/' | '%' => (Word::Sum, 1),
                _ => (Word::Other, first.len_utf8()),
            };
            (Some(word), len)
        }
    }
}
