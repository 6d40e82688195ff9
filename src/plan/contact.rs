//! The contact foot of page 1.

use super::checks::non_empty;
use super::raw::{RawContact, Slot};
use crate::diag::Sink;
use crate::text::Text;

/// The contact foot of page 1 (P1.III.4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Địa chỉ.
    pub address: Option<String>,
    /// Thư điện tử.
    pub email: Option<String>,
    /// Trang thông tin điện tử.
    pub website: Option<String>,
    /// Điện thoại.
    pub phone: Option<String>,
    /// Fax.
    pub fax: Option<String>,
}

/// Reads it.
pub(super) fn contact(raw: Option<&RawContact>, sink: &mut Sink) -> Contact {
    let Some(raw) = raw else { return Contact::default() };
    let mut text =
        |text: &Slot<Text>| text.as_ref().and_then(|text| non_empty(text, sink)).map(|text| text.value);
    Contact {
        address: text(&raw.address),
        email: text(&raw.email),
        website: text(&raw.website),
        phone: text(&raw.phone),
        fax: text(&raw.fax),
    }
}
