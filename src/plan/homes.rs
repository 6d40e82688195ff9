//! Which map of the plan file a key belongs to, for a key that stands in the wrong one.

use super::raw::{
    RawAppendix, RawChapter, RawCitation, RawContact, RawDrafter, RawIssuedWith, RawIssuer, RawLayout,
    RawMargins, RawParts, RawPlan, RawPurposes, RawSignature, RawSigner, RawTable,
};
use crate::diag::Message;
use crate::say;

/// The map that has this key; none, or the first of several, where it is in more than one.
pub fn home(key: &str) -> Option<Message> {
    let maps: [(&[&str], &str); 14] = [
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
    ];
    if RawPlan::KEYS.contains(&key) {
        return Some(say!("đầu tệp (không thụt vào)", "the top of the file"));
    }
    // "name", "number", "subject": too common to tell.
    let mut found = maps.iter().filter(|(keys, _)| keys.contains(&key));
    let (_, map) = found.next()?;
    found.next().is_none().then(|| say!("`{map}`", "`{map}`"))
}
