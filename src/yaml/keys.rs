//! What the reader has to know of a format's keys, to tell a slip from what was meant.

/// The keys of a format.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keys {
    /// Whether some map of the format has this key.
    pub is_key: fn(&str) -> bool,
    /// Whether an entry of a list of texts may have this key.
    pub is_key_of_items: fn(&str) -> bool,
    /// Whether a list at this key holds texts, or maps in the place of texts.
    pub is_text_list: fn(&str) -> bool,
    /// Keys of names and headings, none of which is a quotation from end to end.
    pub short: &'static [&'static str],
    /// Keys below which a writer's own data stand.
    pub data: &'static [&'static str],
}

/// The keys of no format.
#[cfg(test)]
pub(crate) const NONE: Keys =
    Keys { is_key: |_| false, is_key_of_items: |_| false, is_text_list: |_| false, short: &[], data: &[] };
