//! The grammar of citations in a sentence: [tên loại] [số] 1600/QĐ-TTg [ngày …] [của …] [trích yếu], and
//! Luật … [số …] [ngày …, năm …].

use std::ops::Range;

use chrono::NaiveDate;

use super::{Citation, CitedKind, Day, Place};
use crate::plan::prose::{Prose, Sort, Token};
use crate::source::Spanned;

/// The citations of a line.
pub fn citations(line: &Prose, place: Place) -> Vec<Citation> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < line.tokens.len() {
        let read = match number(line, at) {
            Some(number) => Some(numbered(line, place, at, number)),
            None => law(line, place, at),
        };
        match read {
            Some((citation, next)) => {
                out.push(citation);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    out
}

/// "1600/QĐ-TTg" from the token `at` on: the token after it.
fn number(line: &Prose, at: usize) -> Option<usize> {
    let tokens = &line.tokens;
    if tokens[at].sort != Sort::Number || tokens.get(at + 1).is_none_or(|sign| !sign.is("/") && !sign.is("-"))
    {
        return None;
    }
    // "16/8/2016", "5/2020": part of a date; "1.500/QĐ": the end of a number.
    if at > 0 && (tokens[at - 1].is("/") || tokens[at - 1].is(".") || tokens[at - 1].is("-")) {
        return None;
    }
    let mut next = at + 1;
    let mut capitals = 0;
    while let Some(token) = tokens.get(next) {
        let joins = token.is("/") || token.is("-") || token.is("&");
        let goes_on = match token.sort {
            Sort::Word => {
                // "kg", "ha": no group of a symbol.
                if !token.is_capital() {
                    break;
                }
                capitals += token.text.chars().filter(|c| c.is_uppercase()).count();
                true
            }
            Sort::Number => true,
            // A space after a hyphen or a slash, before capitals, is a slip inside the symbol.
            Sort::Space => {
                let joined = tokens[next - 1].is("-") || tokens[next - 1].is("/");
                joined && capitals > 0 && tokens.get(next + 1).is_some_and(is_group)
            }
            Sort::Sign => joins && tokens.get(next + 1).is_some_and(|after| after.sort != Sort::Sign),
        };
        if !goes_on {
            break;
        }
        next += 1;
    }
    // A hyphen or a slash at the end belongs to the sentence.
    while next > at && !matches!(tokens[next - 1].sort, Sort::Word | Sort::Number) {
        next -= 1;
    }
    (capitals >= 2).then_some(next)
}

fn is_group(token: &Token) -> bool {
    token.sort == Sort::Word && token.text.chars().filter(|c| c.is_uppercase()).count() >= 2
}

fn numbered(line: &Prose, place: Place, at: usize, next: usize) -> (Citation, usize) {
    let tokens = &line.tokens;
    let range = tokens[at].at.start..tokens[next - 1].at.end;
    let number: String = line.chars[range.clone()].iter().filter(|c| !c.is_whitespace()).collect();
    let mut first = at;
    let says_number = line.word_before(at).is_some_and(|before| tokens[before].small == "số");
    if says_number {
        first = at - 2;
    }
    let words: Vec<&Token> = preceding(line, first);
    let small: Vec<&str> = words.iter().map(|token| token.small.as_str()).collect();
    let mut kind = None;
    let mut kind_words = String::new();
    let mut begin = tokens[first].at.start;
    let mut name = None;
    if let Some((found, count)) = CitedKind::ending(&small) {
        let from = words[words.len() - count];
        let range = from.at.start..words[words.len() - 1].at.end;
        begin = from.at.start;
        kind_words = line.chars[range.clone()].iter().collect();
        kind = Some(Spanned { value: found, span: line.span(range) });
    } else if let Some((law_at, found)) = law_before(&words) {
        // "Luật Hợp tác xã số 17/2023/QH15": the name stands between.
        let from = &words[law_at];
        let head = from.at.start..words[law_at + found.name.split(' ').count() - 1].at.end;
        begin = from.at.start;
        kind_words = line.chars[head.clone()].iter().collect();
        let named = head.end + 1..words[words.len() - 1].at.end;
        name = Some(Spanned { value: line.chars[named.clone()].iter().collect(), span: line.span(named) });
        kind = Some(Spanned { value: found, span: line.span(head) });
    }
    let mut rest = Rest { line, at: next };
    let date = rest.date();
    let issuer = rest.issuer();
    let has_subject = rest.subject();
    let end = rest.end();
    let citation = Citation {
        place,
        span: line.span(begin..end.max(range.end)),
        kind,
        kind_words,
        says_number,
        number: Some(Spanned { value: number, span: line.span(range) }),
        name,
        date,
        year: None,
        issuer,
        has_subject,
    };
    (citation, rest.at)
}

/// The words right before a token, joined by single spaces, in their order.
fn preceding<'a>(line: &'a Prose, at: usize) -> Vec<&'a Token> {
    let mut words = Vec::new();
    let mut at = at;
    while let Some(before) = line.word_before(at).filter(|_| words.len() < 14) {
        words.push(&line.tokens[before]);
        at = before;
    }
    words.reverse();
    words
}

/// The last "Luật", "Bộ luật" or "Pháp lệnh" among the words that a capital follows.
fn law_before(words: &[&Token]) -> Option<(usize, CitedKind)> {
    (0..words.len()).rev().find_map(|at| law_head(words, at).map(|kind| (at, kind)))
}

fn law_head(words: &[&Token], at: usize) -> Option<CitedKind> {
    let small = |at: usize| words.get(at).map(|token| token.small.as_str());
    let (name, len) = match (small(at)?, small(at + 1)) {
        ("bộ", Some("luật")) => ("bộ luật", 2),
        ("pháp", Some("lệnh")) => ("pháp lệnh", 2),
        ("luật", _) if at == 0 || small(at - 1) != Some("bộ") => ("luật", 1),
        _ => return None,
    };
    let named = words[at].is_capital() && words.get(at + len).is_some_and(|token| token.is_capital());
    named.then(|| CitedKind::named(name)).flatten()
}

/// "Luật Hợp tác xã ngày 20 tháng 6 năm 2023", "Luật Hợp tác xã năm 2012".
fn law(line: &Prose, place: Place, at: usize) -> Option<(Citation, usize)> {
    let tokens = &line.tokens;
    if tokens[at].sort != Sort::Word || !tokens[at].is_capital() {
        return None;
    }
    let mut words = vec![&tokens[at]];
    let mut indices = vec![at];
    while let Some(next) = line.word_after(indices[indices.len() - 1]).filter(|_| words.len() < 24) {
        if ["số", "ngày", "năm", "được", "và"].contains(&tokens[next].small.as_str()) && words.len() > 1
        {
            // "và" may belong to the name: "Luật Thực hành tiết kiệm, chống lãng phí", "… và môi trường".
            if tokens[next].small != "và" {
                break;
            }
        }
        words.push(&tokens[next]);
        indices.push(next);
    }
    let kind = law_head(&words, 0)?;
    let len = kind.name.split(' ').count();
    let last = indices[indices.len() - 1];
    // With a number after it, the number's own reading has the law.
    if line.matches(last, &[tokens[last].small.as_str(), "số"]).is_some() {
        return None;
    }
    let mut rest = Rest { line, at: last + 1 };
    let date = rest.date();
    let year = if date.is_none() { rest.year() } else { None };
    date.as_ref().map(|_| ()).or(year.map(|_| ()))?;
    let head = tokens[at].at.start..words[len - 1].at.end;
    let named = words[len].at.start..tokens[last].at.end;
    let citation = Citation {
        place,
        span: line.span(head.start..rest.end()),
        kind: Some(Spanned { value: kind, span: line.span(head.clone()) }),
        kind_words: line.chars[head].iter().collect(),
        says_number: true,
        number: None,
        name: Some(Spanned { value: line.chars[named.clone()].iter().collect(), span: line.span(named) }),
        date,
        year,
        issuer: None,
        has_subject: false,
    };
    Some((citation, rest.at))
}

/// What follows a number or a law's name.
struct Rest<'a, 'b> {
    line: &'a Prose<'b>,
    /// The next token.
    at: usize,
}

impl Rest<'_, '_> {
    fn end(&self) -> usize {
        self.at.checked_sub(1).map_or(0, |last| self.line.tokens[last].at.end)
    }

    /// The index of the token here, a space and a comma passed over.
    fn here(&self) -> Option<usize> {
        let mut at = self.at;
        while self
            .line
            .tokens
            .get(at)
            .is_some_and(|token| token.sort == Sort::Space || token.is(",") || token.is("("))
        {
            at += 1;
        }
        (at < self.line.tokens.len()).then_some(at)
    }

    /// "ngày 16/8/2016" or "ngày 16 tháng 8 năm 2016".
    fn date(&mut self) -> Option<Spanned<Day>> {
        let start = self.here().filter(|at| self.line.tokens[*at].small == "ngày")?;
        let tokens = &self.line.tokens;
        let day = start + 2;
        let number = |at: usize| {
            tokens.get(at).filter(|token| token.sort == Sort::Number).map(|token| token.text.as_str())
        };
        let sign =
            |at: usize| tokens.get(at).is_some_and(|token| token.is("/") || token.is("-") || token.is("."));
        let (month, year) = if sign(day + 1) && sign(day + 3) {
            (day + 2, day + 4)
        } else {
            let word = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.small == word);
            (word(day + 2, "tháng") && word(day + 6, "năm")).then_some((day + 4, day + 8))?
        };
        let (d, m, y) = (number(day)?, number(month)?, number(year)?);
        self.at = year + 1;
        let at: Range<usize> = tokens[day].at.start..tokens[year].at.end;
        Some(Spanned { value: as_day(d, m, y), span: self.line.span(at) })
    }

    /// "năm 2012", or the year alone.
    fn year(&mut self) -> Option<i32> {
        let tokens = &self.line.tokens;
        let mut at = self.here()?;
        if tokens[at].small == "năm" {
            at += 2;
        }
        let year = tokens.get(at)?;
        let value = year.text.parse().ok().filter(|year| (1945..2100).contains(year))?;
        self.at = at + 1;
        Some(value)
    }

    /// "của Thủ tướng Chính phủ": to the word that begins the trích yếu.
    fn issuer(&mut self) -> Option<Spanned<String>> {
        let tokens = &self.line.tokens;
        let of = self.here().filter(|at| tokens[*at].small == "của")?;
        let first = self.line.word_after(of)?;
        let mut last = first;
        while let Some(next) = self.line.word_after(last) {
            if begins_subject(self.line, next) {
                break;
            }
            last = next;
        }
        self.at = last + 1;
        let at = tokens[first].at.start..tokens[last].at.end;
        Some(Spanned { value: self.line.chars[at.clone()].iter().collect(), span: self.line.span(at) })
    }

    /// Whether a trích yếu follows; it is not passed over, for it may cite further documents.
    fn subject(&self) -> bool {
        self.here().is_some_and(|at| begins_subject(self.line, at))
    }
}

/// Words that begin a trích yếu.
const SUBJECTS: [&str; 24] = [
    "về", "v", "ban", "phê", "quy", "phân", "hướng", "sửa", "bổ", "giao", "triển", "thực", "kèm", "thông",
    "công", "đẩy", "tăng", "xây", "điều", "kiện", "thành", "bãi", "chỉ", "đính",
];

/// Second syllables that make verbs of them.
const VERBS: [(&str, &str); 22] = [
    ("ban", "hành"),
    ("phê", "duyệt"),
    ("quy", "định"),
    ("phân", "công"),
    ("phân", "bổ"),
    ("hướng", "dẫn"),
    ("sửa", "đổi"),
    ("bổ", "sung"),
    ("giao", "kế"),
    ("giao", "chỉ"),
    ("triển", "khai"),
    ("thực", "hiện"),
    ("kèm", "theo"),
    ("thông", "qua"),
    ("công", "bố"),
    ("đẩy", "mạnh"),
    ("tăng", "cường"),
    ("xây", "dựng"),
    ("điều", "chỉnh"),
    ("kiện", "toàn"),
    ("thành", "lập"),
    ("bãi", "bỏ"),
];

fn begins_subject(line: &Prose, at: usize) -> bool {
    let token = &line.tokens[at];
    if !SUBJECTS.contains(&token.small.as_str())
        || token.is_capital() && token.small != "về" && token.small != "v"
    {
        return false;
    }
    let second = line.word_after(at).map(|next| line.tokens[next].small.as_str());
    match token.small.as_str() {
        "về" => true,
        "v" => line.tokens.get(at + 1).is_some_and(|sign| sign.is("/")),
        first => second.is_some_and(|second| VERBS.contains(&(first, second))),
    }
}

fn as_day(day: &str, month: &str, year: &str) -> Day {
    let whole = |text: &str| text.parse::<u32>().ok();
    let date = whole(day)
        .zip(whole(month))
        .zip(year.parse().ok())
        .and_then(|((day, month), year)| NaiveDate::from_ymd_opt(year, month, day).filter(|_| year >= 1900));
    let is_padded = match date {
        Some(_) => {
            let small = whole(month).is_some_and(|month| month <= 2);
            day.len() == 2 && (month.len() == 2) == (small || month.starts_with('1') && month.len() == 2)
        }
        None => true,
    };
    Day { date, is_padded }
}
