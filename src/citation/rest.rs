//! What follows the number of a cited document, or the name of a law: date, issuer, trích yếu.

use std::ops::Range;

use chrono::NaiveDate;

use super::Day;
use crate::source::Spanned;
use crate::text::prose::{Prose, TokenKind};

/// What follows a number or a law's name.
pub(super) struct Rest<'a, 'b> {
    /// The line.
    pub line: &'a Prose<'b>,
    /// The next token.
    pub at: usize,
}

impl Rest<'_, '_> {
    /// Where what was read ends, in characters.
    pub(super) fn end(&self) -> usize {
        self.at.checked_sub(1).map_or(0, |last| self.line.tokens[last].at.end)
    }

    /// The index of the token here, a space and a comma passed over.
    fn here(&self) -> Option<usize> {
        let mut at = self.at;
        while self
            .line
            .tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Space || token.is(",") || token.is("("))
        {
            at += 1;
        }
        (at < self.line.tokens.len()).then_some(at)
    }

    /// "ngày 16/8/2016" or "ngày 16 tháng 8 năm 2016".
    pub(super) fn date(&mut self) -> Option<Spanned<Day>> {
        let start = self.here().filter(|at| self.line.tokens[*at].small == "ngày")?;
        let tokens = &self.line.tokens;
        let day = start + 2;
        let number = |at: usize| {
            tokens.get(at).filter(|token| token.kind == TokenKind::Number).map(|token| token.text.as_str())
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
    pub(super) fn year(&mut self) -> Option<i32> {
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
    pub(super) fn issuer(&mut self) -> Option<Spanned<String>> {
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
    pub(super) fn subject(&self) -> bool {
        let tokens = &self.line.tokens;
        let after_remark = || {
            // "của Bộ Nông nghiệp (nay là Bộ Nông nghiệp và Môi trường) quy định …"
            let open = self.at + usize::from(tokens.get(self.at)?.kind == TokenKind::Space);
            let close = open
                + tokens
                    .get(open)
                    .filter(|token| token.is("("))
                    .and_then(|_| tokens[open..].iter().position(|token| token.is(")")))?;
            tokens.get(close + 2).map(|_| close + 2)
        };
        self.here().is_some_and(|at| begins_subject(self.line, at))
            || after_remark().is_some_and(|at| begins_subject(self.line, at))
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
