//! The grammar of citations in a sentence: (tên loại) (số) 1600/QĐ-TTg (ngày …) (của …) (trích yếu), and
//! Luật … [số …] [ngày …, năm …].

use super::rest::Rest;
use super::{Citation, CitedIn, CitedKind};
use crate::source::Spanned;
use crate::text::prose::{Prose, Token, TokenKind};

/// The citations of a line.
pub(crate) fn citations(line: &Prose, place: CitedIn) -> Vec<Citation> {
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

/// "1600/QĐ-TTg" from the token `at` on: the token after it. Spaces that are slips inside it are passed over:
/// "224 /KH-UBND", "1841/QĐ- UBND", "30/2020/NĐ - CP", "46 - CT/TW".
fn number(line: &Prose, at: usize) -> Option<usize> {
    let tokens = &line.tokens;
    if tokens[at].kind != TokenKind::Number || tokens.get(at + 1).is_none_or(|next| next.is("&")) {
        return None;
    }
    // "16/8/2016", "5/2020": part of a date; "1.500/QĐ": the end of a number.
    if at > 0 && (tokens[at - 1].is("/") || tokens[at - 1].is(".") || tokens[at - 1].is("-")) {
        return None;
    }
    let (mut next, mut capitals) = (at + 1, 0);
    while let Some(joint) = Joint::at(line, next) {
        let group = &tokens[joint.group];
        // "kg", "ha": no group of a symbol.
        let is_part = group.kind == TokenKind::Number || group.is_capital();
        let before = if capitals == 0 { Before::Number } else { Before::Group(&tokens[next - 1]) };
        if !is_part || !joint.is_tight() && !joint.is_slip(line, at, &before) {
            break;
        }
        next = joint.group;
        // "QH15".
        while let Some(token) =
            tokens.get(next).filter(|token| token.kind == TokenKind::Number || token.is_capital())
        {
            if token.kind == TokenKind::Word {
                capitals += token.text.chars().filter(|c| c.is_uppercase()).count();
            }
            next += 1;
        }
    }
    (capitals >= 2).then_some(next)
}

/// A slash or a hyphen between two parts of a symbol, and the spaces beside it.
struct Joint {
    spaced_before: bool,
    spaced_after: bool,
    is_slash: bool,
    /// The token of the part that follows.
    group: usize,
}

/// What stands before a joint.
enum Before<'a> {
    Number,
    Group(&'a Token),
}

impl Joint {
    fn at(line: &Prose, at: usize) -> Option<Self> {
        let is_space = |at: usize| line.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Space);
        let spaced_before = is_space(at);
        let sign = at + usize::from(spaced_before);
        let joint = line.tokens.get(sign).filter(|sign| sign.is("/") || sign.is("-") || sign.is("&"))?;
        let spaced_after = is_space(sign + 1);
        let group = sign + 1 + usize::from(spaced_after);
        line.tokens.get(group)?;
        Some(Self { spaced_before, spaced_after, is_slash: joint.is("/"), group })
    }

    fn is_tight(&self) -> bool {
        !self.spaced_before && !self.spaced_after
    }

    /// Whether the spaces are a slip inside the symbol of the number `at`, and not between it and what follows.
    fn is_slip(&self, line: &Prose, at: usize, before: &Before) -> bool {
        let group = &line.tokens[self.group];
        let is_even = self.spaced_before && self.spaced_after;
        let goes_on =
            Self::at(line, self.group + 1).filter(|joint| !joint.spaced_before || joint.spaced_after);
        match before {
            // "1841/QĐ - UBND" lacks its issuer before the hyphen; "1841/QĐ-UBND - Sở Tài chính" does not.
            Before::Group(last) => is_group(group) && (!is_even || is_type(last)),
            // "30/ 2020/NĐ-CP".
            Before::Number if group.kind == TokenKind::Number => {
                let next = goes_on.and_then(|joint| line.tokens.get(joint.group));
                self.is_slash && !is_even && group.text.len() == 4 && next.is_some_and(is_group)
            }
            Before::Number => {
                let says_number = line.word_before(at).is_some_and(|word| line.tokens[word].small == "số");
                let next = goes_on.and_then(|joint| line.tokens.get(joint.group));
                (is_type(group) || says_number && self.is_slash && is_group(group))
                    && next.is_some_and(is_group)
            }
        }
    }
}

/// Whether it is the abbreviation of a type: "QĐ".
fn is_type(token: &Token) -> bool {
    CitedKind::abbreviated(&token.text).is_some()
}

fn is_group(token: &Token) -> bool {
    token.kind == TokenKind::Word && token.text.chars().filter(|c| c.is_uppercase()).count() >= 2
}

fn numbered(line: &Prose, place: CitedIn, at: usize, next: usize) -> (Citation, usize) {
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
    let mut is_proposal = false;
    let mut kind = None;
    let mut kind_words = String::new();
    let mut begin = tokens[first].at.start;
    let mut name = None;
    if let Some((found, count)) = CitedKind::ending(&small) {
        let from = words[words.len() - count];
        let range = from.at.start..words[words.len() - 1].at.end;
        begin = from.at.start;
        is_proposal = PROPOSALS.contains(&found.name) && small[..small.len() - count].last() == Some(&"tại");
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
        is_proposal,
    };
    (citation, rest.at)
}

/// Documents by which something is proposed.
const PROPOSALS: [&str; 4] = ["tờ trình", "công văn", "báo cáo", "văn bản"];

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
fn law(line: &Prose, place: CitedIn, at: usize) -> Option<(Citation, usize)> {
    let tokens = &line.tokens;
    if tokens[at].kind != TokenKind::Word || !tokens[at].is_capital() {
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
        is_proposal: false,
    };
    Some((citation, rest.at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceMap, Span};
    use crate::text::Field;
    use crate::text::Text;
    use crate::text::prose;

    /// The citations of a sentence: kind, number, name, date, issuer, whether a trích yếu follows.
    fn read(text: &str) -> Vec<String> {
        let mut sources = SourceMap::default();
        let span = Span { source: sources.add("a", text), start: 0, end: text.len() };
        let value = Text { value: text.to_owned(), span, evaluated: None };
        let lines = prose::read(Field::Body, &value, &sources);
        let all = lines.iter().flat_map(|line| citations(line, CitedIn::Sentence));
        all.map(|one| {
            let words =
                |part: &Option<Spanned<String>>| part.as_ref().map_or("-", |part| &part.value).to_owned();
            let day = one.date.as_ref().and_then(|day| day.value.date).map(|date| date.to_string());
            let day = day.or(one.year.map(|year| year.to_string())).unwrap_or_else(|| "-".to_owned());
            let subject = if one.has_subject { "+" } else { "-" };
            format!(
                "{}|{}|{}|{day}|{}|{subject}",
                one.kind_words,
                words(&one.number),
                words(&one.name),
                words(&one.issuer)
            )
        })
        .collect()
    }

    #[test]
    fn citations_are_read_out_of_sentences() {
        for (text, wanted) in [
            (
                "Căn cứ Quyết định số 1600/QĐ-TTg ngày 16/8/2016 của Thủ tướng Chính phủ về việc phê duyệt Chương trình",
                vec!["Quyết định|1600/QĐ-TTg|-|2016-08-16|Thủ tướng Chính phủ|+"],
            ),
            (
                "theo Nghị quyết số 257/2025/QH15 ngày 11 tháng 12 năm 2025 của Quốc hội phê duyệt chủ trương",
                vec!["Nghị quyết|257/2025/QH15|-|2025-12-11|Quốc hội|+"],
            ),
            ("thực hiện Kết luận số 10-KL/TW.", vec!["Kết luận|10-KL/TW|-|-|-|-"]),
            ("Căn cứ Luật Hợp tác xã ngày 20 tháng 6 năm 2023;", vec!["Luật|-|Hợp tác xã|2023-06-20|-|-"]),
            (
                "Luật Bảo vệ môi trường năm 2020 và Bộ luật Lao động năm 2019",
                vec!["Luật|-|Bảo vệ môi trường|2020|-|-", "Bộ luật|-|Lao động|2019|-|-"],
            ),
            ("Luật Hợp tác xã số 17/2023/QH15", vec!["Luật|17/2023/QH15|Hợp tác xã|-|-|-"]),
            ("Quyết định số 1841/QĐ- UBND ngày 31/02/2020", vec!["Quyết định|1841/QĐ-UBND|-|-|-|-"]),
            ("Kế hoạch số 224 /KH-UBND", vec!["Kế hoạch|224/KH-UBND|-|-|-|-"]),
            ("Kế hoạch số 224/ KH-UBND", vec!["Kế hoạch|224/KH-UBND|-|-|-|-"]),
            ("Kế hoạch số 224/KH -UBND", vec!["Kế hoạch|224/KH-UBND|-|-|-|-"]),
            ("Công văn số 99 /SNNMT-NTM", vec!["Công văn|99/SNNMT-NTM|-|-|-|-"]),
            ("Chỉ thị số 46 - CT/TW", vec!["Chỉ thị|46-CT/TW|-|-|-|-"]),
            ("Chỉ thị số 46- CT/TW", vec!["Chỉ thị|46-CT/TW|-|-|-|-"]),
            ("Chỉ thị số 46-CT / TW", vec!["Chỉ thị|46-CT/TW|-|-|-|-"]),
            ("Nghị định số 30/2020/NĐ - CP", vec!["Nghị định|30/2020/NĐ-CP|-|-|-|-"]),
            ("Nghị định số 30/ 2020/NĐ-CP", vec!["Nghị định|30/2020/NĐ-CP|-|-|-|-"]),
            ("Quyết định số 12/QĐ-UBND - UBND xã", vec!["Quyết định|12/QĐ-UBND|-|-|-|-"]),
            (
                "Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP",
                vec!["Nghị quyết liên tịch|403/2017/NQLT-UBTVQH14-CP|-|-|-|-"],
            ),
            (
                "Thông tư số 04/2016/TT-BNNPTNT ngày 10/5/2016 của Bộ Nông nghiệp (nay là Bộ khác) quy định về bệnh",
                vec!["Thông tư|04/2016/TT-BNNPTNT|-|2016-05-10|Bộ Nông nghiệp|+"],
            ),
            (
                "Thông tư 1/TT-A ngày 1/1/2020, Thông tư 2/TT-A",
                vec!["Thông tư|1/TT-A|-|2020-01-01|-|-", "Thông tư|2/TT-A|-|-|-|-"],
            ),
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_citations() {
        for text in [
            "ngày 16/8/2016",
            "5 tấn/ha",
            "tỷ lệ 3/4",
            "100 km/h",
            "giai đoạn 2016-2020",
            "24/7",
            "tổ 5 - UBND phường",
            "từ 3 - BCH Đoàn",
            "đợt 1/ 2026",
            "tháng 5/ UBND xã",
            "Luật chơi năm 2020",
        ] {
            assert_eq!(read(text), Vec::<String>::new(), "{text}");
        }
    }
}
