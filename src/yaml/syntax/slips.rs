//! Slips of somebody who does not know YAML, found line by line, and how each is mended: a line becomes one
//! text in quotes, or a space or a dash what YAML takes for one.

use std::collections::HashSet;
use std::ops::Range;

use super::lines::{YamlLine, closed, closed_quote, is_block_header, is_nothing, is_space, lines};
use super::slip::{Kind, Slip};
use crate::yaml::{Keys, Yaml, quoted, value_of};

/// What a text in quotes, a list or map in brackets, and a text that is used again begin with.
const NO_TEXT: [char; 6] = ['"', '\'', '[', '{', '*', '&'];

/// Marks that Word and people put in the place of a dash.
pub(super) const BULLETS: &str = "–—•·▪◦●+*\u{f0b7}";

/// All slips of a file; `reads`: YAML takes the file as it is, so that only what it takes otherwise than meant
/// is a slip.
pub(super) fn slips(file: &str, reads: bool, keys: &Keys) -> Vec<Slip> {
    let lines = lines(file);
    let is_name = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c);
    let after = |at: usize| &file[at + 1..at + 1 + file[at + 1..].find(|c| !is_name(c)).unwrap_or(0)];
    let anchors: HashSet<&str> = file.match_indices('&').map(|(at, _)| after(at)).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let more = lines[at + 1..].iter().take_while(|line| line.continues).count();
        let item = &lines[at..=at + more];
        let before = at.checked_sub(1).map(|before| &lines[before]);
        Item { file, lines: item, before, reads, anchors: &anchors, keys }.slips(&mut out);
        at += 1 + more;
    }
    out
}

/// A line, and those that go on with its text.
struct Item<'a> {
    file: &'a str,
    lines: &'a [YamlLine<'a>],
    before: Option<&'a YamlLine<'a>>,
    reads: bool,
    /// Names that parts of the file have.
    anchors: &'a HashSet<&'a str>,
    keys: &'a Keys,
}

impl Item<'_> {
    fn slips(&self, out: &mut Vec<Slip>) {
        let head = &self.lines[0];
        let is_data = head.above.iter().any(|key| self.keys.data.contains(key));
        self.spaces(out);
        self.joined(out);
        if is_data && self.reads {
            return;
        }
        if head.key.is_none() {
            if head.dashes.is_empty() {
                self.stray(out);
            }
            self.colon_space(out);
        }
        self.curved_quotes(out);
        let is_listed = !head.dashes.is_empty() && head.key.is_none();
        if head.dashes.len() > 1 {
            self.second_dash(out);
        } else if !(is_listed && is_data) {
            out.extend(self.value());
        }
    }

    /// Spaces of other sorts before and after dashes and keys.
    fn spaces(&self, out: &mut Vec<Slip>) {
        for line in self.lines {
            let structure = line.start..line.value.start;
            let mut at = structure.start;
            while let Some(c) = self.file.get(at..structure.end).and_then(|rest| rest.chars().next()) {
                let is_wrong = is_space(c) && c != ' ' && (c != '\u{feff}' || at > 0);
                // YAML takes a tab after a dash; what goes on with a text may begin with anything.
                let is_taken = self.reads && (c == '\t' || line.continues);
                if is_wrong && !is_taken {
                    let run = self.file[at..structure.end].chars().take_while(|one| *one == c);
                    let count = run.count();
                    let range = at..at + count * c.len_utf8();
                    let width = match c {
                        '\t' => 2,
                        '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => 0,
                        _ => 1,
                    };
                    let kind = if c == '\t' { Kind::Tab } else { Kind::Space };
                    let edit = Some((range.clone(), " ".repeat(width * count)));
                    out.push(Slip { kind, at: range.clone(), edit, safe: true });
                    at = range.end;
                } else {
                    at += c.len_utf8();
                }
            }
        }
    }

    /// Dashes below a text that YAML joins to it.
    fn joined(&self, out: &mut Vec<Slip>) {
        let head = &self.lines[0];
        let below = |line: &YamlLine, mark: usize| {
            let after = self.file[mark..line.end()].chars().find(|c| c.is_alphanumeric());
            // "2026\n  - 2030" is a range.
            if after.is_some_and(|c| !c.is_numeric()) {
                let at = mark..line.end();
                out.push(Slip { kind: Kind::Joined, at, edit: None, safe: false });
                return true;
            }
            false
        };
        let mut below = below;
        if let (Some(before), Some(dash)) = (self.before, head.dashes.first()) {
            let value = &self.file[before.value.clone()];
            let is_open = !value.is_empty() && !value.ends_with(':') && !value.starts_with(NO_TEXT);
            if is_open && head.indent >= before.deep && !is_block_header(value) {
                below(head, *dash);
            }
        }
        if head.key.is_none()
            && !head.dashes.is_empty()
            && !self.file[head.value.clone()].starts_with(['"', '\''])
        {
            for line in &self.lines[1..] {
                let value = &self.file[line.value.clone()];
                let is_bullet = value.starts_with(|c| BULLETS.contains(c)) && value[1..].contains(' ');
                let spaced = value.chars().nth(1).is_some_and(is_space);
                if is_bullet && spaced && below(line, line.value.start) {
                    break;
                }
            }
        }
    }

    /// A line that is neither a key nor a dash.
    fn stray(&self, out: &mut Vec<Slip>) {
        let head = &self.lines[0];
        let text = &self.file[head.value.clone()];
        let at = head.value.start;
        let begins_list = self.before.is_some_and(|before| {
            let is_empty_key =
                before.key.is_some() && before.value.is_empty() && head.indent >= before.column;
            let is_sibling = !before.dashes.is_empty() && before.indent == head.indent;
            is_empty_key && before.key.is_some() || is_sibling || self.is_below_sibling(before)
        });
        let Some(first) = text.chars().next() else { return };
        let rest = &text[first.len_utf8()..];
        let mut push = |kind, range: Range<usize>, with: &str| {
            out.push(Slip { kind, at: range.clone(), edit: Some((range, with.to_owned())), safe: true });
        };
        if begins_list && first == '-' && rest.starts_with(char::is_alphabetic) {
            push(Kind::DashSpace, at..at + 1, "- ");
        } else if begins_list && BULLETS.contains(first) && rest.starts_with(is_space) {
            let spaces = rest.len() - rest.trim_start_matches(is_space).len();
            push(Kind::Bullet, at..at + first.len_utf8() + spaces, "- ");
        }
    }

    /// "title:Hỗ trợ": a key without the space after its colon.
    fn colon_space(&self, out: &mut Vec<Slip>) {
        let head = &self.lines[0];
        let text = &self.file[head.value.clone()];
        if let Some((key, value)) = text.split_once(':')
            && (self.keys.is_key)(key)
            && value.starts_with(|c: char| !c.is_whitespace() && c != '/')
        {
            let colon = head.value.start + key.len();
            let range = colon..colon + 1;
            let edit = Some((range.clone(), ": ".to_owned()));
            out.push(Slip { kind: Kind::ColonSpace, at: range, edit, safe: true });
        }
    }

    /// "subject: “Thực hiện …”": the quotes of Word are letters to YAML, and print.
    fn curved_quotes(&self, out: &mut Vec<Slip>) {
        let head = &self.lines[0];
        let text = &self.file[head.value.clone()];
        let is_short =
            head.key.as_ref().is_some_and(|key| self.keys.short.contains(&&self.file[key.clone()]));
        let inner = text.strip_prefix('“').and_then(|rest| rest.strip_suffix('”'));
        if is_short && inner.is_some_and(|inner| !inner.contains(['“', '”'])) {
            let at = head.value.clone();
            out.push(Slip { kind: Kind::CurvedQuotes, at, edit: None, safe: false });
        }
    }

    /// Whether the line before is a text of a list whose lines begin where this one does.
    fn is_below_sibling(&self, before: &YamlLine) -> bool {
        let head = &self.lines[0];
        let text = &self.file[before.value.clone()];
        before.dashes.is_empty()
            && before.key.is_none()
            && before.indent == head.indent
            && text.starts_with(|c| c == '-' || BULLETS.contains(c))
    }

    /// "- - words": a dash typed where the first one already is one.
    fn second_dash(&self, out: &mut Vec<Slip>) {
        let head = &self.lines[0];
        let is_text_list = head.parent().is_some_and(|parent| (self.keys.is_text_list)(parent));
        let [_, second, ..] = head.dashes[..] else { return };
        if is_text_list && head.key.is_none() && !head.value.is_empty() && !head.has_below {
            let range = second..head.value.start;
            let edit = Some((range, String::new()));
            out.push(Slip { kind: Kind::SecondDash, at: second..second + 1, edit, safe: true });
            out.extend(self.value());
        }
    }

    /// A value that YAML would not take for the text that it is.
    fn value(&self) -> Option<Slip> {
        let head = &self.lines[0];
        let file = self.file;
        let start = head.value.start;
        let text = &file[head.value.clone()];
        let is_listed = !head.dashes.is_empty() && head.key.is_none();
        let in_texts = is_listed && head.parent().is_some_and(|parent| (self.keys.is_text_list)(parent));
        let first = text.chars().next()?;
        let pieces: Vec<Range<usize>> = self.lines.iter().map(|line| line.value.clone()).collect();
        let has_colon = |range: &Range<usize>| colon(&file[range.clone()]).is_some();
        let all = start..pieces.last()?.end;
        // A value may begin below its key; else a line without dash and key has no place.
        let key =
            self.before.filter(|key| key.key.is_some() && key.value.is_empty() && head.indent > key.column);
        let is_list =
            key.and_then(|line| line.key.clone()).is_some_and(|key| (self.keys.is_text_list)(&file[key]));
        let is_placed = !head.dashes.is_empty() || head.key.is_some() || key.is_some() && !is_list;
        if is_list && head.key.is_none() && head.dashes.is_empty() && first.is_alphabetic() {
            return self.paragraphs(&pieces);
        }
        let quote = |kind, at: Range<usize>, safe: bool| {
            let with = quoted(file, &pieces).filter(|_| is_placed);
            Some(Slip { kind, at, safe: safe && with.is_some(), edit: with.map(|with| (all.clone(), with)) })
        };
        let begins = start..start + first.len_utf8();
        if text.starts_with("{{") || text.starts_with("{%") {
            return quote(Kind::Expression, start..start + 2, true);
        }
        match first {
            '"' | '\'' => {
                let is_own = |end: usize| {
                    let rest = file[end..].lines().next().unwrap_or_default();
                    is_nothing(rest) || rest.trim_start().starts_with(':')
                };
                return match closed(file, start, head.indent) {
                    Some(end) if is_own(end) => None,
                    Some(end) if end <= head.end() => quote(Kind::AfterQuote, end - 1..end, true),
                    _ if closed_quote(text, 0).is_some() => quote(Kind::AfterQuote, begins, true),
                    _ => quote(Kind::OpenQuote, begins, false),
                };
            }
            '[' | '{' => {
                return match closed(file, start, head.indent) {
                    Some(end) if is_nothing(file[end..].lines().next().unwrap_or_default()) => {
                        let is_whole = first == '[' && in_texts && end <= head.end() && self.lines.len() == 1;
                        if is_whole { quote(Kind::Begins(first), begins, true) } else { None }
                    }
                    Some(end) if end <= head.end() => quote(Kind::AfterBracket, end - 1..end, true),
                    _ => quote(Kind::OpenBracket, begins, false),
                };
            }
            '|' | '>' if is_block_header(text) => return None,
            '*' | '&' if self.is_reference(text) => return None,
            '!' if text.starts_with("!!") => return None,
            _ => {}
        }
        let is_sign = first.is_ascii_punctuation() && first != '(' && text != "~";
        if !is_sign && !pieces.iter().any(has_colon) || self.is_as_typed(&pieces) {
            return None;
        }
        match pieces.iter().find_map(|piece| Some(piece.start + colon(&file[piece.clone()])?)) {
            Some(at) => {
                let is_map = has_colon(&pieces[0]);
                // "- Nội dung:" with lines below is more than one text.
                if is_listed && is_map && head.has_below {
                    return None;
                }
                if is_listed && is_map && !self.is_words(&file[start..at], in_texts) {
                    return None;
                }
                let is_several = is_map && pieces[1..].iter().any(has_colon);
                let end = pieces.iter().find(|piece| piece.end >= at).map_or(at + 1, |piece| piece.end);
                quote(Kind::Colon, at..end, !is_several)
            }
            None => quote(Kind::Begins(first), begins, true),
        }
    }

    /// Paragraphs below the key of a list, none with its dash: a line each, perhaps.
    fn paragraphs(&self, pieces: &[Range<usize>]) -> Option<Slip> {
        let each: Option<Vec<String>> =
            pieces.iter().map(|piece| quoted(self.file, std::slice::from_ref(piece))).collect();
        let indent = format!("\n{}- ", " ".repeat(self.lines[0].indent));
        let at = pieces.first()?.start..pieces.last()?.end;
        let edit = each.map(|each| (at.clone(), format!("- {}", each.join(&indent))));
        Some(Slip { kind: Kind::NoDash, at, edit, safe: false })
    }

    /// Whether what stands before the colon of a dash is words, not a key. A list of a kind that is not known has
    /// texts only where YAML does not read it.
    fn is_words(&self, before: &str, in_texts: bool) -> bool {
        let is_name = before.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c));
        let is_capital = before.starts_with(|c: char| !c.is_ascii_lowercase());
        let is_key = (self.keys.is_key_of_items)(&before.to_lowercase());
        (in_texts || !self.reads) && (!is_name || is_capital) && !(is_name && is_key)
    }

    /// Whether a text is an anchor, or an alias that has one.
    fn is_reference(&self, text: &str) -> bool {
        let (sign, name) = text.split_at(1);
        let name = name.split(' ').next().unwrap_or_default();
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c));
        let is_alias = || name.len() + 1 == text.len() && self.anchors.contains(name);
        is_name && (sign == "&" || is_alias())
    }

    /// Whether YAML reads the text as it is typed.
    fn is_as_typed(&self, pieces: &[Range<usize>]) -> bool {
        let words: Vec<&str> = pieces.iter().map(|piece| &self.file[piece.clone()]).collect();
        match value_of(&format!("- {}\n", words.join("\n  "))) {
            Some(Yaml::Seq(items)) => {
                items.len() == 1 && items[0].value.words().is_some_and(|read| read == words.join(" "))
            }
            _ => false,
        }
    }
}

/// The first colon that YAML takes for the end of a key.
fn colon(text: &str) -> Option<usize> {
    let mut colons = text.match_indices(':').map(|(at, _)| at);
    colons.find(|at| text[at + 1..].is_empty() || text[at + 1..].starts_with([' ', '\t']))
}
