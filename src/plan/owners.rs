//! Which map of the plan file a key belongs to, for a key that stands in the wrong one.

use super::kinds::is_plan_key;
use super::raw::{
    RawAppendix, RawArticle, RawChapter, RawCitation, RawContact, RawDrafter, RawForEach, RawIssuedWith,
    RawIssuer, RawLayout, RawLetterhead, RawMargins, RawParts, RawPurposes, RawSignature, RawSigner,
    RawSigning, RawTable,
};
use crate::decree::forms::{LISTS, PURPOSES};
use crate::diag::Message;
use crate::message;
use crate::yaml::Keys;

/// The keys of a plan, for the reader of YAML.
pub(super) const KEYS: Keys = Keys {
    is_key,
    is_key_of_items,
    is_text_list,
    short: &["subject", "title", "lead", "name", "parent", "place", "position", "code", "archive"],
    data: &["vars", "for_each", "rows", "columns", "allow", "layout"],
};

fn is_key(key: &str) -> bool {
    is_plan_key(key) || key == "when" || MAPS.iter().any(|(keys, _)| keys.contains(&key))
}

fn is_text_list(key: &str) -> bool {
    ["items", "recipients", "to", "legal_basis"].contains(&key)
        || PURPOSES.contains(&key)
        || LISTS.iter().any(|list| list.key == key)
}

fn is_key_of_items(key: &str) -> bool {
    RawParts::KEYS.contains(&key) || RawCitation::KEYS.contains(&key) || key == "when"
}

/// The maps of the format, each with the key that it stands at.
const MAPS: [(&[&str], &str); 18] = [
    (RawIssuer::KEYS, "issuer"),
    (RawSignature::KEYS, "signature"),
    (RawContact::KEYS, "contact"),
    (RawDrafter::KEYS, "drafter"),
    (RawLayout::KEYS, "layout"),
    (RawMargins::KEYS, "layout.margins_mm"),
    (RawPurposes::KEYS, "objectives"),
    (RawTable::KEYS, "table"),
    (RawAppendix::KEYS, "appendices"),
    (RawCitation::KEYS, "legal_basis"),
    (RawParts::KEYS, "items"),
    (RawChapter::KEYS, "chapters"),
    (RawIssuedWith::KEYS, "issued_with"),
    (RawSigner::KEYS, "secretary"),
    (RawArticle::KEYS, "articles"),
    (RawSigning::KEYS, "signatures"),
    (RawLetterhead::KEYS, "letterhead"),
    (RawForEach::KEYS, "for_each"),
];

/// The map that has this key; none, or the first of several, where it is in more than one.
pub(super) fn owner(key: &str) -> Option<Message> {
    if is_plan_key(key) {
        return Some(message!("đầu tệp (không thụt vào)", "the top of the file"));
    }
    // "name", "number", "subject": too common to tell.
    let mut found = MAPS.iter().filter(|(keys, _)| keys.contains(&key));
    let (_, map) = found.next()?;
    found.next().is_none().then(|| message!("`{map}`", "`{map}`"))
}
