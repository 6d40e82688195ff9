use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::Field;
use crate::text::prose::{Prose, Token, TokenKind};
use crate::vietnamese::folded;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "capital-inside",
        severity: Severity::Warning,
        clause: Some("P2.I"),
        kinds: Kinds::All,
        what: Words { vi: "viết hoa giữa câu", en: "a capital inside a sentence" },
        why: Words {
            vi: "Sau dấu phẩy, dấu chấm phẩy câu còn tiếp tục, nên không viết hoa, trừ tên riêng, tên cơ quan, tên văn bản; ngày, tháng, năm giữa câu viết thường.",
            en: "After a comma or a semicolon the sentence goes on: no capital but for names; ngày, tháng, năm inside a sentence have none.",
        },
        examples: Examples::Plan {
            wrong: "objectives:
  - Bảo đảm tiến độ; ⟦Phối⟧ hợp chặt chẽ giữa các phòng.",
            right: "objectives:
  - Bảo đảm tiến độ; phối hợp chặt chẽ giữa các phòng.",
        },
    },
    check: Check::Prose(check),
};

/// Words that begin no name, after a comma or a semicolon.
const COMMON: [&str; 85] = [
    "bám sát",
    "bảo đảm",
    "bố trí",
    "bồi dưỡng",
    "bổ sung",
    "chú trọng",
    "chấn chỉnh",
    "chấp hành",
    "chịu trách nhiệm",
    "chủ động",
    "cung cấp",
    "có kế hoạch",
    "có trách nhiệm",
    "cải thiện",
    "cập nhật",
    "củng cố",
    "cử cán bộ",
    "duy trì",
    "giới thiệu",
    "góp phần",
    "gắn với",
    "hoàn thiện",
    "hoàn thành",
    "huy động",
    "hạn chế",
    "khai thác",
    "khuyến khích",
    "khắc phục",
    "kiến nghị",
    "kiện toàn",
    "kết hợp",
    "kịp thời",
    "lồng ghép",
    "mở rộng",
    "nghiêm túc",
    "ngoài ra",
    "ngăn chặn",
    "nhân rộng",
    "nâng cao",
    "phát hiện",
    "phát huy",
    "phân công",
    "phòng ngừa",
    "phối hợp",
    "quan tâm",
    "quán triệt",
    "rà soát",
    "rút kinh nghiệm",
    "sử dụng",
    "tham gia",
    "tham mưu",
    "theo dõi",
    "thúc đẩy",
    "thường xuyên",
    "thực hiện",
    "tiến hành",
    "tiếp nhận",
    "tiếp tục",
    "trao đổi",
    "triển khai",
    "tuyên truyền",
    "tích cực",
    "tăng cường",
    "tạo điều kiện",
    "tập trung",
    "tổng hợp",
    "từng bước",
    "vận động",
    "xem xét",
    "xử lý",
    "áp dụng",
    "đa dạng",
    "đánh giá",
    "đôn đốc",
    "đưa vào",
    "đảm bảo",
    "đẩy mạnh",
    "đề nghị",
    "đề xuất",
    "định kỳ",
    "đối với",
    "đồng thời",
    "đổi mới",
    "động viên",
    "ưu tiên",
];

/// Further ones, after a semicolon. After a comma they may be the field of a body ("Ban Tổ chức, Kiểm tra").
const AFTER_SEMICOLON: [&str; 53] = [
    "biện pháp",
    "chất lượng",
    "chế độ",
    "chỉ tiêu",
    "các",
    "có",
    "công tác",
    "cơ sở vật chất",
    "do",
    "giám sát",
    "giải pháp",
    "giải quyết",
    "hiệu quả",
    "hình thức",
    "hướng dẫn",
    "hệ thống",
    "hỗ trợ",
    "khi",
    "không",
    "kinh phí",
    "kiểm tra",
    "kết quả",
    "kỹ năng",
    "một số",
    "mục tiêu",
    "nghiên cứu",
    "nhiều",
    "nhiệm vụ",
    "nhận thức",
    "những",
    "năng lực",
    "nếu",
    "nội dung",
    "phương pháp",
    "quản lý",
    "số lượng",
    "thời gian",
    "tinh thần",
    "trong",
    "trách nhiệm",
    "trường hợp",
    "tổ chức",
    "từ",
    "tỷ lệ",
    "việc",
    "và",
    "với",
    "xác định",
    "xây dựng",
    "yêu cầu",
    "ý thức",
    "điều kiện",
    "đời sống",
];

/// After these a verb follows, which has no capital.
const BEFORE_VERB: [&str; 8] = ["để", "nhằm", "phải", "cần", "đã", "đang", "sẽ", "hãy"];

/// Before a number these count days, months, years.
const COUNTED: [&str; 4] = ["ngày", "tháng", "năm", "quý"];

fn check(line: &Prose, sink: &mut Sink) {
    // Of a heading typed in capitals nothing is told.
    if !line.chars.iter().any(|c| c.is_lowercase()) || !has_sentences(line.field) {
        return;
    }
    for (at, token) in line.tokens.iter().enumerate().skip(2) {
        if !token.is_capital() || token.is_all_capitals() || !(is_counted(line, at) || is_common(line, at)) {
            continue;
        }
        let meant = token.text.to_lowercase();
        let word = &token.text;
        sink.push(
            RULE.at(
                line.span(token.at.clone()),
                message!(
                    "\"{word}\" giữa câu viết thường: \"{meant}\"",
                    "\"{word}\" inside a sentence has no capital: \"{meant}\""
                ),
            )
            .help(message!("viết: {meant}", "write: {meant}"))
            .fix(line.fix(token.at.clone(), meant.as_str())),
        );
    }
}

/// Whether a field may hold sentences; cells of tables do.
fn has_sentences(field: Field) -> bool {
    field.is_running() || matches!(field, Field::Table | Field::Subject | Field::LetterSubject)
}

/// "04/TT-MTTW-BTT Ngày 5/1/2026", "trong Quý I": the sentence goes on before it, and a number follows.
fn is_counted(line: &Prose, at: usize) -> bool {
    let [before, gap] = [&line.tokens[at - 2], &line.tokens[at - 1]];
    let goes_on =
        matches!(before.kind, TokenKind::Word | TokenKind::Number) || before.is(",") || before.is(";");
    // "Tuần lễ Quốc gia Năm 2026" and the like are names with capitals all through.
    let in_name = before.is_capital();
    let small = line.tokens[at].small.as_str();
    let number = line.tokens.get(at + 2).filter(|_| line.tokens[at + 1].kind == TokenKind::Space);
    let is_number = number.is_some_and(|number| {
        number.kind == TokenKind::Number
            || small == "quý" && ["I", "II", "III", "IV"].contains(&number.text.as_str())
    });
    let after_symbol = before.is_all_capitals();
    COUNTED.contains(&small)
        && gap.kind == TokenKind::Space
        && goes_on
        && is_number
        && (!in_name || after_symbol)
}

/// Whether it is a common word after a comma, a semicolon or "để", with a small one after it: a name has capitals.
fn is_common(line: &Prose, at: usize) -> bool {
    let [mark, gap] = [&line.tokens[at - 2], &line.tokens[at - 1]];
    let is_semicolon = mark.is(";");
    let is_comma = mark.is(",");
    let is_after = is_semicolon || is_comma || BEFORE_VERB.contains(&mark.text.as_str());
    let is_name = is_semicolon && is_title(line, at) || is_comma && is_listed(line, at - 2);
    if gap.kind != TokenKind::Space || !is_after || is_name {
        return false;
    }
    let mut words = vec![folded(&line.tokens[at].small)];
    let mut last = at;
    while let Some(next) = line.word_after(last).filter(|_| words.len() < 4) {
        if line.tokens[next].is_capital() {
            break;
        }
        words.push(folded(&line.tokens[next].small));
        last = next;
    }
    // A word more is there that goes on: "; Phương pháp giảng dạy". "Chấp hành viên" is a post,
    // "Hướng dẫn số" a document.
    let is = |common: &&str| {
        let count = common.split(' ').count();
        words.get(count).is_some_and(|next| next != "viên" && next != "số")
            && common.split(' ').eq(words[..count].iter().map(String::as_str))
    };
    COMMON.iter().any(is) || is_semicolon && AFTER_SEMICOLON.iter().any(is)
}

/// No title in a list of titles is longer, in words.
const TITLE: usize = 6;

/// Whether a short item of a list whose items all have capitals: "Các lớp: Tin học; Kỹ năng số; May mặc".
fn is_title(line: &Prose, at: usize) -> bool {
    let Some(colon) = line.tokens[..at].iter().rposition(|token| token.is(":")) else { return false };
    let begins = |mark: usize| line.tokens.get(mark + 2).is_some_and(Token::is_capital);
    let mut marks = (colon..at).filter(|mark| *mark == colon || line.tokens[*mark].is(";"));
    let item = line.tokens[at..].iter().take_while(|token| !token.is(";") && !token.is("."));
    marks.all(begins) && item.filter(|token| token.kind == TokenKind::Word).count() <= TITLE
}

/// Whether the item before this comma has a capital, and does not begin the sentence: "Giám sát, Điều trị, Tuyên
/// truyền" are names of a list.
fn is_listed(line: &Prose, comma: usize) -> bool {
    let before =
        line.tokens[..comma].iter().rposition(|token| [",", ";", ":", "("].iter().any(|sign| token.is(sign)));
    let first = before
        .and_then(|mark| line.tokens[mark + 1..comma].iter().find(|token| token.kind == TokenKind::Word));
    first.is_some_and(Token::is_capital)
}
