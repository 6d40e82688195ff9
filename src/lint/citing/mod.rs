//! Rules on căn cứ and viện dẫn.

pub(super) mod basis_joined;
pub(super) mod cite_date;
pub(super) mod cite_duplicate;
pub(super) mod cite_in_force;
pub(super) mod cite_issuer;
pub(super) mod cite_kind;
pub(super) mod cite_known_date;
pub(super) mod cite_later_full;
pub(super) mod cite_law_number;
pub(super) mod cite_layout_decree;
pub(super) mod cite_name;
pub(super) mod cite_number;
pub(super) mod cite_order;
pub(super) mod cite_padding;
pub(super) mod cite_parts;
pub(super) mod cite_parts_text;
pub(super) mod cite_space;
pub(super) mod cite_two_dates;
pub(super) mod cite_type;
pub(super) mod cite_year;
pub(super) mod district_level;
pub(super) mod old_commune;
