//! The marks that the program prints before texts of the body: dashes and numbers.

use crate::plan::articles;
use crate::plan::raw::{RawNode, RawObjectives, RawParts, RawPlan};
use crate::source::Span;

/// What stands before a text in print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// "- ".
    Dash,
    /// "+ ".
    Plus,
    /// A number: mục, khoản, điểm.
    Number {
        /// 0: mục.
        depth: usize,
        /// Which one, from 1.
        n: usize,
    },
}

/// The texts that have one, by their places.
pub fn printed_marks(plan: &RawPlan) -> Vec<(Span, Printed)> {
    let mut out = Vec::new();
    match &plan.objectives {
        Some(RawObjectives::List(all)) => nodes(all, 1, &mut out),
        Some(RawObjectives::Purposes(both)) => {
            for all in [&both.purpose, &both.requirements].into_iter().flatten() {
                nodes(all, 2, &mut out);
            }
        }
        None => {}
    }
    for (all, depth) in [(&plan.support_contents, 1), (&plan.sections, 0), (&plan.implementation, 1)] {
        nodes(all.as_deref().unwrap_or_default(), depth, &mut out);
    }
    let bodies = plan.appendices.iter().flatten().filter_map(|one| one.value.body.as_ref());
    for all in plan.body.iter().chain(bodies) {
        nodes(all, usize::from(!has_titles(all)), &mut out);
    }
    for article in articles(plan) {
        nodes(article.value.items.as_deref().unwrap_or_default(), 1, &mut out);
    }
    out
}

fn has_titles(all: &[RawNode]) -> bool {
    all.iter().any(|node| matches!(node, RawNode::Parts(parts) if parts.value.title.is_some()))
}

fn nodes(all: &[RawNode], depth: usize, out: &mut Vec<(Span, Printed)>) {
    let mut n = 0;
    for node in all {
        match node {
            RawNode::Dash(text) => out.push((text.span, Printed::Dash)),
            RawNode::Parts(parts) => {
                let RawParts { title, lead, text, items, item, .. } = &*parts.value;
                let below = items.as_deref().unwrap_or_default();
                if let Some(text) = title.as_ref().or(lead.as_ref()).or(text.as_ref()) {
                    n += 1;
                    out.push((text.span, Printed::Number { depth, n }));
                    nodes(below, depth + 1, out);
                } else if let Some(text) = item {
                    out.push((text.span, Printed::Dash));
                    dashes_below(below, out);
                } else {
                    nodes(below, depth, out);
                }
            }
        }
    }
}

fn dashes_below(all: &[RawNode], out: &mut Vec<(Span, Printed)>) {
    for node in all {
        match node {
            RawNode::Dash(text) => out.push((text.span, Printed::Plus)),
            RawNode::Parts(parts) => {
                out.extend(parts.value.item.iter().map(|text| (text.span, Printed::Plus)));
                dashes_below(parts.value.items.as_deref().unwrap_or_default(), out);
            }
        }
    }
}
