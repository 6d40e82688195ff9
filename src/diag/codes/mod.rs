//! Every kind of finding that the stages report while a plan is read and its document made: name, words, clause and
//! examples of each, below everything that reports. A lint rule has its code in its own file.

mod code;

pub use code::{Code, Examples, Kinds, Words};

/// A code; its documentation here is what it says to a reader.
macro_rules! code {
    ($name:ident { what: Words { vi: $vi:literal, en: $en:literal $(,)? }, $($rest:tt)* }) => {
        #[doc = $en]
        pub static $name: Code = Code { what: Words { vi: $vi, en: $en }, $($rest)* };
    };
}

/// The files of the table, and the codes in each, in the order of the handbook.
macro_rules! table {
    ($($file:ident: $($code:ident)*;)*) => {
        $(
            mod $file;
            pub use $file::{$($code),*};
        )*

        /// The codes of this table, in the order of the handbook.
        pub static ALL: &[&Code] = &[$($(&$code),*),*];
    };
}

table! {
    yaml: YAML_SYNTAX DUPLICATE_KEY;
    keys: UNKNOWN_KEY KEY_OF_OTHER_KIND MISSING_KEY WRONG_TYPE EMPTY_TEXT EMPTY_PART UNKNOWN_VALUE
        NODE_FORM DATE_FORM DATE_IMPOSSIBLE NUMBER_FORM SYMBOL_FORM SIGNATURE_AUTHORITY SECTION_TITLE TOO_DEEP
        LAYOUT_BOUNDS;
    words: NOTE_FORM PLAIN_TEXT CONTROL_CHARACTER UNCLOSED_NOTE;
    tables: AMOUNT_GROUPING TABLE_SHAPE TABLE_NARROW TABLE_TOTAL TABLE_FORMULA;
    expressions: EXPRESSION_SYNTAX UNKNOWN_VARIABLE EXPRESSION_FAILED EMPTY_VALUE;
    files: FILE_NAME FILE_OUTSIDE INCLUDE_UNREADABLE INCLUDE_CIRCLE ATTACHMENT_FORM;
    data: DATA_UNREADABLE DATA_COLUMN DATA_ROW ROWS_LEFT_OUT NO_ROWS KEY_UNSAFE KEY_DUPLICATE;
    templates: HEAD_TOO_WIDE UNKNOWN_TEMPLATE TEMPLATE_RENDER TEMPLATE_FORM TEMPLATE_DRAW
        TEMPLATE_UNREADABLE;
    silence: ALLOW_UNKNOWN ALLOW_UNUSED;
}
