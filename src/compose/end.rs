//! The end of the body: its mark, and what must stay with the signature.

use crate::document::{Align, Block, Layout, Page, Paragraph, Role, Row};
use crate::text::Inline;
use crate::typeset::natural_width;

/// Ends the last sentence with "./." if `mark`, and keeps at least two lines of text with the block
/// of nơi nhận and the signature.
pub(crate) fn finish(blocks: &mut Vec<Block>, mark: bool, layout: &Layout, page: &Page) {
    // A form ends with what is filled in by hand.
    if mark && !ends_with_form(blocks) {
        match last_paragraph(blocks) {
            Some(paragraph) => end_sentence(&mut paragraph.text),
            // After a table the mark has a line of its own.
            None => {
                blocks.push(Block::Paragraph(Paragraph::new(Role::Body, vec![Inline::plain(END_MARK)], None)))
            }
        }
    }
    keep_with_next(blocks, layout, page);
}

fn ends_with_form(blocks: &[Block]) -> bool {
    match blocks.last() {
        Some(Block::Columns(_)) => true,
        // A gap stands below columns only.
        Some(Block::Paragraph(one)) => one.role.is_of_forms() || one.role == Role::TableEnd,
        Some(Block::List { items }) => items.last().is_some_and(|item| match item.below.is_empty() {
            true => item.paragraph.role.is_of_forms(),
            false => ends_with_form(&item.below),
        }),
        _ => false,
    }
}

const END_MARK: &str = "./.";

/// The paragraph that the body ends with; none where it ends with a table.
fn last_paragraph(blocks: &mut [Block]) -> Option<&mut Paragraph> {
    match blocks.last_mut()? {
        Block::Paragraph(paragraph) => Some(paragraph),
        Block::List { items } => {
            let item = items.last_mut()?;
            if item.below.is_empty() { Some(&mut item.paragraph) } else { last_paragraph(&mut item.below) }
        }
        _ => None,
    }
}

fn end_sentence(text: &mut Vec<Inline>) {
    // A footnote called at the very end stays behind the mark's words.
    let last = text.iter_mut().rev().find_map(|inline| match inline {
        Inline::Text { text, .. } => Some(text),
        _ => None,
    });
    match last {
        Some(words) => {
            // "./." typed by the clerk is the same mark.
            let slash = words.trim_end_matches(['.', ' ']).strip_suffix('/').map(str::len);
            let is_typed = slash.is_some_and(|slash| words[..slash].ends_with(['.', ' ', '…']));
            if let Some(slash) = slash.filter(|_| is_typed) {
                words.truncate(words[..slash].trim_end().len());
                words.truncate(words.strip_suffix('.').map_or(words.len(), str::len));
            }
            words.truncate(words.trim_end_matches([' ', ';', ',']).len());
            // A row of dots is left to be filled in; unless the mark was typed, its last one begins it.
            match words.len() - words.trim_end_matches('.').len() {
                2.. if is_typed => {}
                2.. => words.truncate(words.len() - 1),
                _ => words.truncate(words.trim_end_matches(['.', ';', ',', ' ']).len()),
            }
            words.push_str(END_MARK);
        }
        None => text.push(Inline::plain(END_MARK)),
    }
}

/// Keeps the last paragraph with what follows; if it is one line, the one before it, too.
fn keep_with_next(blocks: &mut [Block], layout: &Layout, page: &Page) {
    let Some(last) = last_paragraph(blocks) else {
        keep_last_row(blocks);
        return;
    };
    last.keep = true;
    let style = layout.style(last.role);
    let width = natural_width(&last.text, style.bold, style.italic, style.size);
    let one_line = width + style.first_line < page.text_width();
    if !one_line || style.align != Align::Justify {
        return;
    }
    match paragraph_before_last(blocks) {
        Some(before) => before.keep = true,
        None => {
            let before = blocks.len().saturating_sub(1);
            keep_last_row(&mut blocks[..before]);
        }
    }
}

/// Keeps what stands last with what follows.
pub(crate) fn keep_last(blocks: &mut [Block]) {
    match last_paragraph(blocks) {
        Some(last) => last.keep = true,
        None => keep_last_row(blocks),
    }
}

/// Keeps the last row of a table with what follows.
fn keep_last_row(blocks: &mut [Block]) {
    match blocks.last_mut() {
        Some(Block::Table(table)) => table.rows.last_mut().into_iter().for_each(Row::keep),
        Some(Block::List { items }) => {
            items.last_mut().into_iter().for_each(|item| keep_last_row(&mut item.below));
        }
        _ => {}
    }
}

fn paragraph_before_last(blocks: &mut [Block]) -> Option<&mut Paragraph> {
    let (last, before) = blocks.split_last_mut()?;
    if let Block::List { items } = last {
        let (item, items) = items.split_last_mut()?;
        if !item.below.is_empty() {
            if paragraph_before_last(&mut item.below).is_some() {
                return paragraph_before_last(&mut item.below);
            }
            return Some(&mut item.paragraph);
        }
        if let Some(item) = items.last_mut() {
            let nested = !item.below.is_empty();
            return if nested { last_paragraph(&mut item.below) } else { Some(&mut item.paragraph) };
        }
    }
    last_paragraph(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_sentence_ends_with_the_mark() {
        for (given, wanted) in [
            ("khác…", "khác…./."),
            ("khác...", "khác.../."),
            ("ngày ........", "ngày ......../."),
            ("a/b/", "a/b/./."),
        ] {
            let mut text = vec![Inline::plain(given)];
            end_sentence(&mut text);
            assert_eq!(text, [Inline::plain(wanted)], "{given}");
        }
        for given in [
            "xem xét.",
            "xem xét;",
            "xem xét",
            "xem xét. ",
            "xem xét./.",
            "xem xét ./.",
            "xem xét. /.",
            "xem xét./. ",
            "xem xét../.",
        ] {
            let mut text = vec![Inline::plain(given)];
            end_sentence(&mut text);
            assert_eq!(text, [Inline::plain("xem xét./.")], "{given}");
        }
    }
}
