//! A capital in the middle of a sentence, of a word that is no name.

use crate::diag::{Severity, Sink};
use crate::plan::prose::{Prose, Sort};
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::say;

pub const RULE: Rule = Rule {
    code: "capital-middle",
    severity: Severity::Warning,
    clause: Some("P2.I"),
    kinds: Kinds::All,
    what: Words {
        vi: "viết hoa giữa câu một từ không phải tên riêng",
        en: "a capital in the middle of a sentence",
    },
    why: Words {
        vi: r#"Chữ hoa đứng đầu câu và trong tên riêng; "ngày 05/01/2026" và từ thường sau dấu chấm phẩy viết thường."#,
        en: "A capital begins a sentence or a name; a date, and a plain word after a semicolon, have none.",
    },
    examples: Examples::Plan {
        wrong: "objectives: [Thực hiện Kế hoạch số 12/KH-UBND ⟦Ngày⟧ 15/4/2020 của UBND tỉnh về chuyển đổi số.]",
        right: "objectives: [Thực hiện Kế hoạch số 12/KH-UBND ngày 15/4/2020 của UBND tỉnh về chuyển đổi số.]",
    },
    check: Check::Prose(check),
};

/// Beginnings of what is listed in a sentence that begin no name.
const PLAIN: [&[&str]; 40] = [
    &["phương", "pháp"],
    &["nội", "dung"],
    &["thực", "hiện"],
    &["phối", "hợp"],
    &["tăng", "cường"],
    &["bảo", "đảm"],
    &["đảm", "bảo"],
    &["nâng", "cao"],
    &["chú", "trọng"],
    &["đôn", "đốc"],
    &["tuyên", "truyền"],
    &["vận", "động"],
    &["hỗ", "trợ"],
    &["triển", "khai"],
    &["thời", "gian"],
    &["địa", "điểm"],
    &["kinh", "phí"],
    &["mục", "tiêu"],
    &["nhiệm", "vụ"],
    &["giải", "pháp"],
    &["đồng", "thời"],
    &["trong", "đó"],
    &["theo", "dõi"],
    &["tổng", "hợp"],
    &["phát", "huy"],
    &["khắc", "phục"],
    &["tập", "trung"],
    &["rà", "soát"],
    &["đẩy", "mạnh"],
    &["chủ", "động"],
    &["góp", "phần"],
    &["hoàn", "thành"],
    &["hình", "thức"],
    &["đối", "tượng"],
    &["số", "lượng"],
    &["chất", "lượng"],
    &["công", "tác"],
    &["xây", "dựng", "và"],
    &["hướng", "dẫn", "các"],
    &["kịp", "thời"],
];

fn check(line: &Prose, sink: &mut Sink) {
    if !line.field.is_running() {
        return;
    }
    for (at, token) in line.tokens.iter().enumerate().filter(|(_, token)| token.is_capital()) {
        let spaced = line.tokens.get(at + 1).is_some_and(|next| next.sort == Sort::Space);
        let counts = spaced && line.tokens.get(at + 2).is_some_and(|next| next.sort == Sort::Number);
        let is_date = counts
            && ["Ngày", "Tháng", "Năm"].contains(&token.text.as_str())
            && !line.begins_sentence(at)
            && line.before(at).is_some_and(|before| before.sort != Sort::Sign || before.is(","));
        let is_listed = at > 1
            && line.tokens[at - 2].is(";")
            && !token.is_all_capitals()
            && PLAIN
                .iter()
                .any(|words| line.matches(at, words).is_some_and(|last| !line.tokens[last].is_capital()));
        if !is_date && !is_listed {
            continue;
        }
        let (word, meant) = (&token.text, &token.small);
        sink.push(
            RULE.at(
                line.span(token.at.clone()),
                say!("\"{word}\" viết hoa giữa câu", "\"{word}\" has a capital in the middle of a sentence"),
            )
            .help(say!("viết: {meant}", "write: {meant}"))
            .fix(line.fix(token.at.clone(), meant.to_string())),
        );
    }
}
