use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::prose::{Prose, TokenKind};
use crate::vietnamese::{capitalised, folded};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "capital-law",
        severity: Severity::Warning,
        clause: Some("P2.V.6"),
        kinds: Kinds::All,
        what: Words {
            vi: "tên của luật, bộ luật viết hoa sai", en: "capitals of the name of a law"
        },
        why: Words {
            vi: r#"Tên của văn bản cụ thể viết hoa chữ cái đầu của tên loại và âm tiết thứ nhất của tên gọi: "Bộ luật Hình sự", "Luật Tổ chức Quốc hội"."#,
            en: "A specific law has a capital for its type and one for the first syllable of its name.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Tuyên truyền Luật ⟦bầu⟧ cử đại biểu Quốc hội.]",
            right: "objectives: [Tuyên truyền Luật Bầu cử đại biểu Quốc hội.]",
        },
    },
    check: Check::Prose(check),
};

/// How names of laws begin that mean nothing else after "Luật".
const NAMES: [&str; 76] = [
    "an ninh mạng",
    "an ninh quốc gia",
    "an toàn thông tin",
    "an toàn thực phẩm",
    "ban hành văn bản",
    "bảo hiểm xã hội",
    "bảo hiểm y tế",
    "bảo vệ bí mật nhà nước",
    "bảo vệ môi trường",
    "bảo vệ quyền lợi người tiêu dùng",
    "bảo vệ và kiểm dịch",
    "bầu cử",
    "biên phòng",
    "bình đẳng giới",
    "các tổ chức tín dụng",
    "cán bộ",
    "căn cước",
    "chăn nuôi",
    "chuyển giao công nghệ",
    "công an nhân dân",
    "công đoàn",
    "công nghệ thông tin",
    "cư trú",
    "dân quân tự vệ",
    "di sản văn hóa",
    "doanh nghiệp",
    "dữ liệu",
    "đa dạng sinh học",
    "đất đai",
    "đầu tư công",
    "đê điều",
    "điện ảnh",
    "điện lực",
    "đường bộ",
    "đường sắt",
    "giám định tư pháp",
    "giao dịch điện tử",
    "giao thông đường bộ",
    "giao thông đường thủy",
    "giáo dục đại học",
    "giáo dục nghề nghiệp",
    "hải quan",
    "hộ tịch",
    "hòa giải",
    "hôn nhân",
    "hợp tác xã",
    "khám bệnh",
    "khí tượng",
    "khiếu nại",
    "khoa học",
    "khoáng sản",
    "kinh doanh bất động sản",
    "lâm nghiệp",
    "mặt trận",
    "ngân sách nhà nước",
    "nghĩa vụ quân sự",
    "người cao tuổi",
    "người khuyết tật",
    "nhà giáo",
    "nhà ở",
    "phòng cháy",
    "phòng thủ dân sự",
    "quản lý thuế",
    "sở hữu trí tuệ",
    "tài nguyên nước",
    "thi hành án",
    "thủy lợi",
    "thủy sản",
    "thực hành tiết kiệm",
    "tiếp công dân",
    "tín ngưỡng",
    "tổ chức chính",
    "tổ chức quốc hội",
    "trẻ em",
    "viễn thông",
    "xử lý vi phạm hành chính",
];

/// Names that are verbs and fields of study, too: a law only where its day, year, number or a mark follows.
const VERBS: [&str; 22] = [
    "cạnh tranh",
    "công chứng",
    "đầu tư",
    "đấu thầu",
    "dân sự",
    "giáo dục",
    "hình sự",
    "kế toán",
    "kiến trúc",
    "lao động",
    "lưu trữ",
    "phá sản",
    "quảng cáo",
    "quy hoạch",
    "thanh niên",
    "thanh tra",
    "thống kê",
    "thương mại",
    "tố cáo",
    "viên chức",
    "xây dựng",
    "xuất bản",
];

/// Before "Luật" these make a field or a school of it.
const FIELDS: [&str; 8] = ["ngành", "môn", "khoa", "học", "nhân", "sĩ", "sư", "trình"];

/// Before "luật" these make another word of it, or several laws.
const OTHERS: [&str; 9] = ["pháp", "kỷ", "quy", "bộ", "đạo", "các", "những", "hệ", "nguyên"];

/// Words that keep their capital inside the name of a law.
const NAMED: [&str; 5] = ["nhà", "quốc", "tổ", "chính", "nhân"];

fn check(line: &Prose, sink: &mut Sink) {
    for (at, token) in line.tokens.iter().enumerate().filter(|(_, token)| token.small == "luật") {
        let before = line.word_before(at).map(|word| line.tokens[word].small.as_str()).unwrap_or_default();
        let is_code = before == "bộ";
        let Some(first) = line.word_after(at).filter(|_| !FIELDS.contains(&before)) else { continue };
        let Some(last) = name_end(line, first, is_code) else { continue };
        if token.is_all_capitals() {
            continue;
        }
        if !token.is_capital() && !is_code {
            // "luật Đất đai": "luật đất đai" is the field.
            if line.tokens[first].is_capital() && !OTHERS.contains(&before) {
                report(line, at, &capitalised(&token.text), sink);
            }
            continue;
        }
        if !line.tokens[first].is_capital() {
            // "bộ luật hình sự" in small letters may be any country's.
            if !is_code || line.word_before(at).is_some_and(|word| line.tokens[word].is_capital()) {
                report(line, first, &capitalised(&line.tokens[first].text), sink);
            }
            continue;
        }
        let inner = (first + 1..=last).find(|at| {
            let word = &line.tokens[*at];
            word.is_capital() && !NAMED.contains(&word.small.as_str())
        });
        if let Some(inner) = inner {
            report(line, inner, &line.tokens[inner].small, sink);
        }
    }
}

fn report(line: &Prose, at: usize, meant: &str, sink: &mut Sink) {
    let word = &line.tokens[at];
    let written = &word.text;
    sink.push(
        RULE.at(
            line.span(word.at.clone()),
            message!(
                "tên của luật: \"{written}\" viết là \"{meant}\"",
                "the name of a law: \"{written}\" is written \"{meant}\""
            ),
        )
        .help(message!("viết: {meant}", "write: {meant}"))
        .fix(line.fix(word.at.clone(), meant)),
    );
}

/// The last token of the name of a law that begins here, as far as the lists know it.
fn name_end(line: &Prose, first: usize, is_code: bool) -> Option<usize> {
    let known = NAMES.iter().filter_map(|name| last_of(line, first, name)).max();
    let is_ended = |last: &usize| is_code || ends(line, *last);
    known.or_else(|| VERBS.iter().filter_map(|name| last_of(line, first, name)).find(is_ended))
}

/// The last token of these words, if they begin at a token.
fn last_of(line: &Prose, first: usize, words: &str) -> Option<usize> {
    let mut at = first;
    for (n, word) in words.split(' ').enumerate() {
        if n > 0 {
            at = line.word_after(at)?;
        }
        if folded(&line.tokens[at].small) != *word {
            return None;
        }
    }
    Some(at)
}

/// Whether a name ends with this token: a mark, a day, a year or a number follows.
fn ends(line: &Prose, last: usize) -> bool {
    let Some(next) = line.tokens.get(last + 1) else { return true };
    let word = line.word_after(last).map(|next| line.tokens[next].small.as_str());
    next.kind == TokenKind::Sign && !next.is("-")
        || word.is_some_and(|word| ["năm", "ngày", "số"].contains(&word))
}
