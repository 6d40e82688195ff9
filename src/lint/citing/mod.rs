//! Rules on căn cứ and viện dẫn.

pub mod basis_joined;
pub mod cite_date;
pub mod cite_duplicate;
pub mod cite_in_force;
pub mod cite_issuer;
pub mod cite_kind;
pub mod cite_known_date;
pub mod cite_later_full;
pub mod cite_law_number;
pub mod cite_layout_decree;
pub mod cite_name;
pub mod cite_number;
pub mod cite_order;
pub mod cite_padding;
pub mod cite_parts;
pub mod cite_parts_text;
pub mod cite_space;
pub mod cite_two_dates;
pub mod cite_type;
pub mod cite_year;
pub mod district_level;
pub mod old_commune;
