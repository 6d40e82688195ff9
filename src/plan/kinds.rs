//! What a kind of document takes of the plan file, and kinds of an agency's own.

use super::checks::{required, unknown_value};
use super::raw::{RawDetails, RawLines, RawPlan, Slot};
use super::reader::{FromYaml, Reader, entries, keys, wrong_type};
use crate::decree::forms::{Counting, Detail, Form, LISTS, NodeList, PURPOSES, SubjectPlace};
use crate::decree::{DEFAULT_KIND, KINDS, Kind, Kinds};
use crate::diag::{Diagnostic, Sink, codes};
use crate::message;
use crate::source::Spanned;
use crate::text::Text;
use crate::yaml::Yaml;

/// What a kind is called in findings.
pub(super) const KIND: (&str, &str) = ("loại văn bản", "type of document");

/// Whether plans of this kind have the key. Every kind has a key that no form names.
pub(crate) fn takes(kind: &Kind, key: &str) -> bool {
    if !RawPlan::KEYS.contains(&key) {
        return kind.lists().any(|list| list.key == key);
    }
    let names = |form: &Form| form.body.contains(&key) || form.parts.contains(&key);
    match key {
        "place" | "date" | "year" => kind.form.has_place_date,
        "subject" => kind.form.subject != SubjectPlace::Nowhere,
        "details" => !kind.details.is_empty(),
        _ => names(kind.form) || !KINDS.iter().any(|kind| names(kind.form)),
    }
}

/// Whether plans of the decree's kinds have the key.
pub(super) fn is_plan_key(key: &str) -> bool {
    RawPlan::KEYS.contains(&key) || LISTS.iter().any(|list| list.key == key)
}

/// The keys that a plan of some kind may have.
pub(super) fn plan_keys(kinds: &Kinds) -> Vec<&str> {
    RawPlan::KEYS.iter().copied().chain(kinds.lists().map(|list| &*list.key)).collect()
}

/// What the decision has, and a document issued with it does not (mẫu 1.3).
pub(super) const OF_THE_DECISION: [&str; 9] =
    ["number", "symbol", "place", "date", "year", "urgency", "secrecy", "circulation", "contact"];

/// The kind that a plan says it is. `None`: it says something else.
pub(crate) fn kind_of<'k>(written: &Slot<Text>, kinds: &'k Kinds) -> Option<&'k Kind> {
    match written {
        Slot::Absent => kinds.by_slug(DEFAULT_KIND),
        Slot::Unreadable => None,
        Slot::Value(slug) => kinds.by_slug(slug.value.trim()),
    }
}

/// Takes keys out of the plan that its kind does not have: those of the plan's own file are reported,
/// those of an included file are for other plans.
pub(super) fn sift(tree: &mut Spanned<Yaml>, kinds: &Kinds, sink: &mut Sink) {
    let own = tree.span.source;
    let written = tree.value.get("kind").map(|(_, kind)| kind.words());
    let slug = written.map_or(Some(DEFAULT_KIND), |words| words.map(str::trim));
    let Some(kind) = slug.and_then(|slug| kinds.by_slug(slug)) else { return };
    let is_issued_with = takes(kind, "issued_with") && tree.value.get("issued_with").is_some();
    let Yaml::Map(all) = &mut tree.value else { return };
    let known = plan_keys(kinds);
    all.retain(|(key, value)| {
        let name = key.value.as_str();
        let is_of_decision = is_issued_with && OF_THE_DECISION.contains(&name);
        if !known.contains(&name) || takes(kind, name) && !is_of_decision {
            return true;
        }
        if key.span.source == own && value.value != Yaml::Null {
            sink.push(if is_of_decision { of_the_decision(key) } else { of_another(key, kind, kinds) });
        }
        false
    });
}

fn of_another(key: &Spanned<String>, kind: &Kind, kinds: &Kinds) -> Diagnostic {
    let (key, span, name) = (&key.value, key.span, &kind.name);
    let those: Vec<&str> = kinds.all().filter(|other| takes(other, key)).map(|other| &*other.name).collect();
    let message = message!("{name} không có khóa `{key}`", "the kind {name} has no key `{key}`");
    let help = match those.len() {
        0..=8 => {
            let those = those.join(", ");
            message!("`{key}` là khóa của: {those}", "`{key}` is a key of: {those}")
        }
        _ => message!("bỏ khóa này", "remove the key"),
    };
    codes::KEY_OF_OTHER_KIND.at(span, message).help(help)
}

fn of_the_decision(key: &Spanned<String>) -> Diagnostic {
    let (key, span) = (&key.value, key.span);
    codes::KEY_OF_OTHER_KIND
        .at(
            span,
            message!(
                "văn bản ban hành kèm theo không có `{key}` riêng",
                "a document issued with a decision has no `{key}` of its own"
            ),
        )
        .help(message!(
            "số, ký hiệu, ngày của quyết định viết trong `issued_with`; những khóa khác viết ở quyết định",
            "number, symbol and date of the decision stand in `issued_with`; other keys in the decision"
        ))
}

keys! {
/// A kind of an agency's own, in `kinds.yaml`.
pub(crate) struct RawKind {
    /// Tên loại.
    "name" name: Text,
    /// Chữ viết tắt trong ký hiệu.
    "abbreviation" abbreviation: Text,
    /// Loại văn bản của Nghị định có cùng các khóa và cách trình bày.
    "like" like: Text,
    /// Những dòng riêng (tên khóa: nội dung) phải có.
    "details" details: RawDetails,
    /// Những phần riêng (tên khóa: nội dung), mỗi phần một danh sách như body; in ở thẻ `nodes` của mẫu lời văn.
    "lists" lists: RawDetails,
}
}

/// Reads the kinds of `kinds.yaml`: a map from their slugs to what they are.
pub(super) fn read_kinds(tree: &Spanned<Yaml>, reader: &mut Reader) -> Kinds {
    let Yaml::Map(all) = &tree.value else {
        wrong_type::<()>(tree, message!("các loại văn bản (tên: …)", "kinds (name: …)"), reader);
        return Kinds::default();
    };
    let slugs: Vec<&str> = all.iter().map(|(slug, _)| slug.value.as_str()).collect();
    // Told once for slugs that are there twice.
    entries(tree, &slugs, reader);
    Kinds::with(all.iter().filter_map(|(slug, node)| own_kind(slug, node, reader)).collect())
}

fn own_kind(slug: &Spanned<String>, node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Kind> {
    let raw = RawKind::from_yaml(node, reader)?;
    let is_slug = slug.value.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !is_slug || slug.value.is_empty() {
        reader.push(
            codes::UNKNOWN_VALUE
                .at(
                    slug.span,
                    message!(
                        "tên khóa của loại văn bản chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối",
                        "a kind is called by small letters without marks, digits and hyphens"
                    ),
                )
                .help(message!("ví dụ: phieu-trinh", "for example: phieu-trinh")),
        );
        return None;
    }
    let name = required(&raw.name, "name", node.span, reader.sink);
    let like = required(&raw.like, "like", node.span, reader.sink)?;
    let Some(base) = KINDS.iter().find(|kind| kind.slug == like.value.trim()) else {
        let slugs: Vec<&str> = KINDS.iter().map(|kind| &*kind.slug).collect();
        unknown_value(like, KIND, &slugs, Some("P3"), reader.sink);
        return None;
    };
    let mut details = base.details.to_vec();
    for (key, what) in described(&raw.details) {
        details.push(Detail { key: key.value.clone().into(), what: what.into(), is_required: true });
    }
    let mut own_lists: Vec<NodeList> = Vec::new();
    for (key, what) in described(&raw.lists) {
        if is_list_key(key, &own_lists, reader) {
            own_lists.push(NodeList {
                key: key.value.clone().into(),
                what: what.into(),
                counting: Counting::Whole,
                has_purposes: false,
            });
        }
    }
    Some(Kind {
        slug: slug.value.clone().into(),
        name: name?.value.clone().into(),
        abbreviation: raw.abbreviation.as_ref().map(|letters| letters.value.clone().into()),
        like: base.like,
        form: base.form,
        details: details.into(),
        own_lists: own_lists.into(),
    })
}

/// Names, and what is said of each.
fn described(all: &Slot<RawDetails>) -> impl Iterator<Item = (&Spanned<String>, String)> {
    all.iter().flat_map(|details| &details.0).map(|(key, what)| {
        let lines = what.iter().flat_map(|RawLines(what)| what.iter().flatten());
        let lines: Vec<&str> = lines.map(|line| line.value.as_str()).collect();
        (key, lines.join(" "))
    })
}

/// Whether a list may have this key; one that is taken, or is no name, is reported.
fn is_list_key(key: &Spanned<String>, own: &[NodeList], reader: &mut Reader) -> bool {
    let (name, span) = (key.value.as_str(), key.span);
    let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    let is_taken = is_plan_key(name) || PURPOSES.contains(&name) || own.iter().any(|one| one.key == name);
    if is_taken {
        reader.push(
            codes::UNKNOWN_VALUE
                .at(span, message!("đã có khóa `{name}`", "there is a key `{name}` already"))
                .help(message!("đặt tên khác", "call it otherwise")),
        );
    } else if !is_name {
        reader.push(
            codes::UNKNOWN_VALUE
                .at(
                    span,
                    message!(
                        "tên khóa chỉ gồm chữ thường không dấu, chữ số và dấu gạch dưới",
                        "a key is made of small letters without marks, digits and underscores"
                    ),
                )
                .help(message!("ví dụ: de_xuat", "for example: de_xuat")),
        );
    }
    is_name && !is_taken
}
