//! `allow: {CODE: reason}`: findings that a plan silences.

use super::subject::Subject;
use super::table;
use crate::diag::{Sink, codes};
use crate::message;

/// Takes the silenced findings out of `found` and hands the rest on; reports codes that are unknown or
/// silence nothing.
pub(super) fn apply(subject: &Subject, found: Sink, sink: &mut Sink) {
    let allowed: &[_] = subject.raw.allow.as_ref().map_or(&[], |allow| &allow.0);
    let mut used = vec![false; allowed.len()];
    for one in found.into_sorted() {
        match allowed.iter().position(|(code, _)| code.value == one.code.name) {
            Some(at) => used[at] = true,
            None => sink.push(one),
        }
    }
    for ((code, _), used) in allowed.iter().zip(used) {
        let name = &code.value;
        let finding = match (table::rule(name), table::code(name)) {
            (Some(rule), _) if rule.can_be_silenced() && used => continue,
            (Some(rule), _) if rule.can_be_silenced() => codes::ALLOW_UNUSED
                .at(
                    code.span,
                    message!("kế hoạch không có gì vi phạm `{name}`", "nothing in the plan breaks `{name}`"),
                )
                .help(message!("bỏ dòng này", "remove this line")),
            (_, Some(_)) => codes::ALLOW_UNKNOWN
                .at(
                    code.span,
                    message!(
                        "không thể cho qua `{name}`: văn bản không in được",
                        "`{name}` cannot be silenced: nothing could be printed"
                    ),
                )
                .help(message!("sửa lỗi đó", "mend what it reports")),
            (_, None) => codes::ALLOW_UNKNOWN
                .at(code.span, message!("không có mã `{name}`", "there is no code `{name}`"))
                .help(match table::closest(name) {
                    Some(near) => message!("ý bạn là `{near}`?", "did you mean `{near}`?"),
                    None => message!("xem các mã: kehoach explain", "the codes: kehoach explain"),
                }),
        };
        sink.push(finding);
    }
}
