//! Real Word numbering: one list definition for the parts that count alike, one instance a part, so that each
//! part counts anew.

use docx_rs::{
    AbstractNumbering, Docx, Level, LevelJc, LevelOverride, LevelSuffixType, LevelText, NumberFormat,
    Numbering, SpecialIndentType, Start,
};

use super::styles::twips;
use crate::document::{Document, Number, Part, Role};
use crate::length::Length;

/// Our first list definition; docx-rs brings one of its own, number 1.
const ABSTRACT: usize = 2;

/// The instance that numbers a part.
pub fn instance(part: usize) -> usize {
    part + ABSTRACT
}

/// How a level counts, read off its first number: the document says "I.", "1.", "1.1." or "a)".
fn format(level: usize, number: Option<&str>) -> (&'static str, String) {
    let placeholder = format!("%{}", level + 1);
    match number {
        // "Điều 1.": the word belongs to the number.
        Some(text) if text.contains(' ') => {
            let word = text.split(' ').next().unwrap_or_default();
            ("decimal", format!("{word} {placeholder}."))
        }
        Some(text) if text.ends_with(')') => ("lowerLetter", format!("{placeholder})")),
        Some(text) if level > 1 => {
            let own = text.trim_end_matches('.').split('.').count();
            let levels: Vec<String> =
                (level + 2 - own..=level + 1).map(|level| format!("%{level}")).collect();
            ("decimal", format!("{}.", levels.join(".")))
        }
        Some(text) if text.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            ("upperRoman", format!("{placeholder}."))
        }
        _ => ("decimal", format!("{placeholder}.")),
    }
}

/// How the levels of a part count: by the first number of each.
type Formats = [(&'static str, String); LEVELS];

const LEVELS: usize = 4;

fn formats(part: &Part) -> Formats {
    let mut first: [Option<&str>; LEVELS] = [None; LEVELS];
    part.paragraphs(&mut |paragraph| {
        if let Some(Number { text, level, automatic: true, .. }) = &paragraph.number
            && let Some(slot @ None) = first.get_mut(*level)
        {
            *slot = Some(text);
        }
    });
    std::array::from_fn(|level| format(level, first[level]))
}

/// Adds the list definitions, one for all parts that count alike, and the instances.
pub fn add(mut docx: Docx, document: &Document) -> Docx {
    let first_line = document.layout.style(Role::Clause).first_line;
    let mut lists: Vec<Formats> = Vec::new();
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

fn definition(id: usize, formats: &Formats, first_line: Length) -> AbstractNumbering {
    formats.iter().enumerate().fold(AbstractNumbering::new(id), |list, (level, (kind, text))| {
        list.add_level(
            Level::new(
                level,
                Start::new(1),
                NumberFormat::new(*kind),
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
    use super::format;

    #[test]
    fn levels_count_as_the_document_does() {
        assert_eq!(format(0, Some("I.")), ("upperRoman", "%1.".to_owned()));
        assert_eq!(format(0, Some("Điều 1.")), ("decimal", "Điều %1.".to_owned()));
        assert_eq!(format(1, Some("1.")), ("decimal", "%2.".to_owned()));
        assert_eq!(format(2, Some("a)")), ("lowerLetter", "%3)".to_owned()));
        assert_eq!(format(2, Some("1.1.")), ("decimal", "%2.%3.".to_owned()));
        assert_eq!(format(3, Some("1.1.1.")), ("decimal", "%2.%3.%4.".to_owned()));
    }
}
