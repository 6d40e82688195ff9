use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::text::Field;
use crate::vietnamese::folded;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "commune-recipient",
        severity: Severity::Info,
        clause: Some("P1.II.9"),
        kinds: Kinds::All,
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
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let recipients: Vec<String> = plan.lines(Field::Recipient).map(|line| line.text()).collect();
    // Where no commune is a recipient, or all are, none is left out.
    let names_some = recipients.iter().any(|one| UNITS.iter().any(|unit| one.contains(&format!("{unit} "))));
    if !names_some || recipients.iter().any(|one| is_all(one)) {
        return;
    }
    let issuer: String = plan.lines(Field::Issuer).map(|line| folded(&line.text())).collect();
    let mut seen: Vec<String> = Vec::new();
    for line in plan.prose.iter().filter(|line| line.field.is_running()) {
        for (at, token) in line.tokens.iter().enumerate() {
            if !UNITS.contains(&token.small.as_str()) {
                continue;
            }
            let Some((name, named, _)) = line.word_after(at).and_then(|next| line.name_at(next)) else {
                continue;
            };
            let known = recipients.iter().any(|one| folded(one).contains(&folded(&name)))
                || issuer.contains(&folded(&name));
            if known || seen.contains(&name) {
                continue;
            }
            let unit = &token.small;
            sink.push(
                RULE.at(
                    line.span(token.at.start..named.end),
                    message!(
                        "{unit} {name} không có trong nơi nhận",
                        "{unit} {name} is not among the recipients"
                    ),
                )
                .help(message!(
                    "thêm vào `recipients` nếu văn bản gửi đến xã",
                    "add it to `recipients` if it gets the document"
                )),
            );
            seen.push(name);
        }
    }
}

const UNITS: [&str; 2] = ["xã", "phường"];

/// Whether a recipient is all communes: "UBND các xã, phường", not "UBND các xã: Hải Lăng, Vĩnh Định".
fn is_all(recipient: &str) -> bool {
    let small = recipient.to_lowercase();
    !small.contains(':')
        && ["các xã", "các phường", "cấp xã", "các địa phương"].iter().any(|all| small.contains(all))
}
