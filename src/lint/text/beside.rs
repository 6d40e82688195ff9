//! A word and what stands beside it.

use crate::text::prose::{Prose, TokenKind};
use crate::vietnamese::{Beside, binds, capitalised};

/// What stands before and after a word.
pub(super) fn neighbours<'a>(line: &'a Prose, at: usize) -> (Beside<'a>, Beside<'a>) {
    let small = |at: usize| line.tokens[at].small.as_str();
    let number = |space: Option<usize>, at: Option<usize>| {
        let sort = |at: Option<usize>| at.and_then(|at| line.tokens.get(at)).map(|token| token.kind);
        match (sort(space), sort(at)) {
            (Some(TokenKind::Space), Some(TokenKind::Number)) => Beside::Number,
            _ => Beside::Edge,
        }
    };
    let before = match line.word_before(at) {
        Some(word) if line.word_before(word).is_some_and(|beyond| binds(small(beyond), small(word))) => {
            Beside::Taken(small(word))
        }
        Some(word) => Beside::Word(small(word)),
        None => number(at.checked_sub(1), at.checked_sub(2)),
    };
    let after = match line.word_after(at) {
        Some(word) if line.word_after(word).is_some_and(|beyond| binds(small(word), small(beyond))) => {
            Beside::Taken(small(word))
        }
        Some(word) => Beside::Word(small(word)),
        None => number(Some(at + 1), Some(at + 2)),
    };
    (before, after)
}

/// The word with the capitals of another one.
pub(super) fn in_case_of(written: &str, word: &str) -> String {
    let mut letters = written.chars();
    match (letters.next().is_some_and(char::is_uppercase), letters.next().is_some_and(char::is_uppercase)) {
        (true, true) => word.to_uppercase(),
        (true, false) => capitalised(word),
        (false, _) => word.to_owned(),
    }
}
