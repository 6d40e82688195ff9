//! The capitals of set names: Việt Nam, Mặt trận Tổ quốc, Ủy ban nhân dân, tổ dân phố.

use std::ops::Range;
use std::sync::LazyLock;

use crate::diag::{Edit, Fix, Severity, Sink};
use crate::plan::prose::{Prose, Token};
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::say;
use crate::vietnamese::{capitalised, folded};

pub const RULE: Rule = Rule {
    code: "capital-name",
    severity: Severity::Warning,
    clause: Some("P2.IV.1"),
    kinds: Kinds::All,
    what: Words {
        vi: "tên riêng, tên cơ quan quen thuộc viết hoa sai", en: "wrong capitals in a set name"
    },
    why: Words {
        vi: r#"Mỗi tên có một cách viết: "Việt Nam", "Hồ Chí Minh", "Mặt trận Tổ quốc Việt Nam", "Hội đồng nhân dân"."#,
        en: r#"Each name is written in one way: "Việt Nam", "Hồ Chí Minh", "Mặt trận Tổ quốc Việt Nam", "Hội đồng nhân dân"."#,
    },
    examples: Examples::Plan {
        wrong: "objectives: [Phối hợp với ⟦Mặt trận tổ quốc Việt nam⟧ xã.]",
        right: "objectives: [Phối hợp với Mặt trận Tổ quốc Việt Nam xã.]",
    },
    check: Check::Prose(check),
};

/// The names, longer ones before those that begin them.
const NAMES: [&str; 16] = [
    "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "Mặt trận Tổ quốc Việt Nam",
    "Mặt trận Tổ quốc",
    "Đảng Cộng sản Việt Nam",
    "Đảng Cộng sản",
    "Hội Liên hiệp Phụ nữ",
    "Hội Nông dân",
    "Hội Cựu chiến binh",
    "Hội Chữ thập đỏ",
    "Liên đoàn Lao động",
    "Hội đồng nhân dân",
    "Ủy ban nhân dân",
    "tổ dân phố",
    "Việt Nam",
    "Hồ Chí Minh",
];

/// Names of one meaning, however they are written; of the others small letters may mean any such body.
const UNIQUE: [&str; 3] = ["Việt Nam", "Hồ Chí Minh", "tổ dân phố"];

fn check(line: &Prose, sink: &mut Sink) {
    let mut at = 0;
    while at < line.tokens.len() {
        let Some((name, words)) = name_at(line, at) else {
            at += 1;
            continue;
        };
        at = words[words.len() - 1] + 1;
        let tokens: Vec<&Token> = words.iter().map(|at| &line.tokens[*at]).collect();
        if !is_wrong(name, &tokens) {
            continue;
        }
        let meant = name.split(' ').zip(&tokens).enumerate().map(|(n, (word, token))| {
            // How tones are placed stays as it is typed.
            let begins = n == 0 && token.is_capital();
            let is_capital = begins || word.starts_with(char::is_uppercase);
            if is_capital { capitalised(&token.small) } else { token.small.to_string() }
        });
        let meant = meant.collect::<Vec<_>>().join(" ");
        let range = tokens[0].at.start..tokens[tokens.len() - 1].at.end;
        tell(line, range, meant, sink);
    }
}

/// The words of the names, as they are compared.
static WORDS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    NAMES.iter().map(|name| name.split(' ').map(|word| folded(&word.to_lowercase())).collect()).collect()
});

/// The name that stands at a token, and the indices of its words.
pub fn name_at(line: &Prose, at: usize) -> Option<(&'static str, Vec<usize>)> {
    let first = &line.tokens[at];
    if !first.is_syllable {
        return None;
    }
    let first = folded(&first.small);
    let named = NAMES.into_iter().zip(WORDS.iter()).filter(|(_, words)| words[0] == first);
    named.into_iter().find_map(|(name, words)| {
        let mut found = vec![at];
        for word in &words[1..] {
            let next = line.word_after(found[found.len() - 1])?;
            if folded(&line.tokens[next].small) != *word {
                return None;
            }
            found.push(next);
        }
        Some((name, found))
    })
}

fn is_wrong(name: &str, tokens: &[&Token]) -> bool {
    // A heading in capitals.
    if tokens.iter().all(|token| token.is_all_capitals()) {
        return false;
    }
    let is_meant = UNIQUE.contains(&name) || tokens[0].is_capital();
    let differs = name.split(' ').zip(tokens).enumerate().any(|(n, (word, token))| {
        let wanted = word.starts_with(char::is_uppercase);
        // The first may begin a sentence.
        token.is_capital() != wanted && (n > 0 || wanted) || token.is_all_capitals() && token.at.len() > 1
    });
    is_meant && differs
}

fn tell(line: &Prose, range: Range<usize>, meant: String, sink: &mut Sink) {
    let written: String = line.chars[range.clone()].iter().collect();
    let edit = Edit { span: line.span(range.clone()), text: meant.clone() };
    let is_plain = line.written(range.clone()).is_some_and(|there| there == written);
    sink.push(
        RULE.at(
            line.span(range),
            say!("\"{written}\" viết là \"{meant}\"", "\"{written}\" is written \"{meant}\""),
        )
        .help(say!("viết: {meant}", "write: {meant}"))
        .fix(is_plain.then(|| Fix { safe: false, edits: vec![edit] })),
    );
}
