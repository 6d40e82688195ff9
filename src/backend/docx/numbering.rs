//! Real Word numbering: one list definition for the parts that count alike, one instance a part, so that each
//! part counts anew.

use docx_rs::{
    AbstractNumbering, Docx, Level, LevelJc, LevelOverride, LevelSuffixType, LevelText, Numbering,
    SpecialIndentType, Start,
};

use super::styles::twips;
use crate::document::{Document, Number, NumberFormat, Part, Role};
use crate::length::Length;

/// Our first list definition; docx-rs brings one of its own, number 1.
const ABSTRACT: usize = 2;

/// The instance that numbers a part.
pub(super) fn instance(part: usize) -> usize {
    part + ABSTRACT
}

/// How the levels of a part count: by the first number of each.
type LevelFormats = [NumberFormat; LEVELS];

const LEVELS: usize = 4;

fn formats(part: &Part) -> LevelFormats {
    let mut first = [None; LEVELS];
    part.paragraphs(&mut |paragraph| {
        if let Some(Number { format: Some(format), level, .. }) = &paragraph.number
            && let Some(slot @ None) = first.get_mut(*level)
        {
            *slot = Some(*format);
        }
    });
    first.map(|format| format.unwrap_or(NumberFormat::Arabic))
}

/// What Word calls a format, and its text with "%1" for the number of the first level.
fn word_format(level: usize, format: NumberFormat) -> (&'static str, String) {
    let own = level + 1;
    match format {
        NumberFormat::Roman => ("upperRoman", format!("%{own}.")),
        NumberFormat::Arabic => ("decimal", format!("%{own}.")),
        NumberFormat::Nested => ("decimal", (2..=own).map(|level| format!("%{level}.")).collect()),
        NumberFormat::Letter => ("lowerLetter", format!("%{own})")),
        NumberFormat::Labelled(word) => ("decimal", format!("{word} %{own}.")),
    }
}

/// Adds the list definitions, one for all parts that count alike, and the instances.
pub(super) fn add(mut docx: Docx, document: &Document) -> Docx {
    let first_line = document.layout.style(Role::Clause).first_line;
    let mut lists: Vec<LevelFormats> = Vec::new();
    for (part, formats) in document.parts.iter().map(formats).enumerate() {
        let known = lists.iter().position(|list| *list == formats);
        let list = known.unwrap_or(lists.len());
        if known.is_none() {
            docx = docx.add_abstract_numbering(definition(ABSTRACT + list, &formats, first_line));
            lists.push(formats);
        }
        let mut numbering = Numbering::new(instance(part), ABSTRACT + list);
        if known.is_some() {
            for level in 0..LEVELS {
                numbering = numbering.add_override(LevelOverride::new(level).start(1));
            }
        }
        docx = docx.add_numbering(numbering);
    }
    docx
}

fn definition(id: usize, formats: &LevelFormats, first_line: Length) -> AbstractNumbering {
    formats.iter().enumerate().fold(AbstractNumbering::new(id), |list, (level, format)| {
        let (kind, text) = word_format(level, *format);
        list.add_level(
            Level::new(
                level,
                Start::new(1),
                docx_rs::NumberFormat::new(kind),
                LevelText::new(text),
                LevelJc::new("left"),
            )
            .suffix(LevelSuffixType::Space)
            .indent(Some(0), Some(SpecialIndentType::FirstLine(twips(first_line))), None, None),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::{NumberFormat, word_format};

    #[test]
    fn levels_count_as_the_document_does() {
        let text = |level, format| word_format(level, format).1;
        assert_eq!(text(0, NumberFormat::Labelled("Điều")), "Điều %1.");
        assert_eq!(text(1, NumberFormat::Arabic), "%2.");
        assert_eq!(text(2, NumberFormat::Nested), "%2.%3.");
        assert_eq!(text(3, NumberFormat::Nested), "%2.%3.%4.");
    }
}
