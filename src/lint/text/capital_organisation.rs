use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::Field;
use crate::text::prose::{Prose, TokenKind};
use crate::vietnamese::{SetName, folded};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "capital-organisation",
        severity: Severity::Warning,
        clause: Some("P2.IV.1"),
        kinds: Kinds::All,
        what: Words {
            vi: "tên cơ quan, tổ chức, tên nước viết hoa sai",
            en: "capitals of the name of a body or of the country",
        },
        why: Words {
            vi: r#"Tên cơ quan viết hoa chữ cái đầu của các từ chỉ loại hình, chức năng, lĩnh vực và tên riêng, không viết hoa từng âm tiết: "Chính phủ", "Hội đồng nhân dân", "Mặt trận Tổ quốc Việt Nam", "Hội Liên hiệp Phụ nữ Việt Nam"."#,
            en: "The name of a body has capitals for the words of its type and field and for proper names, not for every syllable.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Thực hiện chỉ đạo của ⟦Chính Phủ⟧.]",
            right: "objectives: [Thực hiện chỉ đạo của Chính phủ.]",
        },
    },
    check: Check::Prose(check),
};

/// Words whose second syllable has no capital, whatever name they begin.
const COMPOUNDS: [&str; 13] = [
    "Khu phố",
    "Tổ trưởng",
    "Thủ tướng",
    "Hội đồng",
    "Ủy ban",
    "Văn phòng",
    "Liên minh",
    "Hợp tác",
    "Mặt trận",
    "Nhà nước",
    "Chủ tịch",
    "Giám đốc",
    "Bộ trưởng",
];

/// Before these a name of a body is meant, not the common noun: "Nghị định của chính phủ".
const OF: [&str; 3] = ["của", "trình", "do"];

/// After "chính phủ" and "quốc hội" these tell a common noun: "của chính phủ các nước".
const COMMON: [&str; 8] = ["các", "nước", "điện", "số", "liên", "mới", "hai", "những"];

/// The last words of names that are another word with what follows: "thành Ủy ban", "Tổ Quốc phòng".
const OTHERS: [(&str, &[&str]); 4] = [
    ("ủy", &["ban", "viên", "quyền", "thác", "nhiệm"]),
    ("quốc", &["phòng", "tế", "gia", "hội"]),
    ("xã", &["hội"]),
    ("đồng", &["hương", "môn", "nghiệp"]),
];

fn check(line: &Prose, sink: &mut Sink) {
    // All syllables of a person's name have a capital.
    if line.field == Field::Name {
        return;
    }
    let mut at = 0;
    while at < line.tokens.len() {
        let Some((last, meant)) = name_at(line, at) else {
            at += 1;
            continue;
        };
        if let Some(meant) = meant.filter(|meant| !is_of_law(line, at, meant)) {
            report(line, at, last, &meant, sink);
        }
        at = last + 1;
    }
}

/// The last token of the name that begins with a token, and how it is written where it is written wrong.
fn name_at(line: &Prose, at: usize) -> Option<(usize, Option<String>)> {
    let first = line.tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
    let names = SetName::beginning(&first.small);
    let longest = names.first().map_or(2, SetName::count);
    let mut indices = vec![at];
    while let Some(next) = line.word_after(indices[indices.len() - 1]).filter(|_| indices.len() < longest) {
        indices.push(next);
    }
    let words: Vec<&str> = indices.iter().map(|at| line.tokens[*at].text.as_str()).collect();
    for name in names.iter().filter(|name| name.count() <= words.len()) {
        let (own, last) = (&words[..name.count()], indices[name.count() - 1]);
        if name.is(own) && !is_other(line, last) {
            return Some((last, name.corrected(own, is_body(line, at, last))));
        }
    }
    let last = *indices.get(1)?;
    let second = &line.tokens[last];
    let is_wrong = first.is_capital() && second.is_capital() && !second.is_all_capitals();
    let small = folded(&format!("{} {}", first.small, second.small));
    let meant = COMPOUNDS.iter().find(|name| is_wrong && folded(name) == small && !is_other(line, last))?;
    Some((last, Some((*meant).to_owned())))
}

/// Whether the last word of a name belongs to the word that follows.
fn is_other(line: &Prose, last: usize) -> bool {
    let own = folded(&line.tokens[last].small);
    let next = line.word_after(last).map(|next| line.tokens[next].small.as_str());
    OTHERS.iter().any(|(word, after)| *word == own && next.is_some_and(|next| after.contains(&next)))
}

/// Whether the words beside tell that a body is meant.
fn is_body(line: &Prose, at: usize, last: usize) -> bool {
    let small = |at: Option<usize>| at.map(|at| line.tokens[at].small.as_str()).unwrap_or_default();
    OF.contains(&small(line.word_before(at))) && !COMMON.contains(&small(line.word_after(last)))
}

/// Whether a law has the words for its name, and the rule for laws tells of them: "Luật Bảo hiểm Xã hội".
fn is_of_law(line: &Prose, at: usize, meant: &str) -> bool {
    let after_law = line.word_before(at).is_some_and(|before| line.tokens[before].small == "luật");
    after_law && !meant.chars().skip(1).any(char::is_uppercase)
}

fn report(line: &Prose, at: usize, last: usize, meant: &str, sink: &mut Sink) {
    let range = line.tokens[at].at.start..line.tokens[last].at.end;
    let written: String = line.chars[range.clone()].iter().collect();
    // "Lê Quốc Việt nam, 45 tuổi": a person, perhaps. Two words alone may be parts of others.
    let after_name = line.word_before(at).is_some_and(|before| line.tokens[before].is_capital());
    let is_safe = meant.split(' ').count() > 2 || meant == "Việt Nam" && !after_name;
    let fix = line.fix(range.clone(), meant).map(|fix| Fix { safe: is_safe, ..fix });
    sink.push(
        RULE.at(
            line.span(range),
            message!("\"{written}\" viết là \"{meant}\"", "\"{written}\" is written \"{meant}\""),
        )
        .help(message!("viết: {meant}", "write: {meant}"))
        .fix(fix),
    );
}
