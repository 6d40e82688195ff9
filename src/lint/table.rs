//! All rules, in the order of the handbook.

use super::rule::Rule;
use super::{citing, structure, text};
use crate::diag::codes::{self, Code};

/// Every rule.
pub static RULES: &[&Rule] = &[
    &text::missing_glyph::RULE,
    &structure::missing_legal_basis::RULE,
    &structure::article_title::RULE,
    &structure::decimal_numbering::RULE,
    &structure::draft_mark::RULE,
    &structure::typed_number::RULE,
    &structure::end_mark::RULE,
    &structure::end_missing::RULE,
    &structure::symbol_kind::RULE,
    &structure::symbol_issuer::RULE,
    &structure::place_name::RULE,
    &structure::place_unit::RULE,
    &structure::year_date::RULE,
    &structure::subject_form::RULE,
    &structure::issuer_abbreviated::RULE,
    &structure::commune_parent::RULE,
    &structure::signature_prefix::RULE,
    &structure::signer_body::RULE,
    &structure::signer_head::RULE,
    &structure::signer_deputy::RULE,
    &structure::signer_kt::RULE,
    &structure::signer_title::RULE,
    &structure::signer_name::RULE,
    &structure::recipient_mark::RULE,
    &structure::recipient_as_above::RULE,
    &structure::recipient_duplicate::RULE,
    &structure::recipient_archive::RULE,
    &structure::archive_form::RULE,
    &structure::commune_recipient::RULE,
    &structure::layout_sizes::RULE,
    &structure::appendix_unmentioned::RULE,
    &structure::appendix_missing::RULE,
    &structure::table_sum::RULE,
    &citing::cite_parts::RULE,
    &citing::cite_name::RULE,
    &citing::cite_parts_text::RULE,
    &citing::cite_later_full::RULE,
    &citing::cite_type::RULE,
    &citing::cite_kind::RULE,
    &citing::cite_issuer::RULE,
    &citing::cite_date::RULE,
    &citing::cite_padding::RULE,
    &citing::cite_number::RULE,
    &citing::cite_space::RULE,
    &citing::cite_law_number::RULE,
    &citing::cite_duplicate::RULE,
    &citing::cite_two_dates::RULE,
    &citing::cite_year::RULE,
    &citing::cite_known_date::RULE,
    &citing::cite_in_force::RULE,
    &citing::cite_order::RULE,
    &citing::basis_joined::RULE,
    &citing::cite_layout_decree::RULE,
    &citing::district_level::RULE,
    &citing::old_commune::RULE,
    &text::old_font::RULE,
    &text::decomposed::RULE,
    &text::look_alike::RULE,
    &text::invisible::RULE,
    &text::double_space::RULE,
    &text::space_before::RULE,
    &text::space_after::RULE,
    &text::space_bracket::RULE,
    &text::dash_space::RULE,
    &text::stray_mark::RULE,
    &text::unbalanced::RULE,
    &text::stray_star::RULE,
    &text::comment_lost::RULE,
    &text::straight_quotes::RULE,
    &text::range_style::RULE,
    &text::tone_style::RULE,
    &text::keyboard::RULE,
    &text::doubled_word::RULE,
    &text::impossible_syllable::RULE,
    &text::confusable::RULE,
    &text::abbreviation::RULE,
    &text::impossible_date::RULE,
    &text::weekday_date::RULE,
    &text::date_padding::RULE,
    &text::capital_citation::RULE,
    &text::capital_time::RULE,
    &text::capital_place::RULE,
    &text::capital_document::RULE,
    &text::capital_law::RULE,
    &text::capital_organisation::RULE,
    &text::capital_sentence::RULE,
    &text::capital_inside::RULE,
];

/// Every code, in the order of the handbook.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    codes::ALL.iter().copied().chain(RULES.iter().map(|rule| &rule.code))
}

/// The code of this name.
pub fn code(name: &str) -> Option<&'static Code> {
    codes().find(|code| code.name == name)
}

/// The rule whose code has this name; none where a stage reports it.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code.name == name).copied()
}

/// The code that is most likely meant.
pub(super) fn closest(name: &str) -> Option<&'static str> {
    let names: Vec<&str> = codes().map(|code| code.name).collect();
    crate::plan::closest(name, &names)
}
