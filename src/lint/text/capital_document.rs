use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Edit, Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::vietnamese::capitalised;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "capital-document",
        severity: Severity::Warning,
        clause: Some("P2.V.6"),
        kinds: Kinds::All,
        what: Words {
            vi: "tên loại của văn bản cụ thể viết hoa sai",
            en: "capitals of the type of a specific document",
        },
        why: Words {
            vi: r#"Tên loại của một văn bản cụ thể viết hoa chữ cái đầu: "Quyết định số 1600/QĐ-TTg", không phải "quyết định số", "Quyết Định số"."#,
            en: r#"The type of a specific document has one capital: "Quyết định số …"."#,
        },
        examples: Examples::Plan {
            wrong: "objectives: [Thực hiện ⟦quyết định⟧ số 1841/QĐ-UBND ngày 14/7/2020 của UBND tỉnh về việc phân công địa bàn.]",
            right: "objectives: [Thực hiện Quyết định số 1841/QĐ-UBND ngày 14/7/2020 của UBND tỉnh về việc phân công địa bàn.]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for one in &plan.citations {
        let Some(kind) = &one.kind else { continue };
        let meant = capitalised(kind.value.name);
        let written = &one.kind_words;
        if *written == meant || kind.value.by_name {
            continue;
        }
        // "văn bản số …" names no type; a heading is all in capitals.
        let heading = *written == written.to_uppercase();
        if kind.value.name == "văn bản" || heading {
            continue;
        }
        let is_plain = plan.slice(kind.span) == written;
        sink.push(
            RULE.at(
                kind.span,
                message!(
                    "\"{written}\" của văn bản cụ thể viết là \"{meant}\"",
                    "\"{written}\" of a specific document is \"{meant}\""
                ),
            )
            .help(message!("viết: {meant}", "write: {meant}"))
            .fix(is_plain.then(|| Fix::safe(vec![Edit { span: kind.span, text: meant.clone() }]))),
        );
    }
}
