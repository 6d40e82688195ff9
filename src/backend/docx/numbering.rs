//! Real Word numbering: one list definition, one instance a part, so that each part counts anew.

use docx_rs::{
    AbstractNumbering, Docx, Level, LevelJc, LevelOverride, LevelSuffixType, LevelText, NumberFormat,
    Numbering, SpecialIndentType, Start,
};

use super::styles::twips;
use crate::document::{Document, Number, Role};

/// Our list definition; docx-rs brings one of its own, number 1.
const ABSTRACT: usize = 2;

/// The instance that numbers a part.
pub fn instance(part: usize) -> usize {
    part + ABSTRACT
}

/// How a level counts, read off its first number: the document says "I.", "1.", "1.1." or "a)".
fn format(level: usize, number: Option<&str>) -> (&'static str, String) {
    let placeholder = format!("%{}", level + 1);
    match number {
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

/// Adds the list definition and its instances.
pub fn add(mut docx: Docx, document: &Document) -> Docx {
    let mut first: [Option<String>; 4] = [const { None }; 4];
    for part in &document.parts {
        part.paragraphs(&mut |paragraph| {
            if let Some(Number { text, level, automatic: true }) = &paragraph.number
                && let Some(slot @ None) = first.get_mut(*level)
            {
                *slot = Some(text.clone());
            }
        });
    }
    let first_line = document.layout.style(Role::Clause).first_line;
    let mut list = AbstractNumbering::new(ABSTRACT);
    for (level, number) in first.iter().enumerate() {
        let (kind, text) = format(level, number.as_deref());
        list = list.add_level(
            Level::new(
                level,
                Start::new(1),
                NumberFormat::new(kind),
                LevelText::new(text),
                LevelJc::new("left"),
            )
            .suffix(LevelSuffixType::Space)
            .indent(Some(0), Some(SpecialIndentType::FirstLine(twips(first_line))), None, None),
        );
    }
    docx = docx.add_abstract_numbering(list);
    for part in 0..document.parts.len() {
        let mut numbering = Numbering::new(instance(part), ABSTRACT);
        if part > 0 {
            for level in 0..first.len() {
                numbering = numbering.add_override(LevelOverride::new(level).start(1));
            }
        }
        docx = docx.add_numbering(numbering);
    }
    docx
}

#[cfg(test)]
mod tests {
    use super::format;

    #[test]
    fn levels_count_as_the_document_does() {
        assert_eq!(format(0, Some("I.")), ("upperRoman", "%1.".to_owned()));
        assert_eq!(format(1, Some("1.")), ("decimal", "%2.".to_owned()));
        assert_eq!(format(2, Some("a)")), ("lowerLetter", "%3)".to_owned()));
        assert_eq!(format(2, Some("1.1.")), ("decimal", "%2.%3.".to_owned()));
        assert_eq!(format(3, Some("1.1.1.")), ("decimal", "%2.%3.%4.".to_owned()));
    }
}
