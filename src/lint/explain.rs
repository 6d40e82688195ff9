//! Rules in words: one of them, the list, and the handbook of all.

use super::rule::{Examples, Kinds, Rule, unmarked};
use super::table::RULES;
use crate::diag::Lang;
use crate::vietnamese::capitalised;

/// A rule in full.
pub fn explain(rule: &Rule, lang: Lang) -> String {
    let names = names(lang);
    let mut out = format!("{} · {}", rule.code, rule.severity.name(lang));
    if let Some(clause) = rule.clause {
        out.push_str(&format!(" · {} {clause}", names.clause));
    }
    if let Kinds::Only(slugs) = rule.kinds {
        out.push_str(&format!(" · {}: {}", names.kinds, slugs.join(", ")));
    }
    out.push_str(&format!("\n\n{}.\n\n{}\n", capitalised(rule.what.get(lang)), rule.why.get(lang)));
    if let Some((wrong, right)) = examples(rule) {
        out.push_str(&format!(
            "\n{}:\n\n{}\n{}:\n\n{}",
            names.wrong,
            indented(&pointed(wrong)),
            names.right,
            indented(right)
        ));
    }
    if rule.can_be_silenced() {
        out.push_str(&format!("\n{}:\n\n    allow: {{{}: \"…\"}}\n", names.silence, rule.code));
    }
    out
}

/// A line for each rule.
pub fn list(lang: Lang) -> String {
    let width = RULES.iter().map(|rule| rule.code.len()).max().unwrap_or(0);
    RULES
        .iter()
        .map(|rule| {
            let level = rule.severity.name(lang);
            format!("{:width$}  {level:8}  {}\n", rule.code, rule.what.get(lang))
        })
        .collect()
}

/// The documentation of all rules, in Markdown.
pub fn handbook() -> String {
    let mut out = String::from(
        "# Các quy tắc kiểm tra\n\nTệp này được tạo từ mã nguồn (`src/lint`); `kehoach explain MÃ` in cùng nội dung, \
         thêm `--lang en` để đọc bằng tiếng Anh.\n",
    );
    for rule in RULES {
        let clause = rule.clause.map(|clause| format!(" · {clause}")).unwrap_or_default();
        let kinds = match rule.kinds {
            Kinds::All => String::new(),
            Kinds::Only(slugs) => format!(" · {}: {}", names(Lang::Vi).kinds, slugs.join(", ")),
        };
        out.push_str(&format!(
            "\n## {}\n\n*{}{clause}{kinds}* — {}.\n\n{}\n",
            rule.code,
            rule.severity.name(Lang::Vi),
            capitalised(rule.what.vi),
            rule.why.vi
        ));
        if let Some((wrong, right)) = examples(rule) {
            out.push_str(&format!("\nSai:\n\n```\n{}```\n\nĐúng:\n\n```\n{right}\n```\n", pointed(wrong)));
        }
    }
    out
}

fn examples(rule: &Rule) -> Option<(&'static str, &'static str)> {
    match rule.examples {
        Examples::Plan { wrong, right } | Examples::Template { wrong, right, .. } => Some((wrong, right)),
        Examples::None => None,
    }
}

/// The example without marks; the marked place underlined.
fn pointed(example: &str) -> String {
    let (text, marked) = unmarked(example);
    let mut out = String::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        out.push_str(line.trim_end_matches('\n'));
        out.push('\n');
        if let Some(marked) =
            marked.as_ref().filter(|marked| (start..start + line.len()).contains(&marked.start))
        {
            let end = marked.end.min(start + line.trim_end().len());
            let before = text[start..marked.start].chars().count();
            let under = text[marked.start..end].chars().count().max(1);
            out.push_str(&format!("{}{}\n", " ".repeat(before), "^".repeat(under)));
        }
        start += line.len();
    }
    out
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect()
}

struct Names {
    clause: &'static str,
    kinds: &'static str,
    wrong: &'static str,
    right: &'static str,
    silence: &'static str,
}

fn names(lang: Lang) -> Names {
    match lang {
        Lang::Vi => Names {
            clause: "căn cứ",
            kinds: "chỉ với",
            wrong: "Sai",
            right: "Đúng",
            silence: "Cho qua trong một kế hoạch, kèm lý do",
        },
        Lang::En => Names {
            clause: "clause",
            kinds: "only for",
            wrong: "Wrong",
            right: "Right",
            silence: "To silence it in a plan, with the reason",
        },
    }
}
