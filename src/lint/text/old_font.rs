use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "old-font",
        severity: Severity::Error,
        clause: Some("P1.I.4"),
        kinds: Kinds::All,
        what: Words {
            vi: "văn bản gõ bằng phông chữ cũ (TCVN3, VNI), không phải Unicode",
            en: "a text typed for an old font (TCVN3, VNI), not Unicode",
        },
        why: Words {
            vi: "Văn bản dùng bộ mã ký tự Unicode theo TCVN 6909:2001; chữ của phông cũ hiện sai trên mọi máy khác.",
            en: "Documents are in Unicode (TCVN 6909:2001); the letters of an old font show wrongly everywhere else.",
        },
        examples: Examples::Plan {
            wrong: "closing: ⟦§Ò nghÞ c¸c x· triÓn khai thùc hiÖn.⟧",
            right: "closing: Đề nghị các xã triển khai thực hiện.",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for (line, legacy) in &plan.old_font {
        let whole = 0..line.chars.len();
        let meant = &legacy.meant;
        let fixes: Option<Vec<Fix>> =
            legacy.words.iter().map(|(at, word)| line.fix(at.clone(), word.as_str())).collect();
        let all = fixes.map(|fixes| Fix {
            safe: legacy.is_sure,
            edits: fixes.into_iter().flat_map(|fix| fix.edits).collect(),
        });
        sink.push(
            RULE.at(
                line.span(whole.clone()),
                message!(
                    "văn bản gõ bằng phông chữ cũ, không phải Unicode",
                    "a text typed for an old font, not Unicode"
                ),
            )
            .help(message!("chuyển thành: {meant}", "in Unicode: {meant}"))
            .fix(all),
        );
    }
}
