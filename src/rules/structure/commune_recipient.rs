//! A commune that the body names is not among the recipients.

use crate::diag::Severity;
use crate::diag::Sink;
use crate::plan::prose::{Prose, Sort};
use crate::rules::rule::{Check, Examples, Rule, Words};
use crate::rules::subject::Subject;
use crate::say;

pub const RULE: Rule = Rule {
    code: "commune-recipient",
    severity: Severity::Info,
    clause: Some("P1.II.9"),
    what: Words {
        vi: "một xã được nêu trong nội dung nhưng không có trong nơi nhận",
        en: "a commune that the body names is not among the recipients",
    },
    why: Words {
        vi: "Xã được giao việc hoặc được hỗ trợ thường là nơi nhận văn bản.",
        en: "A commune that has a task or gets support is mostly a recipient.",
    },
    examples: Examples::Plan {
        wrong: "objectives: [Hỗ trợ ⟦xã Hải Lăng⟧ đạt chuẩn.]
recipients: [Ủy ban nhân dân xã Cam Lộ]",
        right: "objectives: [Hỗ trợ xã Hải Lăng đạt chuẩn.]
recipients: [Ủy ban nhân dân xã Hải Lăng]",
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let recipients: Vec<String> = plan
        .raw
        .recipients
        .iter()
        .flatten()
        .chain(plan.raw.to.iter().flatten())
        .map(|one| one.value.clone())
        .collect();
    let names_communes = recipients.iter().any(|one| one.to_lowercase().contains("xã "));
    let names_all = recipients.iter().any(|one| {
        let small = one.to_lowercase();
        ["các xã", "ubnd xã", "69 xã", "cấp xã", "các địa phương"].iter().any(|all| {
            small.split(all).nth(1).is_some_and(|rest| {
                !rest.trim_start_matches([':', ' ']).starts_with(char::is_alphabetic) || rest.starts_with(',')
            })
        })
    });
    if !names_communes || names_all {
        return;
    }
    let issuer: String = plan
        .raw
        .issuer
        .iter()
        .flat_map(|issuer| &issuer.name)
        .flat_map(|lines| &lines.0)
        .map(|line| line.value.to_lowercase())
        .collect();
    let mut seen: Vec<String> = Vec::new();
    for line in plan.prose.iter().filter(|line| line.field.is_running()) {
        for (at, token) in line
            .tokens
            .iter()
            .enumerate()
            .filter(|(_, token)| ["xã", "phường"].contains(&token.small.as_str()))
        {
            let Some((name, end)) = name_after(line, at) else { continue };
            let known =
                recipients.iter().any(|one| one.contains(&name)) || issuer.contains(&name.to_lowercase());
            if known || seen.contains(&name) {
                continue;
            }
            let unit = &token.small;
            sink.push(
                RULE.at(
                    line.span(token.at.start..end),
                    say!(
                        "{unit} {name} không có trong nơi nhận",
                        "{unit} {name} is not among the recipients"
                    ),
                )
                .help(say!(
                    "thêm vào `recipients` nếu văn bản gửi đến xã",
                    "add it to `recipients` if it gets the document"
                )),
            );
            seen.push(name);
        }
    }
}

/// The capitalised words after a token, and where they end.
fn name_after(line: &Prose, at: usize) -> Option<(String, usize)> {
    let mut words: Vec<&str> = Vec::new();
    let mut end = 0;
    let mut here = at;
    while let Some(next) = line.word_after(here).filter(|next| line.tokens[*next].is_capital()) {
        words.push(&line.tokens[next].text);
        end = line.tokens[next].at.end;
        here = next;
    }
    debug_assert!(line.tokens[at].sort == Sort::Word);
    (!words.is_empty() && words.len() <= 4).then(|| (words.join(" "), end))
}
