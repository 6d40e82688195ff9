//! Running text: what a paragraph says, with its bold and italic parts and its footnotes.

mod bound;
mod field;
mod inline;
mod marks;
mod placed;
pub mod prose;

use serde::Serialize;

pub use bound::{BREAK, NO_BREAK_SPACE, bound, has_leader, unbound};
pub use field::Field;
pub use inline::{has_no_width, rich, rich_paragraphs, unmarked};
pub use placed::Text;

/// A run of running text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Inline {
    /// Words in one style.
    Text {
        /// The words.
        text: String,
        /// Đậm, beside what the paragraph's role says.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        bold: bool,
        /// Nghiêng, beside what the paragraph's role says.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        italic: bool,
    },
    /// A footnote, called at this place.
    Note {
        /// What it says.
        note: Vec<Inline>,
    },
    /// A line ends here.
    Break,
    /// Dots up to the next stop of the paragraph, to be filled in.
    Fill,
}

/// A text of several runs.
pub type RichText = Vec<Inline>;

impl Inline {
    /// Plain words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), bold: false, italic: false }
    }

    /// Bold words.
    pub fn bold(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), bold: true, italic: false }
    }
}

/// The words alone: no footnotes, a line break as a space.
pub fn words(text: &[Inline]) -> String {
    text.iter()
        .map(|inline| match inline {
            Inline::Text { text, .. } => text.as_str(),
            Inline::Note { .. } | Inline::Fill => "",
            Inline::Break => " ",
        })
        .collect()
}

/// Changes the words of every run, footnotes left out.
pub fn map_words(text: RichText, change: impl Fn(&str) -> String) -> RichText {
    text.into_iter()
        .map(|inline| match inline {
            Inline::Text { text, bold, italic } => Inline::Text { text: change(&text), bold, italic },
            other => other,
        })
        .collect()
}

/// Runs that follow each other in one style become one run.
pub fn merged(runs: impl IntoIterator<Item = Inline>) -> RichText {
    let mut out = RichText::new();
    for inline in runs {
        match (out.last_mut(), &inline) {
            (Some(Inline::Text { text, bold, italic }), Inline::Text { text: more, bold: b, italic: i })
                if (&*bold, &*italic) == (b, i) =>
            {
                text.push_str(more);
            }
            _ => out.push(inline),
        }
    }
    out
}

/// Drops the spaces at the end.
pub fn trim_end(text: &mut RichText) {
    while let Some(Inline::Text { text: words, .. }) = text.last_mut() {
        words.truncate(words.trim_end_matches(' ').len());
        if !words.is_empty() {
            break;
        }
        text.pop();
    }
}
