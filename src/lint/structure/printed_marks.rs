//! The marks that the program prints before texts of the body: dashes and numbers.

use crate::decree::forms::{Counting, PURPOSES};
use crate::plan::articles;
use crate::plan::raw::{RawNode, RawParts, RawPlan, Slot};
use crate::source::Span;

/// What stands before a text in print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PrintedMark {
    /// "- ".
    Dash,
    /// "+ ".
    Plus,
    /// "* ".
    Star,
    /// A number: mục, khoản, điểm.
    Number {
        /// 0: mục.
        depth: usize,
        /// Which one, from 1.
        n: usize,
    },
}

/// The texts that have one, by their places.
pub(super) fn printed_marks(plan: &RawPlan) -> Vec<(Span, PrintedMark)> {
    let mut out = Vec::new();
    for (key, counting, all) in plan.lists.runs() {
        let depth = match counting {
            Counting::Below => 1 + usize::from(PURPOSES.contains(&&*key)),
            Counting::Sections => 0,
            Counting::Whole => usize::from(!has_titles(all)),
        };
        nodes(all, depth, &mut out);
    }
    for all in plan.appendices.items().map(|one| one.value.body.list()) {
        nodes(all, usize::from(!has_titles(all)), &mut out);
    }
    for article in articles(plan) {
        nodes(article.value.items.list(), 1, &mut out);
    }
    out
}

fn has_titles(all: &[Slot<RawNode>]) -> bool {
    all.iter().flatten().any(|node| matches!(node, RawNode::Parts(parts) if !parts.value.title.is_absent()))
}

fn nodes(all: &[Slot<RawNode>], depth: usize, out: &mut Vec<(Span, PrintedMark)>) {
    let mut n = 0;
    for node in all.iter().flatten() {
        match node {
            RawNode::Dash(text) => out.push((text.span, PrintedMark::Dash)),
            RawNode::Parts(parts) => {
                let RawParts { title, lead, text, items, item, note, columns, .. } = &*parts.value;
                let below = items.list();
                columns.items().for_each(|cell| nodes(cell, depth, out));
                if let Some(first) = [title, lead, text].into_iter().find(|text| !text.is_absent()) {
                    n += 1;
                    out.extend(first.iter().map(|text| (text.span, PrintedMark::Number { depth, n })));
                    nodes(below, depth + 1, out);
                } else if !item.is_absent() {
                    out.extend(item.iter().map(|text| (text.span, PrintedMark::Dash)));
                    dashes_below(below, out);
                } else if !note.is_absent() {
                    out.extend(note.iter().map(|text| (text.span, PrintedMark::Star)));
                    dashes_below(below, out);
                } else {
                    nodes(below, depth, out);
                }
            }
        }
    }
}

fn dashes_below(all: &[Slot<RawNode>], out: &mut Vec<(Span, PrintedMark)>) {
    for node in all.iter().flatten() {
        match node {
            RawNode::Dash(text) => out.push((text.span, PrintedMark::Plus)),
            RawNode::Parts(parts) => {
                out.extend(parts.value.item.iter().map(|text| (text.span, PrintedMark::Plus)));
                dashes_below(parts.value.items.list(), out);
            }
        }
    }
}
