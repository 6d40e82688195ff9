//! Lines that only one kind of document has.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::checks::empty_text;
use super::closest::closest;
use super::raw::{self, Slot};
use crate::decree::Kind;
use crate::diag::{Sink, codes};
use crate::message;
use crate::source::Span;
use crate::text::RichText;
use crate::text::rich;

/// What each says, a paragraph each; a line that is not written is not there.
pub(crate) type Details = BTreeMap<String, Vec<RichText>>;

/// Reads the lines that the kind has; those that it does not have, and those that are missing, are reported.
pub(super) fn details(raw: &Slot<raw::RawDetails>, kind: &Kind, top: Span, sink: &mut Sink) -> Details {
    if raw.is_unreadable() {
        return kind.details.iter().map(|detail| (detail.key.to_string(), unreadable())).collect();
    }
    let (mut out, mut misspelled) = (Details::new(), Vec::new());
    let known: Vec<&str> = kind.details.iter().map(|detail| &*detail.key).collect();
    for (key, lines) in raw.iter().flat_map(|details| &details.0) {
        let (name, kind_name) = (&key.value, &kind.name);
        if !known.contains(&name.as_str()) {
            let message =
                message!("{kind_name} không có dòng `{name}`", "the kind {kind_name} has no line `{name}`");
            let help = match closest(name, &known) {
                Some(near) => {
                    misspelled.push(near);
                    message!("ý bạn là `{near}`?", "did you mean `{near}`?")
                }
                None => {
                    let known = known.join(", ");
                    message!("các dòng dùng được: {known}", "known lines: {known}")
                }
            };
            sink.push(codes::UNKNOWN_KEY.at(key.span, message).help(help));
            continue;
        }
        let Some(lines) = lines.as_ref() else {
            out.insert(name.clone(), unreadable());
            continue;
        };
        let said = lines.0.iter().flatten().map(|line| rich(line, sink)).filter(|line| !line.is_empty());
        let said: Vec<RichText> = said.collect();
        if said.is_empty() && !lines.0.iter().any(Slot::is_unreadable) {
            sink.push(empty_text(key.span));
        }
        if out.insert(name.clone(), said).is_some() {
            let message = message!("khóa `{name}` viết hai lần", "the key `{name}` is written twice");
            sink.push(codes::DUPLICATE_KEY.at(key.span, message));
        }
    }
    for near in misspelled {
        out.entry(near.to_owned()).or_insert_with(unreadable);
    }
    for detail in kind.details.iter().filter(|detail| detail.is_required) {
        if !out.contains_key(&*detail.key) {
            let (key, what): (&str, &Cow<str>) = (&detail.key, &detail.what);
            sink.push(
                codes::MISSING_KEY
                    .at(top, message!("thiếu khóa `details.{key}`", "the key `details.{key}` is missing"))
                    .help(message!("thêm: {key}: … ({what})", "add: {key}: … ({what})")),
            );
        }
    }
    out
}

/// A line that is written, but could not be read: it says nothing.
fn unreadable() -> Vec<RichText> {
    vec![RichText::new()]
}
