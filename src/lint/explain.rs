//! Codes in words: one of them, the list, and the handbook of all.

use super::examples::unmarked;
use super::rule::Rule;
use super::table::{codes, rule};
use crate::diag::Lang;
use crate::diag::codes::{Code, Examples, Kinds};
use crate::vietnamese::capitalised;

/// A code in full.
pub fn explain(code: &Code, lang: Lang) -> String {
    let names = names(lang);
    let mut out = format!("{} · {}", code.name, code.severity.name(lang));
    if let Some(clause) = code.clause {
        out.push_str(&format!(" · {} {clause}", names.clause));
    }
    if let Kinds::Only(slugs) = code.kinds {
        out.push_str(&format!(" · {}: {}", names.kinds, slugs.join(", ")));
    }
    out.push_str(&format!("\n\n{}.\n\n{}\n", capitalised(code.what.get(lang)), code.why.get(lang)));
    if let Some((wrong, right)) = examples(code) {
        out.push_str(&format!(
            "\n{}:\n\n{}\n{}:\n\n{}",
            names.wrong,
            indented(&pointed(wrong)),
            names.right,
            indented(right)
        ));
    }
    if rule(code.name).is_some_and(Rule::can_be_silenced) {
        out.push_str(&format!("\n{}:\n\n    allow: {{{}: \"…\"}}\n", names.silence, code.name));
    }
    out
}

/// A line for each code.
pub(crate) fn list(lang: Lang) -> String {
    let width = codes().map(|code| code.name.len()).max().unwrap_or(0);
    codes()
        .map(|code| {
            let level = code.severity.name(lang);
            format!("{:width$}  {level:8}  {}\n", code.name, code.what.get(lang))
        })
        .collect()
}

/// The documentation of all codes, in Markdown.
pub fn handbook() -> String {
    let mut out = String::from(
        "# Các quy tắc kiểm tra\n\nTệp này được tạo từ mã nguồn (`src/lint`); `kehoach explain MÃ` in cùng nội dung, \
         thêm `--lang en` để đọc bằng tiếng Anh.\n",
    );
    for code in codes() {
        let clause = code.clause.map(|clause| format!(" · {clause}")).unwrap_or_default();
        let kinds = match code.kinds {
            Kinds::All => String::new(),
            Kinds::Only(slugs) => format!(" · {}: {}", names(Lang::Vi).kinds, slugs.join(", ")),
        };
        out.push_str(&format!(
            "\n## {}\n\n*{}{clause}{kinds}* — {}.\n\n{}\n",
            code.name,
            code.severity.name(Lang::Vi),
            capitalised(code.what.vi),
            code.why.vi
        ));
        if let Some((wrong, right)) = examples(code) {
            out.push_str(&format!("\nSai:\n\n```\n{}```\n\nĐúng:\n\n```\n{right}\n```\n", pointed(wrong)));
        }
    }
    out
}

fn examples(code: &Code) -> Option<(&'static str, &'static str)> {
    match code.examples {
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

struct CodeNames {
    clause: &'static str,
    kinds: &'static str,
    wrong: &'static str,
    right: &'static str,
    silence: &'static str,
}

fn names(lang: Lang) -> CodeNames {
    match lang {
        Lang::Vi => CodeNames {
            clause: "căn cứ",
            kinds: "chỉ với",
            wrong: "Sai",
            right: "Đúng",
            silence: "Cho qua trong một kế hoạch, kèm lý do",
        },
        Lang::En => CodeNames {
            clause: "clause",
            kinds: "only for",
            wrong: "Wrong",
            right: "Right",
            silence: "To silence it in a plan, with the reason",
        },
    }
}
