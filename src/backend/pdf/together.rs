//! Blocks that must not stand alone on a page: headings with what follows, the last lines with the signature.

use super::data::{self, DrawnBlock, Run};
use crate::backend::pitch;
use crate::document::Layout;
use crate::length::Length;

/// What stays with the signature is as high as this part of a page at most.
const TAIL: f64 = 0.8;

/// Whether one of the headings calls a footnote.
fn calls_note(held: &[DrawnBlock]) -> bool {
    held.iter().any(|block| match block {
        DrawnBlock::Paragraph(one) => {
            one.lines.iter().flat_map(|line| &line.runs).any(|run| matches!(run, Run::Note { .. }))
        }
        _ => false,
    })
}

/// Joins blocks that stay together.
pub(super) struct Together<'a> {
    /// The styles.
    pub layout: &'a Layout,
    /// Height of the text on a page.
    pub page_height: Length,
}

impl Together<'_> {
    /// The blocks of a part. What stays with the block of the signature is drawn as one with it: Typst keeps a
    /// paragraph with the next block, but not a whole chain of them.
    pub(super) fn with_tail(&self, mut drawn: Vec<DrawnBlock>) -> Vec<DrawnBlock> {
        let mut tail = Vec::new();
        if matches!(drawn.last(), Some(DrawnBlock::Columns { whole: true, .. })) {
            tail.extend(drawn.pop());
            while let Some(kept) = self.pop_kept(&mut drawn) {
                tail.insert(0, kept);
            }
        }
        let mut out = self.grouped(drawn);
        match self.block_height(&tail) < self.page_height.scale(TAIL) {
            true if tail.len() > 1 => out.push(DrawnBlock::Group { blocks: tail }),
            _ => out.extend(tail),
        }
        out
    }

    /// Takes the last block off, or the last item of a list, if it stays with what follows.
    fn pop_kept(&self, drawn: &mut Vec<DrawnBlock>) -> Option<DrawnBlock> {
        let keeps = |one: &data::DrawnParagraph| one.keep || self.layout.style(one.role).keep_next;
        match drawn.last_mut()? {
            DrawnBlock::Paragraph(one) if keeps(one) => drawn.pop(),
            DrawnBlock::List { items } => {
                let last = items.last_mut()?;
                if !last.below.is_empty() {
                    return self.pop_kept(&mut last.below);
                }
                if !keeps(&last.paragraph) {
                    return None;
                }
                let last = items.split_off(items.len() - 1);
                if items.is_empty() {
                    drawn.pop();
                }
                Some(DrawnBlock::List { items: last })
            }
            _ => None,
        }
    }

    /// Height of blocks, with the gaps below their paragraphs.
    fn block_height(&self, blocks: &[DrawnBlock]) -> Length {
        let one = |one: &data::DrawnParagraph| {
            let style = self.layout.style(one.role);
            pitch(style).scale(one.lines.len() as f64) + style.before + style.after
        };
        blocks
            .iter()
            .map(|block| match block {
                DrawnBlock::Paragraph(paragraph) => one(paragraph),
                DrawnBlock::List { items } => {
                    items.iter().map(|item| one(&item.paragraph) + self.block_height(&item.below)).sum()
                }
                DrawnBlock::Columns { rows, .. } => {
                    let cell = |cell: &data::ColumnCell| cell.paragraphs.iter().map(one).sum::<Length>();
                    rows.iter().filter_map(|row| row.iter().map(cell).max()).sum()
                }
                DrawnBlock::Group { blocks } => self.block_height(blocks),
                _ => Length::ZERO,
            })
            .sum()
    }

    /// Ends the page before a table whose first row begins one, and before the headings that keep with it.
    fn broken(&self, blocks: Vec<DrawnBlock>) -> Vec<DrawnBlock> {
        let mut out: Vec<DrawnBlock> = Vec::with_capacity(blocks.len());
        for mut block in blocks {
            if let DrawnBlock::Table { rows, .. } = &mut block
                && let Some(first) = rows.first_mut().filter(|first| first.breaks)
            {
                first.breaks = false;
                let keeps = |block: &&DrawnBlock| match block {
                    DrawnBlock::Paragraph(one) => one.keep || self.layout.style(one.role).keep_next,
                    _ => false,
                };
                let kept = out.iter().rev().take_while(keeps).count();
                out.insert(out.len() - kept, DrawnBlock::Break);
            }
            out.push(block);
        }
        out
    }

    /// Joins a heading with the paragraph below it where one of them calls a footnote: Typst forgets that a
    /// heading keeps with the next block when a note does not fit and moves that block on, and leaves the note of a
    /// heading that moves on where it was.
    pub(super) fn grouped(&self, blocks: Vec<DrawnBlock>) -> Vec<DrawnBlock> {
        let blocks = self.broken(blocks);
        let mut out = Vec::new();
        let mut held: Vec<DrawnBlock> = Vec::new();
        for block in blocks {
            match block {
                DrawnBlock::Paragraph(one) if self.layout.style(one.role).keep_next => {
                    held.push(DrawnBlock::Paragraph(one));
                }
                DrawnBlock::Paragraph(one) if !held.is_empty() && (one.whole || calls_note(&held)) => {
                    held.push(DrawnBlock::Paragraph(one));
                    out.push(DrawnBlock::Group { blocks: std::mem::take(&mut held) });
                }
                DrawnBlock::List { mut items }
                    if !held.is_empty() && (items[0].paragraph.whole || calls_note(&held)) =>
                {
                    let rest = items.split_off(1);
                    held.push(DrawnBlock::List { items });
                    out.push(DrawnBlock::Group { blocks: std::mem::take(&mut held) });
                    if !rest.is_empty() {
                        out.push(DrawnBlock::List { items: rest });
                    }
                }
                other => {
                    out.append(&mut held);
                    out.push(other);
                }
            }
        }
        out.append(&mut held);
        out
    }
}
