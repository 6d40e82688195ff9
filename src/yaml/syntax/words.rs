//! A slip in words.

use super::slip::{Kind, Slip};
use crate::diag::{Diagnostic, Message, Severity, codes};
use crate::say;
use crate::source::{SourceId, Span};

/// Characters of a mended text that are shown.
const SHOWN: usize = 60;

/// The finding of a slip.
pub fn finding(slip: &Slip, source: SourceId, text: &str) -> Diagnostic {
    let span = Span { source, start: slip.at.start, end: slip.at.end };
    // What YAML reads without a word, and a writer may have meant.
    let may_be_meant = matches!(slip.kind, Kind::Joined | Kind::CurvedQuotes);
    let severity = if may_be_meant { Severity::Warning } else { Severity::Error };
    let shown = &text[slip.at.clone()];
    let finding = codes::YAML_SYNTAX.at(span, what(slip.kind, shown)).help(to_do(slip)).fix(slip.fix(source));
    Diagnostic { severity, ..finding }
}

fn what(kind: Kind, shown: &str) -> Message {
    match kind {
        Kind::Colon => say!(
            "văn bản có dấu hai chấm phải đặt trong dấu nháy: không thì phần trước nó bị đọc thành một khóa",
            "a text with a colon needs quotes: else what stands before it is read as a key"
        ),
        Kind::Begins(_) => say!(
            "văn bản bắt đầu bằng {shown} phải đặt trong dấu nháy",
            "a text that begins with {shown} needs quotes"
        ),
        Kind::AfterQuote => say!(
            "văn bản có dấu nháy ở đầu mà sau dấu nháy đóng còn chữ: phải đặt cả văn bản trong dấu nháy",
            "words follow the closing quote: the whole text needs quotes"
        ),
        Kind::AfterBracket => say!(
            "văn bản bắt đầu bằng ngoặc mà sau ngoặc đóng còn chữ: phải đặt cả văn bản trong dấu nháy",
            "words follow the closing bracket: the whole text needs quotes"
        ),
        Kind::OpenQuote => {
            say!("dấu nháy {shown} mở mà không đóng", "the quote {shown} is opened and not closed")
        }
        Kind::OpenBracket => {
            say!("ngoặc {shown} mở mà không đóng", "the bracket {shown} is opened and not closed")
        }
        Kind::Expression => say!(
            "văn bản bắt đầu bằng một biểu thức phải đặt trong dấu nháy",
            "a text that begins with an expression needs quotes"
        ),
        Kind::CurvedQuotes => say!(
            "dấu nháy cong “ ” của Word không phải dấu nháy của YAML: chúng sẽ in ra quanh văn bản",
            "the curved quotes of Word are none of YAML: they will print around the text"
        ),
        Kind::Tab => say!(
            "thụt dòng bằng phím Tab; YAML chỉ nhận dấu cách",
            "indented with a tab; YAML takes spaces only"
        ),
        Kind::Space => say!(
            "dấu cách đặc biệt (thường theo vào khi chép từ Word) ở chỗ cần dấu cách thường",
            "a special space (mostly copied from Word) where a plain one belongs"
        ),
        Kind::NoDash => {
            say!("mỗi đoạn của danh sách bắt đầu bằng \"- \"", "each paragraph of a list begins with \"- \"")
        }
        Kind::DashSpace => say!("thiếu dấu cách sau dấu gạch đầu dòng", "no space after the dash"),
        Kind::ColonSpace => {
            say!("thiếu dấu cách sau dấu hai chấm của khóa", "no space after the colon of the key")
        }
        Kind::Bullet => {
            let mark = shown.trim();
            say!(
                "mỗi dòng của danh sách bắt đầu bằng \"- \", không phải \"{mark}\"",
                "each line of a list begins with \"- \", not with \"{mark}\""
            )
        }
        Kind::SecondDash => say!(
            "gạch đầu dòng gõ hai lần: chương trình tự in dấu gạch",
            "the dash is typed twice: the program prints it by itself"
        ),
        Kind::Joined => say!(
            "dòng này bị nối vào văn bản ở dòng trên, không thành gạch đầu dòng con",
            "this line is joined to the text above: it is no dash below it"
        ),
    }
}

fn to_do(slip: &Slip) -> Message {
    let with = slip.edit.as_ref().map(|(_, with)| with.as_str());
    match (slip.kind, with) {
        (Kind::OpenQuote, _) => say!("thêm dấu nháy đóng ở cuối văn bản", "add the closing quote"),
        (Kind::OpenBracket, _) => say!(
            "thêm ngoặc đóng; nếu ngoặc là của lời văn, đặt cả văn bản trong dấu nháy",
            "add the closing bracket; if it belongs to the words, put the whole text in quotes"
        ),
        (Kind::CurvedQuotes, _) => {
            say!("bỏ hai dấu này, hoặc thay bằng dấu nháy thẳng", "remove the two, or write straight ones")
        }
        (Kind::Tab, _) => say!("thụt vào bằng dấu cách", "indent with spaces"),
        (Kind::Space, _) => say!("thay bằng dấu cách thường", "write a plain space"),
        (Kind::DashSpace | Kind::ColonSpace, _) => say!("thêm một dấu cách", "add a space"),
        (Kind::NoDash, _) => say!("thêm \"- \" vào đầu mỗi đoạn", "write \"- \" before each paragraph"),
        (Kind::Bullet, _) => say!("thay bằng \"- \"", "write \"- \""),
        (Kind::SecondDash, _) => say!("bỏ một dấu gạch", "remove one dash"),
        (Kind::Joined, _) => say!(
            "gạch đầu dòng có gạch con viết: \"- item: …\", dòng dưới \"items:\", rồi các gạch con thụt vào",
            "a dash with dashes below is written: \"- item: …\", below it \"items:\", then those, indented"
        ),
        (_, Some(with)) if with.chars().count() <= SHOWN && !with.contains('\n') => {
            say!("viết: {with}", "write: {with}")
        }
        _ => say!("đặt cả văn bản trong dấu nháy kép", "put the whole text in double quotes"),
    }
}
