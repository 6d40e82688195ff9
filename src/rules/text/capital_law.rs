//! The name of a law without its capital.

use crate::diag::{Severity, Sink};
use crate::plan::prose::Prose;
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::say;
use crate::vietnamese::capitalised;

pub const RULE: Rule = Rule {
    code: "capital-law",
    severity: Severity::Warning,
    clause: Some("P2.V.6"),
    kinds: Kinds::All,
    what: Words { vi: "tên luật không viết hoa", en: "the name of a law without its capital" },
    why: Words {
        vi: r#"Tên một văn bản cụ thể viết hoa tên loại và âm tiết đầu của tên gọi: "Luật Đất đai", "Bộ luật Dân sự"."#,
        en: r#"The name of a law has a capital at its type and at its first syllable: "Luật Đất đai", "Bộ luật Dân sự"."#,
    },
    examples: Examples::Plan {
        wrong: "objectives: [Tuyên truyền Luật ⟦bầu⟧ cử đại biểu Quốc hội.]",
        right: "objectives: [Tuyên truyền Luật Bầu cử đại biểu Quốc hội.]",
    },
    check: Check::Prose(check),
};

/// How names of laws begin, as far as no other sentence about a law begins so.
const LAWS: [&[&str]; 52] = [
    &["bầu", "cử"],
    &["đất", "đai"],
    &["ngân", "sách"],
    &["đầu", "tư"],
    &["hợp", "tác", "xã"],
    &["tổ", "chức", "chính"],
    &["tổ", "chức", "quốc"],
    &["tổ", "chức", "tòa"],
    &["bảo", "vệ", "môi"],
    &["bảo", "vệ", "bí"],
    &["bảo", "hiểm"],
    &["xây", "dựng"],
    &["quy", "hoạch"],
    &["nhà", "ở"],
    &["viên", "chức"],
    &["cán", "bộ"],
    &["công", "chứng"],
    &["hộ", "tịch"],
    &["cư", "trú"],
    &["khiếu", "nại"],
    &["tố", "cáo"],
    &["tiếp", "công"],
    &["tiếp", "cận"],
    &["thi", "đua"],
    &["lưu", "trữ"],
    &["giáo", "dục"],
    &["trẻ", "em"],
    &["thanh", "niên"],
    &["hôn", "nhân"],
    &["bình", "đẳng"],
    &["người", "khuyết"],
    &["người", "cao"],
    &["doanh", "nghiệp"],
    &["quản", "lý", "thuế"],
    &["kế", "toán"],
    &["thống", "kê"],
    &["đấu", "thầu"],
    &["giao", "thông"],
    &["đường", "bộ"],
    &["dân", "quân"],
    &["nghĩa", "vụ", "quân"],
    &["quốc", "phòng"],
    &["thực", "hiện", "dân"],
    &["thực", "hành"],
    &["ban", "hành", "văn"],
    &["điện", "lực"],
    &["lâm", "nghiệp"],
    &["thủy", "sản"],
    &["chăn", "nuôi"],
    &["trồng", "trọt"],
    &["tài", "nguyên"],
    &["di", "sản"],
];

/// Codes.
const CODES: [&[&str]; 5] =
    [&["dân", "sự"], &["hình", "sự"], &["lao", "động"], &["hàng", "hải"], &["tố", "tụng"]];

fn check(line: &Prose, sink: &mut Sink) {
    for (at, token) in line.tokens.iter().enumerate() {
        let is_code = token.small == "luật"
            && line.word_before(at).is_some_and(|before| line.tokens[before].text == "Bộ");
        let begins: &[&[&str]] = match is_code {
            true => &CODES,
            false if token.text == "Luật" => &LAWS,
            false => continue,
        };
        let Some(next) = line.word_after(at) else { continue };
        let name = &line.tokens[next];
        if name.is_capital() || !begins.iter().any(|words| line.matches(next, words).is_some()) {
            continue;
        }
        let meant = capitalised(&name.text);
        sink.push(
            RULE.at(
                line.span(name.at.clone()),
                say!("tên luật viết hoa: \"{meant}\"", "the name of a law has a capital: \"{meant}\""),
            )
            .help(say!("viết: {meant}", "write: {meant}"))
            .fix(line.fix(name.at.clone(), meant.clone())),
        );
    }
}
