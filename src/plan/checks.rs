//! What the parts of a plan are held against: keys that must be there, texts that must say something, words that
//! are known.

use super::closest::closest;
use super::slot::Slot;
use crate::diag::{Diagnostic, Message, Sink, codes};
use crate::message;
use crate::source::{Span, Spanned};
use crate::text::{Text, unmarked};

/// The value of a key that must be there.
pub(crate) fn required<'a, T>(value: &'a Slot<T>, key: &str, at: Span, sink: &mut Sink) -> Option<&'a T> {
    if value.is_absent() {
        missing(key, at, sink);
    }
    value.as_ref()
}

/// A part that prints its heading and nothing below it.
pub(super) fn empty_part(span: Span, message: Message) -> Diagnostic {
    codes::EMPTY_PART
        .at(span, message)
        .help(message!("viết nội dung, hoặc bỏ phần này", "write it, or remove the part"))
}

/// Reports a key that must be there in the map that begins at a place.
pub(super) fn missing(key: &str, at: Span, sink: &mut Sink) {
    let example = match key {
        "subject" => "subject: Thực hiện công tác đỡ đầu, phụ trách các xã xây dựng nông thôn mới",
        "issuer" | "issuer.name" => "issuer: {name: Liên minh Hợp tác xã, code: LMHTX}",
        "issuer.code" => "code: LMHTX",
        "issuer.unit" => "unit: VP",
        "to" => "to: [Ủy ban nhân dân tỉnh]",
        "authority" => "authority: Chủ tịch Liên minh Hợp tác xã tỉnh",
        "articles" => "articles: [{text: Ban hành kèm theo Quyết định này …}]",
        "body" => "body: [{paragraph: …}]",
        "secretary" => "secretary: {position: Thư ký}",
        "recipients" => "recipients: [Ủy ban nhân dân tỉnh]",
        "signature" => "signature: {tm: Liên minh Hợp tác xã, position: Chủ tịch}",
        "as" => "as: commune",
        "in" => "in: communes.csv",
        "key" => "key: \"{{ commune.ten | slug }}\"",
        "objectives" => "objectives: [Bảo đảm sự phối hợp chặt chẽ …]",
        _ => key,
    };
    sink.push(
        codes::MISSING_KEY
            .at(at, message!("thiếu khóa `{key}`", "the key `{key}` is missing"))
            .help(message!("thêm: {example}", "add: {example}")),
    );
}

/// A text that must say something.
pub(super) fn non_empty(text: &Text, sink: &mut Sink) -> Option<Spanned<String>> {
    let value = unmarked(text, sink);
    if value.is_empty() {
        sink.push(empty_text(text.span));
        return None;
    }
    Some(Spanned { value, span: text.span })
}

/// A text that says nothing.
pub(super) fn empty_text(span: Span) -> Diagnostic {
    codes::EMPTY_TEXT
        .at(span, message!("văn bản trống", "the text is empty"))
        .help(message!("viết nội dung, hoặc bỏ dòng này", "write it, or remove the line"))
}

/// Reports a word that is none of those known.
pub(super) fn unknown_value(
    text: &Text,
    (what, what_en): (&str, &str),
    known: &[&str],
    clause: Option<&'static str>,
    sink: &mut Sink,
) {
    let got = text.value.trim();
    let help: Message = match closest(got, known) {
        Some(near) => message!("ý bạn là `{near}`?", "did you mean `{near}`?"),
        None => {
            let words = known.join(", ");
            message!("chọn một trong: {words}", "choose one of: {words}")
        }
    };
    let finding = codes::UNKNOWN_VALUE
        .at(text.span, message!("không có {what} \"{got}\"", "there is no {what_en} \"{got}\""))
        .help(help);
    sink.push(match clause {
        Some(clause) => finding.clause(clause),
        None => finding,
    });
}
