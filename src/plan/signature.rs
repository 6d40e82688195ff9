//! Quyền hạn, chức vụ, họ tên of the signer (P1.II.7).

use super::checks::{non_empty, required};
use super::raw::{RawSignature, RawSigner, Slot};
use crate::diag::{Sink, codes};
use crate::message;
use crate::source::Spanned;
use crate::text::Text;
use crate::text::unmarked;

/// Who signs, and by what authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The lines above the signature, from top to bottom, as written: "TM. Liên minh Hợp tác xã".
    pub authority: Vec<String>,
    /// Whether a line of room is left for the signer's post: one signs for a body, or for its
    /// head, with a post of their own (P1.II.7.b).
    pub room_for_post: bool,
    /// Another post of the signer, above the name (P1.II.7.c.2).
    pub other_post: Option<String>,
    /// Họ và tên; `None` leaves room.
    pub name: Option<String>,
}

/// A second signer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// Chức danh.
    pub position: Spanned<String>,
    /// Họ và tên; `None` leaves room.
    pub name: Option<String>,
}

/// Reads who signs at the left.
pub(super) fn secretary(raw: &Spanned<RawSigner>, sink: &mut Sink) -> Option<Signer> {
    let position = required(&raw.value.position, "position", raw.span, sink)?;
    let name = raw.value.name.as_ref().map(|name| unmarked(name, sink));
    Some(Signer { position: non_empty(position, sink)?, name: name.filter(|name| !name.is_empty()) })
}

/// Reads the signature. `None` after an error.
pub(super) fn signature(raw: &Spanned<RawSignature>, sink: &mut Sink) -> Option<Signature> {
    let RawSignature { tm, kt, tl, tuq, q, position, other_post, name } = &raw.value;
    let by_order: Vec<_> =
        [("tl", tl), ("tuq", tuq), ("q", q)].into_iter().filter(|(_, text)| !text.is_absent()).collect();
    let clash = match by_order.as_slice() {
        [(first, _), (second, _), ..] => Some((*first, *second)),
        [(one @ ("tuq" | "q"), _)] if !kt.is_absent() => Some((*one, "kt")),
        [(one @ ("tl" | "tuq"), _)] if !tm.is_absent() => Some((*one, "tm")),
        _ => None,
    };
    if let Some((first, second)) = clash {
        sink.push(
            codes::SIGNATURE_AUTHORITY
                .at(
                    raw.span,
                    message!(
                        "không thể vừa ký `{first}` vừa ký `{second}`",
                        "`{first}` and `{second}` cannot both hold"
                    ),
                )
                .help(message!(
                    "dùng một trong các cách: tm; tm và kt; kt; tl; tl và kt; tuq; q",
                    "use one of: tm; tm with kt; kt; tl; tl with kt; tuq; q"
                ))
                .clause("P1.II.7.b"),
        );
        return None;
    }
    let mut line = |prefix: &str, text: &Slot<Text>| {
        let text = text.as_ref().map(|text| unmarked(text, sink)).filter(|text| !text.is_empty());
        text.map(|text| format!("{prefix}{text}"))
    };
    let authority: Vec<String> = [
        line("TM. ", tm),
        line("TL. ", tl),
        line("TUQ. ", tuq),
        line("KT. ", kt),
        line("Q. ", q),
        line("", position),
    ]
    .into_iter()
    .flatten()
    .collect();
    let (other_post, name) = (line("", other_post), line("", name));
    if authority.is_empty() {
        if [tm, kt, tl, tuq, q, position].into_iter().any(Slot::is_unreadable) {
            return None;
        }
        sink.push(
            codes::MISSING_KEY
                .at(raw.span, message!("thiếu chức vụ của người ký", "the signer's post is missing"))
                .help(message!(
                    "thêm khóa `position` (và `tm`, `kt`… nếu có)",
                    "add the key `position` (and `tm`, `kt` …)"
                ))
                .clause("P1.II.7.b"),
        );
        return None;
    }
    Some(Signature { authority, room_for_post: position.is_absent() && q.is_absent(), other_post, name })
}
