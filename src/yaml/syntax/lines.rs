//! The lines of a plan as somebody types them who does not know YAML: indentation, dashes, key, value. No
//! line is refused; what lies inside quotes, brackets and blocks of text is passed over.

use std::ops::Range;

/// A line that has something to say.
#[derive(Clone, Debug)]
pub(super) struct YamlLine<'a> {
    /// Where it begins in the file.
    pub start: usize,
    /// The line without its line end.
    pub text: &'a str,
    /// The column, in bytes, of the first character that is no space.
    pub indent: usize,
    /// The places of its dashes.
    pub dashes: Vec<usize>,
    /// Its key.
    pub key: Option<Range<usize>>,
    /// The column, in bytes, at which its key or its text begins.
    pub column: usize,
    /// What follows, a comment left out, without spaces at its ends.
    pub value: Range<usize>,
    /// The keys above it, the outermost first.
    pub above: Vec<&'a str>,
    /// Whether it goes on with the text of the line before.
    pub continues: bool,
    /// The least indentation of a line that goes on with its text.
    pub deep: usize,
    /// Whether the line below is deeper and no continuation.
    pub has_below: bool,
}

impl<'a> YamlLine<'a> {
    /// Where it ends in the file, its line end left out.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The key that its list belongs to, or that its key stands below.
    pub(super) fn parent(&self) -> Option<&'a str> {
        self.above.last().copied()
    }
}

/// Keys whose values are sentences.
const TEXT_KEYS: [&str; 9] =
    ["title", "lead", "text", "item", "paragraph", "note", "preamble", "closing", "subject"];

/// The lines of `file` outside blocks of text, quotes and brackets that go on over several lines.
pub(super) fn lines(file: &str) -> Vec<YamlLine<'_>> {
    let mut reader = Reader { file, out: Vec::new(), above: Vec::new(), skip_to: 0, block: None };
    let mut start = 0;
    for whole in file.split_inclusive('\n') {
        reader.line(start, whole.trim_end_matches(['\n', '\r']));
        start += whole.len();
    }
    let mut out = reader.out;
    for at in 0..out.len().saturating_sub(1) {
        let next = &out[at + 1];
        let column = if out[at].key.is_some() { out[at].column } else { out[at].indent };
        out[at].has_below = !next.continues && next.indent > column;
    }
    out
}

struct Reader<'a> {
    file: &'a str,
    out: Vec<YamlLine<'a>>,
    /// Keys that are open, with their columns.
    above: Vec<(usize, &'a str)>,
    skip_to: usize,
    /// The indentation of the line that began a block of text.
    block: Option<usize>,
}

impl<'a> Reader<'a> {
    fn line(&mut self, start: usize, text: &'a str) {
        let shown = text.trim_start_matches('\u{feff}');
        let body = shown.trim_start_matches(is_space);
        let indent = text.len() - body.len();
        if start < self.skip_to || body.is_empty() {
            return;
        }
        if let Some(parent) = self.block {
            if indent > parent {
                return;
            }
            self.block = None;
        }
        let is_marker = body == "---" || body == "..." || body.starts_with("%YAML");
        if body.starts_with('#') || is_marker && indent == 0 {
            return;
        }
        let (dashes, after) = dashes(text, indent);
        let key = key(text, after);
        let last = self.out.last();
        let goes_on = |last: &YamlLine| !last.value.is_empty() && indent >= last.deep;
        let continues = dashes.is_empty() && key.is_none() && last.is_some_and(goes_on);
        let deep = match last {
            Some(last) if continues => last.deep,
            // A value that begins below its key.
            Some(last) if dashes.is_empty() && key.is_none() && last.value.is_empty() => last.column + 1,
            _ if key.is_some() => after + 1,
            // In "- - x" a list stands in a list.
            _ => dashes.last().unwrap_or(&indent) + 1,
        };
        if !continues {
            let limit = if dashes.is_empty() { indent } else { indent + 1 };
            self.above.retain(|(column, _)| *column < limit);
        }
        let above = self.above.iter().map(|(_, key)| *key).collect();
        let from = key.as_ref().map_or(after, |key| after_colon(text, key.end));
        let is_text = match &key {
            Some(key) => TEXT_KEYS.contains(&&text[key.clone()]),
            None => !dashes.is_empty(),
        };
        let value = without_spaces(text, from..before_comment(text, from, is_text));
        if let Some(key) = &key {
            self.above.retain(|(column, _)| *column < after);
            self.above.push((after, text[key.clone()].trim_matches(['"', '\''])));
        }
        let place = |range: Range<usize>| start + range.start..start + range.end;
        let line = YamlLine {
            start,
            text,
            indent,
            dashes: dashes.iter().map(|at| start + at).collect(),
            column: after,
            key: key.map(place),
            value: place(value),
            above,
            continues,
            deep,
            has_below: false,
        };
        self.pass_over(&line);
        self.out.push(line);
    }

    /// Finds where a value ends that goes on over several lines.
    fn pass_over(&mut self, line: &YamlLine) {
        let value = &self.file[line.value.clone()];
        if is_block_header(value) {
            self.block = Some(if line.key.is_some() { line.column } else { line.indent });
        } else if value.starts_with(['"', '\'', '[', '{'])
            && let Some(end) = closed(self.file, line.value.start, line.indent)
            && end > line.end()
        {
            let rest = self.file[end..].lines().next().unwrap_or_default();
            if is_nothing(rest) {
                self.skip_to = end;
            }
        }
    }
}

/// A space of any sort, and what has no width.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The places of "- " at the beginning, and where they end.
fn dashes(text: &str, indent: usize) -> (Vec<usize>, usize) {
    let (mut out, mut at) = (Vec::new(), indent);
    while let Some(rest) = text[at..].strip_prefix('-') {
        let spaces = rest.len() - rest.trim_start_matches(is_space).len();
        if spaces == 0 && !rest.is_empty() {
            break;
        }
        out.push(at);
        at += 1 + spaces;
    }
    (out, at)
}

/// A key as the format has them: one ASCII word that begins with a small letter, and a colon.
fn key(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = &text[at..];
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    let open = quote.map_or(0, char::len_utf8);
    let word: &str = rest.get(open..)?;
    let len =
        word.len() - word.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "_-".contains(c)).len();
    if len == 0 || !word.starts_with(|c: char| c.is_ascii_lowercase() || c == '_') {
        return None;
    }
    let end = match quote {
        Some(quote) => word[len..].starts_with(quote).then_some(open + len + 1)?,
        None => len,
    };
    let after = rest[end..].trim_start_matches(' ').strip_prefix(':')?;
    (after.is_empty() || after.starts_with(is_space)).then_some(at..at + end)
}

/// Where the value of a key begins.
fn after_colon(text: &str, key_end: usize) -> usize {
    let colon = text[key_end..].find(':').map_or(0, |at| at + 1);
    key_end + colon
}

fn without_spaces(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start_matches(is_space).len());
    // At the end only what YAML takes for a space: all else is a part of the text.
    let end = range.start + part.trim_end_matches([' ', '\t', '\r']).len();
    start..end.max(start)
}

/// Where a comment begins, or the line ends. A number sign after one space and right before a word belongs to
/// the text: that is how one is pasted, and comments stand apart.
fn before_comment(text: &str, from: usize, is_text: bool) -> usize {
    let begin = text.len() - text[from..].trim_start_matches(is_space).len();
    let quoted = text[begin..].starts_with(['"', '\'']).then(|| closed_quote(text, begin)).flatten();
    let mut at = quoted.unwrap_or(begin);
    while let Some(sign) = text[at..].find('#').map(|found| at + found) {
        if is_comment(text, sign, sign == begin && !is_text) {
            return sign;
        }
        at = sign + 1;
    }
    text.len()
}

/// Whether a number sign begins a comment, as far as its neighbours tell; `is_alone`: there is no text before it.
fn is_comment(text: &str, at: usize, is_alone: bool) -> bool {
    let (before, after) = (&text[..at], &text[at + 1..]);
    let spaces = before.len() - before.trim_end_matches([' ', '\t']).len();
    if spaces == 0 {
        return false;
    }
    let touches = after.starts_with(char::is_alphanumeric);
    let numbers = after.trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit());
    let has_text = before.contains(char::is_alphanumeric);
    let is_text = spaces == 1 && !before.ends_with('\t') && (touches || numbers && has_text) && !is_alone;
    !is_text
}

/// Whether a line's rest says nothing: spaces and a comment.
pub(super) fn is_nothing(rest: &str) -> bool {
    let body = rest.trim_matches([' ', '\t', '\r']);
    body.is_empty() || body.starts_with('#') && rest.starts_with([' ', '\t'])
}

/// `|` or `>` with their signs alone.
pub(super) fn is_block_header(value: &str) -> bool {
    let Some(rest) = value.strip_prefix(['|', '>']) else { return false };
    let signs = rest.trim_end();
    signs.len() <= 2 && signs.chars().all(|c| c == '+' || c == '-' || c.is_ascii_digit())
}

/// Where the quote or bracket that opens at `at` is closed; lines not deeper than `indent` end the search.
pub(super) fn closed(file: &str, at: usize, indent: usize) -> Option<usize> {
    let mut open: Vec<char> = Vec::new();
    let mut at = at;
    let bytes = file.as_bytes();
    while let Some(c) = file.get(at..).and_then(|rest| rest.chars().next()) {
        match c {
            '"' | '\'' if open.is_empty() || opens_text(&file[..at]) => {
                let end = closed_quote(file, at)?;
                if file[at..end].lines().skip(1).any(|line| ends_part(line, indent)) {
                    return None;
                }
                at = end;
                if open.is_empty() {
                    return Some(at);
                }
                continue;
            }
            '[' => open.push(']'),
            '{' => open.push('}'),
            ']' | '}' => {
                if open.pop() != Some(c) {
                    return None;
                }
                if open.is_empty() {
                    return Some(at + 1);
                }
            }
            '#' if at > 0 && matches!(bytes[at - 1], b' ' | b'\t' | b'\n') => {
                at += file[at..].find('\n').unwrap_or(file.len() - at);
                continue;
            }
            '\n' => {
                let next = file[at + 1..].lines().next().unwrap_or_default();
                if ends_part(next, indent) && !next.trim_start().starts_with([']', '}', '#']) {
                    return None;
                }
            }
            _ => {}
        }
        at += c.len_utf8();
    }
    None
}

/// Whether a line is not deeper than `indent`.
fn ends_part(line: &str, indent: usize) -> bool {
    let body = line.trim_start();
    !body.is_empty() && line.len() - body.len() <= indent
}

/// Whether a quote here opens a text in brackets.
fn opens_text(before: &str) -> bool {
    before.trim_end().ends_with(['[', '{', ',', ':'])
}

/// Where a quote that opens at `at` is closed.
pub(super) fn closed_quote(file: &str, at: usize) -> Option<usize> {
    let quote = file[at..].chars().next()?;
    let mut chars = file[at..].char_indices().skip(1).peekable();
    while let Some((offset, c)) = chars.next() {
        if c == '\\' && quote == '"' {
            chars.next();
        } else if c == quote {
            match chars.peek() {
                Some((_, next)) if quote == '\'' && *next == '\'' => {
                    chars.next();
                }
                _ => return Some(at + offset + 1),
            }
        }
    }
    None
}
