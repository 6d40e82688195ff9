//! Rules on the keys of a plan and their values.

pub mod appendix_unmentioned;
pub mod archive_form;
pub mod commune_parent;
pub mod commune_recipient;
pub mod decimal_numbering;
pub mod issuer_abbreviated;
pub mod layout_sizes;
pub mod missing_legal_basis;
pub mod place_name;
pub mod place_unit;
mod posts;
pub mod recipient_archive;
pub mod recipient_as_above;
pub mod recipient_duplicate;
pub mod recipient_mark;
pub mod signature_prefix;
pub mod signer_body;
pub mod signer_deputy;
pub mod signer_head;
pub mod signer_name;
pub mod signer_title;
pub mod subject_form;
pub mod symbol_issuer;
pub mod symbol_kind;
pub mod table_sum;
pub mod typed_number;
pub mod year_date;
