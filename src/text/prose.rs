//! The texts of a plan as a reader sees them: marks taken off, one line each, every character with its
//! place in the file.

use std::ops::Range;

use ecow::EcoString;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::marks::{self, Run, printed};
use super::{Field, Text};
use crate::diag::{Edit, Fix};
use crate::source::{SourceMap, Span};
use crate::vietnamese::{is_composed, is_letter, is_possible};
use crate::yaml::{self, quoted};

/// One line of a text of the plan, or one of its footnotes.
#[derive(Clone, Debug)]
pub struct Prose<'a> {
    /// What the text is for.
    pub field: Field,
    /// The characters, in NFC, without marks.
    pub chars: Vec<char>,
    /// Its words, numbers, spaces and signs.
    pub tokens: Vec<Token>,
    /// The place of each character, in bytes; none where the text is written in a way that is not followed.
    places: Option<Vec<Range<usize>>>,
    /// The whole scalar.
    whole: Span,
    file: &'a str,
}

/// A run of characters of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The kind.
    pub kind: TokenKind,
    /// Which characters, by index.
    pub at: Range<usize>,
    /// The characters.
    pub text: EcoString,
    /// The characters in small letters.
    pub small: EcoString,
    /// Whether it is a word that Vietnamese can have as a syllable.
    pub is_syllable: bool,
    begins_capital: bool,
}

/// Sorts of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters.
    Word,
    /// Digits.
    Number,
    /// White space.
    Space,
    /// One other character.
    Sign,
}

impl Token {
    /// Whether it is a word that begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.begins_capital
    }

    /// Whether it is a word of several letters, all capitals: an abbreviation, or a part of a heading.
    pub fn is_all_capitals(&self) -> bool {
        self.begins_capital && self.at.len() > 1 && self.text.chars().all(char::is_uppercase)
    }

    /// Whether it is this sign.
    pub fn is(&self, sign: &str) -> bool {
        self.kind == TokenKind::Sign && self.text == sign
    }
}

/// The lines of a text and its footnotes.
pub fn read<'a>(field: Field, text: &Text, sources: &'a SourceMap) -> Vec<Prose<'a>> {
    let file = &*sources.get(text.span.source).text;
    let places = match &text.evaluated {
        Some(evaluated) => evaluated.places.clone(),
        None => yaml::places(&text.value, file, text.span.start..text.span.end),
    };
    let mut out = Vec::new();
    let mut line = Line::default();
    let guarded = text.guarded();
    let characters =
        guarded.chars().enumerate().map(|(at, c)| (c, places.as_ref().map(|all| all[at].clone())));
    for (c, place) in characters {
        if c == '\n' {
            std::mem::take(&mut line).finish(field, text.span, file, &mut out);
        } else {
            line.chars.push(c);
            line.places.extend(place);
        }
    }
    line.finish(field, text.span, file, &mut out);
    out
}

/// Marks that one letter may carry: no letter of any script has more.
const MAX_MARKS: usize = 8;

#[derive(Default)]
struct Line {
    chars: Vec<char>,
    places: Vec<Range<usize>>,
}

impl Line {
    fn finish<'a>(self, field: Field, whole: Span, file: &'a str, out: &mut Vec<Prose<'a>>) {
        let line = self.composed();
        if line.chars.iter().any(|c| marks::MAY_MARK.contains(*c)) {
            let (runs, _) = marks::read(&line.chars);
            line.gather(&runs, field, whole, file, out);
        } else if !line.chars.is_empty() {
            let places = (!line.places.is_empty()).then_some(line.places);
            let chars: Vec<char> = line.chars.into_iter().map(printed).collect();
            out.push(Prose { field, tokens: tokens(&chars), chars, places, whole, file });
        }
    }

    /// Letters and their combining marks become one character.
    fn composed(self) -> Self {
        if is_composed(self.chars.iter().copied()) {
            return self;
        }
        let mut out = Self::default();
        let mut at = 0;
        while at < self.chars.len() {
            let marks =
                self.chars[at + 1..].iter().take(MAX_MARKS).take_while(|c| is_combining_mark(**c)).count();
            let end = at + 1 + marks;
            let place = self.places.get(at..end).map(|places| places[0].start..places[marks].end);
            for c in self.chars[at..end].iter().copied().nfc() {
                out.chars.push(c);
                out.places.extend(place.clone());
            }
            at = end;
        }
        out
    }

    fn gather<'a>(&self, runs: &[Run], field: Field, whole: Span, file: &'a str, out: &mut Vec<Prose<'a>>) {
        let mut words: Vec<usize> = Vec::new();
        for run in runs {
            match run {
                Run::Words { at, .. } => words.extend(at.iter().copied()),
                Run::Note(note) => self.gather(note, Field::Note, whole, file, out),
            }
        }
        if words.is_empty() {
            return;
        }
        let chars: Vec<char> = words.iter().map(|at| printed(self.chars[*at])).collect();
        let places =
            (!self.places.is_empty()).then(|| words.iter().map(|at| self.places[*at].clone()).collect());
        out.push(Prose { field, tokens: tokens(&chars), chars, places, whole, file });
    }
}

fn tokens(chars: &[char]) -> Vec<Token> {
    let whole: String = chars.iter().collect();
    let mut out: Vec<Token> = Vec::with_capacity(chars.len() / 2);
    let (mut at, mut rest) = (0, whole.as_str());
    while at < chars.len() {
        let kind = kind(chars[at]);
        let len = match kind {
            TokenKind::Sign => 1,
            _ => chars[at..].iter().take_while(|c| self::kind(**c) == kind).count(),
        };
        let run = &chars[at..at + len];
        let (text, after) = rest.split_at(run.iter().map(|c| c.len_utf8()).sum());
        let has_capital = kind == TokenKind::Word && run.iter().any(|c| c.is_uppercase());
        let small = if has_capital { EcoString::from(text).to_lowercase() } else { EcoString::from(text) };
        out.push(Token {
            kind,
            at: at..at + len,
            text: EcoString::from(text),
            is_syllable: kind == TokenKind::Word && is_possible(&small),
            small,
            begins_capital: has_capital && chars[at].is_uppercase(),
        });
        (at, rest) = (at + len, after);
    }
    out
}

fn kind(c: char) -> TokenKind {
    if is_letter(c) || c.is_alphabetic() {
        TokenKind::Word
    } else if c.is_ascii_digit() {
        TokenKind::Number
    } else if c.is_whitespace() {
        TokenKind::Space
    } else {
        TokenKind::Sign
    }
}

impl Prose<'_> {
    /// The place of some characters; the whole text where places are not known.
    pub fn span(&self, at: Range<usize>) -> Span {
        let (first, last) = match self
            .places
            .as_ref()
            .and_then(|all| Some((all.get(at.start)?, all.get(at.end.checked_sub(1)?)?)))
        {
            Some(both) => both,
            None => return self.whole,
        };
        Span { source: self.whole.source, start: first.start, end: last.end }
    }

    /// What is written in the file for some characters; `None` where that is not known, or an expression.
    pub fn written(&self, at: Range<usize>) -> Option<&str> {
        self.places.as_ref()?;
        let span = self.span(at.clone());
        let written = self.file.get(span.start..span.end)?;
        let is_expression = written.contains("{{") && !self.chars.get(at)?.contains(&'{');
        (!is_expression).then_some(written)
    }

    /// Whether a backslash in the file says that the character prints as itself.
    pub fn is_escaped(&self, at: usize) -> bool {
        let start = self.span(at..at + 1).start;
        self.places.is_some() && self.file.get(..start).is_some_and(|before| before.ends_with('\\'))
    }

    /// A safe fix: some characters become `text`. None where they are written in another way than
    /// they read (an escape, a folded line), or run over a mark.
    pub fn fix(&self, at: Range<usize>, text: impl Into<String>) -> Option<Fix> {
        let read: String = self.chars[at.clone()].iter().collect();
        let is_plain =
            self.written(at.clone()).is_some_and(|written| written == read || written.nfc().eq(read.chars()));
        is_plain.then(|| Fix::safe(vec![Edit { span: self.span(at), text: text.into() }]))
    }

    /// A fix that puts the whole text, and what stands after it on its line, in quotes. None where it is more than
    /// one line, or in quotes or brackets already.
    pub fn quoted_with(&self, after: &str) -> Option<Fix> {
        let Span { start, end, .. } = self.whole;
        let all = start..end + after.trim_end().len();
        let written = self.file.get(all.clone())?;
        let line = self.file[..start].rfind('\n').map_or(0, |at| at + 1);
        let is_plain = written.starts_with(char::is_alphanumeric) && !written.contains('\n');
        if !is_plain || self.file[line..start].contains(['[', '{', '"', '\'']) {
            return None;
        }
        let text = quoted(self.file, std::slice::from_ref(&all))?;
        Some(Fix { safe: false, edits: vec![Edit { span: Span { end: all.end, ..self.whole }, text }] })
    }

    /// The place of the whole text that the line belongs to.
    pub fn scalar(&self) -> Span {
        self.whole
    }

    /// What stands in the file after the text, to the end of its line.
    pub fn after(&self) -> &str {
        self.file.get(self.whole.end..).and_then(|rest| rest.lines().next()).unwrap_or_default()
    }

    /// Whether the text follows a comma: an entry of a list in brackets, perhaps cut off by its own comma.
    pub fn follows_comma(&self) -> bool {
        self.file.get(..self.whole.start).is_some_and(|before| before.trim_end().ends_with(','))
    }

    /// The whole line.
    pub fn text(&self) -> String {
        self.chars.iter().collect()
    }

    /// The token before the `n`-th, spaces passed over.
    pub fn before(&self, n: usize) -> Option<&Token> {
        self.tokens[..n].iter().rev().find(|token| token.kind != TokenKind::Space)
    }

    /// Whether the `n`-th token begins a sentence: at the beginning, or after an end mark.
    pub fn begins_sentence(&self, n: usize) -> bool {
        self.before(n).is_none_or(|token| {
            token.kind == TokenKind::Sign && ".?!:…“\"(-+/•".contains(token.text.as_str())
        })
    }

    /// The words that follow each other with one space between: their indices among the tokens.
    pub fn word_after(&self, n: usize) -> Option<usize> {
        let space = self.tokens.get(n + 1)?;
        let next = self.tokens.get(n + 2)?;
        (space.kind == TokenKind::Space && next.kind == TokenKind::Word).then_some(n + 2)
    }

    /// The word before the `n`-th token with one run of spaces between.
    pub fn word_before(&self, n: usize) -> Option<usize> {
        let word = n.checked_sub(2)?;
        (self.tokens[n - 1].kind == TokenKind::Space && self.tokens[word].kind == TokenKind::Word)
            .then_some(word)
    }

    /// The run of capitalised words that begins with the `n`-th token: the words, their characters, and the
    /// last token of them.
    pub fn name_at(&self, n: usize) -> Option<(String, Range<usize>, usize)> {
        let first = self.tokens.get(n).filter(|token| token.is_capital())?;
        let (mut words, mut last) = (first.text.to_string(), n);
        while let Some(next) = self.word_after(last).filter(|next| self.tokens[*next].is_capital()) {
            words = format!("{words} {}", self.tokens[next].text);
            last = next;
        }
        Some((words, first.at.start..self.tokens[last].at.end, last))
    }

    /// Whether the words from the `n`-th token on are these, in small letters; the index of the last.
    pub fn matches(&self, n: usize, words: &[&str]) -> Option<usize> {
        let mut at = n;
        for (i, word) in words.iter().enumerate() {
            if i > 0 {
                at = self.word_after(at)?;
            }
            if self.tokens.get(at)?.small != *word {
                return None;
            }
        }
        Some(at)
    }
}
