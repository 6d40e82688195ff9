use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Edit, Fix, Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::message;
use crate::text::prose::Prose;
use crate::vietnamese::{is_compound, times_met};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "doubled-word",
        severity: Severity::Warning,
        clause: None,
        kinds: Kinds::All,
        what: Words { vi: "một chữ gõ hai lần liền nhau", en: "a word typed twice in a row" },
        why: Words {
            vi: r#"Thường là sót lại khi sửa câu. Từ láy và từ lặp ("dần dần", "xa xa") không bị nêu."#,
            en: r#"Mostly left over from editing. Reduplications ("dần dần", "xa xa") are not reported."#,
        },
        examples: Examples::Plan {
            wrong: "objectives: [Bảo đảm các ⟦các⟧ phòng phối hợp.]",
            right: "objectives: [Từng bước dần dần hoàn thiện.]",
        },
    },
    check: Check::Prose(check),
};

/// Words that are doubled on purpose.
const TWICE: [&str; 60] = [
    "ai",
    "ba",
    "bảy",
    "chung",
    "chiều",
    "chóng",
    "dần",
    "đau",
    "đâu",
    "đằng",
    "đều",
    "đêm",
    "đôi",
    "đời",
    "gì",
    "hai",
    "hàng",
    "hao",
    "hay",
    "hằng",
    "hiện",
    "khang",
    "lâu",
    "lăm",
    "lần",
    "lớp",
    "luôn",
    "mãi",
    "mươi",
    "mười",
    "năm",
    "nay",
    "ngày",
    "nghìn",
    "người",
    "nhà",
    "nhiều",
    "nơi",
    "nửa",
    "năng",
    "rành",
    "riêng",
    "rộn",
    "rất",
    "sáng",
    "song",
    "tám",
    "thường",
    "tối",
    "trăm",
    "triệu",
    "tỷ",
    "từ",
    "từng",
    "tự",
    "vạn",
    "xa",
    "xanh",
    "xuân",
    "xưa",
];

/// Words met so often in public texts are no names by themselves.
const FREQUENT: u32 = 150_000;

/// Words that end a verb ("trở lên", "đưa ra").
const DIRECTIONS: [&str; 7] = ["lên", "xuống", "ra", "vào", "lại", "về", "qua"];

fn check(line: &Prose, sink: &mut Sink) {
    for at in 0..line.tokens.len() {
        let Some(next) = line.word_after(at) else { continue };
        let (first, second) = (&line.tokens[at], &line.tokens[next]);
        if first.small != second.small || TWICE.contains(&first.small.as_str()) {
            continue;
        }
        // "Na Na" may be a name; no name is made of words as frequent as "Ban", "các".
        if second.is_capital() && (first.is_all_capitals() || times_met(&first.small) < FREQUENT) {
            continue;
        }
        // "hành vi vi phạm", "đầu tư tư nhân": two compounds meet.
        let small = |at: Option<usize>| at.map(|at| line.tokens[at].small.as_str());
        let ends = small(line.word_before(at)).is_some_and(|before| is_compound(before, &first.small));
        let begins = small(line.word_after(next)).is_some_and(|after| is_compound(&second.small, after));
        // "từ 3 sao trở lên lên sàn": the first one belongs to the verb before.
        // "trưởng ban Ban Công tác Mặt trận": a post, and its body's name.
        let is_post = ends && !first.is_capital() && second.is_capital();
        let directed = ends && DIRECTIONS.contains(&first.small.as_str());
        if ends && begins || directed || is_post {
            continue;
        }
        let word = &second.text;
        let gap = line.span(first.at.end..second.at.end);
        let fix = line
            .fix(first.at.end..second.at.end, "")
            .map(|_| Fix { safe: false, edits: vec![Edit { span: gap, text: String::new() }] });
        sink.push(
            RULE.at(
                line.span(second.at.clone()),
                message!("\"{word}\" gõ hai lần", "\"{word}\" is typed twice"),
            )
            .help(message!("bỏ một chữ", "remove one"))
            .fix(fix),
        );
    }
}
