//! A text in quotes, so that YAML reads it as it is typed.

use std::ops::Range;

/// The pieces of a text, a line each, in quotes, with what stands between them as it is. None where more
/// than spaces stands between them.
pub(crate) fn quoted(file: &str, pieces: &[Range<usize>]) -> Option<String> {
    let first = pieces.first()?;
    let all = &file[first.start..pieces.last()?.end];
    let between = |pair: &[Range<usize>]| &file[pair[0].end..pair[1].start];
    let is_plain = |pair: &[Range<usize>]| between(pair).chars().all(|c| " \r\n".contains(c));
    if !pieces.windows(2).all(is_plain) {
        return None;
    }
    let single = all.contains(['"', '\\']) && !all.contains('\'');
    let quote = if single { '\'' } else { '"' };
    let mut out = String::with_capacity(all.len() + 2);
    out.push(quote);
    for (at, piece) in pieces.iter().enumerate() {
        if at > 0 {
            out.push_str(between(&pieces[at - 1..=at]));
        }
        for c in file[piece.clone()].chars() {
            if !single && matches!(c, '"' | '\\') {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out.push(quote);
    Some(out)
}
