//! A slip in words.

use super::slip::{Kind, Slip};
use crate::diag::{Diagnostic, Message, Severity, codes};
use crate::message;
use crate::source::{SourceId, Span};

/// Characters of a mended text that are shown.
const SHOWN: usize = 60;

/// The finding of a slip.
pub(super) fn finding(slip: &Slip, source: SourceId, text: &str) -> Diagnostic {
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
        Kind::Colon => message!(
            "văn bản có dấu hai chấm phải đặt trong dấu nháy: không thì phần trước nó bị đọc thành một khóa",
            "a text with a colon needs quotes: else what stands before it is read as a key"
        ),
        Kind::Begins(_) => message!(
            "văn bản bắt đầu bằng {shown} phải đặt trong dấu nháy",
            "a text that begins with {shown} needs quotes"
        ),
        Kind::AfterQuote => message!(
            "văn bản có dấu nháy ở đầu mà sau dấu nháy đóng còn chữ: phải đặt cả văn bản trong dấu nháy",
            "words follow the closing quote: the whole text needs quotes"
        ),
        Kind::AfterBracket => message!(
            "văn bản bắt đầu bằng ngoặc mà sau ngoặc đóng còn chữ: phải đặt cả văn bản trong dấu nháy",
            "words follow the closing bracket: the whole text needs quotes"
        ),
        Kind::OpenQuote => {
            message!("dấu nháy {shown} mở mà không đóng", "the quote {shown} is opened and not closed")
        }
        Kind::OpenBracket => {
            message!("ngoặc {shown} mở mà không đóng", "the bracket {shown} is opened and not closed")
        }
        Kind::Expression => message!(
            "văn bản bắt đầu bằng một biểu thức phải đặt trong dấu nháy",
            "a text that begins with an expression needs quotes"
        ),
        Kind::CurvedQuotes => message!(
            "dấu nháy cong “ ” của Word không phải dấu nháy của YAML: chúng sẽ in ra quanh văn bản",
            "the curved quotes of Word are none of YAML: they will print around the text"
        ),
        Kind::Tab => message!(
            "thụt dòng bằng phím Tab; YAML chỉ nhận dấu cách",
            "indented with a tab; YAML takes spaces only"
        ),
        Kind::Space => message!(
            "dấu cách đặc biệt (thường theo vào khi chép từ Word) ở chỗ cần dấu cách thường",
            "a special space (mostly copied from Word) where a plain one belongs"
        ),
        Kind::NoDash => {
            message!(
                "mỗi đoạn của danh sách bắt đầu bằng \"- \"",
                "each paragraph of a list begins with \"- \""
            )
        }
        Kind::DashSpace => message!("thiếu dấu cách sau dấu gạch đầu dòng", "no space after the dash"),
        Kind::ColonSpace => {
            message!("thiếu dấu cách sau dấu hai chấm của khóa", "no space after the colon of the key")
        }
        Kind::Bullet => {
            let mark = shown.trim();
            message!(
                "mỗi dòng của danh sách bắt đầu bằng \"- \", không phải \"{mark}\"",
                "each line of a list begins with \"- \", not with \"{mark}\""
            )
        }
        Kind::SecondDash => message!(
            "gạch đầu dòng gõ hai lần: chương trình tự in dấu gạch",
            "the dash is typed twice: the program prints it by itself"
        ),
        Kind::Joined => message!(
            "dòng này bị nối vào văn bản ở dòng trên, không thành gạch đầu dòng con",
            "this line is joined to the text above: it is no dash below it"
        ),
    }
}

fn to_do(slip: &Slip) -> Message {
    let with = slip.edit.as_ref().map(|(_, with)| with.as_str());
    match (slip.kind, with) {
        (Kind::OpenQuote, _) => message!("thêm dấu nháy đóng ở cuối văn bản", "add the closing quote"),
        (Kind::OpenBracket, _) => message!(
            "thêm ngoặc đóng; nếu ngoặc là của lời văn, đặt cả văn bản trong dấu nháy",
            "add the closing bracket; if it belongs to the words, put the whole text in quotes"
        ),
        (Kind::CurvedQuotes, _) => {
            message!(
                "bỏ hai dấu này, hoặc thay bằng dấu nháy thẳng",
                "remove the two, or write straight ones"
            )
        }
        (Kind::Tab, _) => message!("thụt vào bằng dấu cách", "indent with spaces"),
        (Kind::Space, _) => message!("thay bằng dấu cách thường", "write a plain space"),
        (Kind::DashSpace | Kind::ColonSpace, _) => message!("thêm một dấu cách", "add a space"),
        (Kind::NoDash, _) => message!("thêm \"- \" vào đầu mỗi đoạn", "write \"- \" before each paragraph"),
        (Kind::Bullet, _) => message!("thay bằng \"- \"", "write \"- \""),
        (Kind::SecondDash, _) => message!("bỏ một dấu gạch", "remove one dash"),
        (Kind::Joined, _) => message!(
            "gạch đầu dòng có gạch con viết: \"- item: …\", dòng dưới \"items:\", rồi các gạch con thụt vào",
            "a dash with dashes below is written: \"- item: …\", below it \"items:\", then those, indented"
        ),
        (_, Some(with)) if with.chars().count() <= SHOWN && !with.contains('\n') => {
            message!("viết: {with}", "write: {with}")
        }
        _ => message!("đặt cả văn bản trong dấu nháy kép", "put the whole text in double quotes"),
    }
}
