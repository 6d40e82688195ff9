//! Rules on Vietnamese texts.

pub mod abbreviation;
pub mod capital_citation;
pub mod capital_document;
pub mod capital_organisation;
pub mod capital_place;
pub mod capital_sentence;
pub mod capital_time;
pub mod comment_lost;
pub mod confusable;
pub mod decomposed;
pub mod double_space;
pub mod doubled_word;
pub mod impossible_date;
pub mod impossible_syllable;
pub mod invisible;
pub mod keyboard;
pub mod look_alike;
pub mod old_font;
pub mod range_style;
pub mod space_after;
pub mod space_before;
pub mod straight_quotes;
pub mod stray_star;
pub mod tone_style;
pub mod unbalanced;
pub mod weekday_date;
